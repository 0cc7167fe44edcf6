/// Why a part cannot be read as planned. The place and the words are worked out afterwards.
enum ScanFault: Error {
  /// The text breaks the rules, or a value the type that the caller gave.
  case malformed
  /// A value does not fit the type that was found from others.
  case contradiction
}

/// What becomes of what is wrong in a text.
enum FaultPolicy: Sendable {
  /// The first fault ends the reading: for a query, which trusts a sample for the types of a file that
  /// may be larger than memory.
  case thrown
  /// Everything is told, and the rows are kept as well as they can be: for a table that a report rests
  /// on.
  case told
}
