import Tables
import Testing

@testable import TableFiles

/// Formats as Excel writes them in several languages, and days as openpyxl's `from_excel` counts them.
@Suite("Formats and days of cells")
struct CellFormatTests {
  @Test(
    "formats",
    arguments: [
      ("General", CellFormat.none), ("0.00", .none), ("#,##0.00\\ \"kr\"", .none),
      ("0.00E+00", .none),
      ("@", .none), ("[Red]0;[Blue]-0", .none), ("yyyy-mm-dd", .day), ("d/m/yyyy", .day),
      ("[$-41D]d mmmm yyyy;@", .day), ("mmm-yy", .day), ("yyyy\\-mm\\-dd hh:mm", .moment),
      ("m/d/yy h:mm AM/PM", .moment), ("hh:mm:ss", .time), ("[h]:mm", .time), ("[mm]:ss", .time),
      ("mm:ss.0", .time), ("\"dag\" 0", .none), ("0_d", .none), ("GENERAL", .none), ("", .none),
    ])
  func formats(_ code: String, _ expected: CellFormat) {
    #expect(CellFormat(code: code) == expected, "\(code)")
  }

  @Test("days of both calendars")
  func days() {
    let (windows, mac) = (SerialDate(), SerialDate(is1904: true))
    #expect(windows.cell(45_306, .day) == day(2024, 1, 15))
    #expect(windows.cell(1, .day) == day(1900, 1, 1))
    #expect(windows.cell(59, .day) == day(1900, 2, 28))
    #expect(windows.cell(61, .day) == day(1900, 3, 1))
    #expect(windows.cell(2_958_465, .day) == day(9999, 12, 31))
    #expect(mac.cell(0, .day) == day(1904, 1, 1))
    #expect(mac.cell(43_844, .day) == day(2024, 1, 15))
    // A third of a second before the full second is that second before.
    #expect(windows.cell(45_306.354_340_277_8, .moment) == moment(2024, 1, 15, 8, 30, 15))
    #expect(windows.cell(45_306.5, .day) == moment(2024, 1, 15, 12, 0))
    #expect(windows.cell(1.25, .time) == "30:00")
    #expect(windows.cell(-1, .day) == nil)
    #expect(windows.cell(2_958_466, .day) == nil)
    #expect(mac.cell(2_958_465, .day) == nil)
    #expect(windows.cell(.infinity, .time) == nil)
  }

  @Test("names of cells")
  func cells() {
    for (text, row, column) in [
      ("A1", 1, 0), ("z9", 9, 25), ("AA10", 10, 26), ("XFD1048576", 1_048_576, 16_383),
    ] {
      let place = text.withCString { CellPlace($0) }
      #expect(place == CellPlace(row: row, column: column))
      #expect(place?.name == text.uppercased())
    }
    for text in ["", "A", "1", "XFE1", "A0", "A1048577", "A1B", "Å1", "A99999999999999999999"] {
      #expect(text.withCString { CellPlace($0) } == nil, "\(text)")
    }
  }
}
