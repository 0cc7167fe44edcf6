/// Tests that look only at the order of the values.
///
/// They hold for values of any distribution, also for the steps of a scale. Equal values share the
/// mean of their ranks, and the exact p values are exact with such ties too.
public enum RankTests {
  /// The largest number of values, zeros and other groups included, for exact p values.
  public static let exactLimit = 50

  /// The test of Mann and Whitney: whether the values of one sample tend to be larger.
  ///
  /// The statistic U is the number of pairs of one value of each sample in which the first is
  /// larger, an equal pair counting a half. Up to ``exactLimit`` values in all, the p value comes
  /// from all ways to deal the values out to the two samples; the two-sided one is twice the
  /// smaller tail. Above, U is taken as normal with the variance
  /// `mn/12 ((N + 1) - Σ(t³ - t)/(N(N - 1)))` over groups of t equal values, and moved by a half
  /// towards its mean.
  ///
  /// Reference: Mann and Whitney 1947, On a test of whether one of two random variables is
  /// stochastically larger than the other. Lehmann 2006, Nonparametrics, chapter 1 (ties).
  ///
  /// - Parameters:
  ///   - first: at least one finite value.
  ///   - second: at least one finite value.
  ///   - alternative: `.greater` if the first values are believed to be larger.
  ///   - exact: whether to use the exact distribution; nil to use it up to the limit.
  /// - Returns: U and its p value.
  /// - Throws: `StatisticsError.groupTooSmall`, `.notANumber`, `.infinite`; `.sampleTooLarge` for an
  ///   exact test above the limit; `.constantSample` when all values are equal.
  public static func mannWhitney(
    _ first: [Double], _ second: [Double], alternative: Alternative = .twoSided,
    exact: Bool? = nil
  ) throws(StatisticsError) -> TestResult {
    let name = StatisticName.mannWhitneyTest
    try GroupCheck.values([first, second], for: name, needs: 1)
    let isExact = try checkedExact(exact, count: first.count + second.count, name)
    let order = try SampleOrder(first, second)
    let (m, n) = (Double(first.count), Double(second.count))
    let all = m + n
    let variance = m * n / 12 * (all + 1 - order.tieSum / (all * (all - 1)))
    guard variance > 0 else { throw .constantSample(name) }
    let ties: [Caution] = order.tieSum > 0 && !isExact ? [.ties] : []
    let p: Double
    if isExact {
      // Doubled, midranks are whole numbers; U differs from the rank sum by a constant.
      let ranks = Ranks(of: first + second).midranks.map { Int(2 * $0) }
      let sums = SubsetSums(of: ranks, size: first.count)
      p = sums.pValue(at: ranks.prefix(first.count).reduce(0, +), alternative)
    } else {
      p = try normalPValue(order.u - m * n / 2, deviation: variance.squareRoot(), alternative)
    }
    return TestResult(
      name, statistic: order.u, pValue: p, alternative: alternative, isExact: isExact,
      cautions: ties)
  }

  /// The signed-rank test of Wilcoxon: whether the first values of pairs tend to be larger.
  ///
  /// The differences first minus second are ranked by their size; differences of 0 are left out.
  /// The statistic V is the sum of the ranks of the positive ones. Up to ``exactLimit`` differences
  /// the p value comes from all ways to give them signs; the two-sided one is twice the smaller
  /// tail. Above, V is taken as normal with the variance `n(n+1)(2n+1)/24 - Σ(t³ - t)/48`, and moved
  /// by a half towards its mean.
  ///
  /// Reference: Wilcoxon 1945, Individual comparisons by ranking methods. Lehmann 2006,
  /// Nonparametrics, chapter 3.
  ///
  /// - Parameters:
  ///   - first: the first value of each pair.
  ///   - second: the second value of each pair, in the same order.
  ///   - alternative: `.greater` if the first values are believed to be larger.
  ///   - exact: whether to use the exact distribution; nil to use it up to the limit.
  /// - Returns: V and its p value, with a caution that tells how many pairs are equal.
  /// - Throws: `StatisticsError.lengthsDiffer`, `.emptySample`, `.notANumber`, `.infinite`,
  ///   `.resultTooLarge`; `.sampleTooLarge` for an exact test above the limit; `.constantSample`
  ///   when all pairs are equal.
  public static func signedRank(
    _ first: [Double], minus second: [Double], alternative: Alternative = .twoSided,
    exact: Bool? = nil
  ) throws(StatisticsError) -> TestResult {
    let name = StatisticName.signedRankTest
    let all = try PairedValues.differences(first, second, for: name)
    let differences = all.filter { $0 != 0 }
    guard !differences.isEmpty else { throw .constantSample(name) }
    let isExact = try checkedExact(exact, count: differences.count, name)
    let ranks = Ranks(of: differences.map(abs))
    let v = zip(differences, ranks.midranks).reduce(0) { $0 + ($1.0 > 0 ? $1.1 : 0) }
    let p: Double
    if isExact {
      let sums = SubsetSums(of: ranks.midranks.map { Int(2 * $0) })
      p = sums.pValue(at: Int(2 * v), alternative)
    } else {
      let n = Double(differences.count)
      let variance = n * (n + 1) * (2 * n + 1) / 24 - ranks.tieSum / 48
      p = try normalPValue(v - n * (n + 1) / 4, deviation: variance.squareRoot(), alternative)
    }
    var cautions: [Caution] = []
    if all.count > differences.count {
      cautions.append(.equalPairsLeftOut(all.count - differences.count))
    }
    if !isExact, !ranks.ties.isEmpty { cautions.append(.ties) }
    return TestResult(
      name, statistic: v, pValue: p, alternative: alternative, isExact: isExact,
      cautions: cautions)
  }

  /// The test of Kruskal and Wallis: whether the values of some group tend to be larger.
  ///
  /// With N values in all and the sum of ranks Rᵢ of group i,
  /// `H = (12/(N(N+1)) Σ Rᵢ²/nᵢ - 3(N+1)) / (1 - Σ(t³ - t)/(N³ - N))` over groups of t equal values.
  /// It is taken as chi-squared with k - 1 degrees of freedom.
  ///
  /// Reference: Kruskal and Wallis 1952, Use of ranks in one-criterion variance analysis.
  ///
  /// - Parameter groups: at least two groups of at least one finite value.
  /// - Returns: H and its p value.
  /// - Throws: `StatisticsError.tooFewGroups`, `.groupTooSmall`, `.notANumber`, `.infinite`;
  ///   `.constantSample` when all values are equal.
  public static func kruskalWallis(_ groups: [[Double]]) throws(StatisticsError) -> TestResult {
    let name = StatisticName.kruskalWallisTest
    guard groups.count >= 2 else {
      throw .tooFewGroups(name, needed: 2, given: groups.count)
    }
    try GroupCheck.values(groups, for: name, needs: 1)
    let ranks = Ranks(of: groups.flatMap { $0 })
    let n = Double(ranks.midranks.count)
    let untied = 1 - ranks.tieSum / (n * n * n - n)
    guard n > 1, untied > 1e-14 else { throw .constantSample(name) }
    // Squared distances of the mean ranks from the middle do not cancel as the textbook form does.
    var (sum, start) = (0.0, 0)
    for group in groups {
      let part = ranks.midranks[start..<start + group.count].reduce(0, +)
      let distance = part / Double(group.count) - (n + 1) / 2
      sum += Double(group.count) * distance * distance
      start += group.count
    }
    let h = 12 / (n * (n + 1)) * sum / untied
    let freedom = Double(groups.count - 1)
    return TestResult(
      name, statistic: h, degreesOfFreedom: [freedom],
      pValue: try ChiSquared(degreesOfFreedom: freedom).upperTail(h),
      cautions: ranks.ties.isEmpty ? [] : [.ties])
  }

  private static func checkedExact(
    _ exact: Bool?, count: Int, _ name: StatisticName
  ) throws(StatisticsError) -> Bool {
    guard let exact else { return count <= exactLimit }
    guard !exact || count <= exactLimit else {
      throw .sampleTooLarge(name, limit: exactLimit, given: count)
    }
    return exact
  }

  /// The tails of a whole or half statistic, given its distance from the mean.
  private static func normalPValue(
    _ distance: Double, deviation: Double, _ alternative: Alternative
  ) throws(StatisticsError) -> Double {
    switch alternative {
    case .greater: try Normal.upperTail((distance - 0.5) / deviation)
    case .less: try Normal.upperTail((-distance - 0.5) / deviation)
    case .twoSided: try min(1, 2 * Normal.upperTail((abs(distance) - 0.5) / deviation))
    }
  }
}
