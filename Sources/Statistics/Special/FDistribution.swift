internal import CGSL

/// Fisher's F distribution with positive degrees of freedom above and below the line.
struct FDistribution {
  let numerator: Double
  let denominator: Double

  /// `P(F >= f)`.
  func upperTail(_ f: Double) throws(StatisticsError) -> Double {
    try GSL.plainValue(of: "F distribution") {
      f <= 0 ? 1 : gsl_cdf_fdist_Q(f, numerator, denominator)
    }
  }

  /// The f with `P(F >= f) = p`, for p strictly between 0 and 1.
  func upperPoint(_ p: Double) throws(StatisticsError) -> Double {
    try GSL.plainValue(of: "F quantile") { gsl_cdf_fdist_Qinv(p, numerator, denominator) }
  }
}
