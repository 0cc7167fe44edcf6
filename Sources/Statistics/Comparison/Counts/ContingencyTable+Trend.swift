extension ContingencyTable {
  /// The Cochran–Armitage test of whether a share rises or falls over ordered columns.
  ///
  /// The table has two rows; the share is that of row 1 in each column. With the counts `aⱼ` of row
  /// 1, the column totals `nⱼ`, the total N, `p = Σ aⱼ / N`, the scores `xⱼ` and their weighted
  /// mean `x̄ = Σ nⱼ xⱼ / N`, the statistic is
  /// `z = Σ aⱼ (xⱼ - x̄) / √(p (1 - p) Σ nⱼ (xⱼ - x̄)²)`, and the p value is that of a normal z.
  /// No continuity correction is made. z² is the chi-squared of R's `prop.trend.test`.
  ///
  /// The scores say how far apart the columns are; only their relative distances matter. The test
  /// finds a trend that follows the scores, and misses a share that first rises and then falls.
  ///
  /// The p value is an approximation. It carries ``Caution/smallExpectedCounts(cells:of:)`` when an
  /// expected count is below 5.
  ///
  /// References: Cochran 1954, Some methods for strengthening the common χ² tests. Armitage 1955,
  /// Tests for linear trends in proportions and frequencies.
  ///
  /// - Parameters:
  ///   - scores: one number per column; without them 1, 2, 3 and so on.
  ///   - alternative: two-sided; `.greater` for a share of row 1 that rises with the scores,
  ///     `.less` for one that falls.
  /// - Returns: z and the p value.
  /// - Throws: `StatisticsError.lengthsDiffer`, `.notANumber` or `.infinite` for the scores;
  ///   `.comparison` with `TableFault.notTwoRows`, `TableFault.tooFewCells`,
  ///   `TableFault.emptyRow`, `TableFault.emptyColumn` or `TableFault.equalScores`.
  public func trendTest(
    scores: [Double]? = nil, alternative: Alternative = .twoSided
  ) throws(StatisticsError) -> TestResult {
    let name = StatisticName.cochranArmitageTest
    guard rows == 2 else { throw .table(.notTwoRows(name, given: rows)) }
    try checkMargins(for: name)
    let scores = try unitScores(scores)
    let all = Double(total)
    var sum = PreciseSum()
    for (n, x) in zip(columnTotals, scores) { sum.add(Double(n), times: x) }
    let mean = sum.value / all
    var (excess, spread) = (PreciseSum(), PreciseSum())
    for (j, x) in scores.enumerated() {
      excess.add(Double(counts[0][j]), times: x - mean)
      spread.add(Double(columnTotals[j]), times: (x - mean) * (x - mean))
    }
    let variance =
      Double(rowTotals[0]) / all * (Double(rowTotals[1]) / all) * spread.value
    let z = excess.value / variance.squareRoot()
    return TestResult(
      name, statistic: z, pValue: try Normal.pValue(z, alternative), alternative: alternative,
      cautions: smallExpectedCounts)
  }

  /// The scores moved and scaled into -1 to 1, so that huge ones do not overflow.
  private func unitScores(_ scores: [Double]?) throws(StatisticsError) -> [Double] {
    guard let scores else { return (1...columns).map(Double.init) }
    guard scores.count == columns else {
      throw .lengthsDiffer(.cochranArmitageTest, first: columns, second: scores.count)
    }
    try Check.sample(scores, for: .cochranArmitageTest)
    // Halves, because the distance of two huge scores may overflow.
    let halves = scores.map { $0 / 2 - scores[0] / 2 }
    let longest = halves.reduce(0) { max($0, abs($1)) }
    guard longest > 0 else { throw .table(.equalScores) }
    return halves.map { $0 / longest }
  }
}
