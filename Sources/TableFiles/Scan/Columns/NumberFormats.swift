/// Whole numbers. Plain are those of up to 18 digits, without a plus and without zeros in front.
struct IntegerFormat: ValueFormat {
  @inline(__always)
  func plain(_ start: UnsafePointer<UInt8>, _ length: Int) -> Int64? {
    let isNegative = start[0] == UInt8(ascii: "-")
    let digits = isNegative ? start + 1 : start
    let count = isNegative ? length - 1 : length
    guard let value = DigitRun.value(digits, count), count == 1 || digits[0] != UInt8(ascii: "0")
    else { return nil }
    return isNegative ? -Int64(value) : Int64(value)
  }

  func parse(_ bytes: Bytes, _ parser: ValueParser, _ style: CellStyle) -> Int64? {
    parser.integer(bytes, style)
  }
}

/// Numbers. Plain are those of up to 15 digits, with or without a mark.
struct RealFormat: ValueFormat {
  let hasComma: Bool

  private static let powersOfTen: InlineArray<16, Double> = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  @inline(__always)
  func plain(_ start: UnsafePointer<UInt8>, _ length: Int) -> Double? {
    let isNegative = start[0] == UInt8(ascii: "-")
    let first = isNegative ? 1 : 0
    let count = length - first
    // Fifteen digits fit a double, and so does the power: one division rounds correctly (W. Clinger,
    // "How to Read Floating Point Numbers Accurately", 1990).
    guard count > 0, count <= 16 else { return nil }
    let mark = UInt8(ascii: hasComma ? "," : ".")
    var value: UInt64 = 0
    var i = first
    while i < length {
      let digit = start[i] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      value = value &* 10 &+ UInt64(digit)
      i += 1
    }
    let whole = i - first
    guard whole > 0, whole == 1 || start[first] != UInt8(ascii: "0") else { return nil }
    var fraction = 0
    if i < length {
      guard start[i] == mark else { return nil }
      i += 1
      while i < length {
        let digit = start[i] &- UInt8(ascii: "0")
        guard digit < 10 else { return nil }
        value = value &* 10 &+ UInt64(digit)
        i += 1
        fraction += 1
      }
      guard fraction > 0 else { return nil }
    }
    guard whole + fraction <= 15 else { return nil }
    let magnitude = Double(value) / Self.powersOfTen[fraction]
    // Minus zero is zero.
    return isNegative ? 0 - magnitude : magnitude
  }

  func parse(_ bytes: Bytes, _ parser: ValueParser, _ style: CellStyle) -> Double? {
    parser.real(bytes, style)
  }
}

/// Reads digits eight at a time.
enum DigitRun {
  /// The number that 1 to 18 digits write; `nil` if there are more, or anything else.
  @inline(__always)
  static func value(_ start: UnsafePointer<UInt8>, _ count: Int) -> UInt64? {
    let raw = UnsafeRawPointer(start)
    if count <= 0 { return nil }
    if count <= 8 {
      return eight(raw.loadUnaligned(as: UInt64.self), count)
    }
    guard count <= 18, let low = eight((raw + count - 8).loadUnaligned(as: UInt64.self), 8) else {
      return nil
    }
    let rest = count - 8
    if rest <= 8 {
      guard let high = eight(raw.loadUnaligned(as: UInt64.self), rest) else { return nil }
      return high &* 100_000_000 &+ low
    }
    guard let middle = eight((raw + rest - 8).loadUnaligned(as: UInt64.self), 8),
      let high = eight(raw.loadUnaligned(as: UInt64.self), rest - 8)
    else { return nil }
    return (high &* 100_000_000 &+ middle) &* 100_000_000 &+ low
  }

  /// The first `count` bytes of a word as digits, 1 to 8.
  @inline(__always)
  private static func eight(_ word: UInt64, _ count: Int) -> UInt64? {
    // The digits move to the upper bytes; zeros in front of them change nothing.
    let word = UInt64(littleEndian: word)
    let digits = (word ^ 0x3030_3030_3030_3030) << UInt64(64 &- 8 &* count)
    let tooLarge = (digits &+ 0x7676_7676_7676_7676) | digits
    if tooLarge & 0x8080_8080_8080_8080 != 0 { return nil }
    // Pairs, then fours, then all eight (D. Lemire, "Quickly parsing eight digits", 2018).
    let pairs = (digits &* 10 &+ digits >> 8) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_FFFF_0000_FFFF
    return (fours &* 10_000 &+ fours >> 32) & 0xFFFF_FFFF
  }
}
