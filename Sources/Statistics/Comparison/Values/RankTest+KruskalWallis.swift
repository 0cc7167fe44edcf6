extension RankTest {
  /// The test of Kruskal and Wallis: whether values of some groups tend to be larger than those of
  /// others.
  ///
  /// All N values are ranked together. With the rank means rᵢ of k groups of nᵢ values and the mean
  /// r = (N + 1)/2 of all ranks, `H = (N - 1) Σ nᵢ (rᵢ - r)² / Σ (rank - r)²`, the second sum over
  /// all values. This holds the correction for ties. The p value takes H as chi-squared with k - 1
  /// degrees of freedom, an approximation that needs about five values in each group.
  ///
  /// References: Kruskal and Wallis 1952, Use of ranks in one-criterion variance analysis.
  ///
  /// - Parameter groups: at least two groups of at least one finite value each.
  /// - Returns: the test, with H as its statistic.
  /// - Throws: `StatisticsError`, see ``RankTest``.
  public static func kruskalWallis(_ groups: [[Double]]) throws(StatisticsError) -> TestResult {
    guard groups.count >= 2 else {
      throw .tooFewGroups(.kruskalWallis, needed: 2, given: groups.count)
    }
    try Check.groups(groups, for: .kruskalWallis, needs: 1)
    let values = groups.flatMap { $0 }
    let ranks = Ranks(of: values)
    let n = Double(values.count)
    let spread = (n * (n * n - 1) - ranks.tieSum) / 12
    guard ranks.ties.first != values.count else { throw .constantSample(.kruskalWallis) }
    var (between, start) = (PreciseSum(), 0)
    for group in groups {
      let end = start + group.count
      // Doubled ranks are whole numbers, so their sum is exact.
      let doubled = ranks.midranks[start..<end].reduce(0) { $0 + Int(2 * $1) }
      let size = Double(group.count)
      let distance = Double(doubled - group.count * (values.count + 1)) / 2
      between.add(distance * (distance / size))
      start = end
    }
    let h = (n - 1) * between.value / spread
    let degrees = Double(groups.count - 1)
    return TestResult(
      .kruskalWallis, statistic: h, degreesOfFreedom: [degrees],
      pValue: try ChiSquared(degreesOfFreedom: degrees).upperTail(h))
  }
}
