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
    guard first.variance > 0 || second.variance > 0 else {
      throw .values(.noSpreadWithinGroups(.welchTest))
    }
    return try welch(
      first.mean - second.mean, (first.varianceOfMean, first.count),
      (second.varianceOfMean, second.count), .twoSided, level)
  }

  /// The test of a difference of means from the variance of each and the size of its group.
  static func welch(
    _ difference: Double, _ first: (variance: Double, count: Int),
    _ second: (variance: Double, count: Int), _ alternative: Alternative, _ level: Double
  ) throws(StatisticsError) -> TestedDifference {
    let sum = try Check.finite(first.variance + second.variance, .welchTest)
    // As shares of the sum, for the squares themselves could overflow.
    let (a, b) = (first.variance / sum, second.variance / sum)
    return try .student(
      .welchTest, difference: difference, standardError: sum.squareRoot(),
      degreesOfFreedom: 1 / (a * a / Double(first.count - 1) + b * b / Double(second.count - 1)),
      alternative: alternative, confidence: level)
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
