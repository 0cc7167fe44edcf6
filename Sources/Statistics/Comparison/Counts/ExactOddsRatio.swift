/// The odds ratio of a 2 × 2 table from the exact distribution, with its confidence interval.
///
/// Small groups often have a count of 0. Then one end, and perhaps the estimate, lies at infinity,
/// and it is nil here.
public struct ExactOddsRatio: Hashable, Sendable {
  /// The conditional maximum-likelihood estimate, 0 or more; nil when it is infinite.
  public let value: Double?

  /// The lower end of the interval, 0 or more.
  public let lower: Double

  /// The upper end of the interval; nil when the interval has no upper end.
  public let upper: Double?

  /// The confidence level, strictly between 0 and 1.
  public let confidence: Double
}

extension ContingencyTable {
  /// The odds ratio of a 2 × 2 table with the exact interval that belongs to Fisher's test.
  ///
  /// The margins are taken as given. Then the count x in row 1, column 1 has a distribution that
  /// depends on the odds ratio ψ alone, the noncentral hypergeometric one. The estimate is the ψ
  /// for which the mean of that distribution is x (the conditional maximum-likelihood estimate; it
  /// is nearer to 1 than the plain ratio `n₁₁ n₂₂ / (n₁₂ n₂₁)`). With `α = 1 - confidence` the
  /// lower end is the ψ with `P(X >= x) = α/2`, the upper end that with `P(X <= x) = α/2`. The
  /// interval covers the true ratio at least as often as it says.
  ///
  /// When x is the smallest count that the margins allow, estimate and lower end are 0. When it is
  /// the largest, the estimate and the upper end are infinite, here nil.
  ///
  /// References: Fisher 1935, The logic of inductive inference. Cornfield 1956, A statistical
  /// problem arising from retrospective studies.
  ///
  /// - Parameter confidence: the level, strictly between 0 and 1.
  /// - Returns: the estimate and the interval; a ratio of odds has no unit.
  /// - Throws: `StatisticsError.confidenceOutOfRange`; `.comparison` with
  ///   `TableFault.notTwoByTwo`, `TableFault.emptyRow`, `TableFault.emptyColumn` or
  ///   `TableFault.totalTooLargeFor`.
  public func exactOddsRatio(confidence: Double = 0.95) throws(StatisticsError) -> ExactOddsRatio {
    try checkTwoByTwo(for: .exactOddsRatio)
    try checkMargins(for: .exactOddsRatio)
    try checkTotal(for: .exactOddsRatio, limit: FourfoldMargins.limit)
    let tail = try (1 - Check.confidence(confidence)) / 2
    let margins = FourfoldMargins(of: self)
    let (x, support) = (counts[0][0], margins.support)
    let value: Double? =
      if x == support.lowerBound { 0 } else if x == support.upperBound { nil } else {
        try oddsRatio { $0.meanDistance(from: x) }
      }
    let lower =
      x == support.lowerBound ? 0 : try oddsRatio { $0.upperTail(from: x) - tail }
    let upper =
      x == support.upperBound ? nil : try oddsRatio { tail - $0.lowerTail(through: x) }
    return ExactOddsRatio(value: value, lower: lower, upper: upper, confidence: confidence)
  }

  /// The odds ratio for which a number of the distribution, rising with the odds ratio, is 0.
  ///
  /// The search runs over the logarithm, starting from the plain odds ratio.
  private func oddsRatio(
    with number: @escaping (UnimodalWeights) -> Double
  ) throws(StatisticsError) -> Double {
    let margins = FourfoldMargins(of: self)
    let halves = counts.map { $0.map { Double($0) + 0.5 } }
    let start = try Logarithm.of(halves[0][0] / halves[0][1] * (halves[1][1] / halves[1][0]))
    let atLogarithm = { (logarithm: Double) throws(StatisticsError) -> Double in
      number(margins.distribution(oddsRatio: try Logarithm.exp(logarithm)))
    }
    var (low, high, step) = (start, start, 0.5)
    while try atLogarithm(low) > 0 {
      low -= step
      step *= 2
    }
    step = 0.5
    while try atLogarithm(high) < 0 {
      high += step
      step *= 2
    }
    let root = try RootFinding.root(
      of: StatisticName.exactOddsRatio.words, between: low, and: high, atLogarithm)
    return try Logarithm.exp(root)
  }
}
