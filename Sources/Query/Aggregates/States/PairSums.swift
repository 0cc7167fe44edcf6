internal import Tables

/// The exact sums of pairs of numbers, and what follows from them.
struct PairSums {
  private let count: UInt64
  private let x: BigNumber
  private let y: BigNumber
  private let xx: BigNumber
  private let yy: BigNumber
  private let xy: BigNumber
  private let exponentX: Int
  private let exponentY: Int

  init(count: UInt64, _ sums: [BigNumber], x: Int, y: Int) {
    self.count = count
    (self.x, self.y, xx, yy, xy) = (sums[0], sums[1], sums[2], sums[3], sums[4])
    (exponentX, exponentY) = (x, y)
  }

  /// The value of an aggregate; `nil` where it is not defined.
  func value(_ name: String) -> Double? {
    guard count > 0 else { return nil }
    let both = exponentX + exponentY
    switch name {
    case "weighted_mean", "weighted_share":
      if x.isZero { return nil }
      return (xy.scaled(exponent: exponentY) / x.scaled(exponent: 0)).double
    case "regr_avgx": return quotient(x, [count], exponentX)
    case "regr_avgy": return quotient(y, [count], exponentY)
    case "regr_sxx": return quotient(spreadX, [count], 2 * exponentX)
    case "regr_syy": return quotient(spreadY, [count], 2 * exponentY)
    case "regr_sxy": return quotient(spreadXY, [count], both)
    case "covar_pop": return quotient(spreadXY, [count, count], both)
    case "covar_samp":
      return count < 2 ? nil : quotient(spreadXY, [count, count - 1], both)
    default: return fitted(name)
    }
  }

  private var spreadX: BigNumber { Variance.spread(count: count, x, x, products: xx) }
  private var spreadY: BigNumber { Variance.spread(count: count, y, y, products: yy) }
  private var spreadXY: BigNumber { Variance.spread(count: count, x, y, products: xy) }

  private func quotient(_ number: BigNumber, _ divisors: [UInt64], _ exponent: Int) -> Double {
    let (magnitude, shift, isMore) = number.divided(by: divisors)
    return ExactRounding.double(
      magnitude, exponent: exponent + shift, isMore: isMore, isNegative: number.isNegative)
  }

  /// Values of the line, for which x must vary.
  private func fitted(_ name: String) -> Double? {
    let spreadX = spreadX
    if spreadX.isZero { return nil }
    let spreadXY = spreadXY
    let (sx, sxy) = (
      spreadX.scaled(exponent: 2 * exponentX), spreadXY.scaled(exponent: exponentX + exponentY)
    )
    switch name {
    case "regr_slope": return (sxy / sx).double
    case "regr_intercept":
      // (Σy Sxx - Σx Sxy) / n Sxx, exact until the division.
      let above = (y * spreadX - x * spreadXY).scaled(exponent: exponentY)
      let below = (spreadX * BigNumber(Int128(count))).scaled(exponent: 0)
      return (above / below).double
    case "corr", "regr_r2":
      let spreadY = spreadY
      if spreadY.isZero { return name == "corr" ? nil : 1 }
      let sy = spreadY.scaled(exponent: 2 * exponentY)
      if name == "regr_r2" { return min(1, (sxy * sxy / (sx * sy)).double) }
      // The roots of both cancel in a perfect line only when they are taken together.
      return max(-1, min(1, (sxy / (sx * sy).squareRoot()).double))
    default: return nil
    }
  }
}
