extension ContingencyTable {
  /// Cramér's V, the strength of the association of rows and columns, with an interval.
  ///
  /// With χ² from ``chiSquaredTest(yates:)`` without correction, N the total and m the smaller of
  /// `r - 1` and `c - 1`, `V = √(χ² / (N m))`. It runs from 0, independent, to 1: each row tells the
  /// column, or each column the row. In a 2 × 2 table it is the absolute value of φ.
  ///
  /// The interval holds all V that the observed χ² does not contradict. Seen over many samples χ²
  /// is about noncentral chi-squared with noncentrality `λ = N m V²`. With `α = 1 - confidence` the
  /// lower end is the λ with `P(X >= χ²) = α/2`, or 0 when there is none; the upper end the λ with
  /// `P(X <= χ²) = α/2`, or 0; both are turned into V and cut at 1.
  ///
  /// V of a sample is on average too large (see ``biasCorrectedCramersV()``), so it lies high in
  /// its interval. When a table fits independence better than chance lets expect, the interval
  /// shrinks, down to 0 to 0, and V may lie above it. Such an interval tells that the table is
  /// unusual, not that V is known well.
  ///
  /// References: Cramér 1946, Mathematical Methods of Statistics. Steiger 2004, Beyond the F test:
  /// effect size confidence intervals and tests of close fit in the analysis of variance and
  /// contrast analysis. Smithson 2003, Confidence Intervals.
  ///
  /// - Parameter confidence: the level, strictly between 0 and 1.
  /// - Returns: V, 0 to 1, and its interval.
  /// - Throws: `StatisticsError.confidenceOutOfRange`; `.comparison` with
  ///   `TableFault.tooFewCells`, `TableFault.emptyRow`, `TableFault.emptyColumn` or
  ///   `TableFault.totalTooLargeFor`, beyond a billion.
  public func cramersV(confidence: Double = 0.95) throws(StatisticsError) -> Estimate {
    let tail = try (1 - Check.confidence(confidence)) / 2
    try checkMargins(for: .cramersV)
    try checkTotal(for: .cramersVInterval, limit: 1_000_000_000)
    let statistic = chiSquared()
    let scale = Double(total) * Double(min(rows, columns) - 1)
    let ends = try noncentralities(of: statistic, tail: tail)
    let interval = try Interval(
      lower: min(1, (ends.lower / scale).squareRoot()),
      upper: min(1, (ends.upper / scale).squareRoot()), confidence: confidence)
    return Estimate(min(1, (statistic / scale).squareRoot()), interval: interval)
  }

  /// Cramér's V without most of its upward bias.
  ///
  /// With n the total, `φ² = χ² / n`, r rows and c columns,
  /// `φ₊² = max(0, φ² - (r - 1)(c - 1) / (n - 1))`, `r₊ = r - (r - 1)² / (n - 1)`,
  /// `c₊ = c - (c - 1)² / (n - 1)`, the result is `√(φ₊² / min(r₊ - 1, c₊ - 1))`. It is 0 when each
  /// row or each column holds only one person, for then the table tells nothing.
  ///
  /// Reference: Bergsma 2013, A bias-correction for Cramér's V and Tschuprow's T.
  ///
  /// - Returns: the corrected V, 0 to 1.
  /// - Throws: `StatisticsError.comparison` with `TableFault.tooFewCells`,
  ///   `TableFault.emptyRow` or `TableFault.emptyColumn`.
  public func biasCorrectedCramersV() throws(StatisticsError) -> Double {
    try checkMargins(for: .cramersV)
    // Compared as whole numbers: the formula would divide rounding errors by each other.
    if rows == total || columns == total { return 0 }
    let (r, c, rest) = (Double(rows - 1), Double(columns - 1), Double(total - 1))
    let corrected = max(0, chiSquared() / Double(total) - r / rest * c)
    let largest = min(r - r / rest * r, c - c / rest * c)
    return min(1, (corrected / largest).squareRoot())
  }

  /// The noncentralities that leave the given tail above and below the statistic.
  private func noncentralities(
    of statistic: Double, tail: Double
  ) throws(StatisticsError) -> (lower: Double, upper: Double) {
    let degreesOfFreedom = Double(rows - 1) * Double(columns - 1)
    let name = StatisticName.cramersVInterval.words
    let above = { (noncentrality: Double) throws(StatisticsError) -> Double in
      try NoncentralChiSquared(degreesOfFreedom: degreesOfFreedom, noncentrality: noncentrality)
        .upperTail(statistic) - tail
    }
    let below = { (noncentrality: Double) throws(StatisticsError) -> Double in
      try tail
        - NoncentralChiSquared(degreesOfFreedom: degreesOfFreedom, noncentrality: noncentrality)
        .lowerTail(statistic)
    }
    // With the statistic as noncentrality more than half of the distribution lies above it.
    let lower =
      try above(0) >= 0 ? 0 : RootFinding.root(of: name, between: 0, and: statistic, above)
    guard try below(0) < 0 else { return (lower, 0) }
    var high = statistic + 1
    while try below(high) < 0 { high += 2 * (high - statistic) + statistic.squareRoot() }
    return (lower, try RootFinding.root(of: name, between: 0, and: high, below))
  }
}
