extension SurveyEstimate {
  /// The interval `value ± q · standardError`.
  ///
  /// The q is the two-sided point of Student's t with ``degreesOfFreedom``, or of the normal
  /// distribution. R takes the normal one unless it is told the degrees of freedom.
  ///
  /// Reference: Korn and Graubard 1999, Analysis of Health Surveys.
  ///
  /// - Parameters:
  ///   - confidence: the level, strictly between 0 and 1.
  ///   - distribution: Student's t or the normal distribution.
  /// - Returns: the interval, in the unit of the estimate.
  /// - Throws: `StatisticsError.confidenceOutOfRange`; `.sampling` when there are no degrees of
  ///   freedom for Student's t; `.resultTooLarge`.
  public func interval(
    confidence: Double = 0.95, distribution: SurveyDistribution = .studentT
  ) throws(StatisticsError) -> Interval {
    let half = try point(confidence, distribution) * standardError
    let (lower, upper) = (value - half, value + half)
    guard lower.isFinite, upper.isFinite else { throw .resultTooLarge(.surveyMean) }
    return try Interval(lower: lower, upper: upper, confidence: confidence)
  }

  /// The same numbers as a plain estimate.
  ///
  /// - Parameters:
  ///   - confidence: the level, strictly between 0 and 1.
  ///   - distribution: Student's t or the normal distribution.
  /// - Returns: value, standard error and interval.
  /// - Throws: `StatisticsError`, see ``interval(confidence:distribution:)``.
  public func estimate(
    confidence: Double = 0.95, distribution: SurveyDistribution = .studentT
  ) throws(StatisticsError) -> Estimate {
    Estimate(
      value, standardError: standardError,
      interval: try interval(confidence: confidence, distribution: distribution))
  }

  /// Tests whether the estimate differs from a number, for instance a difference from 0.
  ///
  /// The statistic is `(value - null) / standardError`.
  ///
  /// - Parameters:
  ///   - null: the number to compare with.
  ///   - alternative: in which direction a difference counts.
  ///   - distribution: Student's t or the normal distribution.
  /// - Returns: the statistic, with its degrees of freedom for Student's t, and the p value.
  /// - Throws: `StatisticsError.sampling` when the standard error is 0 or there are no degrees of
  ///   freedom for Student's t; `.optionOutOfRange` when `null` is not finite.
  public func test(
    against null: Double = 0, alternative: Alternative = .twoSided,
    distribution: SurveyDistribution = .studentT
  ) throws(StatisticsError) -> TestResult {
    guard standardError > 0 else { throw .sampling(.noSpread) }
    guard null.isFinite else {
      throw .optionOutOfRange(
        option: "the number to compare with", range: "among the finite numbers", null)
    }
    let statistic = (value - null) / standardError
    guard statistic.isFinite else { throw .resultTooLarge(.surveyTest) }
    let pValue =
      try distribution == .normal
      ? Normal.pValue(statistic, alternative)
      : StudentT(degreesOfFreedom: degrees()).pValue(statistic, alternative)
    return TestResult(
      .surveyTest, statistic: statistic,
      degreesOfFreedom: distribution == .normal ? [] : [Double(degreesOfFreedom)],
      pValue: pValue, alternative: alternative)
  }

  /// The difference from an estimate of another, independent sample: this minus that.
  ///
  /// The variances and the degrees of freedom are added. For two parts or two waves of the same
  /// units, take ``SurveyDesign/meanDifference(of:by:domain:minus:)``, which knows their
  /// covariance.
  ///
  /// - Parameter other: the estimate to subtract.
  /// - Returns: the difference, without design effects.
  /// - Throws: `StatisticsError.resultTooLarge`.
  public func minus(independent other: SurveyEstimate) throws(StatisticsError) -> SurveyEstimate {
    let largest = max(standardError, other.standardError)
    let (a, b) = (standardError / largest, other.standardError / largest)
    return try SurveyEstimate(
      value: value - other.value,
      standardError: largest == 0 ? 0 : largest * (a * a + b * b).squareRoot(),
      degreesOfFreedom: degreesOfFreedom + other.degreesOfFreedom,
      observations: observations + other.observations, name: .surveyContrast)
  }

  func degrees() throws(StatisticsError) -> Double {
    guard degreesOfFreedom > 0 else { throw .sampling(.noDegreesOfFreedom) }
    return Double(degreesOfFreedom)
  }

  func point(
    _ confidence: Double, _ distribution: SurveyDistribution
  ) throws(StatisticsError) -> Double {
    let level = try Check.confidence(confidence)
    switch distribution {
    case .normal: return try Normal.twoSidedPoint(confidence: level)
    case .studentT:
      return try StudentT(degreesOfFreedom: degrees()).twoSidedPoint(confidence: level)
    }
  }
}
