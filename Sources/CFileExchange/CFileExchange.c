#define _GNU_SOURCE
#include "CFileExchange.h"

#include <fcntl.h>
#include <stdio.h>

int exchange_files(const char *first, const char *second) {
#ifdef __APPLE__
  return renamex_np(first, second, RENAME_SWAP);
#else
  return renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE);
#endif
}

int rename_new_file(const char *name, const char *other) {
#ifdef __APPLE__
  return renamex_np(name, other, RENAME_EXCL);
#else
  return renameat2(AT_FDCWD, name, AT_FDCWD, other, RENAME_NOREPLACE);
#endif
}
