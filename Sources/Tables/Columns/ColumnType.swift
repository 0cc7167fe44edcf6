/// The type of a column's values.
public enum ColumnType: String, Sendable, CaseIterable, Hashable {
  /// Text, coded by a dictionary.
  case text
  /// Whole numbers of 64 bits.
  case integer
  /// Numbers of double precision, never NaN.
  case real
  /// Exact decimal numbers, which only queries make; no file holds them.
  case numeric
  /// True or false.
  case boolean
  /// Days.
  case date
  /// Wall-clock moments.
  case timestamp
  /// Lengths of time, which only queries make; no file holds them.
  case interval
}

extension ColumnType {
  /// The types that the values of a file can have.
  package static let ofFiles = allCases.filter { $0 != .interval && $0 != .numeric }

  /// The narrowest type that the values of both fit: numbers of any kind are real, days and moments are
  /// moments, and whatever else is mixed is text.
  package func widened(with other: ColumnType) -> ColumnType {
    if self == other { return self }
    let both: Set = [self, other]
    if both == [.integer, .numeric] { return .numeric }
    if both.isSubset(of: [.integer, .real, .numeric]) { return .real }
    if both == [.date, .timestamp] { return .timestamp }
    return .text
  }
}
