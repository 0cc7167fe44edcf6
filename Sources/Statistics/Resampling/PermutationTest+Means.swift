extension PermutationTest {
  /// Tests whether the means of two independent groups differ, by dealing the values out anew.
  ///
  /// The statistic is the mean of the first group minus the mean of the second, in the unit of the
  /// values. A rearrangement splits all values into groups of the same sizes; there are
  /// `C(n₁ + n₂, n₁)`. Two-sided, a difference is as extreme when its absolute value is as large.
  ///
  /// The test asks whether the two groups come from the same distribution. When the spreads differ
  /// and the groups are of different size, it may reject although the means are equal.
  ///
  /// When all values are equal, every rearrangement is as extreme, and the p value is 1.
  ///
  /// Reference: Ernst 2004, Permutation methods: a basis for exact inference. See
  /// ``PermutationTest`` for the p value.
  ///
  /// - Parameters:
  ///   - first: at least two finite values.
  ///   - second: at least two finite values of other people.
  ///   - alternative: what is believed otherwise: the first mean is less, greater, or either.
  ///   - permutations: how many rearrangements to draw when there are too many for all of them.
  ///   - seed: the start of the random numbers.
  /// - Returns: the test; `statistic` is the difference of the means.
  /// - Throws: `StatisticsError`: a refusal of a sample, with positions in the first and then the
  ///   second; `.groupTooSmall`; `.resultTooLarge`; or `.resampling` for the number of
  ///   permutations, 100 to ``Bootstrap/replicateLimit``.
  public static func means(
    _ first: [Double], _ second: [Double], alternative: Alternative = .twoSided,
    permutations: Int = 9_999, seed: UInt64 = 1
  ) throws(StatisticsError) -> TestResult {
    try Check.sample(first + second, for: .permutedMeans)
    for (group, sample) in [first, second].enumerated() where sample.count < 2 {
      throw .groupTooSmall(.permutedMeans, group: group + 1, needed: 2, given: sample.count)
    }
    try Bootstrap.check(replicates: permutations)
    let difference = try Location.mean(of: first) - Location.mean(of: second)
    guard difference.isFinite else { throw .resultTooLarge(.permutedMeans) }

    // All values add up to 0, so the sum of one group tells the difference of the means. The
    // smaller group is dealt out; its sum is the other's with the sign turned.
    let all = centred(first + second)
    let firstIsDealt = first.count <= second.count
    let dealt = min(first.count, second.count)
    let observed = PreciseSum(firstIsDealt ? all[..<dealt] : all[first.count...]).value
    let scale = all.reduce(0) { $0 + abs($1) }
    let bar = Bar(observed, scale: scale, firstIsDealt ? alternative : alternative.turned)

    let isExact = choices(of: dealt, from: all.count, atMost: exactLimit) != nil
    var tally = Tally()
    if isExact {
      choose(dealt, from: all, start: 0, sum: 0, bar, &tally)
    } else {
      tally = try drawn(permutations, seed: seed, bar, from: all) { values, random in
        var sum = 0.0
        for place in 0..<dealt {
          values.swapAt(place, place + random.below(values.count - place))
          sum += values[place]
        }
        return sum
      }
    }
    return TestResult(
      .permutedMeans, statistic: difference, pValue: tally.pValue(isExact: isExact),
      alternative: alternative, isExact: isExact)
  }

  /// Goes through all ways to choose `left` more values from `start` on.
  private static func choose(
    _ left: Int, from values: [Double], start: Int, sum: Double, _ bar: Bar,
    _ tally: inout Tally
  ) {
    if left == 0 {
      if bar.isReached(by: sum) { tally.extreme += 1 }
      tally.all += 1
      return
    }
    for place in start...(values.count - left) {
      choose(
        left - 1, from: values, start: place + 1, sum: sum + values[place], bar, &tally)
    }
  }

  /// `C(n, k)`, or nil when it is above the limit.
  static func choices(of k: Int, from n: Int, atMost limit: Int) -> Int? {
    var choices = 1
    for i in 0..<k {
      // Exact at every step: the product of i + 1 neighbours is divisible by (i + 1)!.
      let product = choices.multipliedReportingOverflow(by: n - i)
      if product.overflow { return nil }
      choices = product.partialValue / (i + 1)
      if choices > limit { return nil }
    }
    return choices
  }
}

extension Alternative {
  /// The same alternative about the negative of the statistic.
  var turned: Alternative {
    switch self {
    case .twoSided: .twoSided
    case .less: .greater
    case .greater: .less
    }
  }
}
