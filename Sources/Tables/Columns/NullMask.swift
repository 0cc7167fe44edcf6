/// Which rows of a column hold no value: a bit a row, set where it is missing.
public struct NullMask: Hashable, Sendable {
  private var words: [UInt64] = []
  /// The number of rows.
  public private(set) var count = 0
  /// The number of rows without a value.
  public private(set) var nullCount = 0

  /// A mask of no rows.
  public init() {}

  /// Whether the value at a row is missing.
  public subscript(row: Int) -> Bool {
    precondition(row >= 0 && row < count, "row \(row) of \(count)")
    return nullCount > 0 && words[row >> 6] >> UInt64(row & 63) & 1 == 1
  }

  /// Adds a row.
  public mutating func append(isNull: Bool) {
    if count & 63 == 0 { words.append(0) }
    if isNull {
      words[count >> 6] |= 1 << UInt64(count & 63)
      nullCount += 1
    }
    count += 1
  }
}
