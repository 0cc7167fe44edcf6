/// Doubles as whole numbers of 128 bits that count a common lowest bit.
struct FixedPoint {
  private var lowest = Int.max
  private var highest = Int.min

  /// Makes room for a value.
  @inline(__always)
  mutating func include(_ value: Double) {
    let (magnitude, exponent) = Self.parts(value)
    if magnitude == 0 { return }
    lowest = min(lowest, exponent + magnitude.trailingZeroBitCount)
    highest = max(highest, exponent + 64 - magnitude.leadingZeroBitCount)
  }

  /// The exponent of the common lowest bit; `nil` when a sum of so many values would not fit.
  func exponent(count: Int) -> Int? {
    if lowest > highest { return 0 }
    let room = Int.bitWidth - count.leadingZeroBitCount
    return highest - lowest + room <= 126 ? lowest : nil
  }

  /// A value that was included, counted in `2^exponent`.
  @inline(__always)
  static func number(_ value: Double, exponent: Int) -> Int128 {
    let (magnitude, own) = parts(value)
    if magnitude == 0 { return 0 }
    let shift = own - exponent
    let number =
      shift >= 0 ? Int128(magnitude) << Int128(shift) : Int128(magnitude >> UInt64(-shift))
    return value < 0 ? -number : number
  }

  @inline(__always)
  private static func parts(_ value: Double) -> (magnitude: UInt64, exponent: Int) {
    let field = Int(value.bitPattern >> 52 & 0x7FF)
    let fraction = value.bitPattern & (1 << 52 - 1)
    return field == 0 ? (fraction, -1074) : (fraction | 1 << 52, field - 1075)
  }
}

/// Rounds exact sums to the nearest double, ties to even.
enum SumRounding {
  /// `sum · 2^exponent`; infinite when it is too large.
  static func double(_ sum: Int128, exponent: Int) -> Double {
    // Whole numbers of 53 bits need no rounding.
    if exponent == 0, sum.magnitude < 1 << 53 { return Double(Int64(truncatingIfNeeded: sum)) }
    return round(sum.magnitude, exponent: exponent, hasRest: false, isNegative: sum < 0)
  }

  /// `sum / count · 2^exponent`.
  static func quotient(_ sum: Int128, by count: Int, exponent: Int) -> Double {
    if exponent == 0, sum.magnitude < 1 << 53 {
      return Double(Int64(truncatingIfNeeded: sum)) / Double(count)
    }
    let shift = sum.magnitude.leadingZeroBitCount
    let (quotient, rest) = (sum.magnitude << UInt128(shift)).quotientAndRemainder(
      dividingBy: UInt128(count))
    return round(quotient, exponent: exponent - shift, hasRest: rest != 0, isNegative: sum < 0)
  }

  /// `hasRest`: whether the true magnitude lies a fraction of a unit higher.
  private static func round(
    _ magnitude: UInt128, exponent: Int, hasRest: Bool, isNegative: Bool
  ) -> Double {
    let width = 128 - magnitude.leadingZeroBitCount
    if width == 0 { return 0 }
    // The last bit that a double keeps: 53 below the first, but none below 2^-1074.
    let last = max(width - 53, -1074 - exponent)
    if last > width { return isNegative ? -0.0 : 0 }
    var kept = last > 0 ? magnitude >> UInt128(last) : magnitude
    if last > 0 {
      let dropped = magnitude & (1 << UInt128(last) - 1)
      let half: UInt128 = 1 << UInt128(last - 1)
      if dropped > half || (dropped == half && (hasRest || kept & 1 == 1)) { kept += 1 }
    }
    let value = Double(
      sign: .plus, exponent: exponent + max(0, last),
      significand: Double(UInt64(truncatingIfNeeded: kept)))
    return isNegative ? -value : value
  }
}
