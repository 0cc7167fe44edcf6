internal import CGSL

extension Logarithm {
  /// `ln n!` for n from 0 to a few billion.
  static func factorial(_ n: Int) throws(StatisticsError) -> Double {
    try GSL.value(of: "factorial") { gsl_sf_lnfact_e(UInt32(n), $0) }
  }
}
