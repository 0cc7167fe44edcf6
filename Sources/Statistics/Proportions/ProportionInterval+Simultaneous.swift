extension ProportionInterval {
  /// Intervals for the shares of several categories that all hold together: Goodman's intervals.
  ///
  /// Everybody chose one of k categories. With n answers, x of them in a category, and z the point
  /// that a normal variable exceeds with probability `α / (2k)`, where `α = 1 - confidence`, the
  /// category gets the Wilson interval with this z:
  /// `(2x + z² ± z √(z² + 4x(1 - x/n))) / (2(n + z²))`. So the probability that any of the k
  /// intervals misses its share is about α, at most; each alone is wider than a single Wilson
  /// interval.
  ///
  /// The approximation is good when each category has at least 5 answers. Categories that nobody
  /// chose count too: leave them in.
  ///
  /// Reference: Goodman 1965, On simultaneous confidence intervals for multinomial proportions.
  ///
  /// - Parameters:
  ///   - counts: the answers in each category, at least two categories and one answer.
  ///   - confidence: the level of all intervals together, strictly between 0 and 1.
  /// - Returns: an interval for the share of each category, in their order.
  /// - Throws: `StatisticsError.tooFewGroups`, `.negativeCount`, `.zeroCount`, `.countTooLarge`
  ///   when the answers are more than 10¹⁵, or `.confidenceOutOfRange`.
  public static func simultaneous(
    counts: [Int], confidence: Double = 0.95
  ) throws(StatisticsError) -> [Interval] {
    let level = try Check.confidence(confidence)
    guard counts.count >= 2 else {
      throw .tooFewGroups(.simultaneousIntervals, needed: 2, given: counts.count)
    }
    let limit = 1_000_000_000_000_000
    var trials = 0
    for count in counts {
      try Check.count(count, .category)
      let sum = trials.addingReportingOverflow(count)
      guard !sum.overflow, sum.partialValue <= limit else {
        throw .countTooLarge(.answers, sum.overflow ? .max : sum.partialValue, limit: limit)
      }
      trials = sum.partialValue
    }
    guard trials > 0 else { throw .zeroCount(.answers) }
    // The point of the chi-squared distribution with one degree of freedom is z².
    let tail = (1 - level) / Double(counts.count)
    let z = try ChiSquared(degreesOfFreedom: 1).upperPoint(tail).squareRoot()
    var intervals: [Interval] = []
    for count in counts {
      intervals.append(
        try mirrored(successes: count, trials: trials, confidence: level) {
          (successes: Int) throws(StatisticsError) -> (lower: Double, upper: Double) in
          scoreEnds(Double(successes), Double(trials), z)
        })
    }
    return intervals
  }
}
