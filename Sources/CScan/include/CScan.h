#ifndef CSCAN_H
#define CSCAN_H

#include <stdint.h>

/// What 64 bytes of a text are: bit i stands for byte i.
typedef struct CScanBlock {
  /// Delimiters and line feeds.
  uint64_t ends;
  uint64_t line_feeds;
  uint64_t quotes;
  /// Carriage returns that are no ends.
  uint64_t returns;
  /// NUL characters that are no ends.
  uint64_t zeros;
} CScanBlock;

/// What is known about blocks that follow each other.
typedef struct CScanRun {
  /// How many line feeds the last blocks hold.
  int64_t line_feeds;
  /// Whether they hold any quote, return or NUL character.
  _Bool has_special;
  /// Whether the byte before the next block is the first of a letter of two bytes.
  _Bool is_after_lead;
  /// Whether any bytes so far were neither ASCII nor letters of two bytes in UTF-8.
  _Bool needs_check;
} CScanRun;

#if defined(__x86_64__)
/// Whether the processor has what the functions below need: AVX2, BMI and POPCNT.
_Bool cscan_has_wide_vectors(void);

/// Looks at so many blocks. `run` knows the blocks before.
void cscan_look(const uint8_t *bytes, int64_t count, uint8_t delimiter, CScanBlock *blocks,
                CScanRun *run);

/// Writes the places of the ends in so many blocks, of which the first starts at `base`. Returns how
/// many there are; up to 8 more places behind them may be overwritten.
int64_t cscan_write(const CScanBlock *blocks, int64_t count, int32_t base, int32_t *places);

/// The fields of a column: `marks[i * stride]` is `gap` bytes before the field of row i, and the mark
/// after it is its end. Eight bytes from each start on are readable.
typedef struct CScanFields {
  const uint8_t *bytes;
  const int32_t *marks;
  int64_t stride;
  int64_t gap;
  int64_t rows;
} CScanFields;

/// Reads numbers of up to eight bytes in their plainest writing, and empty fields, whose rows become
/// null, as the rows from `row` on. Ends at the first four rows of which any holds something else,
/// and before the last three rows. Returns how many rows were read.
int64_t cscan_read_integers(CScanFields fields, int64_t *values, uint64_t *nulls, int64_t row);
int64_t cscan_read_reals(CScanFields fields, uint8_t decimal_mark, double *values, uint64_t *nulls,
                         int64_t row);
#endif

#endif
