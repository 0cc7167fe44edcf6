#ifndef CREADSTAT_H
#define CREADSTAT_H

#include <stdint.h>

// Reads SPSS and Stata files by ReadStat, which is opened when it is first needed: nothing is linked.

// What is found, in this order: variables with what is missing in them, then values row by row. Labels
// come before the values in SPSS and after them in Stata. Each answers 0 to go on. Texts are UTF-8 and
// live until the call returns.
typedef struct {
  int (*variable)(void *context, int index, const char *name, const char *label, const char *format,
                  const char *label_set, int is_text);
  int (*missing)(void *context, int index, double low, double high, const char *text);
  int (*label)(void *context, const char *label_set, double code, const char *text_code,
               const char *label);
  // A value that is missing is NaN, or NULL.
  int (*number)(void *context, int row, int index, double value);
  int (*text)(void *context, int row, int index, const char *value);
} CReadStatHandlers;

// Whether the library is there.
int creadstat_is_there(void);

enum { CREADSTAT_SPSS, CREADSTAT_STATA };

enum {
  CREADSTAT_OK,
  CREADSTAT_STOPPED,  // A handler said so.
  CREADSTAT_ENCODING, // Its texts are not in the encoding that it names.
  CREADSTAT_DAMAGED,
};

// Reads a regular file from its start.
int creadstat_read(int format, int descriptor, const CReadStatHandlers *handlers, void *context);

#endif
