internal import Tables

/// Room for the values of a column in one chunk, and for which of them are null.
///
/// Invariant: `values` and `nullWords` have room for the rows of a chunk; null bits of rows
/// that have not been read are 0. Values of rows that have not been read mean nothing; all types of
/// values are plain numbers.
final class RowBuffer<Value> {
  let values: UnsafeMutablePointer<Value>
  let nullWords: UnsafeMutablePointer<UInt64>
  private let placeholder: Value

  /// Room for so many rows, a multiple of 64.
  init(placeholder: Value, rows: Int) {
    self.placeholder = placeholder
    values = .allocate(capacity: rows)
    nullWords = .allocate(capacity: rows / 64)
    nullWords.initialize(repeating: 0, count: rows / 64)
  }

  deinit {
    values.deallocate()
    nullWords.deallocate()
  }

  @inline(__always)
  func setNull(_ row: Int) {
    values[row] = placeholder
    nullWords[row >> 6] |= 1 << UInt64(row & 63)
  }

  /// Makes a row null or leaves it, without a branch; its value has been set.
  @inline(__always)
  func setNull(_ row: Int, if isNull: Bool) {
    nullWords[row >> 6] |= (isNull ? 1 : 0) &<< UInt64(truncatingIfNeeded: row)
  }

  /// The first rows; the buffer is empty afterwards.
  func take(_ count: Int) -> (values: [Value], nulls: Nulls?) {
    let taken = Array(UnsafeBufferPointer(start: values, count: count))
    let words = UnsafeMutableBufferPointer(start: nullWords, count: (count + 63) / 64)
    guard words.contains(where: { $0 != 0 }) else { return (taken, nil) }
    var nulls = Nulls(count: count)
    for word in words.indices { nulls.words[word] = words[word] }
    words.update(repeating: 0)
    return (taken, nulls)
  }
}
