extension NearCensus {
  /// The exact interval for the number of positive people in the whole group.
  ///
  /// With N invited, n answered, x positive and `α = 1 - confidence`, X is hypergeometric: n draws
  /// without replacement from N people of whom K are positive.
  ///
  /// - ``FiniteMethod/central``, the default: a count K stays when both one-sided tails are at
  ///   least α/2: `P(X >= x | K) >= α/2` and `P(X <= x | K) >= α/2`. This is Clopper–Pearson for a
  ///   group that has an end. It misses the true count on either side at most α/2 of the time, and
  ///   no interval that promises this is shorter. A tail that equals α/2 up to a relative 1e-9
  ///   counts as equal, so that rounding never decides and a tie keeps the count. That happens: 1
  ///   positive of 1 who answered out of 40 has a tail of exactly 0.025.
  /// - ``FiniteMethod/blaker``: a count K stays when an answer at most as fitting as x, by the
  ///   smaller of its two tails, is more probable than α. It misses the true count at most α of the
  ///   time, but possibly all of it on one side. It lies within the central interval and is often
  ///   one person shorter.
  ///
  /// The unit is people, and shares of those invited. When everybody answered the interval is one
  /// point; when nobody answered it is 0 to N. It always lies within ``possibleCounts``, and more
  /// confidence never makes it narrower.
  ///
  /// References: Buonaccorsi 1987, A note on confidence intervals for proportions in finite
  /// populations. Kauermann and Küchenhoff 2010, Stichproben: Methoden und praktische Umsetzung
  /// mit R. Blaker 2000, Confidence curves and improved exact confidence intervals for discrete
  /// distributions.
  ///
  /// - Parameters:
  ///   - confidence: the level, strictly between 0 and 1.
  ///   - method: which exact interval.
  /// - Returns: the interval, as counts and as shares.
  /// - Throws: `StatisticsError.confidenceOutOfRange`.
  public func interval(
    confidence: Double = 0.95, method: FiniteMethod = .central
  ) throws(StatisticsError) -> FiniteInterval {
    let alpha = try 1 - Check.confidence(confidence)
    // The upper end is the lower end for those who did not answer positively, seen from N.
    let lower = try lowerEnd(showing: positive, alpha: alpha, method)
    let upper = try invited - lowerEnd(showing: answered - positive, alpha: alpha, method)
    return try FiniteInterval(
      lower: lower, upper: upper, invited: invited, confidence: confidence)
  }

  private func lowerEnd(
    showing x: Int, alpha: Double, _ method: FiniteMethod
  ) throws(StatisticsError) -> Int {
    let central = try smallestCount(showing: x, tail: alpha / 2 * (1 - 1e-9))
    guard method == .blaker else { return central }
    // Never below the central end: the answers that fit no better have twice the tail at most.
    // A probability that equals α but for rounding is not more probable; 1 always is.
    let threshold = min(alpha * (1 + 1e-9), 1 - 1e-12)
    var count = central
    while count < x + unanswered {
      let drawn = HypergeometricTable(population: invited, marked: count, draws: answered)
      if drawn.acceptability(of: x) > threshold { break }
      count += 1
    }
    return count
  }

  /// The smallest K with `P(X >= x | K) >= tail`. The tail rises with K and is 1 for the largest
  /// possible K, so the search ends inside the range.
  private func smallestCount(showing x: Int, tail: Double) throws(StatisticsError) -> Int {
    var (low, high) = (x, x + unanswered)
    while low < high {
      let middle = low + (high - low) / 2
      let drawn = Hypergeometric(population: invited, marked: middle, draws: answered)
      if try drawn.upperTail(from: x) >= tail { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
