/// How the exact test of McNemar counts the observed table itself.
public enum McNemarVariant: Hashable, Sendable, CaseIterable {
  /// The observed table counts fully: the p value is never too small, and often clearly too large.
  case exact

  /// The observed table, and those as probable as it, count half: the p value is about right.
  case midP
}

extension ContingencyTable {
  /// The exact test of McNemar of whether a share has changed among the same people.
  ///
  /// The rows are the first answers (yes, no), the columns the second answers (yes, no) of the same
  /// people. Only those who changed tell about a change: b people in row 1, column 2 and c people
  /// in row 2, column 1. If nothing has changed, b is binomial with `b + c` trials and share ½.
  ///
  /// With f the probability of b, the two-sided p value is `2 P(X <= min(b, c))`, and 1 when b
  /// equals c. The mid-p variant subtracts the half of what is as probable as b: f when b and c
  /// differ, `f / 2` when they are equal. One-sided, `.greater` means that yes was more frequent in
  /// the first answers, `P(X >= b)`; `.less` that it was less frequent, `P(X <= b)`; mid-p
  /// subtracts `f / 2`.
  ///
  /// When nobody changed the table tells nothing, and every p value is 1.
  ///
  /// The statistic is b. The mid-p value is not marked as exact: it may be a little too small.
  ///
  /// References: McNemar 1947, Note on the sampling error of the difference between correlated
  /// proportions or percentages. Fagerland, Lydersen and Laake 2013, The McNemar test for binary
  /// matched-pairs data: mid-p and asymptotic are better than exact conditional.
  ///
  /// - Parameters:
  ///   - variant: exact or mid-p.
  ///   - alternative: two-sided, or the direction of the change.
  /// - Returns: b and the p value.
  /// - Throws: `StatisticsError.comparison` with `TableFault.notTwoByTwo` or
  ///   `TableFault.totalTooLargeFor`, beyond 100 million.
  public func mcNemarTest(
    _ variant: McNemarVariant = .exact, alternative: Alternative = .twoSided
  ) throws(StatisticsError) -> TestResult {
    let name: StatisticName = variant == .exact ? .mcNemarExactTest : .mcNemarMidPTest
    try checkTwoByTwo(for: name)
    try checkTotal(for: name, limit: FourfoldMargins.limit)
    let (b, c) = (counts[0][1], counts[1][0])
    return TestResult(
      name, statistic: Double(b),
      pValue: b + c == 0 ? 1 : Self.mcNemarP(b, c, variant, alternative),
      alternative: alternative, isExact: variant == .exact)
  }

  private static func mcNemarP(
    _ b: Int, _ c: Int, _ variant: McNemarVariant, _ alternative: Alternative
  ) -> Double {
    let changed = UnimodalWeights(over: 0...b + c) { Double(b + c - $0 + 1) / Double($0) }
    let half = variant == .midP ? changed.probability(of: b) / 2 : 0
    switch alternative {
    case .less: return changed.lowerTail(through: b) - half
    case .greater: return changed.upperTail(from: b) - half
    case .twoSided where b == c: return 1 - half
    case .twoSided: return 2 * (changed.lowerTail(through: min(b, c)) - half)
    }
  }
}
