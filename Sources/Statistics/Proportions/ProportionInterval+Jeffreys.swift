extension ProportionInterval {
  /// The equal-tailed posterior interval under the Jeffreys prior Beta(½, ½).
  ///
  /// With n trials, x successes and `α = 1 - confidence`, the ends are the α/2 and 1 - α/2
  /// quantiles of Beta(x + ½, n - x + ½). It is shorter than Clopper–Pearson and covers the true
  /// share about as often as it says on average, not always.
  ///
  /// Without successes the lower end is set to exactly 0, without failures the upper end to
  /// exactly 1; otherwise the coverage would fall to nothing near 0 and 1. This is the usual
  /// Jeffreys interval, not the one that Brown, Cai and DasGupta call "modified".
  ///
  /// Reference: Brown, Cai and DasGupta 2001, Interval estimation for a binomial proportion.
  ///
  /// - Parameters:
  ///   - successes: how many trials succeeded, 0 to `trials`.
  ///   - trials: how many trials there were, at least 1.
  ///   - confidence: the level, strictly between 0 and 1.
  /// - Returns: the interval for the share.
  /// - Throws: `StatisticsError`, see ``ProportionInterval``.
  public static func jeffreys(
    successes: Int, trials: Int, confidence: Double = 0.95
  ) throws(StatisticsError) -> Interval {
    try mirrored(successes: successes, trials: trials, confidence: confidence) {
      (count: Int) throws(StatisticsError) -> (lower: Double, upper: Double) in
      let (x, n, tail) = (Double(count), Double(trials), (1 - confidence) / 2)
      let posterior = BetaDistribution(a: x + 0.5, b: n - x + 0.5)
      return try (count == 0 ? 0 : posterior.quantile(tail), posterior.upperPoint(tail))
    }
  }
}
