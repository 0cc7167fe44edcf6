extension Location {
  /// The quantile that R computes by default (type 7).
  ///
  /// With the n values in order, `x[0] ... x[n-1]`, let `h = (n - 1) p`, k its whole part and f
  /// the rest; the quantile is `x[k] + f (x[k+1] - x[k])`. So p = 0 gives the smallest value, 0.5
  /// the median and 1 the largest. Of a single value every quantile is that value.
  ///
  /// References: Hyndman and Fan 1996, Sample quantiles in statistical packages (definition 7).
  /// Gumbel 1939, La probabilité des hypothèses.
  ///
  /// - Parameters:
  ///   - p: the probability below the quantile, 0 to 1 (0.25, not 25).
  ///   - sample: at least one finite value, in any order.
  /// - Returns: the quantile, in the unit of the values.
  /// - Throws: `StatisticsError.probabilityOutOfRange`, or a refusal of the sample, see
  ///   ``Location``.
  public static func quantile(
    _ p: Double, of sample: [Double]
  ) throws(StatisticsError) -> Double {
    guard p >= 0, p <= 1 else { throw .probabilityOutOfRange(p) }
    try Check.sample(sample, for: .quantile)
    return interpolated(p, in: sample.sorted())
  }

  static func interpolated(_ p: Double, in sorted: [Double]) -> Double {
    let h = Double(sorted.count - 1) * p
    let k = Int(h)
    guard k + 1 < sorted.count else { return sorted[sorted.count - 1] }
    let (below, above, f) = (sorted[k], sorted[k + 1], h - Double(k))
    let step = above - below
    // The step overflows between huge values of different signs; the weighted mean does not. The
    // step is the usual way because it is exact between equal values and never falls with p.
    let between = step.isFinite ? below + f * step : (1 - f) * below + f * above
    return min(between, above)
  }
}
