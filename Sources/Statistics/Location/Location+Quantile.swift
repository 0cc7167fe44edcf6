extension Location {
  /// The quantile of a probability, by default as R computes it (type 7).
  ///
  /// With the n values in order, `x[0] ... x[n-1]`, let `h = (n - 1) p`, k its whole part and f
  /// the rest; the quantile of type 7 is `x[k] + f (x[k+1] - x[k])`. So p = 0 gives the smallest
  /// value, 0.5 the median and 1 the largest. Of a single value every quantile is that value. For
  /// the other definitions see ``QuantileDefinition``.
  ///
  /// References: Hyndman and Fan 1996, Sample quantiles in statistical packages. Gumbel 1939, La
  /// probabilité des hypothèses.
  ///
  /// - Parameters:
  ///   - p: the probability below the quantile, 0 to 1 (0.25, not 25).
  ///   - sample: at least one finite value, in any order.
  ///   - definition: one of the nine definitions.
  /// - Returns: the quantile, in the unit of the values.
  /// - Throws: `StatisticsError.probabilityOutOfRange`, or a refusal of the sample, see
  ///   ``Location``.
  public static func quantile(
    _ p: Double, of sample: [Double], definition: QuantileDefinition = .type7
  ) throws(StatisticsError) -> Double {
    guard p >= 0, p <= 1 else { throw .probabilityOutOfRange(p) }
    try Check.sample(sample, for: .quantile)
    return interpolated(p, in: sample.sorted(), definition)
  }

  /// The distance between the quartiles: the quantile of 0.75 minus that of 0.25.
  ///
  /// - Parameters:
  ///   - sample: at least one finite value, in any order.
  ///   - definition: the definition of the quantiles.
  /// - Returns: the range, 0 or more.
  /// - Throws: `StatisticsError`, see ``Location``; `.resultTooLarge` where no floating-point
  ///   number can hold the result.
  public static func interquartileRange(
    of sample: [Double], definition: QuantileDefinition = .type7
  ) throws(StatisticsError) -> Double {
    try Check.sample(sample, for: .interquartileRange)
    let sorted = sample.sorted()
    let (lower, upper) = (
      interpolated(0.25, in: sorted, definition), interpolated(0.75, in: sorted, definition)
    )
    return try finite(upper - lower, .interquartileRange)
  }

  static func interpolated(
    _ p: Double, in sorted: [Double], _ definition: QuantileDefinition = .type7
  ) -> Double {
    definition.quantile(p, count: sorted.count) { sorted[$0] }
  }
}
