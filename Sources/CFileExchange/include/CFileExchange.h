/// Lets two files or folders change places in one step, which no header that Swift imports declares.
///
/// Returns 0, or -1 with `errno` where the file system cannot.
int exchange_files(const char *first, const char *second);

/// Gives a file or folder another name in one step, unless something bears it: then -1 with `EEXIST`.
int rename_new_file(const char *name, const char *other);
