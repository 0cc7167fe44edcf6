/// Whether bytes are well-formed UTF-8, fast where most are ASCII or two-byte letters.
enum UTF8Check {
  static func isValid(_ base: UnsafeMutablePointer<UInt8>, _ range: Range<Int>) -> Bool {
    let raw = UnsafeRawPointer(base)
    let bytes = Bytes(start: base, count: range.upperBound)
    var i = range.lowerBound
    while i < range.upperBound {
      if i + 8 <= range.upperBound {
        let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080
        if word == 0 {
          i += 8
          continue
        }
        i += word.trailingZeroBitCount >> 3
      } else if base[i] < 0x80 {
        i += 1
        continue
      }
      if base[i] &- 0xC2 < 0x1E, i + 1 < range.upperBound, base[i + 1] & 0xC0 == 0x80 {
        i += 2
        continue
      }
      let (length, isValid) = UTF8Scan.sequence(bytes, at: i)
      guard isValid else { return false }
      i += length
    }
    return true
  }
}
