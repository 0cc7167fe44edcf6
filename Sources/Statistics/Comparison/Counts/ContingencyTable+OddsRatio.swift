/// What the odds ratio does with a table that has a count of 0.
public enum ZeroCellRule: Hashable, Sendable, CaseIterable {
  /// Refuses the table.
  case refuse

  /// Adds ½ to all four counts if one of them is 0, and leaves other tables as they are.
  case addHalf
}

extension ContingencyTable {
  /// The odds ratio of a 2 × 2 table with the interval of Woolf.
  ///
  /// With the counts a, b in row 1 and c, d in row 2 it is `(a / b) / (c / d)`: the odds of column
  /// 1 in row 1, divided by those in row 2. The logarithm has the standard error
  /// `s = √(1/a + 1/b + 1/c + 1/d)`, and the interval is the ratio times `exp(± z s)`.
  ///
  /// A count of 0 has no finite logarithm. The rule says what happens then: the table is refused,
  /// or ½ is added to all four counts (Haldane 1956, Anscombe 1956). Or use
  /// ``exactOddsRatio(confidence:)``, which takes zeros.
  ///
  /// The interval is an approximation for large counts. For small counts the exact one is safer.
  ///
  /// References: Woolf 1955, On estimating the relation between blood group and disease. Haldane
  /// 1956, The estimation and significance of the logarithm of a ratio of frequencies. Anscombe
  /// 1956, On estimating binomial response relations.
  ///
  /// - Parameters:
  ///   - confidence: the level, strictly between 0 and 1.
  ///   - zeroCells: what to do with a count of 0.
  /// - Returns: the odds ratio and its interval.
  /// - Throws: `StatisticsError.confidenceOutOfRange`; `.comparison` with
  ///   `TableFault.notTwoByTwo`, `TableFault.emptyRow`, `TableFault.emptyColumn` or
  ///   `TableFault.zeroCell`.
  public func oddsRatio(
    confidence: Double = 0.95, zeroCells: ZeroCellRule = .refuse
  ) throws(StatisticsError) -> RatioEstimate {
    let confidence = try Check.confidence(confidence)
    try checkTwoByTwo(for: .oddsRatio)
    try checkMargins(for: .oddsRatio)
    let zero = zeroCell(inColumns: 0..<2)
    if let zero, zeroCells == .refuse {
      throw .table(.zeroCell(.oddsRatio, row: zero.row, column: zero.column))
    }
    let added = zero == nil ? 0 : 0.5
    let (a, b) = (Double(counts[0][0]) + added, Double(counts[0][1]) + added)
    let (c, d) = (Double(counts[1][0]) + added, Double(counts[1][1]) + added)
    return try RatioEstimate(
      a / b * (d / c), standardErrorOfLogarithm: (1 / a + 1 / b + 1 / c + 1 / d).squareRoot(),
      confidence: confidence)
  }
}
