/// The tests of Rao and Scott for a two-way table from a complex sample.
///
/// Pearson's statistic X² of the table of weighted shares, as if it came from n rows of a simple
/// random sample, is too large where the design effects are above 1. The design effects of the
/// interaction are the eigenvalues δ of `Δ = (C'D⁻¹C/n)⁻¹ (C'D⁻¹ V D⁻¹C)`: D holds the shares of
/// the cells, V is their covariance matrix, and C spans the contrasts of the interaction. A cell
/// without weight counts as 0 in D⁻¹.
///
/// The F version keeps its level best and is what R's `svychisq` does.
///
/// References: Rao and Scott 1984, On chi-squared tests for multiway contingency tables with cell
/// proportions estimated from survey data. Rao and Scott 1987, On simple adjustments to chi-square
/// tests with sample survey data. Thomas and Rao 1987, Small-sample comparisons of level and power
/// for simple goodness-of-fit statistics under cluster sampling.
public struct RaoScottTest: Hashable, Sendable {
  /// Pearson's X² of the weighted shares, times the number of rows; not corrected.
  public let pearson: Double

  /// The mean of the design effects δ.
  public let meanDesignEffect: Double

  /// The first-order test: `X² / mean δ` as chi-squared with (r-1)(c-1) degrees of freedom.
  ///
  /// R: `statistic = "Chisq"`, which prints X² itself.
  public let firstOrder: TestResult

  /// The second-order test: `X² d / Σδ` as chi-squared with `d = (Σδ)² / Σδ²` degrees of freedom.
  public let secondOrder: TestResult

  /// The F version: `X² / Σδ` as F with d and d ν degrees of freedom, ν being those of the design.
  ///
  /// R: `statistic = "F"`, the default.
  public let f: TestResult
}

extension SurveyDesign {
  /// Tests whether two classifications are independent in the population.
  ///
  /// - Parameters:
  ///   - rows: the row of the table for each row of the sample, from 0 to `rowCount - 1`.
  ///   - rowCount: how many rows the table has, at least 2.
  ///   - columns: the column of the table for each row of the sample.
  ///   - columnCount: how many columns the table has, at least 2.
  /// - Returns: the first-order, the second-order and the F test.
  /// - Throws: `StatisticsError.sampling` when the number of rows differs, a code is out of range,
  ///   a line of the table holds no weight, or there are no degrees of freedom;
  ///   `.optionOutOfRange` for fewer than 2 rows or columns; `.notComputed` when too many cells are
  ///   empty.
  public func independenceTest(
    rows: [Int], rowCount: Int, columns: [Int], columnCount: Int
  ) throws(StatisticsError) -> RaoScottTest {
    for (option, count) in [("rows", rowCount), ("columns", columnCount)] where count < 2 {
      throw .optionOutOfRange(
        option: "the number of \(option)", range: "above 1", Double(count))
    }
    try checkCodes(rows, limit: rowCount, "the number of rows")
    try checkCodes(columns, limit: columnCount, "the number of columns")
    guard degreesOfFreedom > 0 else { throw .sampling(.noDegreesOfFreedom) }
    let table = try WeightedTable(
      rows: rows, rowCount, columns: columns, columnCount, weights: weights)
    let n = Double(observations)
    let pearson = table.pearson * n
    let scores = covariances(of: table.scores(rows: rows, columns: columns, weights: weights))
    let (sum, sumOfSquares) = try table.traces(of: scores, rows: n)
    guard sum > 0 else { throw .sampling(.noSpread) }
    let d = sum * sum / sumOfSquares
    let contrasts = Double((rowCount - 1) * (columnCount - 1))
    let first = pearson / (sum / contrasts)
    let (f, nu) = (pearson / sum, Double(degreesOfFreedom))
    guard first.isFinite, f.isFinite, d.isFinite else { throw .resultTooLarge(.raoScottF) }
    return RaoScottTest(
      pearson: pearson, meanDesignEffect: sum / contrasts,
      firstOrder: TestResult(
        .raoScottFirst, statistic: first, degreesOfFreedom: [contrasts],
        pValue: try ChiSquared(degreesOfFreedom: contrasts).upperTail(first)),
      secondOrder: TestResult(
        .raoScottSecond, statistic: f * d, degreesOfFreedom: [d],
        pValue: try ChiSquared(degreesOfFreedom: d).upperTail(f * d)),
      f: TestResult(
        .raoScottF, statistic: f, degreesOfFreedom: [d, d * nu],
        pValue: try FDistribution(numerator: d, denominator: d * nu).upperTail(f)))
  }
}
