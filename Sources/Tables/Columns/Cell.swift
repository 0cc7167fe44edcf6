/// One value of a table.
public enum Cell: Hashable, Sendable {
  /// No value.
  case null
  /// A text.
  case text(String)
  /// A whole number.
  case integer(Int64)
  /// A number.
  case real(Double)
  /// An exact decimal number, which only queries make.
  case numeric(DecimalNumber)
  /// True or false.
  case boolean(Bool)
  /// A day.
  case date(CalendarDate)
  /// A moment.
  case timestamp(Timestamp)
  /// A length of time.
  case interval(CalendarInterval)
}

extension Cell {
  /// The value as it is usually written; `nil` for a missing one.
  package var written: String? {
    switch self {
    case .null: nil
    case .text(let value): value
    case .integer(let value): String(value)
    case .real(let value): value.description
    case .numeric(let value): value.description
    case .boolean(let value): value ? "true" : "false"
    case .date(let value): value.description
    case .timestamp(let value): value.description
    case .interval(let value): value.description
    }
  }
}
