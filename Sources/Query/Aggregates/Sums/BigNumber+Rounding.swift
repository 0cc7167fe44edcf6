internal import Tables

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
