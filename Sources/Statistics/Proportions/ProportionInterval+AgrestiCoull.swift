extension ProportionInterval {
  /// The interval of Agresti and Coull: the schoolbook interval after adding z²/2 successes and
  /// z²/2 failures.
  ///
  /// With n trials, x successes and z the two-sided normal point, `m = n + z²`,
  /// `p = (x + z²/2) / m`, and the ends are `p ± z √(p(1-p)/m)`, cut at 0 and 1. The centre is the
  /// centre of the Wilson interval, and the interval is never shorter than Wilson's, before the cut.
  ///
  /// Reference: Agresti and Coull 1998, Approximate is better than "exact" for interval estimation
  /// of binomial proportions.
  ///
  /// - Parameters:
  ///   - successes: how many trials succeeded, 0 to `trials`.
  ///   - trials: how many trials there were, at least 1.
  ///   - confidence: the level, strictly between 0 and 1.
  /// - Returns: the interval for the share.
  /// - Throws: `StatisticsError`, see ``ProportionInterval``.
  public static func agrestiCoull(
    successes: Int, trials: Int, confidence: Double = 0.95
  ) throws(StatisticsError) -> Interval {
    try mirrored(successes: successes, trials: trials, confidence: confidence) {
      (count: Int) throws(StatisticsError) -> (lower: Double, upper: Double) in
      let z = try Normal.twoSidedPoint(confidence: confidence)
      let m = Double(trials) + z * z
      let p = (Double(count) + z * z / 2) / m
      let half = z * (p * (1 - p) / m).squareRoot()
      return (max(0, p - half), min(1, p + half))
    }
  }
}
