internal import CGSL

/// The standard normal distribution.
enum Normal {
  /// The point that a standard normal variable exceeds with probability `(1 - confidence) / 2`:
  /// 1.96 for a confidence of 0.95.
  static func twoSidedPoint(confidence: Double) throws(StatisticsError) -> Double {
    try GSL.plainValue(of: "normal quantile") { gsl_cdf_ugaussian_Qinv((1 - confidence) / 2) }
  }
}
