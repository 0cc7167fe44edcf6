extension RankTest {
  /// The largest number of pairs that differ for which the signed-rank test computes the exact
  /// distribution.
  public static let exactDifferenceLimit = 100

  /// The signed-rank test of Wilcoxon: whether two measurements of the same people differ.
  ///
  /// The differences, first minus second, are ranked by their size; the statistic V is the sum of
  /// the ranks of the positive ones. Equal pairs are left out, and a caution says how many. The
  /// test takes the differences as symmetric around their centre.
  ///
  /// For up to ``exactDifferenceLimit`` pairs that differ the p value is exact, with ties too: it
  /// comes from all ways to give signs to the ranks. The two-sided p value is twice the smaller
  /// tail, at most 1. For n pairs above that, `(V - n(n + 1)/4) / s` is taken as normal, with a
  /// continuity correction of ½ and, for ties of t differences,
  /// `s² = n(n + 1)(2n + 1)/24 - Σ(t³ - t)/48`.
  ///
  /// Differences that are equal as decimals count as ties, though the stored numbers may differ in
  /// their last bits: 3.8 - 3.4 ties with 3.4 - 3.
  ///
  /// References: Wilcoxon 1945, Individual comparisons by ranking methods. Pratt and Gibbons 1981,
  /// Concepts of Nonparametric Theory (ties and zeros).
  ///
  /// - Parameters:
  ///   - first: at least one finite value.
  ///   - second: as many values, in the same order of people.
  ///   - alternative: what the p value speaks of; `less` means that first values tend to be
  ///     smaller.
  /// - Returns: the test, with V as its statistic.
  /// - Throws: `StatisticsError`, see ``RankTest``; `.comparison` where no pair differs;
  ///   `.resultTooLarge` where a difference overflows.
  public static func signedRank(
    _ first: [Double], _ second: [Double], alternative: Alternative = .twoSided
  ) throws(StatisticsError) -> TestResult {
    try Check.pairedValues(first, second, for: .signedRank, needs: 1)
    return try signedRank(PairDifferences(first, second, .signedRank), alternative)
  }

  /// The signed-rank test of Wilcoxon: whether the median of one sample differs from a number.
  ///
  /// The same test as for pairs, with the number in the place of each second value.
  ///
  /// - Parameters:
  ///   - sample: at least one finite value, symmetric around the median.
  ///   - reference: the number that the median is compared with.
  ///   - alternative: what the p value speaks of; `less` means that the median is smaller.
  /// - Returns: the test, with V as its statistic.
  /// - Throws: `StatisticsError`, see ``RankTest``; `.optionOutOfRange` for a number that is not
  ///   finite; `.comparison` where no value differs from it.
  public static func signedRank(
    _ sample: [Double], median reference: Double, alternative: Alternative = .twoSided
  ) throws(StatisticsError) -> TestResult {
    try Check.reference(reference, "the reference median")
    try Check.sample(sample, for: .signedRank)
    let references = Array(repeating: reference, count: sample.count)
    return try signedRank(PairDifferences(sample, references, .signedRank), alternative)
  }

  static func signedRank(
    _ differences: PairDifferences, _ alternative: Alternative
  ) throws(StatisticsError) -> TestResult {
    let count = differences.doubledRanks.count
    guard count > 0 else { throw .values(.noPairDiffers(.signedRank)) }
    let v = Double(differences.doubledSum) / 2
    var cautions = differences.equal > 0 ? [Caution.equalPairsLeftOut(differences.equal)] : []
    if count <= exactDifferenceLimit {
      let tails = ScoreDistribution(tossingFor: differences.doubledRanks)
        .tails(at: differences.doubledSum)
      return TestResult(
        .signedRank, statistic: v, pValue: tails.pValue(alternative), alternative: alternative,
        isExact: true, cautions: cautions)
    }
    if differences.tieSum > 0 { cautions.append(.ties) }
    let n = Double(count)
    let variance = n * (n + 1) * (2 * n + 1) / 24 - differences.tieSum / 48
    return TestResult(
      .signedRank, statistic: v,
      pValue: try normalPValue(
        distance: v - n * (n + 1) / 4, halfStep: 0.5, deviation: variance.squareRoot(),
        alternative),
      alternative: alternative, cautions: cautions)
  }
}
