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
  ///   freedom for Student's t or the standard error is 0, as for equal values; `.resultTooLarge`.
  public func interval(
    confidence: Double = 0.95, distribution: SurveyDistribution = .studentT
  ) throws(StatisticsError) -> Interval {
    let point = try point(confidence, distribution)
    guard standardError > 0 else { throw .sampling(.noSpread) }
    let half = point * standardError
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
      degreesOfFreedom: distribution == .normal ? [] : [degreesOfFreedom],
      pValue: pValue, alternative: alternative)
  }

  /// The difference from an estimate of another, independent sample: this minus that.
  ///
  /// The variances are added. With the variances v₁, v₂ and their degrees of freedom d₁, d₂ the
  /// difference has `(v₁ + v₂)² / (v₁²/d₁ + v₂²/d₂)` degrees of freedom, between the smaller of the
  /// two and their sum, in general no whole number; none where an estimate with spread has none. For two parts or two waves of the same
  /// units, take ``SurveyDesign/meanDifference(of:by:domain:minus:)``, which knows their
  /// covariance.
  ///
  /// Reference: Satterthwaite 1946, An approximate distribution of estimates of variance
  /// components.
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
      degreesOfFreedom: Self.satterthwaite(
        (a * a, degreesOfFreedom), (b * b, other.degreesOfFreedom)),
      observations: observations + other.observations, name: .surveyContrast)
  }

  /// The degrees of freedom of the sum of two variances, of which a common factor is taken out.
  private static func satterthwaite(
    _ one: (variance: Double, degrees: Double), _ other: (variance: Double, degrees: Double)
  ) -> Double {
    let parts = [one, other].filter { $0.variance > 0 }
    guard !parts.isEmpty else { return one.degrees + other.degrees }
    guard parts.allSatisfy({ $0.degrees > 0 }) else { return 0 }
    let sum = parts.reduce(0) { $0 + $1.variance }
    return sum * sum / parts.reduce(0) { $0 + $1.variance * $1.variance / $1.degrees }
  }

  func degrees() throws(StatisticsError) -> Double {
    guard degreesOfFreedom > 0 else { throw .sampling(.noDegreesOfFreedom) }
    return degreesOfFreedom
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
