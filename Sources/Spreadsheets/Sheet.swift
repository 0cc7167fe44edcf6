internal import CXLSXWriter
package import Tables

/// A sheet of a workbook; rows and columns count from 0.
package struct Sheet {
  /// What Excel holds on a sheet.
  package static let rowLimit = 1_048_576
  /// What Excel holds on a sheet.
  package static let columnLimit = 16_384

  let workbook: Workbook
  let index: Int32
  /// What it is called.
  package let name: String

  // MARK: Cells

  /// Writes a number. One that Excel does not know (infinite, or none) becomes a text.
  package func number(_ value: Double, row: Int, column: Int, style: CellStyle.ID = .plain) {
    guard abs(value) <= Self.largest, value == 0 || abs(value) >= Double.leastNormalMagnitude else {
      workbook.losses.numbersAsText += 1
      return text(value.description, row: row, column: column, style: style)
    }
    cxlsx_number(
      workbook.book, index, UInt32(row), UInt16(column), value == 0 ? 0 : value, style.number)
  }

  /// Writes a whole number. Excel keeps 15 digits; one that has more becomes a text that has them all.
  package func integer(_ value: Int64, row: Int, column: Int, style: CellStyle.ID = .plain) {
    guard value.magnitude <= Self.largestInteger else {
      workbook.losses.numbersAsText += 1
      return text(String(value), row: row, column: column, style: style)
    }
    cxlsx_number(workbook.book, index, UInt32(row), UInt16(column), Double(value), style.number)
  }

  /// Writes a day. Excel counts days from 1900 on and takes that for a leap year; what lies before March
  /// of it becomes a text.
  package func day(_ days: Int32, row: Int, column: Int, style: CellStyle.ID) {
    let serial = Int(days) + Self.serialOf1970
    guard (Self.firstSerial...Self.lastSerial).contains(serial) else {
      workbook.losses.daysAsText += 1
      return text(
        CalendarDate(daysSince1970: days).description, row: row, column: column, style: style)
    }
    cxlsx_number(workbook.book, index, UInt32(row), UInt16(column), Double(serial), style.number)
  }

  /// Writes a moment; before March 1900 as a text.
  package func moment(_ moment: Timestamp, row: Int, column: Int, style: CellStyle.ID) {
    let serial =
      Double(moment.microsecondsSince1970) / 86_400_000_000 + Double(Self.serialOf1970)
    guard serial >= Double(Self.firstSerial), serial < Double(Self.lastSerial + 1) else {
      workbook.losses.daysAsText += 1
      return text(moment.description, row: row, column: column, style: style)
    }
    cxlsx_number(workbook.book, index, UInt32(row), UInt16(column), serial, style.number)
  }

  /// Writes true or false.
  package func boolean(_ value: Bool, row: Int, column: Int, style: CellStyle.ID = .plain) {
    cxlsx_boolean(
      workbook.book, index, UInt32(row), UInt16(column), value ? 1 : 0, style.number)
  }

  /// Writes a text, which is never taken for a formula, a number or a link. What is longer than Excel
  /// holds ends with a sentence that says so.
  package func text(_ text: String, row: Int, column: Int, style: CellStyle.ID = .plain) {
    let prepared = SpreadsheetText(text, cutIn: workbook.language)
    if prepared.isCut { workbook.losses.textsCut += 1 }
    cxlsx_text(
      workbook.book, index, UInt32(row), UInt16(column), prepared.text, style.number)
  }

  /// Writes a text across columns that are so wide together, in a row of its height.
  package func text(
    _ text: String, row: Int, across columns: ClosedRange<Int>, width: Int, style: CellStyle.ID
  ) {
    let prepared = SpreadsheetText(text, cutIn: workbook.language)
    if prepared.isCut { workbook.losses.textsCut += 1 }
    if columns.count > 1 {
      cxlsx_merge(
        workbook.book, index, UInt32(row), UInt16(columns.lowerBound), UInt16(columns.upperBound),
        prepared.text, style.number)
    } else {
      cxlsx_text(
        workbook.book, index, UInt32(row), UInt16(columns.lowerBound), prepared.text, style.number)
    }
    fit([text], widths: [width], row: row)
  }

  /// Makes a row as high as texts are that wrap in columns of some widths. Not every program does so
  /// itself.
  package func fit(_ texts: [String], widths: [Int], row: Int, isBold: Bool = false) {
    let lines =
      zip(texts, widths).map { text, width in
        // The width of a column is that of digits, and letters are narrower.
        Self.lines(text, width: max(isBold ? width : width * 11 / 10, 1))
      }.max() ?? 1
    if lines > 1 { setHeight(min(Double(lines) * Self.lineHeight, Self.highest), row: row) }
  }

  /// How many lines a text takes, broken between words.
  private static func lines(_ text: String, width: Int) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { sum, line in
      var (lines, room) = (1, width)
      for word in line.split(separator: " ") {
        if word.count + 1 > room, room < width {
          lines += 1
          room = width
        }
        lines += max(0, word.count - 1) / max(width, 1)
        room -= word.count % max(width, 1) + 1
      }
      return sum + lines
    }
  }

  private static let lineHeight = 15.0
  /// Excel's highest row.
  private static let highest = 409.0

  /// Leaves a cell empty, but for its looks.
  package func blank(row: Int, column: Int, style: CellStyle.ID) {
    cxlsx_blank(workbook.book, index, UInt32(row), UInt16(column), style.number)
  }

  /// Writes a text that leads to another sheet.
  package func link(
    _ text: String, to sheet: Sheet, row: Int, column: Int, style: CellStyle.ID
  ) {
    let quoted = sheet.name.replacing("'", with: "''")
    cxlsx_link(
      workbook.book, index, UInt32(row), UInt16(column), "internal:'\(quoted)'!A1",
      SpreadsheetText(text, cutIn: workbook.language).text, style.number)
  }

  // MARK: Looks

  /// Sets the width of a column, in characters.
  package func setWidth(_ characters: Int, column: Int) {
    cxlsx_set_width(
      workbook.book, index, UInt16(column), UInt16(column), Double(min(max(characters, 1), 255)))
  }

  /// Sets the height of a row, in points.
  package func setHeight(_ points: Double, row: Int) {
    cxlsx_set_height(workbook.book, index, UInt32(row), points)
  }

  /// Keeps the first rows and columns where they are while the others move.
  package func freeze(rows: Int, columns: Int = 0) {
    cxlsx_freeze(workbook.book, index, UInt32(rows), UInt16(columns))
  }

  /// Lets readers filter and sort rows by the headings above them.
  package func filter(rows: ClosedRange<Int>, lastColumn: Int) {
    cxlsx_filter(
      workbook.book, index, UInt32(rows.lowerBound), UInt32(rows.upperBound), UInt16(lastColumn))
  }

  /// How it is printed: on A4, one page wide, with a number on each page.
  package func setPage(isLying: Bool, repeating row: Int? = nil) {
    cxlsx_set_page(workbook.book, index, isLying ? 1 : 0, row.map(UInt32.init) ?? UInt32.max)
  }

  /// Texts that look like numbers, such as ids, are meant as texts.
  package func acceptTexts(rows: Int, columns: Int) {
    cxlsx_accept_texts(
      workbook.book, index, "A1:\(Self.letters(max(columns, 1) - 1))\(max(rows, 1))")
  }

  /// A column as Excel calls it: A, B, …, AA.
  package static func letters(_ column: Int) -> String {
    var (rest, letters) = (column + 1, "")
    while rest > 0 {
      let letter = Character(UnicodeScalar(UInt8(65 + (rest - 1) % 26)))
      letters = String(letter) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  private static let largest = 9.99999999999999e307
  private static let largestInteger: UInt64 = 999_999_999_999_999
  private static let serialOf1970 = 25_569
  /// 1900-03-01.
  private static let firstSerial = 61
  /// 9999-12-31.
  private static let lastSerial = 2_958_465
}
