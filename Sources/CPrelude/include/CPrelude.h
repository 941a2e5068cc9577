// The texts of the prelude: the part of the library that is written in the tensor language.

/// All files of Library/Prelude one after the other, each ended by a zero byte.
extern const char prelude_texts[];

/// The number of bytes of `prelude_texts`.
extern const long prelude_length;
