/// Turns exact whole numbers times powers of two into the nearest `Double`, ties to even.
enum ExactRounding {
  /// `±magnitude · 2^exponent`, where `isMore` says that the true magnitude lies a fraction of a
  /// unit higher; then the magnitude must have 64 bits or more. Too large a number is infinite.
  static func double(
    _ magnitude: UInt128, exponent: Int, isMore: Bool = false, isNegative: Bool = false
  ) -> Double {
    let bits = 128 - magnitude.leadingZeroBitCount
    if bits == 0 { return 0 }
    let top = bits - 1 + exponent
    if top > 1023 { return isNegative ? -.infinity : .infinity }
    let precision = top >= -1022 ? 53 : top + 1075
    if precision < 0 { return 0 }
    let dropped = bits - precision
    var kept = UInt64(truncatingIfNeeded: dropped > 0 ? magnitude >> dropped : magnitude)
    if dropped > 0 {
      let half = magnitude >> (dropped - 1) & 1 == 1
      let rest = isMore || magnitude & (1 << (dropped - 1) - 1) != 0
      if half && (rest || kept & 1 == 1) { kept += 1 }
    }
    let value = Double(
      sign: .plus, exponent: exponent + max(0, dropped), significand: Double(kept))
    return isNegative ? -value : value
  }

  /// `magnitude / divisor · 2^exponent`.
  static func quotient(
    _ magnitude: UInt128, by divisor: UInt64, exponent: Int, isNegative: Bool
  ) -> Double {
    if magnitude == 0 { return 0 }
    let shift = magnitude.leadingZeroBitCount
    let (quotient, rest) = (magnitude << shift).quotientAndRemainder(dividingBy: UInt128(divisor))
    return double(
      quotient, exponent: exponent - shift, isMore: rest != 0, isNegative: isNegative)
  }
}
