extension NearCensus {
  /// The largest group that ``difference(minus:confidence:)`` takes.
  public static let differenceLimit = 20_000

  /// The exact interval for the difference of two shares, this group minus another: two waves of a
  /// small group, or two small groups.
  ///
  /// The shares are K₁/N₁ and K₂/N₂ of all who were invited. With n₁ and n₂ who answered and the
  /// observed difference `D = x₁/n₁ - x₂/n₂`, the lower end is the smallest `K₁/N₁ - K₂/N₂` among
  /// all possible pairs of counts that show a difference of D or more with probability at least
  /// α/2, where `α = 1 - confidence`. The upper end is the largest among those that show D or less
  /// with probability at least α/2. The numbers of positive answers are hypergeometric and
  /// independent. So the interval misses the true difference on either side at most α/2 of the
  /// time. When everybody answered in the second group, this is the interval of the first group
  /// (``interval(confidence:method:)``), shifted by the share of the second; when everybody answered
  /// in both, it is one point.
  ///
  /// A hybrid of two separate intervals, as ``ProportionInterval/difference(_:minus:confidence:)``
  /// makes it, is not used: in small groups that nearly all answered, the shares move in steps, and
  /// the hybrid misses the true difference far more often than it says.
  ///
  /// What is random is who answered. The interval therefore also holds for the same people asked
  /// twice, as long as who answered the first time does not tell who answers the second time. When
  /// the same people answer both times and answer alike, the interval is wider than needed; when
  /// their answers can be linked, use
  /// ``ProportionInterval/pairedDifference(both:onlyFirst:onlySecond:neither:confidence:)``.
  ///
  /// The unit is a difference of shares, from -1 to 1. Swapping the groups turns the interval
  /// round.
  ///
  /// References: Buonaccorsi 1987, A note on confidence intervals for proportions in finite
  /// populations (one group). Casella and Berger 2002, Statistical inference, chapter 9 (intervals
  /// from inverted tests).
  ///
  /// - Parameters:
  ///   - other: the group that is subtracted.
  ///   - confidence: the level, strictly between 0 and 1.
  /// - Returns: the interval for this share minus the other.
  /// - Throws: `StatisticsError.confidenceOutOfRange`; `.zeroCount` when nobody answered in one of
  ///   the groups; `.countTooLarge` above ``differenceLimit`` invited.
  public func difference(
    minus other: NearCensus, confidence: Double = 0.95
  ) throws(StatisticsError) -> Interval {
    let level = try Check.confidence(confidence)
    for group in [self, other] {
      guard group.answered > 0 else { throw .zeroCount(.answered) }
      guard group.invited <= Self.differenceLimit else {
        throw .countTooLarge(.invited, group.invited, limit: Self.differenceLimit)
      }
    }
    let tail = (1 - level) / 2 * (1 - 1e-9)
    // The upper end is the lower end of the other minus this one, turned round.
    let lower = smallestDifference(minus: other, tail: tail)
    let upper = -other.smallestDifference(minus: self, tail: tail)
    // With little confidence between coarse steps the ends may pass each other by one step.
    return try Interval(
      lower: min(lower, upper), upper: max(lower, upper), confidence: level)
  }

  /// The smallest difference of shares that shows the observed difference or more with at least
  /// this probability.
  ///
  /// The probability rises with the count of this group and falls with that of the other. So one
  /// walk along the border between enough and too little finds all candidates.
  private func smallestDifference(minus other: NearCensus, tail: Double) -> Double {
    let ours = possibleCounts
    var smallest = 1.0
    var count = ours.lowerBound
    var table = HypergeometricTable(population: invited, marked: count, draws: answered)
    for otherCount in other.possibleCounts {
      let otherTable = HypergeometricTable(
        population: other.invited, marked: otherCount, draws: other.answered)
      while count < ours.upperBound, showing(table, otherTable, other) < tail {
        count += 1
        table = HypergeometricTable(population: invited, marked: count, draws: answered)
      }
      guard count < ours.upperBound || showing(table, otherTable, other) >= tail else { break }
      smallest = min(
        smallest, Double(count) / Double(invited) - Double(otherCount) / Double(other.invited))
    }
    return smallest
  }

  /// `P(X/n₁ - Y/n₂ >= x₁/n₁ - x₂/n₂)`, compared in whole numbers.
  private func showing(
    _ ours: HypergeometricTable, _ others: HypergeometricTable, _ other: NearCensus
  ) -> Double {
    let observed = positive * other.answered - other.positive * answered
    var sum = 0.0
    for (i, probability) in ours.probabilities.enumerated() {
      let room = (ours.first + i) * other.answered - observed
      // The largest y with y n₁ <= room; no y is negative.
      if room >= 0 { sum += probability * others.lowerTail(to: room / answered) }
    }
    return sum
  }
}
