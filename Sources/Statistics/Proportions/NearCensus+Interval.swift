extension NearCensus {
  /// The exact interval for the number of positive people in the whole group.
  ///
  /// With N invited, n answered, x positive and `α = 1 - confidence`, a count K stays in the
  /// interval when both one-sided tails are at least α/2: `P(X >= x | K) >= α/2` and
  /// `P(X <= x | K) >= α/2`, where X is hypergeometric: n draws without replacement from N people
  /// of whom K are positive. This is Clopper–Pearson for a group that has an end, and like it
  /// covers the true count at least as often as it says.
  ///
  /// A tail that equals α/2 up to a relative 1e-9 counts as equal, so that rounding never decides
  /// and a tie keeps the count. That happens: 1 positive of 1 who answered out of 40 has a tail of
  /// exactly 0.025.
  ///
  /// The unit is people, and shares of those invited. When everybody answered the interval is one
  /// point; when nobody answered it is 0 to N. It always lies within ``possibleCounts``.
  ///
  /// References: Buonaccorsi 1987, A note on confidence intervals for proportions in finite
  /// populations. Kauermann and Küchenhoff 2010, Stichproben: Methoden und praktische Umsetzung
  /// mit R.
  ///
  /// - Parameter confidence: the level, strictly between 0 and 1.
  /// - Returns: the interval, as counts and as shares.
  /// - Throws: `StatisticsError.confidenceOutOfRange`.
  public func interval(confidence: Double = 0.95) throws(StatisticsError) -> FiniteInterval {
    let tail = try (1 - Check.confidence(confidence)) / 2 * (1 - 1e-9)
    // The upper end is the lower end for those who did not answer positively, seen from N.
    let lower = try smallestCount(showing: positive, tail: tail)
    let upper = try invited - smallestCount(showing: answered - positive, tail: tail)
    return try FiniteInterval(
      lower: lower, upper: upper, invited: invited, confidence: confidence)
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
