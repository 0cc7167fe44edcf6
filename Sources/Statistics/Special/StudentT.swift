internal import CGSL

/// Student's t distribution with a positive number of degrees of freedom, whole or not.
struct StudentT {
  let degreesOfFreedom: Double

  /// `P(T <= t)`.
  func lowerTail(_ t: Double) throws(StatisticsError) -> Double {
    try GSL.plainValue(of: "t distribution") { gsl_cdf_tdist_P(t, degreesOfFreedom) }
  }

  /// `P(T >= t)`.
  func upperTail(_ t: Double) throws(StatisticsError) -> Double {
    try GSL.plainValue(of: "t distribution") { gsl_cdf_tdist_Q(t, degreesOfFreedom) }
  }

  /// The point that is exceeded with probability `(1 - confidence) / 2`.
  func twoSidedPoint(confidence: Double) throws(StatisticsError) -> Double {
    try GSL.plainValue(of: "t quantile") {
      gsl_cdf_tdist_Qinv((1 - confidence) / 2, degreesOfFreedom)
    }
  }
}
