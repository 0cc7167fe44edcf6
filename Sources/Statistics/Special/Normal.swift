internal import CGSL

/// The standard normal distribution.
enum Normal {
  /// `P(Z <= z)`.
  static func lowerTail(_ z: Double) throws(StatisticsError) -> Double {
    try GSL.plainValue(of: "normal distribution") { gsl_cdf_ugaussian_P(z) }
  }

  /// `P(Z >= z)`, without the cancellation of `1 - lowerTail`.
  static func upperTail(_ z: Double) throws(StatisticsError) -> Double {
    try GSL.plainValue(of: "normal distribution") { gsl_cdf_ugaussian_Q(z) }
  }

  /// The z with `P(Z <= z) = p`, for p strictly between 0 and 1.
  static func quantile(_ p: Double) throws(StatisticsError) -> Double {
    try GSL.plainValue(of: "normal quantile") { gsl_cdf_ugaussian_Pinv(p) }
  }

  /// The point that a standard normal variable exceeds with probability `(1 - confidence) / 2`:
  /// 1.96 for a confidence of 0.95.
  static func twoSidedPoint(confidence: Double) throws(StatisticsError) -> Double {
    try GSL.plainValue(of: "normal quantile") { gsl_cdf_ugaussian_Qinv((1 - confidence) / 2) }
  }
}
