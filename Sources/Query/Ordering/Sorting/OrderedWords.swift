internal import Tables

/// Values as words of 64 bits that compare like the values.
///
/// `target` must have a place for every row; words of null rows mean nothing.
enum OrderedWords {
  private static let sign: UInt64 = 1 << 63

  /// Writes the words of a vector that holds no texts and no decimal numbers; these write nothing.
  static func write(_ storage: Vector.Storage, to target: UnsafeMutablePointer<UInt64>) {
    switch storage {
    case .boolean(let values):
      for (row, value) in values.enumerated() { target[row] = value ? 1 : 0 }
    case .integer(let values), .timestamp(let values):
      for (row, value) in values.enumerated() { target[row] = word(value) }
    case .real(let values):
      for (row, value) in values.enumerated() { target[row] = word(value) }
    case .date(let values):
      for (row, value) in values.enumerated() { target[row] = word(Int64(value)) }
    case .interval(let values):
      for (row, value) in values.enumerated() { target[row] = word(value.comparableMicroseconds) }
    case .text, .numeric: break
    }
  }

  @inline(__always)
  static func word(_ value: Int64) -> UInt64 { UInt64(bitPattern: value) ^ sign }

  /// Minus zero counts as zero.
  @inline(__always)
  static func word(_ value: Double) -> UInt64 {
    let bits = (value + 0).bitPattern
    return bits & sign == 0 ? bits | sign : ~bits
  }

  /// The first eight bytes of a text: where they differ they compare like the texts.
  @inline(__always)
  static func prefix(_ text: TextPool.Bytes) -> UInt64 {
    if text.count >= 8 {
      return UInt64(bigEndian: UnsafeRawBufferPointer(text).loadUnaligned(as: UInt64.self))
    }
    var word: UInt64 = 0
    for byte in text { word = word << 8 | UInt64(byte) }
    return text.isEmpty ? 0 : word << UInt64(8 * (8 - text.count))
  }
}
