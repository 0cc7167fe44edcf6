internal import CGSL

/// Student's t distribution with a positive number of degrees of freedom, whole or not.
struct StudentT {
  let degreesOfFreedom: Double

  /// `P(T <= t)`.
  func lowerTail(_ t: Double) throws(StatisticsError) -> Double { try upperTail(-t) }

  /// `P(T >= t)`.
  func upperTail(_ t: Double) throws(StatisticsError) -> Double {
    if t < 0 { return try 1 - upperTail(-t) }
    // The library loses digits far out. There `v / (v + T^2)` has a beta distribution with v/2 and
    // 1/2; near the middle, and for many degrees of freedom, the library is the better of the two.
    let square = t * t
    guard degreesOfFreedom < 10_000, square > degreesOfFreedom else {
      return try GSL.plainValue(of: "t distribution") { gsl_cdf_tdist_Q(t, degreesOfFreedom) }
    }
    return try BetaDistribution(a: degreesOfFreedom / 2, b: 0.5)
      .lowerTail(1 / (1 + square / degreesOfFreedom)) / 2
  }

  /// The point that is exceeded with probability `(1 - confidence) / 2`.
  func twoSidedPoint(confidence: Double) throws(StatisticsError) -> Double {
    let tail = (1 - confidence) / 2
    var t = try GSL.plainValue(of: "t quantile") { gsl_cdf_tdist_Qinv(tail, degreesOfFreedom) }
    // The library's answer is off where the tail is thin and the degrees of freedom few. Newton's
    // step on logarithmic scales is exact for the power law that the tail then is.
    for _ in 0..<20 where t > 0 {
      let found = try upperTail(t)
      let density = gsl_ran_tdist_pdf(t, degreesOfFreedom)
      guard found > 0, density > 0, found != tail else { break }
      let next = try t * Logarithm.exp(Logarithm.of(found / tail) * found / (t * density))
      let isDone = abs(next - t) <= 4 * t.ulp
      t = next
      if isDone { break }
    }
    return t
  }
}
