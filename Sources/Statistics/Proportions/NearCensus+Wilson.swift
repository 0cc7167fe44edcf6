extension NearCensus {
  /// The score interval of Wilson with the finite population correction: an approximation of
  /// ``interval(confidence:method:)``.
  ///
  /// With N invited, n answered and the share p̂ of positive answers among them, the variance of p̂
  /// in draws without replacement is `p(1-p)/n · (N-n)/(N-1)`. So the interval is Wilson's for
  /// `m = n (N-1)/(N-n)` answers of which `m p̂` are positive; m need not be whole. It is cut at
  /// ``bounds``, outside of which no share is possible.
  ///
  /// It is shorter than the exact interval and covers the true share about as often as it says on
  /// average, for some shares much less often: see `Benchmarks/COVERAGE.md`.
  ///
  /// The unit is a share of those invited. When everybody answered the interval is one point; when
  /// nobody answered it is 0 to 1.
  ///
  /// References: Wilson 1927, Probable inference, the law of succession, and statistical
  /// inference. Cochran 1977, Sampling techniques, section 3.2 (variance). O'Neill 2021,
  /// Mathematical properties and finite-population correction for the Wilson score interval.
  ///
  /// - Parameter confidence: the level, strictly between 0 and 1.
  /// - Returns: the interval for the share.
  /// - Throws: `StatisticsError.confidenceOutOfRange`.
  public func wilsonInterval(confidence: Double = 0.95) throws(StatisticsError) -> Interval {
    let level = try Check.confidence(confidence)
    let bounds = self.bounds
    guard answered > 0, unanswered > 0 else {
      return try Interval(
        lower: bounds.lowerBound, upper: bounds.upperBound, confidence: level)
    }
    let z = try Normal.twoSidedPoint(confidence: level)
    let effective = Double(answered) * (Double(invited - 1) / Double(unanswered))
    // The fewer of the two answers, whose ends keep their digits; the others are their mirror.
    let negative = answered - positive
    let share = Double(min(positive, negative)) / Double(answered)
    var (lower, upper) = ProportionInterval.scoreEnds(effective * share, effective, z)
    if positive > negative { (lower, upper) = (1 - upper, 1 - lower) }
    if positive == negative { upper = 1 - lower }
    // The share among those who answered lies within the bounds, so the cut keeps it inside.
    return try Interval(
      lower: max(lower, bounds.lowerBound), upper: min(upper, bounds.upperBound),
      confidence: level)
  }
}
