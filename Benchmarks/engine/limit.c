// Reads a file once with two processes, a half each, and counts the lines: what no query can beat.
//
//   limit FILE     prints the lines
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static uint64_t lines(const char *path, off_t from, off_t to) {
  static char block[1 << 18];
  uint64_t count = 0;
  int file = open(path, O_RDONLY);
  while (file >= 0 && from < to) {
    size_t wanted = to - from < (off_t)sizeof block ? (size_t)(to - from) : sizeof block;
    ssize_t given = pread(file, block, wanted, from);
    if (given <= 0) break;
    for (ssize_t i = 0; i < given; i++) count += block[i] == '\n';
    from += given;
  }
  return count;
}

int main(int count, char **arguments) {
  struct stat status;
  if (count != 2 || stat(arguments[1], &status) != 0) return 2;
  uint64_t *counts = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  off_t middle = status.st_size / 2;
  pid_t child = fork();
  if (child == 0) {
    counts[1] = lines(arguments[1], middle, status.st_size);
    _exit(0);
  }
  counts[0] = lines(arguments[1], 0, middle);
  waitpid(child, NULL, 0);
  printf("%llu\n", (unsigned long long)(counts[0] + counts[1]));
  return 0;
}
