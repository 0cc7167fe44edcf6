#include "CHyphen.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// What hyphen.h of libhyphen 2.8 declares; its header need not be installed.
typedef struct HyphenDict HyphenDict;
typedef HyphenDict *(*load_function)(const char *path);
typedef void (*free_function)(HyphenDict *dictionary);
typedef int (*hyphenate_function)(HyphenDict *dictionary, const char *word, int size, char *marks,
                                  char *hyphenated, char ***replacements, int **positions,
                                  int **cuts);

struct CHyphenPatterns {
  HyphenDict *dictionary;
  int is_utf8;
};

static load_function load_dictionary;
static free_function free_dictionary;
static hyphenate_function hyphenate;

static void open_library(void) {
  static const char *const names[] = {
#ifdef __APPLE__
      "libhyphen.0.dylib", "/opt/homebrew/lib/libhyphen.0.dylib", "/opt/local/lib/libhyphen.0.dylib",
#else
      "libhyphen.so.0",
#endif
  };
  void *library = NULL;
  for (size_t i = 0; library == NULL && i < sizeof names / sizeof *names; i++) {
    library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  }
  if (library == NULL) return;
  load_function load = (load_function)dlsym(library, "hnj_hyphen_load");
  free_function release = (free_function)dlsym(library, "hnj_hyphen_free");
  hyphenate_function find = (hyphenate_function)dlsym(library, "hnj_hyphen_hyphenate2");
  if (load == NULL || release == NULL || find == NULL) {
    dlclose(library);
    return;
  }
  load_dictionary = load;
  free_dictionary = release;
  hyphenate = find;
}

// The first line of the file names the encoding: 1 for UTF-8, 0 for ISO 8859-1, -1 for any other.
static int read_encoding(const char *path) {
  char line[32] = "";
  FILE *file = fopen(path, "r");
  if (file == NULL) return -1;
  if (fgets(line, sizeof line, file) == NULL) line[0] = 0;
  fclose(file);
  line[strcspn(line, "\r\n")] = 0;
  if (strcmp(line, "UTF-8") == 0) return 1;
  return strcmp(line, "ISO8859-1") == 0 || strcmp(line, "ISO-8859-1") == 0 ? 0 : -1;
}

CHyphenPatterns *chyphen_open(const char *path) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_library);
  if (load_dictionary == NULL) return NULL;
  int encoding = read_encoding(path);
  if (encoding < 0) return NULL;
  CHyphenPatterns *patterns = malloc(sizeof *patterns);
  if (patterns == NULL) return NULL;
  patterns->is_utf8 = encoding;
  patterns->dictionary = load_dictionary(path);
  if (patterns->dictionary == NULL) {
    free(patterns);
    return NULL;
  }
  return patterns;
}

int chyphen_is_utf8(const CHyphenPatterns *patterns) { return patterns->is_utf8; }

void chyphen_close(CHyphenPatterns *patterns) {
  if (patterns == NULL) return;
  free_dictionary(patterns->dictionary);
  free(patterns);
}

// libhyphen looks for what must not be hyphenated with strstr, in all that follows the word up to a
// zero, and takes away the mark before what it finds: one before the first, where the word begins
// with it. So it gets a copy that ends with a zero, and marks with room before them.
int chyphen_breaks(const CHyphenPatterns *patterns, const char *word, int size, char *marks) {
  char copy[CHYPHEN_LONGEST + 1];
  char room[1 + CHYPHEN_LONGEST + 5];
  if (size < 0 || size > CHYPHEN_LONGEST || memchr(word, 0, (size_t)size) != NULL) return 1;
  memcpy(copy, word, (size_t)size);
  copy[size] = 0;
  memset(room, 0, sizeof room);
  char **replacements = NULL;
  int *positions = NULL;
  int *cuts = NULL;
  int failed = hyphenate(patterns->dictionary, copy, size, room + 1, NULL, &replacements,
                         &positions, &cuts);
  memcpy(marks, room + 1, (size_t)size);
  if (replacements != NULL) {
    for (int i = 0; i < size; i++) {
      if (replacements[i] == NULL) continue;
      marks[i] = 0;
      free(replacements[i]);
    }
  }
  free(replacements);
  free(positions);
  free(cuts);
  return failed;
}
