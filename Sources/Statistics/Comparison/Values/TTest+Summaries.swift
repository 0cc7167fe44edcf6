/// What Student's tests need of a sample: how many values, their mean and variance.
public struct SampleSummary: Hashable, Sendable {
  /// How many values.
  public let count: Int
  /// Their mean.
  public let mean: Double
  /// Their variance, with n - 1 below the line.
  public let variance: Double

  /// A summary by its parts.
  public init(count: Int, mean: Double, variance: Double) {
    (self.count, self.mean, self.variance) = (count, mean, variance)
  }

  fileprivate var varianceOfMean: Double { variance / Double(count) }
}

extension TTest {
  /// The test of ``welch(_:_:alternative:confidence:)`` of two groups of which the moments are known.
  ///
  /// - Throws: `StatisticsError.groupTooSmall`; `.values` where no group has spread.
  public static func welch(
    _ first: SampleSummary, _ second: SampleSummary, confidence: Double = 0.95
  ) throws(StatisticsError) -> TestedDifference {
    let level = try Check.confidence(confidence)
    for (number, group) in [first, second].enumerated() where group.count < 2 {
      throw .groupTooSmall(.welchTest, group: number + 1, needed: 2, given: group.count)
    }
    let (a, b) = (first.varianceOfMean, second.varianceOfMean)
    let sum = try Check.finite(a + b, .welchTest)
    guard sum > 0 else { throw .values(.noSpreadWithinGroups(.welchTest)) }
    let (p, q) = (a / sum, b / sum)
    return try .student(
      .welchTest, difference: first.mean - second.mean, standardError: sum.squareRoot(),
      degreesOfFreedom: 1 / (p * p / Double(first.count - 1) + q * q / Double(second.count - 1)),
      alternative: .twoSided, confidence: level)
  }

  /// The test of ``paired(_:_:alternative:confidence:)`` where the moments of the differences are known.
  ///
  /// - Throws: `StatisticsError.sampleTooSmall`; `.values` where all differences are equal.
  public static func paired(
    differences: SampleSummary, confidence: Double = 0.95
  ) throws(StatisticsError) -> TestedDifference {
    let level = try Check.confidence(confidence)
    guard differences.count >= 2 else {
      throw .sampleTooSmall(.pairedTest, needed: 2, given: differences.count)
    }
    guard differences.variance > 0 else { throw .values(.pairsDifferEqually(.pairedTest)) }
    return try .student(
      .pairedTest, difference: differences.mean,
      standardError: differences.varianceOfMean.squareRoot(),
      degreesOfFreedom: Double(differences.count - 1), alternative: .twoSided, confidence: level)
  }
}
