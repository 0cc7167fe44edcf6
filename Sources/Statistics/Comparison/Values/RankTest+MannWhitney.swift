extension RankTest {
  /// The largest number of pairs, first size times second size, for which the Mann–Whitney test
  /// computes the exact distribution: 50 values against 50, or 25 against 100.
  public static let exactPairLimit = 2500

  /// The test of Mann and Whitney: whether values of one group tend to be larger than values of
  /// another, the groups being different people. Also known as the Wilcoxon rank-sum test.
  ///
  /// The statistic U is the number of pairs, one value from each group, in which the first value
  /// is larger; an equal pair counts one half.
  ///
  /// For up to ``exactPairLimit`` pairs the p value is exact, with ties too: it comes from all ways
  /// to deal the given values, with their ties, to groups of the given sizes. The two-sided p value
  /// is twice the smaller tail, at most 1. For more pairs `(U - mn/2) / s` is taken as normal, with
  /// a continuity correction of ½ and, for m and n values, N = m + n and ties of t values,
  /// `s² = mn/12 (N + 1 - Σ(t³ - t) / (N(N - 1)))`.
  ///
  /// Two million values take about a tenth of a second.
  ///
  /// References: Mann and Whitney 1947, On a test of whether one of two random variables is
  /// stochastically larger than the other. Lehmann 1975, Nonparametrics: Statistical Methods Based
  /// on Ranks (ties).
  ///
  /// - Parameters:
  ///   - first: at least one finite value.
  ///   - second: at least one finite value.
  ///   - alternative: what the p value speaks of; `less` means that values of the first group tend
  ///     to be smaller.
  /// - Returns: the test, with U of the first group as its statistic.
  /// - Throws: `StatisticsError`, see ``RankTest``.
  public static func mannWhitney(
    _ first: [Double], _ second: [Double], alternative: Alternative = .twoSided
  ) throws(StatisticsError) -> TestResult {
    try Check.groups([first, second], for: .mannWhitney, needs: 1)
    let pairs = Double(first.count) * Double(second.count)
    return pairs <= Double(exactPairLimit)
      ? try exactMannWhitney(first, second, alternative)
      : try normalMannWhitney(first, second, pairs, alternative)
  }

  private static func exactMannWhitney(
    _ first: [Double], _ second: [Double], _ alternative: Alternative
  ) throws(StatisticsError) -> TestResult {
    let doubled = Ranks(of: first + second).midranks.map { Int(2 * $0) }
    guard let one = doubled.first, doubled.contains(where: { $0 != one }) else {
      throw .constantSample(.mannWhitney)
    }
    let m = first.count
    let sum = doubled[..<m].reduce(0, +)
    let tails = ScoreDistribution(drawing: m, of: doubled).tails(at: sum)
    return TestResult(
      .mannWhitney, statistic: Double(sum - m * (m + 1)) / 2, pValue: tails.pValue(alternative),
      alternative: alternative, isExact: true)
  }

  private static func normalMannWhitney(
    _ first: [Double], _ second: [Double], _ pairs: Double, _ alternative: Alternative
  ) throws(StatisticsError) -> TestResult {
    let dominance = try Dominance(first, second)
    let all = Double(first.count + second.count)
    let variance = pairs / 12 * (all + 1 - dominance.tieSum / (all * (all - 1)))
    let smallest = min(dominance.first[0], dominance.second[0])
    guard max(dominance.first[first.count - 1], dominance.second[second.count - 1]) > smallest
    else { throw .constantSample(.mannWhitney) }
    let u = Double(dominance.twiceWins) / 2
    return TestResult(
      .mannWhitney, statistic: u,
      pValue: try normalPValue(
        distance: u - pairs / 2, halfStep: 0.5, deviation: variance.squareRoot(), alternative),
      alternative: alternative, cautions: dominance.tieSum > 0 ? [.ties] : [])
  }
}
