internal import Tables

/// Variances and deviations from exact sums: `(n Σx² - (Σx)²) / n(n - 1)`, rounded once, so that no
/// digit cancels whatever the mean.
struct Variance {
  private let isSample: Bool
  private let isDeviation: Bool

  init(_ name: String) {
    isSample = name != "var_pop" && name != "stddev_pop"
    isDeviation = name.hasPrefix("stddev")
  }

  /// The value; `nil` for too few rows. The exponent is that of the lowest bit of the sum.
  func value(
    count: UInt64, sum: BigNumber, squares: BigNumber, exponent: Int, _ call: AggregateCall
  ) throws -> Double? {
    guard count > (isSample ? 1 : 0) else { return nil }
    let spread = Self.spread(count: count, sum, sum, products: squares)
    if spread.isZero { return 0 }
    let (magnitude, shift, isMore) = spread.divided(by: [count, isSample ? count - 1 : count])
    var power = shift + 2 * exponent
    if isDeviation {
      var value = ExactRounding.double(magnitude, exponent: 0, isMore: isMore)
      if power & 1 != 0 {
        value *= 2
        power -= 1
      }
      return Double(sign: .plus, exponent: power / 2, significand: value.squareRoot())
    }
    let value = ExactRounding.double(magnitude, exponent: power, isMore: isMore)
    guard value.isFinite else { throw call.error("value out of range: overflow") }
    return value
  }

  /// `n Σxy - Σx Σy`.
  static func spread(
    count: UInt64, _ a: BigNumber, _ b: BigNumber, products: BigNumber
  ) -> BigNumber {
    products * BigNumber(Int128(count)) - a * b
  }
}
