#ifndef CHYPHEN_H
#define CHYPHEN_H

/// The hyphenation patterns of a language. libhyphen reads, word by word, those that the word may need.
typedef struct CHyphenPatterns CHyphenPatterns;

/// Reads a file of patterns. The library is opened at the first call, so that programs run without it.
/// NULL where the library or the file is missing, or the file is in an encoding other than the two.
CHyphenPatterns *chyphen_open(const char *path);

/// Whether the patterns are in UTF-8; otherwise they are in ISO 8859-1.
int chyphen_is_utf8(const CHyphenPatterns *patterns);

/// Frees the patterns.
void chyphen_close(CHyphenPatterns *patterns);

/// The longest word in bytes; libhyphen 2.8.8 writes past its own memory when it gets one of thousands.
#define CHYPHEN_LONGEST 400

/// Finds where a word may be broken. The word is in lower case, in the encoding of the patterns, and
/// `size` bytes long; no zero need follow it. `marks` has room for `size`. Afterwards `marks[i]` is odd
/// where the word may be broken after its letter i. Breaks that would change the spelling are left out.
/// Returns 0 if it went well; not for a word longer than `CHYPHEN_LONGEST`.
int chyphen_breaks(const CHyphenPatterns *patterns, const char *word, int size, char *marks);

#endif
