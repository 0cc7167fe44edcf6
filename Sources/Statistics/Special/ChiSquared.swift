internal import CGSL

/// The chi-squared distribution with a positive number of degrees of freedom.
struct ChiSquared {
  let degreesOfFreedom: Double

  /// `P(X >= x)`.
  func upperTail(_ x: Double) throws(StatisticsError) -> Double {
    try GSL.plainValue(of: "chi-squared distribution") {
      x <= 0 ? 1 : gsl_cdf_chisq_Q(x, degreesOfFreedom)
    }
  }

  /// The x with `P(X >= x) = p`, for p strictly between 0 and 1.
  func upperPoint(_ p: Double) throws(StatisticsError) -> Double {
    try GSL.plainValue(of: "chi-squared quantile") { gsl_cdf_chisq_Qinv(p, degreesOfFreedom) }
  }
}
