#define _GNU_SOURCE
#include "CXLSXWriter.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include <xlsxwriter.h>

// MARK: The library

#define FUNCTIONS(f)                                                                              \
  f(workbook_new_opt) f(workbook_add_worksheet) f(workbook_add_format) f(workbook_add_chart)      \
  f(workbook_close) f(workbook_set_properties) f(lxw_workbook_free) f(lxw_strerror)               \
  f(worksheet_write_number) f(worksheet_write_string) f(worksheet_write_boolean)                  \
  f(worksheet_write_blank) f(worksheet_merge_range) f(worksheet_write_url_opt) f(worksheet_set_column)                     \
  f(worksheet_set_row) f(worksheet_freeze_panes) f(worksheet_autofilter)                          \
  f(worksheet_set_landscape) f(worksheet_set_paper) f(worksheet_fit_to_pages)                     \
  f(worksheet_repeat_rows) f(worksheet_set_footer)                          \
  f(worksheet_ignore_errors) f(worksheet_insert_chart_opt) f(format_set_num_format)               \
  f(format_set_font_size) f(format_set_font_color) f(format_set_bg_color) f(format_set_bold)      \
  f(format_set_italic) f(format_set_underline) f(format_set_text_wrap) f(format_set_align)        \
  f(format_set_top) f(format_set_bottom) f(format_set_top_color) f(format_set_bottom_color)       \
  f(format_set_indent) f(chart_add_series) f(chart_series_set_categories)                         \
  f(chart_series_set_values) f(chart_series_set_name_range) f(chart_series_set_fill) f(chart_series_set_line)                    \
  f(chart_series_set_marker_type) f(chart_series_set_marker_size) f(chart_series_set_marker_fill) \
  f(chart_series_set_marker_line) f(chart_series_set_labels)                                      \
  f(chart_series_set_labels_num_format) f(chart_series_set_labels_font) f(chart_title_set_name)   \
  f(chart_title_set_name_font) f(chart_legend_set_position) f(chart_axis_set_reverse)             \
  f(chart_axis_set_num_format) f(chart_axis_set_label_position) f(chart_axis_set_min)             \
  f(chart_axis_set_max) f(chart_axis_major_gridlines_set_visible)                                 \
  f(chart_axis_major_gridlines_set_line) f(chart_axis_set_line) f(chart_set_series_gap)           \
  f(chart_set_series_overlap) f(chart_show_blanks_as)

#define DECLARE(name) static __typeof__(&name) xl_##name;
FUNCTIONS(DECLARE)

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int is_there;

static void open_library(void) {
  static const char *const names[] = {
#ifdef __APPLE__
      "libxlsxwriter.dylib", "/opt/homebrew/lib/libxlsxwriter.dylib", "/usr/local/lib/libxlsxwriter.dylib",
#else
      // The structures of the header belong to this version alone.
      "libxlsxwriter.so." LXW_SOVERSION,
#endif
  };
  void *library = NULL;
  for (size_t i = 0; library == NULL && i < sizeof names / sizeof *names; i++) {
    library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  }
  if (library == NULL) return;
  int missing = 0;
#define FIND(name) missing |= (xl_##name = (__typeof__(&name))dlsym(library, #name)) == NULL;
  FUNCTIONS(FIND)
  if (missing) {
    dlclose(library);
    return;
  }
  is_there = 1;
}

int cxlsx_is_there(void) {
  pthread_once(&once, open_library);
  return is_there;
}

// MARK: Workbooks

struct CXLSXBook {
  lxw_workbook *workbook;
  lxw_worksheet **sheets;
  lxw_format **formats;
  int sheet_count, format_count;
  // The workbook goes into a file without a name, which nobody has to remove.
  int file;
  lxw_error failure;
  // About how many bytes the cells take as XML.
  uint64_t volume;
};

static _Thread_local const char *refusal = "";
const char *cxlsx_refusal(void) { return refusal; }

static char *folder(void) {
  char *named = getenv("TMPDIR");
  return named != NULL && *named != 0 && access(named, W_OK) == 0 ? named : "/tmp";
}

static int nameless_file(void) {
  char path[4096];
  int length = snprintf(path, sizeof path, "%s/nyckeltal-XXXXXX", folder());
  if (length < 0 || (size_t)length >= sizeof path) return -1;
  int file = mkstemp(path);
  if (file < 0) return -1;
  unlink(path);
  fcntl(file, F_SETFD, FD_CLOEXEC);
  return file;
}

CXLSXBook *cxlsx_create(int is_streaming) {
  if (!cxlsx_is_there()) return NULL;
  CXLSXBook *book = calloc(1, sizeof *book);
  if (book == NULL) return NULL;
  book->file = nameless_file();
  if (book->file >= 0) {
    char path[32];
    snprintf(path, sizeof path, "/dev/fd/%d", book->file);
    lxw_workbook_options options = {
        .constant_memory = is_streaming != 0, .tmpdir = folder(), .use_zip64 = is_streaming != 0};
    book->workbook = xl_workbook_new_opt(path, &options);
  }
  if (book->workbook == NULL) {
    cxlsx_abandon(book);
    return NULL;
  }
  return book;
}

static void release(CXLSXBook *book) {
  if (book->file >= 0) close(book->file);
  free(book->sheets);
  free(book->formats);
  free(book);
}

void cxlsx_abandon(CXLSXBook *book) {
  if (book == NULL) return;
  if (book->workbook != NULL) xl_lxw_workbook_free(book->workbook);
  release(book);
}

static void check(CXLSXBook *book, lxw_error error) {
  if (book->failure == LXW_NO_ERROR) book->failure = error;
}

// MARK: Full disks

// The library does not look whether what it writes into temporary files gets there, and packs half a sheet
// as if it were whole. So we look: at what was streamed, at the room for what is still to be written, and
// at what was packed.

// The bytes that were streamed; -1 where they are not all on the disk.
static int64_t streamed(const CXLSXBook *book) {
  int64_t sum = 0;
  for (int i = 0; i < book->sheet_count; i++) {
    FILE *rows = book->sheets[i]->optimize_tmpfile;
    if (rows == NULL) continue;
    if (fflush(rows) != 0 || ferror(rows)) return -1;
    off_t end = ftello(rows);
    if (end < 0) return -1;
    sum += end;
  }
  return sum;
}

// Every part is written once as it is, and once packed.
static int has_room(const CXLSXBook *book, int64_t streamed_bytes) {
  struct statvfs disk;
  if (statvfs(folder(), &disk) != 0) return 1;
  uint64_t parts = streamed_bytes > 0 ? (uint64_t)streamed_bytes : book->volume;
  return (uint64_t)disk.f_bavail * disk.f_frsize >= parts + parts / 2 + (1 << 20);
}

static uint64_t number(const unsigned char *bytes, int length) {
  uint64_t value = 0;
  for (int i = length - 1; i >= 0; i--) value = value << 8 | bytes[i];
  return value;
}

// The size of an entry before it was packed, which stands in a field of its own where it is large.
static uint64_t size_of_entry(const unsigned char *entry, size_t name, size_t extra) {
  uint64_t size = number(entry + 24, 4);
  if (size != UINT32_MAX) return size;
  const unsigned char *field = entry + 46 + name, *end = field + extra;
  while (field + 12 <= end && number(field, 2) != 1) field += 4 + number(field + 2, 2);
  return field + 12 <= end ? number(field + 4, 8) : size;
}

// Whether the packed sheets hold at least what was streamed into them.
static int is_packed(const CXLSXBook *book, int64_t streamed_bytes) {
  unsigned char tail[22];
  off_t end = lseek(book->file, 0, SEEK_END);
  if (end < (off_t)sizeof tail || pread(book->file, tail, sizeof tail, end - 22) != 22) return 0;
  uint64_t length = number(tail + 12, 4), start = number(tail + 16, 4);
  if (number(tail, 4) != 0x06054b50 || start + length > (uint64_t)end) return start == UINT32_MAX;
  unsigned char *directory = malloc(length + 1);
  if (directory == NULL) return 0;
  int64_t sum = 0;
  if (pread(book->file, directory, length, (off_t)start) == (ssize_t)length) {
    for (uint64_t place = 0; place + 46 <= length;) {
      const unsigned char *entry = directory + place;
      size_t name = number(entry + 28, 2), extra = number(entry + 30, 2);
      if (place + 46 + name + extra > length) break;
      static const char sheets[] = "xl/worksheets/sheet";
      if (name > sizeof sheets && memcmp(entry + 46, sheets, sizeof sheets - 1) == 0) {
        sum += (int64_t)size_of_entry(entry, name, extra);
      }
      place += 46 + name + extra + number(entry + 32, 2);
    }
  }
  free(directory);
  return sum >= streamed_bytes;
}

static int answer(lxw_error error) {
  switch (error) {
    case LXW_NO_ERROR: return CXLSX_FINE;
    case LXW_ERROR_MEMORY_MALLOC_FAILED: return CXLSX_NO_MEMORY;
    case LXW_ERROR_CREATING_XLSX_FILE:
    case LXW_ERROR_CREATING_TMPFILE:
    case LXW_ERROR_READING_TMPFILE:
    case LXW_ERROR_ZIP_FILE_OPERATION:
    case LXW_ERROR_ZIP_FILE_ADD:
    case LXW_ERROR_ZIP_CLOSE: return CXLSX_TEMPORARY_FILE;
    default: refusal = xl_lxw_strerror(error); return CXLSX_REFUSED;
  }
}

int cxlsx_close(CXLSXBook *book, void *taker, int (*take)(void *, const void *, size_t)) {
  int64_t rows = streamed(book);
  if (book->failure != LXW_NO_ERROR || rows < 0 || !has_room(book, rows)) {
    int code = book->failure == LXW_NO_ERROR ? CXLSX_TEMPORARY_FILE : answer(book->failure);
    cxlsx_abandon(book);
    return code;
  }
  // This frees the workbook, whatever it answers.
  int code = answer(xl_workbook_close(book->workbook));
  book->workbook = NULL;
  if (code == CXLSX_FINE && !is_packed(book, rows)) code = CXLSX_TEMPORARY_FILE;
  off_t place = 0;
  while (code == CXLSX_FINE) {
    char bytes[1 << 16];
    ssize_t count = pread(book->file, bytes, sizeof bytes, place);
    if (count < 0) code = CXLSX_TEMPORARY_FILE;
    if (count <= 0) break;
    place += count;
    if (take(taker, bytes, (size_t)count) != 0) code = CXLSX_STOPPED;
  }
  release(book);
  return code;
}

void cxlsx_set_title(CXLSXBook *book, const char *title) {
  // 2000-01-01: the same contents are the same bytes.
  lxw_doc_properties properties = {.title = (char *)title, .created = 946684800};
  check(book, xl_workbook_set_properties(book->workbook, &properties));
}

// MARK: Sheets and formats

int cxlsx_add_sheet(CXLSXBook *book, const char *name) {
  lxw_worksheet **sheets =
      realloc(book->sheets, sizeof *sheets * ((size_t)book->sheet_count + 1));
  if (sheets == NULL) {
    check(book, LXW_ERROR_MEMORY_MALLOC_FAILED);
    return -1;
  }
  book->sheets = sheets;
  lxw_worksheet *sheet = xl_workbook_add_worksheet(book->workbook, name);
  if (sheet == NULL) {
    check(book, LXW_ERROR_PARAMETER_VALIDATION);
    return -1;
  }
  sheets[book->sheet_count] = sheet;
  return book->sheet_count++;
}

int cxlsx_add_format(CXLSXBook *book, const CXLSXFormat *wanted) {
  lxw_format **formats =
      realloc(book->formats, sizeof *formats * ((size_t)book->format_count + 1));
  if (formats != NULL) book->formats = formats;
  lxw_format *format = formats == NULL ? NULL : xl_workbook_add_format(book->workbook);
  if (format == NULL) {
    check(book, LXW_ERROR_MEMORY_MALLOC_FAILED);
    return -1;
  }
  if (wanted->number != NULL) xl_format_set_num_format(format, wanted->number);
  if (wanted->size > 0) xl_format_set_font_size(format, wanted->size);
  if (wanted->colour >= 0) xl_format_set_font_color(format, (lxw_color_t)wanted->colour);
  if (wanted->fill >= 0) xl_format_set_bg_color(format, (lxw_color_t)wanted->fill);
  if (wanted->is_bold) xl_format_set_bold(format);
  if (wanted->is_italic) xl_format_set_italic(format);
  if (wanted->is_link) xl_format_set_underline(format, LXW_UNDERLINE_SINGLE);
  if (wanted->wraps) xl_format_set_text_wrap(format);
  xl_format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  if (wanted->is_right || wanted->number != NULL || wanted->indent > 0) {
    xl_format_set_align(format, wanted->is_right ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT);
  }
  if (wanted->indent > 0) xl_format_set_indent(format, wanted->indent);
  if (wanted->has_line_above) {
    xl_format_set_top(format, LXW_BORDER_THIN);
    xl_format_set_top_color(format, 0x8b98a4);
  }
  if (wanted->has_line_below) {
    xl_format_set_bottom(format, LXW_BORDER_THIN);
    xl_format_set_bottom_color(format, 0x8b98a4);
  }
  formats[book->format_count] = format;
  return book->format_count++;
}

static lxw_worksheet *sheet_of(CXLSXBook *book, int sheet) {
  if (book->failure != LXW_NO_ERROR || sheet < 0 || sheet >= book->sheet_count) return NULL;
  book->volume += 50;
  return book->sheets[sheet];
}

static lxw_format *format_of(CXLSXBook *book, int format) {
  return format < 0 || format >= book->format_count ? NULL : book->formats[format];
}

// MARK: Cells

void cxlsx_number(CXLSXBook *book, int sheet, uint32_t row, uint16_t column, double value, int format) {
  lxw_worksheet *target = sheet_of(book, sheet);
  if (target == NULL) return;
  check(book, xl_worksheet_write_number(target, row, column, value, format_of(book, format)));
}

void cxlsx_text(CXLSXBook *book, int sheet, uint32_t row, uint16_t column, const char *text, int format) {
  lxw_worksheet *target = sheet_of(book, sheet);
  if (target == NULL) return;
  book->volume += strlen(text);
  check(book, xl_worksheet_write_string(target, row, column, text, format_of(book, format)));
}

void cxlsx_boolean(CXLSXBook *book, int sheet, uint32_t row, uint16_t column, int value, int format) {
  lxw_worksheet *target = sheet_of(book, sheet);
  if (target == NULL) return;
  check(book, xl_worksheet_write_boolean(target, row, column, value, format_of(book, format)));
}

void cxlsx_blank(CXLSXBook *book, int sheet, uint32_t row, uint16_t column, int format) {
  lxw_worksheet *target = sheet_of(book, sheet);
  if (target == NULL) return;
  check(book, xl_worksheet_write_blank(target, row, column, format_of(book, format)));
}

void cxlsx_merge(CXLSXBook *book, int sheet, uint32_t row, uint16_t first, uint16_t last,
                 const char *text, int format) {
  lxw_worksheet *target = sheet_of(book, sheet);
  if (target == NULL) return;
  check(book, xl_worksheet_merge_range(target, row, first, row, last, text, format_of(book, format)));
}

void cxlsx_link(CXLSXBook *book, int sheet, uint32_t row, uint16_t column, const char *target,
                const char *text, int format) {
  lxw_worksheet *source = sheet_of(book, sheet);
  if (source == NULL) return;
  check(book, xl_worksheet_write_url_opt(source, row, column, target, format_of(book, format), text, NULL));
}

// MARK: How sheets look

void cxlsx_set_width(CXLSXBook *book, int sheet, uint16_t first, uint16_t last, double characters) {
  lxw_worksheet *target = sheet_of(book, sheet);
  if (target == NULL) return;
  check(book, xl_worksheet_set_column(target, first, last, characters, NULL));
}

void cxlsx_set_height(CXLSXBook *book, int sheet, uint32_t row, double points) {
  lxw_worksheet *target = sheet_of(book, sheet);
  if (target == NULL) return;
  check(book, xl_worksheet_set_row(target, row, points, NULL));
}

void cxlsx_freeze(CXLSXBook *book, int sheet, uint32_t rows, uint16_t columns) {
  lxw_worksheet *target = sheet_of(book, sheet);
  if (target != NULL) xl_worksheet_freeze_panes(target, rows, columns);
}

void cxlsx_filter(CXLSXBook *book, int sheet, uint32_t first_row, uint32_t last_row, uint16_t last_column) {
  lxw_worksheet *target = sheet_of(book, sheet);
  if (target == NULL) return;
  check(book, xl_worksheet_autofilter(target, first_row, 0, last_row, last_column));
}

void cxlsx_set_page(CXLSXBook *book, int sheet, int is_lying, uint32_t repeated_row) {
  lxw_worksheet *target = sheet_of(book, sheet);
  if (target == NULL) return;
  if (is_lying) xl_worksheet_set_landscape(target);
  xl_worksheet_set_paper(target, 9);
  xl_worksheet_fit_to_pages(target, 1, 0);
  check(book, xl_worksheet_set_footer(target, "&L&A&R&P / &N"));
  if (repeated_row != UINT32_MAX) {
    check(book, xl_worksheet_repeat_rows(target, repeated_row, repeated_row));
  }
}

void cxlsx_accept_texts(CXLSXBook *book, int sheet, const char *range) {
  lxw_worksheet *target = sheet_of(book, sheet);
  if (target == NULL) return;
  check(book, xl_worksheet_ignore_errors(target, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range));
}

// MARK: Charts

static void draw_lines(lxw_chart_series *drawn, const CXLSXSeries *series) {
  lxw_color_t colour = (lxw_color_t)series->colour;
  lxw_chart_line line = {.color = colour, .width = 2};
  if (series->is_dashed) line.dash_type = LXW_CHART_LINE_DASH_DASH;
  xl_chart_series_set_line(drawn, &line);
  if (series->has_no_dots) {
    xl_chart_series_set_marker_type(drawn, LXW_CHART_MARKER_NONE);
    return;
  }
  lxw_chart_fill fill = {.color = colour, .none = series->is_dashed};
  lxw_chart_line edge = {.color = colour, .width = 1};
  xl_chart_series_set_marker_type(drawn, LXW_CHART_MARKER_CIRCLE);
  xl_chart_series_set_marker_size(drawn, 6);
  xl_chart_series_set_marker_fill(drawn, &fill);
  xl_chart_series_set_marker_line(drawn, &edge);
}

static void draw_series(lxw_chart *drawn, const CXLSXChart *chart, const CXLSXSeries *series) {
  lxw_chart_series *added = xl_chart_add_series(drawn, NULL, NULL);
  if (added == NULL) return;
  xl_chart_series_set_categories(added, chart->sheet, series->first_row, series->labels,
                                 series->last_row, series->labels);
  xl_chart_series_set_values(added, chart->sheet, series->first_row, series->figures,
                             series->last_row, series->figures);
  // A name by reference is no text that could be taken for a formula.
  xl_chart_series_set_name_range(added, chart->sheet, series->first_row - 1, series->figures);
  if (chart->kind == CXLSX_LINES) {
    draw_lines(added, series);
  } else {
    lxw_chart_fill fill = {.color = (lxw_color_t)series->colour};
    xl_chart_series_set_fill(added, &fill);
  }
  if (series->label_number != NULL) {
    lxw_chart_font font = {.size = 9, .color = (lxw_color_t)series->label_colour};
    xl_chart_series_set_labels(added);
    xl_chart_series_set_labels_num_format(added, series->label_number);
    xl_chart_series_set_labels_font(added, &font);
  }
}

void cxlsx_add_chart(CXLSXBook *book, int sheet, uint32_t row, uint16_t column,
                     const CXLSXChart *chart, const CXLSXSeries *series, int count) {
  static const uint8_t types[] = {LXW_CHART_BAR, LXW_CHART_BAR_STACKED, LXW_CHART_BAR_STACKED_PERCENT,
                                  LXW_CHART_COLUMN_STACKED, LXW_CHART_LINE};
  lxw_worksheet *target = sheet_of(book, sheet);
  if (target == NULL || chart->kind < 0 || chart->kind > CXLSX_LINES) return;
  lxw_chart *drawn = xl_workbook_add_chart(book->workbook, types[chart->kind]);
  if (drawn == NULL) {
    check(book, LXW_ERROR_MEMORY_MALLOC_FAILED);
    return;
  }
  for (int i = 0; i < count; i++) draw_series(drawn, chart, &series[i]);
  lxw_chart_font title = {.size = 11, .bold = LXW_TRUE};
  xl_chart_title_set_name(drawn, chart->title);
  xl_chart_title_set_name_font(drawn, &title);
  xl_chart_legend_set_position(drawn, chart->has_legend ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
  // Bars lie: their figures go along the x axis.
  int is_lying = chart->kind <= CXLSX_FULL_BARS;
  lxw_chart_axis *values = is_lying ? drawn->x_axis : drawn->y_axis;
  if (is_lying) {
    // The first row lies on top, as in the table, and the axis below.
    xl_chart_axis_set_reverse(drawn->y_axis);
    xl_chart_axis_set_label_position(values, LXW_CHART_AXIS_LABEL_POSITION_HIGH);
  }
  xl_chart_axis_set_num_format(values, chart->number);
  if (chart->has_maximum) {
    xl_chart_axis_set_min(values, 0);
    xl_chart_axis_set_max(values, chart->maximum);
  }
  lxw_chart_line grid = {.color = 0xdde3e8, .width = 0.75};
  xl_chart_axis_major_gridlines_set_visible(values, LXW_TRUE);
  xl_chart_axis_major_gridlines_set_line(values, &grid);
  xl_chart_set_series_gap(drawn, chart->kind == CXLSX_COLUMNS ? 15 : 50);
  if (chart->kind == CXLSX_BARS) xl_chart_set_series_overlap(drawn, -5);
  xl_chart_show_blanks_as(drawn, LXW_CHART_BLANKS_AS_GAP);
  lxw_chart_options options = {.x_scale = chart->width / 480.0,
                               .y_scale = chart->height / 288.0,
                               .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
                               .description = (char *)chart->description};
  check(book, xl_worksheet_insert_chart_opt(target, row, column, drawn, &options));
}
