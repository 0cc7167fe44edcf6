/// Tests of means with Student's t distribution.
///
/// All take finite values, and need values that differ: without spread there is no t. Values that
/// differ by no more than the rounding of decimals count as equal. The difference comes with a
/// two-sided confidence interval in the unit of the values.
///
/// Refusals: `.confidenceOutOfRange`; for two samples `.groupTooSmall`, and `.comparison` with the
/// group and position of a value that is no finite number; for one sample `.emptySample`,
/// `.sampleTooSmall`, `.notANumber` and `.infinite`; for pairs `.lengthsDiffer`; `.constantSample`
/// or `.comparison` where there is no spread; `.resultTooLarge` where huge values overflow.
public enum TTest {
  /// The test of Welch: whether the means of two groups of different people differ. The groups may
  /// have different spreads.
  ///
  /// With the means m₁, m₂, the variances v₁, v₂ and the sizes n₁, n₂, let `a = v₁/n₁` and
  /// `b = v₂/n₂`. Then `t = (m₁ - m₂) / √(a + b)`, with
  /// `(a + b)² / (a²/(n₁ - 1) + b²/(n₂ - 1))` degrees of freedom, in general no whole number. The
  /// interval is `m₁ - m₂ ± t* √(a + b)`, t* being the two-sided point of that distribution.
  ///
  /// One group may be constant, not both.
  ///
  /// References: Welch 1947, The generalization of "Student's" problem when several different
  /// population variances are involved. Satterthwaite 1946, An approximate distribution of
  /// estimates of variance components.
  ///
  /// - Parameters:
  ///   - first: at least two finite values.
  ///   - second: at least two finite values, which are subtracted.
  ///   - alternative: what the p value speaks of; `less` means that the first mean is smaller.
  ///   - confidence: the level of the interval, strictly between 0 and 1.
  /// - Returns: the difference of the means, first minus second, and the test.
  /// - Throws: `StatisticsError`, see ``TTest``.
  public static func welch(
    _ first: [Double], _ second: [Double], alternative: Alternative = .twoSided,
    confidence: Double = 0.95
  ) throws(StatisticsError) -> TestedDifference {
    let level = try Check.confidence(confidence)
    try Check.groups([first, second], for: .welchTest, needs: 2)
    let one = try GroupMoments(of: first, for: .welchTest)
    let two = try GroupMoments(of: second, for: .welchTest)
    guard !one.isConstant || !two.isConstant else {
      throw .values(.noSpreadWithinGroups(.welchTest))
    }
    return try welch(
      one.mean(minus: two), (one.varianceOfMean, one.count), (two.varianceOfMean, two.count),
      alternative, level)
  }
}
