#include "CHyphen.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// What hyphen.h of libhyphen 2.8 declares; its header need not be installed.
typedef struct HyphenDict HyphenDict;
typedef HyphenDict *(*load_function)(FILE *file);
typedef void (*free_function)(HyphenDict *dictionary);
typedef int (*hyphenate_function)(HyphenDict *dictionary, const char *word, int size, char *marks,
                                  char *hyphenated, char ***replacements, int **positions,
                                  int **cuts);

// A line of the file: a pattern, or an instruction to the library.
typedef struct {
  uint32_t start;
  uint32_t size;
  // The next line whose letters begin alike; lines count from 1.
  uint32_t next;
} Line;

enum { LIST_COUNT = 1 << 12, LARGEST_FILE = 1 << 24, LONGEST_PATTERN = 100 };

struct CHyphenPatterns {
  int is_utf8;
  char *bytes;
  Line *lines;
  uint32_t line_count;
  // The first line of each list of those that begin alike. The first list has the instructions.
  uint32_t lists[1 + LIST_COUNT];
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
  load_function load = (load_function)dlsym(library, "hnj_hyphen_load_file");
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

// MARK: The file

static char *content_of(const char *path, size_t *size) {
  FILE *file = fopen(path, "r");
  if (file == NULL) return NULL;
  char *bytes = NULL;
  size_t room = 0;
  *size = 0;
  do {
    room = room == 0 ? 1 << 18 : room * 2;
    char *larger = room <= LARGEST_FILE ? realloc(bytes, room) : NULL;
    if (larger == NULL) {
      *size = 0;
      break;
    }
    bytes = larger;
    *size += fread(bytes + *size, 1, room - *size, file);
  } while (*size == room);
  fclose(file);
  return bytes;
}

// The letters of a pattern: what is left without the digits between them, the points that stand for
// the ends of a word, and what a break would change.
static int letters_of(const char *line, uint32_t size, char *letters) {
  int count = 0;
  for (uint32_t i = 0; i < size && line[i] != '/' && count < LONGEST_PATTERN; i++) {
    if (line[i] != '.' && (line[i] < '0' || line[i] > '9')) letters[count++] = line[i];
  }
  return count;
}

static uint32_t list_of(unsigned char first, unsigned char second) {
  return 1 + ((first * 31u) ^ (second * 131u)) % LIST_COUNT;
}

// The first line of the file names the encoding: 1 for UTF-8, 0 for ISO 8859-1, -1 for any other.
static int encoding_of(const char *line, uint32_t size) {
  static const struct {
    const char *name;
    int is_utf8;
  } encodings[] = {{"UTF-8", 1}, {"ISO8859-1", 0}, {"ISO-8859-1", 0}};
  for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++) {
    if (size == strlen(encodings[i].name) && memcmp(line, encodings[i].name, size) == 0) {
      return encodings[i].is_utf8;
    }
  }
  return -1;
}

// Puts each line into the list of those that begin alike.
static int sort_lines(CHyphenPatterns *patterns, size_t size) {
  uint32_t room = 1;
  for (size_t i = 0; i < size; i++) room += patterns->bytes[i] == '\n';
  patterns->lines = malloc(room * sizeof(Line));
  if (patterns->lines == NULL) return 0;
  for (size_t start = 0; start < size;) {
    const char *line = patterns->bytes + start;
    const char *end = memchr(line, '\n', size - start);
    size_t length = end != NULL ? (size_t)(end - line) : size - start;
    start += length + 1;
    while (length > 0 && (line[length - 1] == '\r' || line[length - 1] == ' ')) length--;
    if (length == 0) continue;
    char letters[LONGEST_PATTERN + 1] = "";
    // Patterns are in lower case, instructions and the name of the encoding in upper case.
    int is_instruction = line[0] >= 'A' && line[0] <= 'Z';
    int count = is_instruction ? 0 : letters_of(line, (uint32_t)length, letters);
    if (!is_instruction && count == 0) continue;
    uint32_t list = is_instruction ? 0 : list_of((unsigned char)letters[0], (unsigned char)letters[1]);
    patterns->lines[patterns->line_count++] =
        (Line){(uint32_t)(line - patterns->bytes), (uint32_t)length, patterns->lists[list]};
    patterns->lists[list] = patterns->line_count;
  }
  return patterns->line_count > 0;
}

CHyphenPatterns *chyphen_open(const char *path) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_library);
  if (load_dictionary == NULL) return NULL;
  CHyphenPatterns *patterns = calloc(1, sizeof *patterns);
  if (patterns == NULL) return NULL;
  size_t size = 0;
  patterns->bytes = content_of(path, &size);
  if (patterns->bytes != NULL && sort_lines(patterns, size)) {
    patterns->is_utf8 =
        encoding_of(patterns->bytes + patterns->lines[0].start, patterns->lines[0].size);
    if (patterns->is_utf8 >= 0) return patterns;
  }
  chyphen_close(patterns);
  return NULL;
}

int chyphen_is_utf8(const CHyphenPatterns *patterns) { return patterns->is_utf8; }

void chyphen_close(CHyphenPatterns *patterns) {
  if (patterns == NULL) return;
  free(patterns->lines);
  free(patterns->bytes);
  free(patterns);
}

// MARK: A word

// The lines that a word may need, in the order of the file.
typedef struct {
  uint32_t *indices;
  size_t count;
  size_t room;
  size_t bytes;
} Selection;

static int add(Selection *selection, const CHyphenPatterns *patterns, uint32_t index) {
  if (selection->count == selection->room) {
    size_t room = selection->room == 0 ? 256 : selection->room * 2;
    uint32_t *larger = realloc(selection->indices, room * sizeof *larger);
    if (larger == NULL) return 0;
    selection->indices = larger;
    selection->room = room;
  }
  selection->indices[selection->count++] = index;
  selection->bytes += patterns->lines[index].size + 1;
  return 1;
}

static int add_list(Selection *selection, const CHyphenPatterns *patterns, uint32_t list,
                    const char *rest, int size) {
  for (uint32_t next = patterns->lists[list]; next != 0; next = patterns->lines[next - 1].next) {
    const Line *line = &patterns->lines[next - 1];
    char letters[LONGEST_PATTERN];
    int count = list == 0 ? 0 : letters_of(patterns->bytes + line->start, line->size, letters);
    if (count > size || memcmp(letters, rest, (size_t)count) != 0) continue;
    if (!add(selection, patterns, next - 1)) return 0;
  }
  return 1;
}

static int by_index(const void *a, const void *b) {
  uint32_t first = *(const uint32_t *)a, second = *(const uint32_t *)b;
  return (first > second) - (first < second);
}

// A file with the instructions, and the patterns whose letters stand in the word; whoever gets it frees it.
static char *select_lines(const CHyphenPatterns *patterns, const char *word, int size,
                          size_t *bytes) {
  Selection selection = {0};
  int added = add_list(&selection, patterns, 0, word, size);
  for (int i = 0; i < size && added; i++) {
    uint32_t pair = list_of((unsigned char)word[i], i + 1 < size ? (unsigned char)word[i + 1] : 0);
    uint32_t single = list_of((unsigned char)word[i], 0);
    added = add_list(&selection, patterns, pair, word + i, size - i) &&
            (single == pair || add_list(&selection, patterns, single, word + i, size - i));
  }
  char *file = added ? malloc(selection.bytes + 1) : NULL;
  *bytes = 0;
  if (file != NULL) {
    qsort(selection.indices, selection.count, sizeof *selection.indices, by_index);
    for (size_t i = 0; i < selection.count; i++) {
      if (i > 0 && selection.indices[i] == selection.indices[i - 1]) continue;
      const Line *line = &patterns->lines[selection.indices[i]];
      memcpy(file + *bytes, patterns->bytes + line->start, line->size);
      *bytes += line->size;
      file[(*bytes)++] = '\n';
    }
  }
  free(selection.indices);
  return file;
}

// The library with what a word needs. To read all 15 000 lines takes it a tenth of a report's time, and a
// report has some twenty words to break.
static HyphenDict *dictionary_for(const CHyphenPatterns *patterns, const char *word, int size) {
  size_t bytes = 0;
  char *lines = select_lines(patterns, word, size, &bytes);
  FILE *file = lines != NULL ? fmemopen(lines, bytes, "r") : NULL;
  HyphenDict *dictionary = file != NULL ? load_dictionary(file) : NULL;
  if (file != NULL) fclose(file);
  free(lines);
  return dictionary;
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
  HyphenDict *dictionary = dictionary_for(patterns, copy, size);
  if (dictionary == NULL) return 1;
  char **replacements = NULL;
  int *positions = NULL;
  int *cuts = NULL;
  int failed =
      hyphenate(dictionary, copy, size, room + 1, NULL, &replacements, &positions, &cuts);
  free_dictionary(dictionary);
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
