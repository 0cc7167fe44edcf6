extension ContingencyTable {
  /// Fisher's exact test of whether rows and columns are independent, for tables of any size.
  ///
  /// The margins are taken as given. Then each table with these margins has, if rows and columns
  /// are independent, the probability `Π rᵢ! Π cⱼ! / (N! Π nᵢⱼ!)`. The two-sided p value is the
  /// sum of the probabilities of all tables that are not more probable than the observed one;
  /// probabilities that differ by less than a relative 1e-7 count as equal, as in R. For larger
  /// tables this is the test of Freeman and Halton.
  ///
  /// One-sided, for 2 × 2 tables only: `.greater` means an odds ratio above 1, that is, a count in
  /// row 1, column 1 at least as large as observed; `.less` means one at most as large.
  ///
  /// The statistic is the probability of the observed table.
  ///
  /// A 2 × 2 table may have a total up to 100 million. Tables with more cells are worked through
  /// column by column, where all columns that leave the same row totals are taken together. This
  /// stops after 30 million steps, a few seconds; a table that needs more is refused. As a rule of
  /// thumb, tables of 2 or 3 rows pass up to a total of about 500, 4 × 4 tables up to about 150 and
  /// 5 × 5 tables up to about 70.
  ///
  /// References: Fisher 1935, The Design of Experiments. Freeman and Halton 1951, Note on an exact
  /// treatment of contingency, goodness of fit and other problems of significance. Mehta and Patel
  /// 1983, A network algorithm for performing Fisher's exact test in r × c contingency tables.
  ///
  /// - Parameter alternative: two-sided; for 2 × 2 tables also one-sided.
  /// - Returns: the probability of the table and the exact p value.
  /// - Throws: `StatisticsError.comparison` with `TableFault.tooFewCells`,
  ///   `TableFault.emptyRow`, `TableFault.emptyColumn`, `TableFault.notTwoByTwo`,
  ///   `TableFault.totalTooLargeFor` or `TableFault.tooManyTables`.
  public func fisherExactTest(
    alternative: Alternative = .twoSided
  ) throws(StatisticsError) -> TestResult {
    try checkMargins(for: .fisherExactTest)
    if alternative != .twoSided { try checkTwoByTwo(for: .oneSidedFisherTest) }
    if rows == 2, columns == 2 { return try fourfoldTest(alternative) }
    var tables = try TablesWithMargins(of: self)
    return TestResult(
      .fisherExactTest, statistic: try tables.observedProbability,
      pValue: try tables.probabilityOfNoMoreProbableTables(), isExact: true)
  }

  private func fourfoldTest(_ alternative: Alternative) throws(StatisticsError) -> TestResult {
    try checkTotal(for: .fisherExactTest, limit: FourfoldMargins.limit)
    let distribution = FourfoldMargins(of: self).distribution()
    let observed = counts[0][0]
    let pValue =
      switch alternative {
      case .twoSided:
        distribution.probability(
          ofNoMoreProbableThan: observed, tolerance: TablesWithMargins.tolerance)
      case .less: distribution.lowerTail(through: observed)
      case .greater: distribution.upperTail(from: observed)
      }
    return TestResult(
      .fisherExactTest, statistic: distribution.probability(of: observed), pValue: pValue,
      alternative: alternative, isExact: true)
  }
}
