/// What ``RadixRowSort`` sorts by: keys of any length, read in levels of as many bits as fit beside a
/// row number in 64.
protocol RadixKeys: Sendable {
  /// The level at which some rows are told apart next. `items` hold their numbers in the low bits.
  func level(of items: UnsafeBufferPointer<UInt64>, rowMask: UInt64, from depth: Int) -> RadixLevel
  /// Puts the key of a level above the row number of every item.
  func load(_ items: UnsafeMutableBufferPointer<UInt64>, rowBits: UInt64, level: RadixLevel)
  /// Where rows of one equal key are told apart further; `nil` when they are equal.
  func depth(after level: RadixLevel, key: UInt64) -> Int?
  /// What to write at the first row of a new key: not 0.
  func mark(_ key: UInt64, after previous: UInt64, level: RadixLevel) -> UInt8
}

/// One step through long keys.
struct RadixLevel: Sendable {
  /// What the keys make of it: the number of a level, or of the first byte.
  var depth: Int
}

/// Neighbouring rows that are equal so far.
struct TieRun: Sendable {
  var start: Int
  var count: Int
  var depth: Int
}
