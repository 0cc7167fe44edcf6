/// Lets two files or folders change places in one step, which no header that Swift imports declares.
///
/// Returns 0, or -1 with `errno` where the file system cannot.
int exchange_files(const char *first, const char *second);
