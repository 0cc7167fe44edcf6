extension ProportionInterval {
  /// The score interval of Wilson: all shares p that a score test does not reject.
  ///
  /// With n trials, x successes, `q = 1 - x/n` and z the two-sided normal point, the ends are
  /// `(2x + z² ± z √(z² + 4xq)) / (2(n + z²))`. The lower end is computed as
  /// `2x² / (n (2x + z² + z √(z² + 4xq)))`, the same number without cancellation.
  ///
  /// With the continuity correction the lower end is
  /// `(2x + z² - 1 - z √(z² - 2 - 1/n + 4(x/n)(nq + 1))) / (2(n + z²))`, and 0 for no success.
  /// The corrected interval is wider, about as wide as Clopper–Pearson.
  ///
  /// Without successes the lower end is exactly 0, without failures the upper end is exactly 1.
  ///
  /// References: Wilson 1927, Probable inference, the law of succession, and statistical
  /// inference. Newcombe 1998, Two-sided confidence intervals for the single proportion:
  /// comparison of seven methods (methods 3 and 4).
  ///
  /// - Parameters:
  ///   - successes: how many trials succeeded, 0 to `trials`.
  ///   - trials: how many trials there were, at least 1.
  ///   - confidence: the level, strictly between 0 and 1.
  ///   - continuityCorrected: whether to correct for the steps of a count.
  /// - Returns: the interval for the share.
  /// - Throws: `StatisticsError`, see ``ProportionInterval``.
  public static func wilson(
    successes: Int, trials: Int, confidence: Double = 0.95, continuityCorrected: Bool = false
  ) throws(StatisticsError) -> Interval {
    try mirrored(successes: successes, trials: trials, confidence: confidence) {
      (count: Int) throws(StatisticsError) -> (lower: Double, upper: Double) in
      let z = try Normal.twoSidedPoint(confidence: confidence)
      return continuityCorrected
        ? correctedScoreEnds(Double(count), Double(trials), z)
        : scoreEnds(Double(count), Double(trials), z)
    }
  }

  /// Wilson's interval for a share of answers with unequal weights: that of as many answers of equal weight as
  /// tell as much, `n_eff`, which need not be a whole number.
  ///
  /// References: Kish 1965, Survey Sampling (design effect). Korn and Graubard 1998, Confidence intervals for
  /// proportions with small expected number of positive counts estimated from survey data, of the effective
  /// sample size in an interval for counts.
  ///
  /// - Parameters:
  ///   - share: the weighted share, 0 to 1.
  ///   - effective: the effective number of answers, above 0.
  ///   - confidence: the level, strictly between 0 and 1.
  /// - Returns: Its ends, within 0 and 1.
  /// - Throws: `StatisticsError.shareOutOfRange`, `.optionOutOfRange` or `.confidenceOutOfRange`.
  public static func wilson(
    share: Double, effective: Double, confidence: Double = 0.95
  ) throws(StatisticsError) -> Interval {
    let share = try Check.share(share)
    guard effective > 0, effective.isFinite else {
      throw .optionOutOfRange(
        option: "the effective number of answers", range: "above 0", effective)
    }
    let z = try Normal.twoSidedPoint(confidence: Check.confidence(confidence))
    // Seen from the smaller side, as for counts, so that the end at none or all is exact.
    let isMirrored = share > 0.5
    let ends = scoreEnds((isMirrored ? 1 - share : share) * effective, effective, z)
    return try isMirrored
      ? Interval(lower: 1 - ends.upper, upper: 1 - ends.lower, confidence: confidence)
      : Interval(lower: ends.lower, upper: ends.upper, confidence: confidence)
  }

  /// The score ends for x successes of n trials, which need not be whole numbers.
  static func scoreEnds(
    _ x: Double, _ n: Double, _ z: Double
  ) -> (lower: Double, upper: Double) {
    let root = (z * z + 4 * x * (1 - x / n)).squareRoot()
    let sum = 2 * x + z * z + z * root
    return (2 * x * (x / n) / sum, min(1, sum / (2 * (n + z * z))))
  }

  private static func correctedScoreEnds(
    _ x: Double, _ n: Double, _ z: Double
  ) -> (lower: Double, upper: Double) {
    let q = 1 - x / n
    // Neither is negative: they are at least z² + 1 for whole x from 0, the first one from 1.
    let below = (z * z - 2 - 1 / n + 4 * (x / n) * (n * q + 1)).squareRoot()
    let above = (z * z + 2 - 1 / n + 4 * (x / n) * (n * q - 1)).squareRoot()
    let double = 2 * (n + z * z)
    return (
      x == 0 ? 0 : max(0, (2 * x + z * z - 1 - z * below) / double),
      min(1, (2 * x + z * z + 1 + z * above) / double)
    )
  }
}
