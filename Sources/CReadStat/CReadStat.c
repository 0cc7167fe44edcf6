#define _GNU_SOURCE
#include "CReadStat.h"

#include <dlfcn.h>
#include <math.h>
#include <pthread.h>
#include <readstat.h>
#include <stddef.h>
#include <unistd.h>

// MARK: The library

#define FUNCTIONS(f)                                                                              \
  f(readstat_parser_init) f(readstat_parser_free) f(readstat_set_variable_handler)                \
  f(readstat_set_value_handler) f(readstat_set_value_label_handler) f(readstat_set_open_handler)  \
  f(readstat_set_close_handler) f(readstat_set_seek_handler) f(readstat_set_read_handler)         \
  f(readstat_set_io_ctx) f(readstat_parse_sav) f(readstat_parse_dta)                              \
  f(readstat_variable_get_index) f(readstat_variable_get_name) f(readstat_variable_get_label)     \
  f(readstat_variable_get_format) f(readstat_variable_get_type_class)                             \
  f(readstat_variable_get_missing_ranges_count) f(readstat_variable_get_missing_range_lo)         \
  f(readstat_variable_get_missing_range_hi) f(readstat_value_is_missing)                          \
  f(readstat_value_type_class) f(readstat_double_value) f(readstat_string_value)                  \
  f(readstat_value_is_tagged_missing)

#define DECLARE(name) static __typeof__(&name) rs_##name;
FUNCTIONS(DECLARE)

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int is_there;

static void open_library(void) {
  static const char *const names[] = {
#ifdef __APPLE__
      "libreadstat.dylib", "/opt/homebrew/lib/libreadstat.dylib", "/usr/local/lib/libreadstat.dylib",
#else
      "libreadstat.so.1",
#endif
  };
  void *library = NULL;
  for (size_t i = 0; library == NULL && i < sizeof names / sizeof *names; i++) {
    library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  }
  if (library == NULL) return;
  int missing = 0;
#define FIND(name) missing |= (rs_##name = (__typeof__(&name))dlsym(library, #name)) == NULL;
  FUNCTIONS(FIND)
  if (missing) {
    dlclose(library);
    return;
  }
  is_there = 1;
}

int creadstat_is_there(void) {
  pthread_once(&once, open_library);
  return is_there;
}

// MARK: The file

typedef struct {
  const CReadStatHandlers *handlers;
  void *context;
  int descriptor;
} Reading;

static int open_file(const char *path, void *io) {
  (void)path;
  return lseek(((Reading *)io)->descriptor, 0, SEEK_SET) == 0 ? 0 : -1;
}

static int close_file(void *io) {
  (void)io;
  return 0;
}

static readstat_off_t seek_file(readstat_off_t offset, readstat_io_flags_t whence, void *io) {
  int origin = whence == READSTAT_SEEK_SET   ? SEEK_SET
               : whence == READSTAT_SEEK_CUR ? SEEK_CUR
                                             : SEEK_END;
  return lseek(((Reading *)io)->descriptor, offset, origin);
}

static ssize_t read_file(void *bytes, size_t count, void *io) {
  size_t done = 0;
  while (done < count) {
    ssize_t got = read(((Reading *)io)->descriptor, (char *)bytes + done, count - done);
    if (got <= 0) return done > 0 ? (ssize_t)done : got;
    done += (size_t)got;
  }
  return (ssize_t)done;
}

// MARK: What is in it

static int is_number(readstat_value_t value) {
  return rs_readstat_value_type_class(value) == READSTAT_TYPE_CLASS_NUMERIC;
}

static int variable(int index, readstat_variable_t *variable, const char *label_set, void *data) {
  Reading *reading = data;
  int is_text = rs_readstat_variable_get_type_class(variable) == READSTAT_TYPE_CLASS_STRING;
  int answer = reading->handlers->variable(
      reading->context, index, rs_readstat_variable_get_name(variable),
      rs_readstat_variable_get_label(variable), rs_readstat_variable_get_format(variable),
      label_set, is_text);
  int count = rs_readstat_variable_get_missing_ranges_count(variable);
  for (int i = 0; answer == 0 && i < count; i++) {
    readstat_value_t low = rs_readstat_variable_get_missing_range_lo(variable, i);
    readstat_value_t high = rs_readstat_variable_get_missing_range_hi(variable, i);
    answer = is_number(low)
                 ? reading->handlers->missing(reading->context, index, rs_readstat_double_value(low),
                                              rs_readstat_double_value(high), NULL)
                 : reading->handlers->missing(reading->context, index, NAN, NAN,
                                              rs_readstat_string_value(low));
  }
  return answer == 0 ? READSTAT_HANDLER_OK : READSTAT_HANDLER_ABORT;
}

static int label(const char *label_set, readstat_value_t value, const char *label, void *data) {
  Reading *reading = data;
  if (label_set == NULL || label == NULL) return READSTAT_HANDLER_OK;
  // The codes of Stata's own kinds of missing values.
  if (rs_readstat_value_is_tagged_missing(value)) return READSTAT_HANDLER_OK;
  const char *text = is_number(value) ? NULL : rs_readstat_string_value(value);
  if (!is_number(value) && text == NULL) return READSTAT_HANDLER_OK;
  int answer = reading->handlers->label(reading->context, label_set,
                                        text == NULL ? rs_readstat_double_value(value) : NAN, text,
                                        label);
  return answer == 0 ? READSTAT_HANDLER_OK : READSTAT_HANDLER_ABORT;
}

static int value(int row, readstat_variable_t *variable, readstat_value_t value, void *data) {
  Reading *reading = data;
  int index = rs_readstat_variable_get_index(variable);
  int is_missing = rs_readstat_value_is_missing(value, variable);
  int answer =
      is_number(value)
          ? reading->handlers->number(reading->context, row, index,
                                      is_missing ? NAN : rs_readstat_double_value(value))
          : reading->handlers->text(reading->context, row, index,
                                    is_missing ? NULL : rs_readstat_string_value(value));
  return answer == 0 ? READSTAT_HANDLER_OK : READSTAT_HANDLER_ABORT;
}

int creadstat_read(int format, int descriptor, const CReadStatHandlers *handlers, void *context) {
  if (!creadstat_is_there()) return CREADSTAT_DAMAGED;
  readstat_parser_t *parser = rs_readstat_parser_init();
  if (parser == NULL) return CREADSTAT_DAMAGED;
  Reading reading = {.handlers = handlers, .context = context, .descriptor = descriptor};
  rs_readstat_set_open_handler(parser, open_file);
  rs_readstat_set_close_handler(parser, close_file);
  rs_readstat_set_seek_handler(parser, seek_file);
  rs_readstat_set_read_handler(parser, read_file);
  rs_readstat_set_io_ctx(parser, &reading);
  rs_readstat_set_variable_handler(parser, variable);
  rs_readstat_set_value_label_handler(parser, label);
  rs_readstat_set_value_handler(parser, value);
  readstat_error_t error = format == CREADSTAT_SPSS
                               ? rs_readstat_parse_sav(parser, "", &reading)
                               : rs_readstat_parse_dta(parser, "", &reading);
  rs_readstat_parser_free(parser);
  switch (error) {
  case READSTAT_OK: return CREADSTAT_OK;
  case READSTAT_ERROR_USER_ABORT: return CREADSTAT_STOPPED;
  case READSTAT_ERROR_UNSUPPORTED_CHARSET:
  case READSTAT_ERROR_CONVERT:
  case READSTAT_ERROR_CONVERT_BAD_STRING:
  case READSTAT_ERROR_CONVERT_SHORT_STRING:
  case READSTAT_ERROR_CONVERT_LONG_STRING: return CREADSTAT_ENCODING;
  default: return CREADSTAT_DAMAGED;
  }
}
