/// How the interval of a risk ratio is found.
public enum RiskRatioMethod: Hashable, Sendable, CaseIterable {
  /// All ratios that a score test does not reject (Koopman). Good for small counts too.
  case score

  /// Symmetric on the scale of logarithms (Katz). The usual one, for large counts.
  case log
}

extension ContingencyTable {
  /// The risk ratio of a 2 × 2 table: the share of column 1 in row 1, divided by that in row 2.
  ///
  /// With the counts a of n₁ in row 1 and c of n₂ in row 2, `R = (a / n₁) / (c / n₂)`.
  ///
  /// The score interval of Koopman holds all ratios φ with `|z(φ)| <= z`, where
  /// `z(φ) = (p₁ - φ p₂) / √(p̃₁ (1 - p̃₁) / n₁ + φ² p̃₂ (1 - p̃₂) / n₂)` and p̃₁, p̃₂ are the most
  /// likely shares with the ratio φ. (The interval of Miettinen and Nurminen is the same but for
  /// a factor `N / (N - 1)` in the variance.) Without events in row 1 the ratio and the lower end
  /// are exactly 0. Without events in row 2 there is no upper end, and the table is refused; swap
  /// the rows then.
  ///
  /// The log interval of Katz is R times `exp(± z s)` with `s = √(1/a - 1/n₁ + 1/c - 1/n₂)`. It
  /// needs events in both rows, and people without the event in one of them.
  ///
  /// References: Koopman 1984, Confidence intervals for the ratio of two binomial proportions.
  /// Katz, Baptista, Azen and Pike 1978, Obtaining confidence intervals for the risk ratio in
  /// cohort studies. Miettinen and Nurminen 1985, Comparative analysis of two rates.
  ///
  /// - Parameters:
  ///   - confidence: the level, strictly between 0 and 1.
  ///   - method: how the interval is found.
  /// - Returns: the risk ratio and its interval.
  /// - Throws: `StatisticsError.confidenceOutOfRange`; `.comparison` with
  ///   `TableFault.notTwoByTwo`, `TableFault.emptyRow`, `TableFault.emptyColumn`,
  ///   `TableFault.noUpperEnd` or `TableFault.zeroCell`.
  public func riskRatio(
    confidence: Double = 0.95, method: RiskRatioMethod = .score
  ) throws(StatisticsError) -> RatioEstimate {
    let confidence = try Check.confidence(confidence)
    try checkTwoByTwo(for: .riskRatio)
    // Nobody in column 2 is allowed: then the shares are 1.
    if let row = rowTotals.firstIndex(of: 0) { throw .table(.emptyRow(.riskRatio, row: row + 1)) }
    guard columnTotals[0] > 0 else { throw .table(.emptyColumn(.riskRatio, column: 1)) }
    switch method {
    case .score: return try scoreRiskRatio(confidence)
    case .log: return try logRiskRatio(confidence)
    }
  }

  private var plainRiskRatio: Double {
    Double(counts[0][0]) / Double(rowTotals[0]) / (Double(counts[1][0]) / Double(rowTotals[1]))
  }

  private func logRiskRatio(_ confidence: Double) throws(StatisticsError) -> RatioEstimate {
    if let zero = zeroCell(inColumns: 0..<1) {
      throw .table(.zeroCell(.logRiskRatio, row: zero.row, column: zero.column))
    }
    // Everybody had the event: the standard error would be 0, and the interval a point.
    guard columnTotals[1] > 0 else { throw .table(.emptyColumn(.logRiskRatio, column: 2)) }
    let variance = zip(counts, rowTotals).reduce(0.0) { sum, row in
      // 1/a - 1/n without cancellation.
      sum + Double(row.0[1]) / Double(row.1) / Double(row.0[0])
    }
    return try RatioEstimate(
      plainRiskRatio, standardErrorOfLogarithm: variance.squareRoot(), confidence: confidence)
  }

  private func scoreRiskRatio(_ confidence: Double) throws(StatisticsError) -> RatioEstimate {
    guard counts[1][0] > 0 else {
      throw .table(.noUpperEnd(.scoreRiskRatio, row: 2, column: 1))
    }
    let z = try Normal.twoSidedPoint(confidence: confidence)
    let score = RiskRatioScore(of: self)
    let ratio = plainRiskRatio
    let name = StatisticName.scoreRiskRatio.words
    var lower = 0.0
    if ratio > 0 {
      var low = ratio / 2
      while score(low) < z { low /= 2 }
      lower = try RootFinding.root(of: name, between: low, and: ratio) {
        (ratio: Double) throws(StatisticsError) -> Double in score(ratio) - z
      }
    }
    // Without events in row 1: from the ratio that half an event would give.
    var high = ratio > 0 ? ratio : Double(rowTotals[1]) / Double(rowTotals[0])
    while score(high) > -z { high *= 2 }
    let upper = try RootFinding.root(of: name, between: ratio, and: high) {
      (ratio: Double) throws(StatisticsError) -> Double in score(ratio) + z
    }
    return RatioEstimate(
      ratio, interval: try Interval(lower: lower, upper: upper, confidence: confidence))
  }
}
