/// Tests of whether counts follow given shares.
public enum GoodnessOfFit {
  /// Pearson's test of whether the counts of several categories follow given shares.
  ///
  /// With the counts O, their total N, the expected shares p and `E = N p`,
  /// `χ² = Σ (O - E)² / E`; the p value is the upper tail of the chi-squared distribution with
  /// one degree of freedom less than there are categories.
  ///
  /// The shares must be known before: shares that were estimated from the same counts take more
  /// degrees of freedom, and the p value would be too large. The p value carries
  /// ``Caution/smallExpectedCounts(cells:of:)`` when an expected count is below 5.
  ///
  /// Reference: Pearson 1900, On the criterion that a given system of deviations from the probable
  /// ... can be reasonably supposed to have arisen from random sampling.
  ///
  /// - Parameters:
  ///   - counts: how many people are in each category; at least two categories.
  ///   - shares: the expected share of each category, above 0; together 1, up to 1e-8. Without
  ///     them all categories have the same share.
  /// - Returns: χ², its degrees of freedom and the p value.
  /// - Throws: `StatisticsError.tooFewGroups` or `.lengthsDiffer`; `.comparison` with
  ///   `TableFault.negative`, `TableFault.totalTooLarge`, `TableFault.nothingCounted`,
  ///   `TableFault.shareNotPositive` or `TableFault.sharesDoNotAddUp`.
  public static func chiSquaredTest(
    of counts: [Int], shares: [Double]? = nil
  ) throws(StatisticsError) -> TestResult {
    let name = StatisticName.goodnessOfFit
    guard counts.count >= 2 else {
      throw .tooFewGroups(name, needed: 2, given: counts.count)
    }
    let total = try ContingencyTable([counts]).total
    guard total > 0 else { throw .table(.nothingCounted(name)) }
    let shares = try checked(shares, count: counts.count)
    var sum = PreciseSum()
    var small = 0
    for (count, share) in zip(counts, shares) {
      let expected = share * Double(total)
      let distance = Double(count) - expected
      sum.add(distance * (distance / expected))
      if expected < 5 { small += 1 }
    }
    guard sum.value.isFinite else { throw .resultTooLarge(name) }
    let degreesOfFreedom = Double(counts.count - 1)
    return TestResult(
      name, statistic: sum.value, degreesOfFreedom: [degreesOfFreedom],
      pValue: try ChiSquared(degreesOfFreedom: degreesOfFreedom).upperTail(sum.value),
      cautions: small == 0 ? [] : [.smallExpectedCounts(cells: small, of: counts.count)])
  }

  private static func checked(
    _ shares: [Double]?, count: Int
  ) throws(StatisticsError) -> [Double] {
    guard let shares else { return Array(repeating: 1 / Double(count), count: count) }
    guard shares.count == count else {
      throw .lengthsDiffer(.goodnessOfFit, first: count, second: shares.count)
    }
    for (index, share) in shares.enumerated() {
      // Written so that not-a-number fails too.
      guard share > 0, share.isFinite else {
        throw .table(.shareNotPositive(position: index + 1))
      }
    }
    let sum = PreciseSum(shares).value
    guard abs(sum - 1) <= 1e-8 else { throw .table(.sharesDoNotAddUp) }
    return shares.map { $0 / sum }
  }
}
