extension ContingencyTable {
  /// Pearson's test of whether rows and columns are independent, or whether the groups give their
  /// answers with the same shares.
  ///
  /// With the counts O and the ``expectedCounts`` E, `χ² = Σ (O - E)² / E` over all cells, and the
  /// p value is the upper tail of the chi-squared distribution with `(r - 1)(c - 1)` degrees of
  /// freedom. With the correction of Yates, for 2 × 2 tables only, each `|O - E|` is first made
  /// smaller by ½, but not below 0.
  ///
  /// The p value is an approximation. It carries ``Caution/smallExpectedCounts(cells:of:)`` when
  /// an expected count is below 5; ``fisherExactTest(alternative:)`` is then the safer choice.
  ///
  /// References: Pearson 1900, On the criterion that a given system of deviations from the probable
  /// ... can be reasonably supposed to have arisen from random sampling. Yates 1934, Contingency
  /// tables involving small numbers and the χ² test. Cochran 1954, Some methods for strengthening
  /// the common χ² tests (the rule of 5).
  ///
  /// - Parameter yates: whether to correct a 2 × 2 table for the steps of a count.
  /// - Returns: χ², its degrees of freedom and the two-sided p value.
  /// - Throws: `StatisticsError.comparison` with `TableFault.tooFewCells`,
  ///   `TableFault.emptyRow`, `TableFault.emptyColumn` or `TableFault.notTwoByTwo`.
  public func chiSquaredTest(yates: Bool = false) throws(StatisticsError) -> TestResult {
    try checkMargins(for: .chiSquaredTest)
    if yates { try checkTwoByTwo(for: .yatesCorrection) }
    let statistic = chiSquared(correction: yates ? 0.5 : 0)
    let degreesOfFreedom = Double(rows - 1) * Double(columns - 1)
    return TestResult(
      .chiSquaredTest, statistic: statistic, degreesOfFreedom: [degreesOfFreedom],
      pValue: try ChiSquared(degreesOfFreedom: degreesOfFreedom).upperTail(statistic),
      cautions: smallExpectedCounts)
  }

  /// `Σ (|O - E| - correction)² / E`; the margins must not be 0.
  ///
  /// `O - E` is computed as `(O N - R C) / N`, the difference of two exact products. So a table
  /// that fits perfectly has a χ² of exactly 0.
  func chiSquared(correction: Double = 0) -> Double {
    let all = Double(total)
    var sum = PreciseSum()
    for (row, rowTotal) in zip(counts, rowTotals) {
      for (count, columnTotal) in zip(row, columnTotals) {
        var difference = PreciseSum()
        difference.add(Double(count), times: all)
        difference.add(-Double(rowTotal), times: Double(columnTotal))
        let distance = abs(difference.value) / all
        let corrected = distance - min(correction, distance)
        let expected = Double(rowTotal) * (Double(columnTotal) / all)
        sum.add(corrected * (corrected / expected))
      }
    }
    return sum.value
  }

  /// The caution about expected counts below 5, if there are any.
  var smallExpectedCounts: [Caution] {
    let small = expectedCounts.reduce(0) { $0 + $1.count(where: { $0 < 5 }) }
    return small == 0 ? [] : [.smallExpectedCounts(cells: small, of: rows * columns)]
  }
}
