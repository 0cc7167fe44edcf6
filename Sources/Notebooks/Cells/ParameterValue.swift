package import Tables

/// The value of a parameter: a number, a day, true or false where it looks like one and stands without
/// quotes, otherwise a text. It is bound as a value and never read as SQL or as a command.
package struct ParameterValue: Hashable, Sendable {
  /// As it was written.
  package let text: String
  /// As a query sees it.
  package let cell: Cell

  /// A value as it stands in YAML or behind `--set name=`.
  package init(_ text: String, isPlain: Bool = true) {
    self.text = text
    guard isPlain else {
      cell = .text(text)
      return
    }
    let digits = text.first == "-" ? text.dropFirst() : text[...]
    let isNumber = digits.first.map { $0.isASCII && $0.isNumber } ?? false
    if text == "true" || text == "false" {
      cell = .boolean(text == "true")
    } else if let day = CalendarDate(iso: text) {
      cell = .date(day)
    } else if isNumber, let number = Int64(text) {
      cell = .integer(number)
    } else if isNumber, let number = Double(text), number.isFinite {
      cell = .real(number)
    } else {
      cell = .text(text)
    }
  }

  /// The parameter that names a table, as in `FROM "$file"`; `nil` for a table with a name of its own.
  static func parameter(ofTable name: String) -> String? {
    let rest = name.dropFirst()
    return name.first == "$" && CellName.isName(String(rest)) ? String(rest) : nil
  }

  var hash: ContentHash {
    let kind =
      switch cell {
      case .text: "text"
      case .integer: "integer"
      case .real: "real"
      case .boolean: "boolean"
      case .date: "date"
      default: "other"
      }
    return ContentHash(of: [kind, cell.written ?? ""])
  }
}
