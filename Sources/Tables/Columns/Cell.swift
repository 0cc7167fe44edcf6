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
  /// True or false.
  case boolean(Bool)
  /// A day.
  case date(CalendarDate)
  /// A moment.
  case timestamp(Timestamp)
  /// A length of time.
  case interval(CalendarInterval)
}
