// The texts of the prelude: the part of the library that is written in the tensor language.

/// All files of Library/Prelude one after the other, each ended by a zero byte.
const char *prelude_texts(void);

/// The number of bytes at `prelude_texts`.
long prelude_length(void);
