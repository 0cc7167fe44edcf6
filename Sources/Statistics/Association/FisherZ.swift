internal import CGSL

/// Intervals of a correlation on the scale of Fisher's z, `z = atanh(r)`.
enum FisherZ {
  /// The interval `tanh(z ± c error)`, with c the two-sided normal point.
  static func interval(
    around z: Double, error: Double, confidence: Double
  ) throws(StatisticsError) -> Interval {
    let reach = try Normal.twoSidedPoint(confidence: confidence) * error
    return try Interval(
      lower: hyperbolicTangent(z - reach), upper: hyperbolicTangent(z + reach),
      confidence: confidence)
  }

  /// `tanh(x)`, precise for small x too.
  private static func hyperbolicTangent(_ x: Double) throws(StatisticsError) -> Double {
    let shrunk = try GSL.value(of: "exponential function") { gsl_sf_expm1_e(-2 * abs(x), $0) }
    let size = -shrunk / (2 + shrunk)
    return x < 0 ? -size : size
  }
}
