#ifndef CXLSXWRITER_H
#define CXLSXWRITER_H

#include <stddef.h>
#include <stdint.h>

/// A workbook that libxlsxwriter writes. The library is opened when the first one is made: nothing is
/// linked, so that a program that writes none does not load it, nor OpenSSL, which it brings.
///
/// Sheets and formats are numbers from 0; the format -1 is none. The first call that fails is kept, the
/// later ones do nothing, and `cxlsx_close` answers it.
typedef struct CXLSXBook CXLSXBook;

enum {
  CXLSX_FINE = 0,
  CXLSX_NO_MEMORY = 1,
  /// A file for what is being written could not be made or filled.
  CXLSX_TEMPORARY_FILE = 2,
  /// The library refused what it was given; `cxlsx_refusal` says why in its words.
  CXLSX_REFUSED = 3,
  /// The taker of the bytes wanted no more.
  CXLSX_STOPPED = 4,
};

/// How a cell looks. Colours are 0xRRGGBB, -1 for the usual one.
typedef struct {
  /// NULL for the general one.
  const char *number;
  double size;
  int32_t colour, fill;
  uint8_t is_bold, is_italic, is_link, wraps, is_right, has_line_above, has_line_below, indent;
} CXLSXFormat;

enum { CXLSX_BARS = 0, CXLSX_STACKED_BARS = 1, CXLSX_FULL_BARS = 2, CXLSX_COLUMNS = 3, CXLSX_LINES = 4 };

/// A series of a chart: labels and figures in rows of a sheet, its name above the figures.
typedef struct {
  uint32_t first_row, last_row;
  uint16_t labels, figures;
  int32_t colour;
  /// Of lines: dots only, dashes, no dots.
  uint8_t is_dashed, has_no_dots;
  /// Whether figures stand beside the marks, and how they are written.
  const char *label_number;
  int32_t label_colour;
} CXLSXSeries;

typedef struct {
  int kind;
  const char *title;
  /// What a screen reader says.
  const char *description;
  /// The sheet that holds the figures.
  const char *sheet;
  const char *number;
  double maximum;
  uint8_t has_maximum, has_legend;
  uint16_t width, height;
} CXLSXChart;

/// Whether the library is there.
int cxlsx_is_there(void);

/// Makes a workbook. A streaming one takes its cells row by row and keeps none of them. NULL where the
/// library, memory or a place for temporary files is missing.
CXLSXBook *cxlsx_create(int is_streaming);

void cxlsx_set_title(CXLSXBook *book, const char *title);
int cxlsx_add_format(CXLSXBook *book, const CXLSXFormat *format);
int cxlsx_add_sheet(CXLSXBook *book, const char *name);

void cxlsx_number(CXLSXBook *book, int sheet, uint32_t row, uint16_t column, double value, int format);
void cxlsx_text(CXLSXBook *book, int sheet, uint32_t row, uint16_t column, const char *text, int format);
void cxlsx_boolean(CXLSXBook *book, int sheet, uint32_t row, uint16_t column, int value, int format);
void cxlsx_blank(CXLSXBook *book, int sheet, uint32_t row, uint16_t column, int format);
/// A text in cells of a row that become one.
void cxlsx_merge(CXLSXBook *book, int sheet, uint32_t row, uint16_t first, uint16_t last,
                 const char *text, int format);
/// A text that leads to the first cell of another sheet.
void cxlsx_link(CXLSXBook *book, int sheet, uint32_t row, uint16_t column, const char *target,
                const char *text, int format);

void cxlsx_set_width(CXLSXBook *book, int sheet, uint16_t first, uint16_t last, double characters);
void cxlsx_set_height(CXLSXBook *book, int sheet, uint32_t row, double points);
void cxlsx_freeze(CXLSXBook *book, int sheet, uint32_t rows, uint16_t columns);
void cxlsx_filter(CXLSXBook *book, int sheet, uint32_t first_row, uint32_t last_row, uint16_t last_column);
/// A4, lying or standing, one page wide, with a number on each page; the row is repeated on each unless
/// it is UINT32_MAX.
void cxlsx_set_page(CXLSXBook *book, int sheet, int is_lying, uint32_t repeated_row);
/// Texts that look like numbers are meant so.
void cxlsx_accept_texts(CXLSXBook *book, int sheet, const char *range);

/// A chart whose upper left corner lies on a cell.
void cxlsx_add_chart(CXLSXBook *book, int sheet, uint32_t row, uint16_t column,
                     const CXLSXChart *chart, const CXLSXSeries *series, int count);

/// Hands the workbook's bytes to `take`, which answers 0 when it wants more, and frees it.
int cxlsx_close(CXLSXBook *book, void *taker, int (*take)(void *taker, const void *bytes, size_t count));
/// Why the last workbook of the thread was refused.
const char *cxlsx_refusal(void);
/// Frees a workbook that nobody wants.
void cxlsx_abandon(CXLSXBook *book);

#endif
