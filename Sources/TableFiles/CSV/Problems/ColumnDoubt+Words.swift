extension ColumnDoubt {
  /// Why the column is text, and what helps. The examples are fixed: a value of the file is none.
  func words(column: String, count: Int, _ style: CellStyle) -> CSVProblem.Words {
    func message(_ one: String, _ many: String) -> String {
      "column '\(column)' stays text: \(count == 1 ? "1 value \(one)" : "\(count) values \(many)")"
    }
    let missing = "or leave the field empty"
    switch self {
    case .bounds:
      return CSVProblem.Words(
        message("is a bound such as <5", "are bounds such as <5"),
        because: "A bound is no number, and nobody knows which one it stands for.",
        fix: "write the number that is meant, \(missing)")
    case .footnotes:
      return CSVProblem.Words(
        message("has the sign of a footnote", "have the sign of a footnote"),
        because: "Such a sign, as in 123*, often says that the number is not final or not certain.",
        fix: "write the number alone, \(missing)")
    case .unknownUnits:
      return CSVProblem.Words(
        message("has a word behind the number", "have a word behind the number"),
        because: "The word, as in 12 st, is no unit that all numbers of the column have.",
        fix: "write the number alone, and its unit into the name of the column")
    case .percentages:
      return CSVProblem.Words(
        message(
          "has no percent sign, while others have one",
          "have no percent sign, while others have one"),
        because: "0,12 and 12 may both stand for 12 %.",
        fix: "write all of them in one way")
    case .units:
      return CSVProblem.Words(
        message(
          "has a unit that not all have", "have units that are not the same for all"),
        because: "The numbers cannot be compared as they stand.",
        fix: "write all of them in one unit")
    case .groups:
      return Self.groups(
        message(
          "is written like 1\(style.groupMark)299", "are written like 1\(style.groupMark)299"),
        column, style)
    case .marks:
      return CSVProblem.Words(
        message(
          "has a decimal \(style.decimalComma ? "point" : "comma")",
          "have a decimal \(style.decimalComma ? "point" : "comma")"),
        because: "Other numbers of the file have a decimal "
          + "\(style.decimalComma ? "comma" : "point").",
        fix: "write all numbers of the file with one mark")
    case .dayOrder:
      return CSVProblem.Words(
        message(
          "is written like 5/11/2024", "are written like 5/11/2024"),
        because: "No value of the column tells whether the day or the month comes first, "
          + "or some tell this and some that.",
        fix: "write days as 2024-11-05")
    case .zones:
      return CSVProblem.Words(
        message("has a time zone", "have a time zone"),
        because: "Moments are read as the clock shows them, and zones would mix clocks.",
        fix: "write local time without a zone   2024-08-15T13:22")
    }
  }

  private static func groups(
    _ message: String, _ column: String, _ style: CellStyle
  ) -> CSVProblem.Words {
    let mark = style.groupMark
    return CSVProblem.Words(
      message,
      because: "The \(style.decimalComma ? "point" : "comma") may part thousands or decimals: "
        + "1299, or one and a bit.",
      fix: "write thousands without a mark",
      "in a query, for thousands   replace(\(pasted(column)), '\(mark)', '')::bigint",
      "in a query, for decimals   \(decimals(column, mark))::double precision")
  }

  private static func pasted(_ column: String) -> String {
    "\"" + column.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  private static func decimals(_ column: String, _ mark: String) -> String {
    mark == "." ? pasted(column) : "replace(\(pasted(column)), ',', '.')"
  }
}

extension CellStyle {
  /// What parts thousands, where anything does.
  fileprivate var groupMark: String { decimalComma ? "." : "," }
}
