/// A whole number of any size, for the exact end of a calculation: sign and magnitude.
struct BigNumber {
  /// From the lowest; the highest is not 0.
  private var limbs: [UInt64]
  private(set) var isNegative: Bool

  private init(limbs: [UInt64], isNegative: Bool) {
    self.limbs = limbs
    self.isNegative = isNegative
    while self.limbs.last == 0 { self.limbs.removeLast() }
  }

  init(_ value: Int128) {
    let magnitude = value.magnitude
    self.init(
      limbs: [
        UInt64(truncatingIfNeeded: magnitude), UInt64(truncatingIfNeeded: magnitude >> 64),
      ], isNegative: value < 0)
  }

  /// A number of so many words in two's complement.
  init(twosComplement words: UnsafePointer<UInt64>, count: Int) {
    var limbs = Array(UnsafeBufferPointer(start: words, count: count))
    let isNegative = (limbs.last ?? 0) >> 63 == 1
    if isNegative {
      var carry = true
      for place in limbs.indices {
        let sum = (~limbs[place]).addingReportingOverflow(carry ? 1 : 0)
        (limbs[place], carry) = (sum.partialValue, sum.overflow)
      }
    }
    self.init(limbs: limbs, isNegative: isNegative)
  }

  /// A sum of digits of 32 bits, each with a sign of its own.
  init(digits: [Int64]) {
    var carry: Int64 = 0
    var plain = digits.map { digit -> UInt32 in
      let sum = digit + carry
      carry = sum >> 32
      return UInt32(truncatingIfNeeded: sum)
    }
    let isNegative = carry < 0
    if isNegative {
      // What was borrowed beyond the top is -1 there, for sums far from their bounds.
      var borrow = true
      for place in plain.indices {
        let sum = (~plain[place]).addingReportingOverflow(borrow ? 1 : 0)
        (plain[place], borrow) = (sum.partialValue, sum.overflow)
      }
    }
    var limbs: [UInt64] = []
    for place in stride(from: 0, to: plain.count, by: 2) {
      limbs.append(
        UInt64(plain[place]) | (place + 1 < plain.count ? UInt64(plain[place + 1]) << 32 : 0))
    }
    self.init(limbs: limbs, isNegative: isNegative)
  }

  var isZero: Bool { limbs.isEmpty }

  var bitCount: Int {
    limbs.last.map { limbs.count * 64 - $0.leadingZeroBitCount } ?? 0
  }

  static func + (a: BigNumber, b: BigNumber) -> BigNumber {
    if a.isNegative == b.isNegative {
      var sum = a.limbs.count >= b.limbs.count ? a.limbs : b.limbs
      let other = a.limbs.count >= b.limbs.count ? b.limbs : a.limbs
      var carry: UInt64 = 0
      for place in sum.indices {
        let first = sum[place].addingReportingOverflow(
          place < other.count ? other[place] : 0)
        let second = first.partialValue.addingReportingOverflow(carry)
        sum[place] = second.partialValue
        carry = first.overflow || second.overflow ? 1 : 0
      }
      if carry > 0 { sum.append(carry) }
      return BigNumber(limbs: sum, isNegative: a.isNegative)
    }
    let isLess = precedes(a.limbs, b.limbs)
    let (large, small) = isLess ? (b, a) : (a, b)
    var difference = large.limbs
    var borrow: UInt64 = 0
    for place in difference.indices {
      let first = difference[place].subtractingReportingOverflow(
        place < small.limbs.count ? small.limbs[place] : 0)
      let second = first.partialValue.subtractingReportingOverflow(borrow)
      difference[place] = second.partialValue
      borrow = first.overflow || second.overflow ? 1 : 0
    }
    return BigNumber(limbs: difference, isNegative: large.isNegative)
  }

  static func - (a: BigNumber, b: BigNumber) -> BigNumber {
    a + BigNumber(limbs: b.limbs, isNegative: !b.isNegative)
  }

  static func * (a: BigNumber, b: BigNumber) -> BigNumber {
    var product = [UInt64](repeating: 0, count: a.limbs.count + b.limbs.count)
    for (i, x) in a.limbs.enumerated() {
      var carry: UInt64 = 0
      for (j, y) in b.limbs.enumerated() {
        let full = x.multipliedFullWidth(by: y)
        let first = product[i + j].addingReportingOverflow(full.low)
        let second = first.partialValue.addingReportingOverflow(carry)
        product[i + j] = second.partialValue
        carry = full.high &+ (first.overflow ? 1 : 0) &+ (second.overflow ? 1 : 0)
      }
      product[i + b.limbs.count] = carry
    }
    return BigNumber(limbs: product, isNegative: a.isNegative != b.isNegative)
  }

  static func << (a: BigNumber, bits: Int) -> BigNumber {
    let (whole, part) = (bits / 64, bits % 64)
    var shifted = [UInt64](repeating: 0, count: whole)
    var carry: UInt64 = 0
    for limb in a.limbs {
      shifted.append(limb << UInt64(part) | carry)
      carry = part == 0 ? 0 : limb >> UInt64(64 - part)
    }
    shifted.append(carry)
    return BigNumber(limbs: shifted, isNegative: a.isNegative)
  }

  private static func precedes(_ a: [UInt64], _ b: [UInt64]) -> Bool {
    if a.count != b.count { return a.count < b.count }
    for place in a.indices.reversed() where a[place] != b[place] { return a[place] < b[place] }
    return false
  }
}

extension BigNumber {
  /// The number as 128 bits times a power of two, and whether that left something out.
  private var leading: (magnitude: UInt128, exponent: Int, isMore: Bool) {
    let bits = bitCount
    if bits <= 128 {
      let low = limbs.isEmpty ? 0 : limbs[0]
      return (UInt128(limbs.count > 1 ? limbs[1] : 0) << 64 | UInt128(low), 0, false)
    }
    let dropped = bits - 128
    let (whole, part) = (dropped / 64, dropped % 64)
    var magnitude: UInt128 = 0
    for place in stride(from: limbs.count - 1, through: whole, by: -1) {
      let limb = UInt128(limbs[place])
      let at = (place - whole) * 64 - part
      magnitude |= at >= 0 ? limb << at : limb >> -at
    }
    let isMore =
      limbs[..<whole].contains { $0 != 0 } || limbs[whole] & (1 << UInt64(part) - 1) != 0
    return (magnitude, dropped, isMore)
  }

  /// The nearest double to the number times a power of two.
  func double(exponent: Int) -> Double {
    let leading = leading
    return ExactRounding.double(
      leading.magnitude, exponent: exponent + leading.exponent, isMore: leading.isMore,
      isNegative: isNegative)
  }

  /// The number as a double between 1 and 2 times a power of two, so that nothing overflows.
  func scaled(exponent: Int) -> ScaledNumber {
    let bits = bitCount
    if bits == 0 { return ScaledNumber(0, exponent: 0) }
    return ScaledNumber(double(exponent: 1 - bits), exponent: exponent + bits - 1)
  }

  /// The number divided, with as many bits as matter below the point: for rounding once.
  func divided(by divisors: [UInt64]) -> (magnitude: UInt128, exponent: Int, isMore: Bool) {
    // 64 bits for each divisor, 64 for the result.
    let shift = 64 * (divisors.count + 1)
    var quotient = self << shift
    var isMore = false
    for divisor in divisors {
      var rest: UInt64 = 0
      for place in quotient.limbs.indices.reversed() {
        let part = divisor.dividingFullWidth((rest, quotient.limbs[place]))
        (quotient.limbs[place], rest) = (part.quotient, part.remainder)
      }
      while quotient.limbs.last == 0 { quotient.limbs.removeLast() }
      isMore = isMore || rest != 0
    }
    let leading = quotient.leading
    return (leading.magnitude, leading.exponent - shift, isMore || leading.isMore)
  }
}
