/// Cramér's V of a table: how strongly rows and columns are associated.
public struct CramersV: Hashable, Sendable {
  /// V itself, 0 to 1. On average it is too large, most of all for few people and many cells.
  public let value: Double

  /// V without most of its upward bias, 0 to 1.
  public let biasCorrected: Double

  /// The interval for the V of the population; nil when the table fits independence so closely
  /// that no V is plausible at this confidence level.
  public let interval: Interval?

  /// Why there is no interval.
  package static var noInterval: StatisticsError { .table(.noPlausibleAssociation(.cramersV)) }
}

extension ContingencyTable {
  /// Cramér's V, the strength of the association of rows and columns, with an interval.
  ///
  /// With χ² from ``chiSquaredTest(yates:)`` without correction, n the total, r rows, c columns and
  /// m the smaller of `r - 1` and `c - 1`, `V = √(χ² / (n m))`. It runs from 0, independent, to 1:
  /// each row tells the column, or each column the row. In a 2 × 2 table it is the absolute value
  /// of φ.
  ///
  /// The corrected V is `√(φ₊² / min(r₊ - 1, c₊ - 1))` with
  /// `φ₊² = max(0, χ²/n - (r - 1)(c - 1) / (n - 1))`, `r₊ = r - (r - 1)² / (n - 1)` and
  /// `c₊ = c - (c - 1)² / (n - 1)`. It is 0 when each row or each column holds only one person, for
  /// then the table tells nothing.
  ///
  /// The interval holds all V that the observed χ² does not contradict. Over many samples χ² is
  /// about noncentral chi-squared with noncentrality `λ = n m V²`. With `α = 1 - confidence` the
  /// lower end is the λ with `P(X >= χ²) = α/2`, or 0 when there is none; the upper end the λ with
  /// `P(X <= χ²) = α/2`. Both are turned into V and cut at 1. V lies high in its interval, because
  /// it is on average too large, and for a small χ² even above it.
  ///
  /// When a table fits independence better than chance lets expect (even a λ of 0 has
  /// `P(X <= χ²) < α/2`), no V is plausible, and there is no interval. That tells that the table is
  /// unusual, not that V is known well.
  ///
  /// References: Cramér 1946, Mathematical Methods of Statistics. Bergsma 2013, A bias-correction
  /// for Cramér's V and Tschuprow's T. Steiger 2004, Beyond the F test: effect size confidence
  /// intervals and tests of close fit in the analysis of variance and contrast analysis. Smithson
  /// 2003, Confidence Intervals.
  ///
  /// - Parameter confidence: the level, strictly between 0 and 1.
  /// - Returns: V, the corrected V and the interval.
  /// - Throws: `StatisticsError.confidenceOutOfRange`; `.comparison` with
  ///   `TableFault.tooFewCells`, `TableFault.emptyRow`, `TableFault.emptyColumn` or
  ///   `TableFault.totalTooLargeFor`, beyond a billion.
  public func cramersV(confidence: Double = 0.95) throws(StatisticsError) -> CramersV {
    let tail = try (1 - Check.confidence(confidence)) / 2
    try checkMargins(for: .cramersV)
    try checkTotal(for: .cramersV, limit: 1_000_000_000)
    let statistic = chiSquared()
    let scale = Double(total) * Double(min(rows, columns) - 1)
    var interval: Interval?
    if let ends = try noncentralities(of: statistic, tail: tail) {
      interval = try Interval(
        lower: min(1, (ends.lower / scale).squareRoot()),
        upper: min(1, (ends.upper / scale).squareRoot()), confidence: confidence)
    }
    return CramersV(
      value: min(1, (statistic / scale).squareRoot()), biasCorrected: corrected(statistic),
      interval: interval)
  }

  private func corrected(_ statistic: Double) -> Double {
    // Compared as whole numbers: the formula would divide rounding errors by each other.
    if rows == total || columns == total { return 0 }
    let (r, c, rest) = (Double(rows - 1), Double(columns - 1), Double(total - 1))
    let excess = max(0, statistic / Double(total) - r / rest * c)
    let largest = min(r - r / rest * r, c - c / rest * c)
    return min(1, (excess / largest).squareRoot())
  }

  /// The noncentralities that leave the given tail above and below the statistic; nil when even 0
  /// leaves less than the tail below it.
  private func noncentralities(
    of statistic: Double, tail: Double
  ) throws(StatisticsError) -> (lower: Double, upper: Double)? {
    let degreesOfFreedom = Double(rows - 1) * Double(columns - 1)
    let name = StatisticName.cramersV.words
    let above = { (noncentrality: Double) throws(StatisticsError) -> Double in
      try NoncentralChiSquared(degreesOfFreedom: degreesOfFreedom, noncentrality: noncentrality)
        .upperTail(statistic) - tail
    }
    let below = { (noncentrality: Double) throws(StatisticsError) -> Double in
      try tail
        - NoncentralChiSquared(degreesOfFreedom: degreesOfFreedom, noncentrality: noncentrality)
        .lowerTail(statistic)
    }
    if try below(0) > 0 { return nil }
    // With the statistic as noncentrality more than half of the distribution lies above it.
    let lower =
      try above(0) >= 0 ? 0 : RootFinding.root(of: name, between: 0, and: statistic, above)
    var high = statistic + 1
    while try below(high) < 0 { high += 2 * (high - statistic) + statistic.squareRoot() }
    return (lower, try RootFinding.root(of: name, between: 0, and: high, below))
  }
}
