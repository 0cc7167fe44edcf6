/// Confidence intervals for the share behind `successes` out of `trials`.
///
/// The trials are draws from a population without end. When the group itself is small and most of
/// it answered, use ``NearCensus``: it knows that an answer from everybody leaves no doubt.
///
/// For every method:
/// - `successes` runs from 0 to `trials`, and `trials` is at least 1.
/// - `confidence` lies strictly between 0 and 1 (0.95, not 95).
/// - The ends are shares and lie within 0 and 1.
/// - Swapping successes and failures mirrors the interval: `(l, u)` becomes `(1 - u, 1 - l)`.
/// - Refusals: `StatisticsError.negativeCount`, `.zeroCount`, `.partExceedsWhole` and
///   `.confidenceOutOfRange`; `.notComputed` when the numerical library gives up.
public enum ProportionInterval {
  /// Builds an interval out of rules for its ends, which hold for at most half of the trials.
  ///
  /// Above that the interval is that of the failures, mirrored. So the symmetry holds to the last
  /// bit, and the ends of a tiny share keep all their digits, which `1 - end` would lose.
  static func mirrored(
    successes: Int, trials: Int, confidence: Double,
    ends: (_ successes: Int) throws(StatisticsError) -> (lower: Double, upper: Double)
  ) throws(StatisticsError) -> Interval {
    try check(successes: successes, trials: trials)
    let level = try Check.confidence(confidence)
    let failures = trials - successes
    var (lower, upper) = try ends(min(successes, failures))
    if successes > failures { (lower, upper) = (1 - upper, 1 - lower) }
    if successes == failures { upper = 1 - lower }
    return try Interval(lower: min(lower, upper), upper: max(lower, upper), confidence: level)
  }

  static func check(successes: Int, trials: Int) throws(StatisticsError) {
    try Check.count(trials, .trials)
    try Check.part(successes, .successes, of: trials, .trials)
    guard trials > 0 else { throw .zeroCount(.trials) }
  }
}
