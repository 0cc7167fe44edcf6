extension PermutationTest {
  /// Tests whether the mean of paired differences is 0, by turning signs: Fisher's test.
  ///
  /// The statistic is the mean difference, first minus second, in the unit of the values. A
  /// rearrangement swaps the two values of any number of pairs; there are `2ⁿ` for n pairs. Pairs
  /// without a difference stay in; they change nothing. Two-sided, a mean is as extreme when its
  /// absolute value is as large.
  ///
  /// The test asks whether the differences lie symmetrically around 0. When all are 0, the p value
  /// is 1.
  ///
  /// Reference: Fisher 1935, The design of experiments, section 21. See ``PermutationTest`` for the
  /// p value.
  ///
  /// - Parameters:
  ///   - first: at least two finite values.
  ///   - second: as many finite values of the same people, in the same order.
  ///   - alternative: what is believed otherwise: the first is less, greater, or either.
  ///   - permutations: how many rearrangements to draw when there are too many for all of them.
  ///   - seed: the start of the random numbers.
  /// - Returns: the test; `statistic` is the mean difference.
  /// - Throws: `StatisticsError`: `.lengthsDiffer`; a refusal of a sample; `.resultTooLarge`; or
  ///   `.resampling` for the number of permutations, 100 to ``Bootstrap/replicateLimit``.
  public static func paired(
    _ first: [Double], _ second: [Double], alternative: Alternative = .twoSided,
    permutations: Int = 9_999, seed: UInt64 = 1
  ) throws(StatisticsError) -> TestResult {
    try checkPairs(first, second, for: .flippedSigns, needs: 2)
    try Bootstrap.check(replicates: permutations)
    let differences = zip(first, second).map { $0 - $1 }
    let largest = differences.reduce(0) { max($0, abs($1)) }
    guard largest.isFinite else { throw .resultTooLarge(.flippedSigns) }
    let mean = try Location.mean(of: differences)

    let sizes = largest == 0 ? differences : differences.map { $0 / largest }
    let observed = PreciseSum(sizes).value
    let bar = Bar(observed, scale: sizes.reduce(0) { $0 + abs($1) }, alternative)
    let isExact = sizes.count < Int.bitWidth - 1 && 1 << sizes.count <= exactLimit
    var tally = Tally()
    if isExact {
      flip(sizes[...], sum: 0, bar, &tally)
    } else {
      tally = try drawn(permutations, seed: seed, bar, from: ()) { _, random in
        var (sum, bits) = (0.0, UInt64(0))
        for (place, size) in sizes.enumerated() {
          if place & 63 == 0 { bits = random.next() }
          // The lowest bit becomes the sign.
          sum += Double(bitPattern: size.bitPattern ^ (bits << 63))
          bits >>= 1
        }
        return sum
      }
    }
    return TestResult(
      .flippedSigns, statistic: mean, pValue: tally.pValue(isExact: isExact),
      alternative: alternative, isExact: isExact)
  }

  /// Goes through both signs of each value.
  private static func flip(
    _ sizes: ArraySlice<Double>, sum: Double, _ bar: Bar, _ tally: inout Tally
  ) {
    guard let size = sizes.first else {
      if bar.isReached(by: sum) { tally.extreme += 1 }
      tally.all += 1
      return
    }
    flip(sizes.dropFirst(), sum: sum + size, bar, &tally)
    flip(sizes.dropFirst(), sum: sum - size, bar, &tally)
  }

  static func checkPairs(
    _ first: [Double], _ second: [Double], for statistic: StatisticName, needs needed: Int
  ) throws(StatisticsError) {
    guard first.count == second.count else {
      throw .lengthsDiffer(statistic, first: first.count, second: second.count)
    }
    try Check.sample(first, for: statistic, needs: needed)
    try Check.sample(second, for: statistic, needs: needed)
  }
}
