internal import Tables

/// Room for the values of a column in one chunk, and for which of them are null.
///
/// Invariant: `values` and `nullWords` have room for the rows of a chunk; null bits of rows
/// that have not been read are 0. Values of rows that have not been read mean nothing; all types of
/// values are plain numbers.
final class RowBuffer<Value> {
  let values: UnsafeMutablePointer<Value>
  private let nullWords: UnsafeMutablePointer<UInt64>
  /// Behind a pointer, so that the loops that set it need not check who else does.
  private let hasNulls: UnsafeMutablePointer<Bool>
  private let placeholder: Value

  /// Room for so many rows, a multiple of 64.
  init(placeholder: Value, rows: Int) {
    self.placeholder = placeholder
    values = .allocate(capacity: rows)
    nullWords = .allocate(capacity: rows / 64)
    hasNulls = .allocate(capacity: 1)
    hasNulls.initialize(to: false)
    nullWords.initialize(repeating: 0, count: rows / 64)
  }

  deinit {
    values.deallocate()
    nullWords.deallocate()
    hasNulls.deallocate()
  }

  @inline(__always)
  func setNull(_ row: Int) {
    values[row] = placeholder
    nullWords[row >> 6] |= 1 << UInt64(row & 63)
    hasNulls.pointee = true
  }

  /// The first rows; the buffer is empty afterwards.
  func take(_ count: Int) -> (values: [Value], nulls: Nulls?) {
    let taken = Array(UnsafeBufferPointer(start: values, count: count))
    guard hasNulls.pointee else { return (taken, nil) }
    var nulls = Nulls(count: count)
    for word in 0..<(count + 63) / 64 {
      nulls.words[word] = nullWords[word]
      nullWords[word] = 0
    }
    hasNulls.pointee = false
    return (taken, nulls)
  }
}
