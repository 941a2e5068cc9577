// The files of the pages' look: templates, style sheet, script.

/// All files of Site/Theme one after the other, each ended by a zero byte.
const char *theme_texts(void);

/// The number of bytes at `theme_texts`.
long theme_length(void);
