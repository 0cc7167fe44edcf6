internal import Tables

extension Cell {
  /// The value as people read it; NULL is `NULL`.
  var written: String {
    switch self {
    case .null: "NULL"
    case .text(let value): value
    case .integer(let value): String(value)
    case .real(let value): value.description
    case .boolean(let value): value ? "true" : "false"
    case .date(let value): value.description
    case .timestamp(let value): value.description
    case .interval(let value): value.description
    }
  }
}

extension ColumnType {
  /// Whether values line up at their right ends.
  var isNumber: Bool { self == .integer || self == .real }
}
