/// Tests of means by Student's t distribution.
///
/// The values are taken to be independent of each other, within and between the samples. The tests
/// are exact for normal values and good for others when the samples are not small.
public enum MeanTests {
  /// What a test of a mean, or of a difference of two means, found.
  public struct Outcome: Hashable, Sendable {
    /// The test: t with its degrees of freedom.
    public let test: TestResult

    /// The mean, or the difference of means, with its standard error and two-sided interval.
    public let estimate: Estimate
  }

  /// Welch's test of two means, first minus second, without equal variances.
  ///
  /// With `vᵢ = sᵢ² / nᵢ`, `t = (x̄₁ - x̄₂) / √(v₁ + v₂)` has about
  /// `(v₁ + v₂)² / (v₁²/(n₁ - 1) + v₂²/(n₂ - 1))` degrees of freedom.
  ///
  /// Reference: Welch 1947, The generalization of "Student's" problem when several different
  /// population variances are involved.
  ///
  /// - Parameters:
  ///   - first: at least two finite values.
  ///   - second: at least two finite values.
  ///   - alternative: `.greater` if the first mean is believed to be larger.
  ///   - confidence: the level of the interval, strictly between 0 and 1.
  /// - Returns: the test, and the difference of the means with its interval.
  /// - Throws: `StatisticsError.groupTooSmall`, `.notANumber`, `.infinite`, `.confidenceOutOfRange`,
  ///   `.resultTooLarge`; `.constantSample` when no value differs within either sample.
  public static func welch(
    _ first: [Double], minus second: [Double], alternative: Alternative = .twoSided,
    confidence: Double = 0.95
  ) throws(StatisticsError) -> Outcome {
    let groups = try GroupMoments.all([first, second], for: .welchTest, needs: 2)
    let parts = groups.map { $0.variance / $0.count }
    let sum = parts[0] + parts[1]
    guard sum > 0 else { throw .constantSample(.welchTest) }
    // Shares of the sum, for squares of small variances underflow.
    let (a, b) = (parts[0] / sum, parts[1] / sum)
    let freedom = 1 / (a * a / (groups[0].count - 1) + b * b / (groups[1].count - 1))
    return try outcome(
      .welchTest, groups[0].mean - groups[1].mean, error: sum.squareRoot(), freedom, alternative,
      confidence)
  }

  /// Student's test of one mean against a number: `t = (x̄ - μ) / (s/√n)`, n - 1 degrees of freedom.
  ///
  /// Reference: Student 1908, The probable error of a mean.
  ///
  /// - Parameters:
  ///   - sample: at least two finite values, not all equal.
  ///   - mean: the number to compare with.
  ///   - alternative: `.greater` if the mean is believed to be larger.
  ///   - confidence: the level of the interval, strictly between 0 and 1.
  /// - Returns: the test, and the mean with its interval.
  /// - Throws: `StatisticsError`, see ``welch(_:minus:alternative:confidence:)``.
  public static func oneSample(
    _ sample: [Double], against mean: Double = 0, alternative: Alternative = .twoSided,
    confidence: Double = 0.95
  ) throws(StatisticsError) -> Outcome {
    try single(.oneSampleTest, sample, against: mean, alternative, confidence)
  }

  /// The paired test: the one-sample test of the differences first minus second.
  ///
  /// - Parameters:
  ///   - first: the first value of each pair, at least two.
  ///   - second: the second value of each pair, in the same order.
  ///   - alternative: `.greater` if the first values are believed to be larger.
  ///   - confidence: the level of the interval, strictly between 0 and 1.
  /// - Returns: the test, and the mean difference with its interval.
  /// - Throws: `StatisticsError.lengthsDiffer`; else see ``welch(_:minus:alternative:confidence:)``.
  public static func paired(
    _ first: [Double], minus second: [Double], alternative: Alternative = .twoSided,
    confidence: Double = 0.95
  ) throws(StatisticsError) -> Outcome {
    try single(
      .pairedTest, PairedValues.differences(first, second, for: .pairedTest), against: 0,
      alternative, confidence)
  }

  private static func single(
    _ name: StatisticName, _ sample: [Double], against mean: Double, _ alternative: Alternative,
    _ confidence: Double
  ) throws(StatisticsError) -> Outcome {
    try Check.sample(sample, for: name, needs: 2)
    guard mean.isFinite else {
      throw .optionOutOfRange(
        option: "the mean to compare with", range: "within finite range", mean)
    }
    let moments = try GroupMoments.all([sample], for: name, needs: 2)[0]
    guard moments.variance > 0 else { throw .constantSample(name) }
    return try outcome(
      name, moments.mean, error: (moments.variance / moments.count).squareRoot(),
      moments.count - 1, alternative, confidence, null: mean)
  }

  private static func outcome(
    _ name: StatisticName, _ value: Double, error: Double, _ freedom: Double,
    _ alternative: Alternative, _ confidence: Double, null: Double = 0
  ) throws(StatisticsError) -> Outcome {
    let level = try Check.confidence(confidence)
    let distribution = StudentT(degreesOfFreedom: freedom)
    let t = (value - null) / error
    let half = try distribution.twoSidedPoint(confidence: level) * error
    guard t.isFinite, (value - half).isFinite, (value + half).isFinite else {
      throw .resultTooLarge(name)
    }
    return Outcome(
      test: TestResult(
        name, statistic: t, degreesOfFreedom: [freedom],
        pValue: try distribution.pValue(t, alternative), alternative: alternative),
      estimate: Estimate(
        value, standardError: error,
        interval: try Interval(lower: value - half, upper: value + half, confidence: level)))
  }
}
