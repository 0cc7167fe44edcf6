extension PermutationTest {
  /// Tests whether two values of the same people are correlated, by giving them other partners.
  ///
  /// The statistic is Pearson's correlation r, -1 to 1. A rearrangement deals the second values out
  /// anew among the people; there are `n!` for n pairs. Two-sided, a correlation is as extreme when
  /// its absolute value is as large. For Spearman's correlation give the ranks.
  ///
  /// The test asks whether the two values are independent.
  ///
  /// Reference: Pitman 1937, Significance tests which may be applied to samples from any
  /// populations II: the correlation coefficient test. See ``PermutationTest`` for the p value.
  ///
  /// - Parameters:
  ///   - first: at least three finite values, not all equal.
  ///   - second: as many finite values of the same people, in the same order, not all equal.
  ///   - alternative: what is believed otherwise: r is less than 0, greater, or either.
  ///   - permutations: how many rearrangements to draw when there are too many for all of them.
  ///   - seed: the start of the random numbers.
  /// - Returns: the test; `statistic` is r.
  /// - Throws: `StatisticsError`: `.lengthsDiffer`; a refusal of a sample; `.constantSample`; or
  ///   `.resampling` for the number of permutations, 100 to ``Bootstrap/replicateLimit``.
  public static func correlation(
    _ first: [Double], _ second: [Double], alternative: Alternative = .twoSided,
    permutations: Int = 9_999, seed: UInt64 = 1
  ) throws(StatisticsError) -> TestResult {
    try checkPairs(first, second, for: .permutedPairs, needs: 3)
    try Bootstrap.check(replicates: permutations)
    let (x, y) = (centred(first), centred(second))
    let scale = length(x) * length(y)
    guard scale > 0 else { throw .constantSample(.permutedPairs) }
    var observed = PreciseSum()
    for (a, b) in zip(x, y) { observed.add(a, times: b) }
    let bar = Bar(observed.value, scale: scale, alternative)

    // 8! = 40 320, and 9! is above the limit.
    let isExact = x.count <= 8
    var tally = Tally()
    if isExact {
      var partners = y
      pair(x, &partners, from: 0, sum: 0, bar, &tally)
    } else {
      tally = try drawn(permutations, seed: seed, bar, from: y) { partners, random in
        var sum = 0.0
        for place in x.indices {
          partners.swapAt(place, place + random.below(x.count - place))
          sum += x[place] * partners[place]
        }
        return sum
      }
    }
    return TestResult(
      .permutedPairs, statistic: min(1, max(-1, observed.value / scale)),
      pValue: tally.pValue(isExact: isExact), alternative: alternative, isExact: isExact)
  }

  /// Goes through all partners of the values from one place on.
  private static func pair(
    _ x: [Double], _ partners: inout [Double], from place: Int, sum: Double, _ bar: Bar,
    _ tally: inout Tally
  ) {
    guard place < x.count else {
      if bar.isReached(by: sum) { tally.extreme += 1 }
      tally.all += 1
      return
    }
    for other in place..<x.count {
      partners.swapAt(place, other)
      pair(x, &partners, from: place + 1, sum: sum + x[place] * partners[place], bar, &tally)
      partners.swapAt(place, other)
    }
  }

  private static func length(_ values: [Double]) -> Double {
    var sum = PreciseSum()
    for value in values { sum.add(value, times: value) }
    return sum.value.squareRoot()
  }
}
