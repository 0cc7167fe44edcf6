/// A function over many rows.
package enum AggregateFunction: String, Hashable, Sendable, CaseIterable {
  /// Rows, or rows with a value.
  case count
  /// The sum; NULL for no values.
  case sum
  /// The arithmetic mean; NULL for no values.
  case avg
  /// The least value.
  case min
  /// The greatest value.
  case max
}
