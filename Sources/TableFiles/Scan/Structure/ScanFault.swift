/// Why a part cannot be read as planned. The place and the words are worked out afterwards.
enum ScanFault: Error {
  /// The text breaks the rules, or a value the type that the caller gave.
  case malformed
  /// A value does not fit the type that was found from others.
  case contradiction
}
