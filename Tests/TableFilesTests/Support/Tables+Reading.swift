import Diagnostics
import TableFiles
public import Tables

/// Reads a text as a file called `t.csv`.
func read(_ text: String, _ options: CSVOptions = CSVOptions()) -> CSVFile {
  CSVReader.read(bytes: Array(text.utf8), named: "t.csv", options: options)
}

extension Table {
  /// All values, row by row.
  var cells: [[Cell]] {
    chunks.flatMap { chunk in
      (0..<chunk.rowCount).map { row in chunk.columns.map { $0[row] } }
    }
  }

  /// One column from top to bottom.
  func column(_ name: String) -> [Cell] {
    rows.map { $0[name] }
  }
}

extension CSVFile {
  /// The diagnostics as the owner of the file sees them.
  var messages: [String] { diagnostics.map { $0.formatted(showingValue: true) } }
  /// The codes of the diagnostics.
  var codes: [String] { diagnostics.map(\.code) }
}

/// Lets expected values be written as literals.
extension Cell: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral
{
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// A whole number.
  public init(integerLiteral value: Int64) { self = .integer(value) }
  /// A number.
  public init(floatLiteral value: Double) { self = .real(value) }
  /// True or false.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
}

/// A day for expected values; a day that does not exist is a null.
func day(_ year: Int, _ month: Int, _ day: Int) -> Cell {
  CalendarDate(year: year, month: month, day: day).map(Cell.date) ?? .null
}

/// A moment for expected values; one that does not exist is a null.
func moment(
  _ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, _ second: Int = 0,
  _ microsecond: Int = 0
) -> Cell {
  CalendarDate(year: year, month: month, day: day).flatMap {
    Timestamp($0, hour: hour, minute: minute, second: second, microsecond: microsecond)
  }.map(Cell.timestamp) ?? .null
}
