/// How exact sums of doubles are kept: as whole numbers, counted in the lowest bit of a window of
/// exponents.
///
/// A double is a whole number of 53 bits times 2^e. Where e lies in a window of 48 exponents, the
/// number is shifted by its distance from the window's start and added to 128 bits; squares and
/// products go to 320 bits. Nothing is rounded, so that any order of rows and any split gives the
/// same sum, and the result is rounded once. The few values outside of the window go to a
/// ``LongSum``, which is slower and as exact. Where the window lies depends on the first values; no
/// result does.
struct RealWindow {
  /// The biased exponent at which the window starts; `nil` before the first value that is not 0.
  private(set) var start: UInt64?

  static let size: UInt64 = 48
  /// Where a window can start.
  static let starts: ClosedRange<Int64> = 1...Int64(2046 - size)
  /// Exponents that stay free above the largest first value.
  private static let above = 12
  static let fraction: UInt64 = (1 << 52) - 1
  static let leading: UInt64 = 1 << 52

  /// Chooses the window by the largest of the first values.
  mutating func settle(_ largest: Double) {
    guard start == nil, largest != 0 else { return }
    let top = Int(largest.bitPattern >> 52 & 0x7FF) + Self.above
    // Steps of eight let the windows of several workers agree as a rule.
    let start = (top - Int(Self.size) + 1) / 8 * 8
    self.start = UInt64(max(1, min(start, 2046 - Int(Self.size))))
  }

  mutating func move(to start: UInt64?) { self.start = start }

  /// The exponent of the lowest bit of sums in the window.
  var exponent: Int { Int(start ?? 1) - 1075 }

  /// A double as a whole number times a power of two.
  static func parts(_ value: Double) -> (magnitude: UInt64, exponent: Int, isNegative: Bool) {
    let field = value.bitPattern >> 52 & 0x7FF
    let fraction = value.bitPattern & Self.fraction
    return (
      field == 0 ? fraction : fraction | leading, Int(max(1, field)) - 1075, value.sign == .minus
    )
  }
}

/// Sums of whole numbers in several words, two's complement, the lowest first.
enum WordSums {
  /// Adds `number << shift` to 128 bits, a shift being below 64; `false`, and nothing added, where
  /// that does not fit.
  @inline(__always)
  static func add(
    _ number: Int64, shift: UInt64, to words: UnsafeMutablePointer<UInt64>
  ) -> Bool {
    let low = words[0].addingReportingOverflow(UInt64(bitPattern: number) &<< shift)
    let part =
      ((number >> 1) &>> Int64(bitPattern: 63 &- shift)) &+ (low.overflow ? 1 : 0)
    let high = Int64(bitPattern: words[1]).addingReportingOverflow(part)
    if high.overflow { return false }
    words[0] = low.partialValue
    words[1] = UInt64(bitPattern: high.partialValue)
    return true
  }

  /// Adds `magnitude² << shift` to 320 bits, a shift being below 128.
  @inline(__always)
  static func addSquare(
    _ magnitude: UInt64, shift: UInt64, to words: UnsafeMutablePointer<UInt64>
  ) {
    let square = magnitude.multipliedFullWidth(by: magnitude)
    let part = shift & 63
    let low = square.low &<< part
    let middle = (square.high &<< part) | ((square.low &>> 1) &>> (63 &- part))
    let top = (square.high &>> 1) &>> (63 &- part)
    let at = words + Int(truncatingIfNeeded: shift &>> 6)
    let first = UInt128(at[1]) << 64 | UInt128(at[0])
    let sum = first.addingReportingOverflow(UInt128(middle) << 64 | UInt128(low))
    at[0] = UInt64(truncatingIfNeeded: sum.partialValue)
    at[1] = UInt64(truncatingIfNeeded: sum.partialValue >> 64)
    let second = UInt128(at[3]) << 64 | UInt128(at[2])
    let rest = second.addingReportingOverflow(UInt128(top) + (sum.overflow ? 1 : 0))
    at[2] = UInt64(truncatingIfNeeded: rest.partialValue)
    at[3] = UInt64(truncatingIfNeeded: rest.partialValue >> 64)
    // Only where the square began at the lowest word is there one above.
    if rest.overflow { words[4] &+= 1 }
  }

  /// Adds `product << shift` to 320 bits, a shift being below 128.
  @inline(__always)
  static func add(
    _ product: Int128, shift: UInt64, to words: UnsafeMutablePointer<UInt64>
  ) {
    let part = Int128(shift & 63)
    let low = UInt128(bitPattern: product) &<< UInt128(part)
    let top = (product >> 65) &>> (63 - part)
    var at = Int(shift >> 6)
    let sign = UInt64(bitPattern: Int64(truncatingIfNeeded: product >> 127))
    var carry = false
    for place in 0..<5 where at < 5 {
      let word: UInt64 =
        switch place {
        case 0: UInt64(truncatingIfNeeded: low)
        case 1: UInt64(truncatingIfNeeded: low >> 64)
        case 2: UInt64(bitPattern: Int64(truncatingIfNeeded: top))
        default: sign
        }
      let first = words[at].addingReportingOverflow(word)
      let second = first.partialValue.addingReportingOverflow(carry ? 1 : 0)
      words[at] = second.partialValue
      carry = first.overflow || second.overflow
      at += 1
    }
  }

  /// Adds numbers of equally many words; `false`, and nothing added, where that does not fit.
  static func add(
    _ other: UnsafePointer<UInt64>, to words: UnsafeMutablePointer<UInt64>, count: Int
  ) -> Bool {
    var carry = false
    var sum: (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)
    return withUnsafeMutableBytes(of: &sum) { bytes in
      let sum = bytes.bindMemory(to: UInt64.self)
      for place in 0..<count {
        let first = words[place].addingReportingOverflow(other[place])
        let second = first.partialValue.addingReportingOverflow(carry ? 1 : 0)
        sum[place] = second.partialValue
        carry = first.overflow || second.overflow
      }
      let last = count - 1
      let sign = words[last] >> 63
      if sign == other[last] >> 63, sum[last] >> 63 != sign { return false }
      for place in 0..<count { words[place] = sum[place] }
      return true
    }
  }

  /// Takes a number of 128 bits back that was added before.
  static func subtract(
    _ other: UnsafePointer<UInt64>, from words: UnsafeMutablePointer<UInt64>
  ) {
    let low = words[0].subtractingReportingOverflow(other[0])
    words[0] = low.partialValue
    words[1] = words[1] &- other[1] &- (low.overflow ? 1 : 0)
  }

  /// Whether a shift to the left leaves at most `limit` bits in use, that of the sign included.
  static func canShift(
    _ words: UnsafePointer<UInt64>, by bits: Int, count: Int, limit: Int
  ) -> Bool {
    let filler: UInt64 = words[count - 1] >> 63 == 1 ? .max : 0
    var used = count * 64
    for place in stride(from: count - 1, through: 0, by: -1) {
      let free = (words[place] ^ filler).leadingZeroBitCount
      used -= free
      if free < 64 { break }
    }
    return (used == 0 && filler == 0) || used + bits < limit
  }

  /// Shifts to the left; `false`, and nothing changed, where more than `limit` bits would be in
  /// use.
  static func shift(
    _ words: UnsafeMutablePointer<UInt64>, by bits: Int, count: Int, limit: Int
  ) -> Bool {
    guard canShift(words, by: bits, count: count, limit: limit) else { return false }
    let (whole, part) = (bits / 64, UInt64(bits % 64))
    for place in stride(from: count - 1, through: 0, by: -1) {
      let high = place >= whole ? words[place - whole] : 0
      let low = place > whole ? words[place - whole - 1] : 0
      words[place] = part == 0 ? high : high << part | low >> (64 - part)
    }
    return true
  }
}
