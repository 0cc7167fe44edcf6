/// A difference with its confidence interval and the test of whether it is 0.
public struct TestedDifference: Hashable, Sendable {
  /// The difference, first minus second, in the unit of the values.
  ///
  /// The interval is two-sided, whatever the alternative of the test is.
  public let difference: Estimate

  /// The test.
  public let test: TestResult

  init(_ difference: Estimate, test: TestResult) {
    self.difference = difference
    self.test = test
  }

  /// A difference of means that follows Student's t.
  static func student(
    _ statistic: StatisticName, difference: Double, standardError: Double,
    degreesOfFreedom: Double, alternative: Alternative, confidence: Double
  ) throws(StatisticsError) -> TestedDifference {
    let difference = try Check.finite(difference, statistic)
    let t = try Check.finite(difference / standardError, statistic)
    let student = StudentT(degreesOfFreedom: degreesOfFreedom)
    let half = try student.twoSidedPoint(confidence: confidence) * standardError
    let interval = try Interval(
      lower: Check.finite(difference - half, statistic),
      upper: Check.finite(difference + half, statistic), confidence: confidence)
    let test = TestResult(
      statistic, statistic: t, degreesOfFreedom: [degreesOfFreedom],
      pValue: try student.pValue(t, alternative), alternative: alternative)
    return TestedDifference(
      Estimate(difference, standardError: standardError, interval: interval), test: test)
  }
}
