/// How far from the weights before a calibration may go, and how it measures the way.
///
/// Each method is a function F of a linear predictor u: the weight after is the weight before times
/// F(u), with `F(0) = 1` and a slope of 1 there.
///
/// Reference: Deville and Särndal 1992, Calibration estimators in survey sampling (cases 1, 2, 6
/// and 7).
public enum CalibrationMethod: Hashable, Sendable {
  /// `F = 1 + u`, the generalised regression estimator. Weights can come out negative, which is
  /// refused.
  case linear

  /// `F = 1 + u`, cut at a lower and an upper bound.
  case truncatedLinear(lower: Double, upper: Double)

  /// `F = exp u`. Weights are never negative; for margins alone it is the same as raking.
  case rakingRatio

  /// A logistic curve between a lower and an upper bound, never on them.
  case logit(lower: Double, upper: Double)

  func check() throws(StatisticsError) {
    switch self {
    case .linear, .rakingRatio: return
    case .truncatedLinear(let lower, let upper), .logit(let lower, let upper):
      guard lower >= 0, lower < 1, upper > 1, upper < .infinity else {
        throw .weighting(.badBounds(lower: lower, upper: upper))
      }
    }
  }

  /// F and its slope.
  func factor(_ u: Double) throws(StatisticsError) -> (value: Double, slope: Double) {
    switch self {
    case .linear: return (1 + u, 1)
    case .truncatedLinear(let lower, let upper):
      let value = 1 + u
      if value <= lower { return (lower, 0) }
      if value >= upper { return (upper, 0) }
      return (value, 1)
    case .rakingRatio:
      guard u < 700 else { return (.infinity, .infinity) }
      let value = try Logarithm.exp(u)
      return (value, value)
    case .logit(let lower, let upper):
      let steepness = (upper - lower) / ((1 - lower) * (upper - 1))
      // With the sign that keeps the exponential small on either side.
      let e = try Logarithm.exp(-abs(steepness * u))
      let (low, high) = u > 0 ? ((upper - 1) * e, 1 - lower) : (upper - 1, (1 - lower) * e)
      let whole = low + high
      let value = (lower * low + upper * high) / whole
      return (value, (value - lower) * (upper - value) / (upper - lower) * steepness)
    }
  }
}
