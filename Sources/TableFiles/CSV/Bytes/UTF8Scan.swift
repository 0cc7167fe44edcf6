/// How much of a buffer is UTF-8.
struct UTF8Scan {
  /// Well-formed sequences of two bytes or more.
  private(set) var multibyte = 0
  /// Ill-formed sequences.
  private(set) var invalid = 0

  init(_ bytes: Bytes, from start: Int) {
    var i = start
    while true {
      i = Self.endOfASCII(bytes, from: i)
      guard i < bytes.count else { return }
      let (length, isValid) = Self.sequence(bytes, at: i)
      if isValid { multibyte += 1 } else { invalid += 1 }
      i += length
    }
  }

  /// The first byte from `start` that is not ASCII, or the end.
  static func endOfASCII(_ bytes: Bytes, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var i = start
    while i + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
      if word & 0x8080_8080_8080_8080 != 0 { break }
      i += 8
    }
    while i < bytes.count, bytes[i] < 0x80 { i += 1 }
    return i
  }

  /// The first byte of a range that starts an ill-formed sequence.
  static func firstInvalid(_ bytes: Bytes, _ range: Range<Int>) -> Int? {
    var i = range.lowerBound
    while true {
      i = endOfASCII(bytes, from: i)
      guard i < range.upperBound else { return nil }
      let (length, isValid) = sequence(bytes, at: i)
      if !isValid { return i }
      i += length
    }
  }

  /// The length of the sequence at a byte that is not ASCII. An ill-formed one ends before the
  /// first byte that cannot belong to it (the Unicode Standard, 3.9, table 3-7).
  static func sequence(_ bytes: Bytes, at start: Int) -> (length: Int, isValid: Bool) {
    let first = bytes[start]
    let count: Int
    var allowed: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: count = 2
    case 0xE0...0xEF:
      count = 3
      if first == 0xE0 { allowed = 0xA0...0xBF }
      if first == 0xED { allowed = 0x80...0x9F }
    case 0xF0...0xF4:
      count = 4
      if first == 0xF0 { allowed = 0x90...0xBF }
      if first == 0xF4 { allowed = 0x80...0x8F }
    default: return (1, false)
    }
    for i in 1..<count {
      guard start + i < bytes.count, allowed.contains(bytes[start + i]) else { return (i, false) }
      allowed = 0x80...0xBF
    }
    return (count, true)
  }
}
