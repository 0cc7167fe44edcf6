internal import Tables

/// The small words of EXPLAIN.
enum ExplainNotation {
  /// Words one after another.
  static func list(_ words: [String]) -> String { words.joined(separator: ", ") }

  /// A column by its name.
  static func name(_ column: Int, _ names: [String]) -> String {
    names.indices.contains(column) ? names[column] : "column \(column + 1)"
  }

  /// Text that is not longer than a line should be.
  static func shortened(_ text: String) -> String {
    text.count <= 160 ? text : text.prefix(159) + "…"
  }

  /// A value as it is written in a query.
  static func literal(_ cell: Cell) -> String {
    switch cell {
    case .null: return "null"
    case .text(let value):
      return "'"
        + value.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
        + "'"
    case .integer(let value): return String(value)
    case .real(let value): return String(value)
    case .numeric(let value): return value.description
    case .boolean(let value): return value ? "true" : "false"
    case .date(let value): return "date '\(value)'"
    case .timestamp(let value): return "timestamp '\(value)'"
    case .interval(let value): return "interval '\(value)'"
    }
  }
}
