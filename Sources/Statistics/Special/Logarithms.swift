internal import CGSL

/// Logarithms of the factors of exact sums. The factors themselves overflow for large counts.
enum Logarithm {
  /// `ln C(n, k)` for `0 <= k <= n`; `NearCensus.limit` keeps the counts small enough.
  static func choose(_ n: Int, _ k: Int) throws(StatisticsError) -> Double {
    try GSL.value(of: "binomial coefficient") {
      gsl_sf_lnchoose_e(UInt32(n), UInt32(k), $0)
    }
  }

  /// `ln B(a, b)` for positive a and b.
  static func beta(_ a: Double, _ b: Double) throws(StatisticsError) -> Double {
    try GSL.value(of: "beta function") { gsl_sf_lnbeta_e(a, b, $0) }
  }

  static func of(_ x: Double) throws(StatisticsError) -> Double {
    try GSL.value(of: "logarithm") { gsl_sf_log_e(x, $0) }
  }

  /// `ln(1 + x)`, precise for small x.
  static func ofOnePlus(_ x: Double) throws(StatisticsError) -> Double {
    try GSL.value(of: "logarithm") { gsl_sf_log_1plusx_e(x, $0) }
  }

  static func exp(_ x: Double) throws(StatisticsError) -> Double {
    try GSL.value(of: "exponential function") { gsl_sf_exp_e(x, $0) }
  }
}
