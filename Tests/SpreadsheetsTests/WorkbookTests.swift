import Labels
import Tables
import Testing
import ZipFixtures

@testable import Spreadsheets

/// What is written into a workbook, read back from its files.
@Suite struct WorkbookTests {
  private static func read(
    isStreaming: Bool = false, _ fill: (Workbook, Sheet) -> Void
  ) throws -> (sheet: SheetReader, archive: ZipReader, losses: SpreadsheetLosses) {
    let workbook = try Workbook(title: "T", language: .english, isStreaming: isStreaming)
    fill(workbook, workbook.addSheet("Data"))
    let archive = try #require(ZipReader(workbook.bytes()))
    return (try #require(SheetReader(archive, sheet: 1)), archive, workbook.losses)
  }

  @Test(
    "texts stay texts: none is a formula, a number or markup",
    arguments: [
      // Cells that begin so run as formulas where a program writes them carelessly: OWASP, "CSV Injection".
      ("=1+1", "=1+1"), ("+1", "+1"), ("-1", "-1"), ("@SUM(A1)", "@SUM(A1)"), ("{=A1}", "{=A1}"),
      ("http://x.se", "http://x.se"), ("007", "007"), ("1e5", "1e5"), ("TRUE", "TRUE"),
      ("<b>&\"'", "<b>&\"'"), ("två\nrader", "två\nrader"), (" kant ", " kant "),
      // ECMA-376 part 1, 22.9.2.19 (ST_Xstring): `_xHHHH_` for what XML cannot carry.
      ("a\u{1B}b", "a_x001B_b"), ("\u{0}", "_x0000_"), ("\r", "_x000D_"),
      ("_x0041_", "_x005F_x0041_"),
      ("_x00_", "_x00_"), ("\u{FFFE}", "\u{FFFD}"), ("ï_x", "ï_x"), ("🎈", "🎈"),
    ], [false, true])
  func texts(_ text: (String, String), isStreaming: Bool) throws {
    let read = try Self.read(isStreaming: isStreaming) { $1.text(text.0, row: 0, column: 0) }
    #expect(read.sheet.cells["A1"] == .init(type: "s", value: text.1, style: 0))
    #expect(read.losses == SpreadsheetLosses())
  }

  @Test(
    "a text is cut at 32 767 characters and says so",
    arguments: [
      ("x", 32_767, 0), ("x", 32_768, 1), ("å", 40_000, 1), ("🎈", 16_383, 0), ("🎈", 16_384, 1),
      ("\u{1}", 4681, 0), ("\u{1}", 4682, 1),
    ])
  func longTexts(_ character: String, count: Int, cuts: Int) throws {
    let text = String(repeating: character, count: count)
    let read = try Self.read { $1.text(text, row: 0, column: 0) }
    let cell = try #require(read.sheet.cells["A1"])
    #expect(cell.value.utf16.count <= 32_767)
    #expect(cell.value.hasSuffix(" … [cut: \(count) characters]") == (cuts > 0))
    #expect(read.losses.textsCut == cuts)
    #expect(read.losses.sentences.count == cuts)
  }

  @Test(
    "numbers that Excel cannot hold are texts that say all",
    arguments: [
      (Double.nan, "nan", true), (.infinity, "inf", true), (-.infinity, "-inf", true),
      (1e308, "1e+308", true), (.leastNonzeroMagnitude, "5e-324", true), (0.1, "0.1", false),
      (-0.0, "0", false),
      (1e307, "1E+307", false), (1.0 / 3, "0.3333333333333333", false),
    ])
  func reals(_ value: Double, _ text: String, isText: Bool) throws {
    let read = try Self.read { $1.number(value, row: 0, column: 0) }
    #expect(read.sheet.cells["A1"] == .init(type: isText ? "s" : "n", value: text, style: 0))
    #expect(read.losses.numbersAsText == (isText ? 1 : 0))
  }

  @Test(
    "whole numbers keep all digits: 15 as numbers, more as texts",
    arguments: [
      (Int64(999_999_999_999_999), "n"), (1_000_000_000_000_000, "s"), (-999_999_999_999_999, "n"),
      (Int64.min, "s"), (Int64.max, "s"), (0, "n"),
    ])
  func integers(_ value: Int64, type: String) throws {
    let read = try Self.read { $1.integer(value, row: 0, column: 0) }
    #expect(read.sheet.cells["A1"] == .init(type: type, value: String(value), style: 0))
  }

  @Test(
    "days are serial numbers from March 1900 on",
    arguments: [
      // Microsoft, "DATEVALUE function": 2011-08-22 is 40777, 2008-01-01 is 39448.
      ("2011-08-22", "n", "40777"), ("2008-01-01", "n", "39448"), ("1900-03-01", "n", "61"),
      ("1900-02-28", "s", "1900-02-28"), ("1899-12-31", "s", "1899-12-31"),
      ("0001-01-01", "s", "0001-01-01"),
      ("9999-12-31", "n", "2958465"),
    ])
  func days(_ day: String, type: String, value: String) throws {
    let date = try #require(CalendarDate(iso: day))
    let read = try Self.read { workbook, sheet in
      var style = CellStyle()
      style.number = .day
      sheet.day(date.daysSince1970, row: 0, column: 0, style: workbook.style(style))
      style.number = .moment
      sheet.moment(
        Timestamp(secondsSince1970: Int64(date.daysSince1970) * 86_400 + 21_600), row: 1, column: 0,
        style: workbook.style(style))
    }
    let formats = SheetReader.formats(read.archive)
    let cell = try #require(read.sheet.cells["A1"])
    #expect(cell.type == type && cell.value == value)
    #expect(formats[cell.style] == "yyyy-mm-dd")
    // Six o'clock is a quarter of a day.
    let moment = try #require(read.sheet.cells["A2"])
    #expect(moment.value == (type == "n" ? value + ".25" : day + "T06:00:00"))
    #expect(formats[moment.style] == "yyyy-mm-dd hh:mm:ss")
    #expect(read.losses.daysAsText == (type == "s" ? 2 : 0))
  }

  @Test("the same cells give the same bytes", arguments: [false, true])
  func deterministic(isStreaming: Bool) throws {
    func bytes() throws -> [UInt8] {
      let workbook = try Workbook(title: "Å", language: .swedish, isStreaming: isStreaming)
      let sheet = workbook.addSheet("Ett")
      for row in 0..<200 {
        sheet.number(Double(row) / 7, row: row, column: 0)
        sheet.text("rad \(row % 9)", row: row, column: 1)
      }
      sheet.add(
        SheetChart(
          .bars, title: "T", description: "D", data: sheet, rows: 1...9, labelColumn: 1,
          series: [.init(column: 0, colour: 0x1C6BA8)], numbers: .percent), row: 3, column: 3)
      return try workbook.bytes()
    }
    #expect(try bytes() == bytes())
  }

  @Test(
    "a number with words around it is a number",
    arguments: [
      (NumberFormat(.number, decimals: 1), "#,##0.0"), (NumberFormat(.percent), "0%"),
      (NumberFormat(.number, before: "ca "), ###""ca "#,##0"###),
      (
        NumberFormat(.number, isNegative: true, before: "ca "),
        ###""ca "#,##0;"ca "-#,##0;"ca "#,##0"###
      ),
      (NumberFormat(.number, isSigned: true), ###"+#,##0;-#,##0;"±"#,##0"###),
      (NumberFormat(.number, behind: " m\"x"), ###"#,##0" m"\""x""###),
      (NumberFormat(.words, before: "< 0,001"), #""< 0,001""#),
      (NumberFormat(.number, before: String(repeating: "x", count: 130)), nil),
      (NumberFormat(.number, behind: "\n"), nil),
    ])
  func formats(_ format: NumberFormat?, code: String?) { #expect(format?.code == code) }

  @Test("sheets have names that Excel takes, each its own")
  func names() throws {
    let wishes = [
      "Mål: 2023/24?", "mål- 2023-24-", "'x'", "", "", "History", "a\nb\u{1}",
      String(repeating: "lång ", count: 9), "Återkoppling inom fem arbetsdagar, per månad",
      "Återkoppling inom fem arbetsdagar, per månad", String(repeating: "🎈", count: 20),
    ]
    let workbook = try Workbook(title: "", language: .swedish)
    let names = wishes.map { workbook.addSheet($0).name }
    #expect(
      names == [
        "Mål- 2023-24-", "mål- 2023-24- (2)", "x", "Blad", "Blad (2)", "History Blad", "a b",
        "lång lång lång lång lång lång…", "Återkoppling inom f…, per månad",
        "Återkoppling in…, per månad (2)", String(repeating: "🎈", count: 15) + "…",
      ])
    #expect(names.allSatisfy { $0.utf16.count <= 31 })
    // libxlsxwriter takes each of them.
    let archive = try #require(ZipReader(workbook.bytes()))
    #expect(SheetReader.names(archive) == names)
  }

  @Test("what the receiver throws comes back, and the workbook is gone") func stopped() throws {
    struct Stop: Error {}
    let workbook = try Workbook(title: "", language: .english)
    _ = workbook.addSheet("")
    #expect(throws: Stop.self) { try workbook.close { _ in throw Stop() } }
  }

  @Test(
    "columns by their letters",
    arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (16_383, "XFD")])
  func letters(_ column: Int, letters: String) { #expect(Sheet.letters(column) == letters) }
}
