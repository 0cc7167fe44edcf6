extension ProportionInterval {
  /// The "exact" interval of Clopper and Pearson: it covers the true share at least as often as it
  /// says, and for small counts clearly more often, so it is wide.
  ///
  /// With n trials, x successes and `α = 1 - confidence`, the lower end is the α/2 quantile of
  /// Beta(x, n - x + 1): the share for which x or more successes have probability α/2. The upper
  /// end is the 1 - α/2 quantile of Beta(x + 1, n - x).
  ///
  /// Without successes the lower end is exactly 0, without failures the upper end is exactly 1.
  ///
  /// Reference: Clopper and Pearson 1934, The use of confidence or fiducial limits illustrated in
  /// the case of the binomial.
  ///
  /// - Parameters:
  ///   - successes: how many trials succeeded, 0 to `trials`.
  ///   - trials: how many trials there were, at least 1.
  ///   - confidence: the level, strictly between 0 and 1.
  /// - Returns: the interval for the share.
  /// - Throws: `StatisticsError`, see ``ProportionInterval``.
  public static func clopperPearson(
    successes: Int, trials: Int, confidence: Double = 0.95
  ) throws(StatisticsError) -> Interval {
    try mirrored(successes: successes, trials: trials, confidence: confidence) {
      (count: Int) throws(StatisticsError) -> (lower: Double, upper: Double) in
      let (x, n, tail) = (Double(count), Double(trials), (1 - confidence) / 2)
      return try (
        count == 0 ? 0 : BetaDistribution(a: x, b: n - x + 1).quantile(tail),
        BetaDistribution(a: x + 1, b: n - x).upperPoint(tail)
      )
    }
  }
}
