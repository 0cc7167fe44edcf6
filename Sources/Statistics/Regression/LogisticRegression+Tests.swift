extension LogisticRegression {
  /// The likelihood-ratio test that all coefficients but the intercept are 0.
  ///
  /// The statistic is the null deviance less the deviance. It follows a chi-squared distribution
  /// with as many degrees of freedom as there are predictors, in large samples.
  ///
  /// Reference: Wilks 1938, The large-sample distribution of the likelihood ratio for testing
  /// composite hypotheses.
  ///
  /// - Returns: the test; the statistic is chi-squared.
  /// - Throws: `StatisticsError.notComputed` if the numerical library gives up.
  public func likelihoodRatioTest() throws(StatisticsError) -> TestResult {
    let degrees = fit.design.columns - (fit.design.hasIntercept ? 1 : 0)
    return try likelihoodRatio(nullDeviance - deviance, degrees)
  }

  /// The likelihood-ratio test that the predictors which a smaller regression leaves out have
  /// coefficients of 0.
  ///
  /// - Parameter smaller: a regression of the same outcomes whose predictors are all in this one.
  /// - Returns: the test; the statistic is the difference of the deviances.
  /// - Throws: `StatisticsError.regression` when the other regression is not a part of this one.
  public func likelihoodRatioTest(
    against smaller: LogisticRegression
  ) throws(StatisticsError) -> TestResult {
    let (large, small) = (fit.design, smaller.fit.design)
    let degrees = large.columns - small.columns
    guard successes == smaller.successes, trials == smaller.trials, degrees > 0,
      small.labels.indices.allSatisfy({ Self.column($0, of: small, isIn: large) })
    else { throw .regression(.notNested) }
    return try likelihoodRatio(smaller.deviance - deviance, degrees)
  }

  private func likelihoodRatio(
    _ statistic: Double, _ degrees: Int
  ) throws(StatisticsError) -> TestResult {
    // Below 0 by rounding only: the larger model fits at least as well.
    let statistic = max(0, statistic)
    let p = try ChiSquared(degreesOfFreedom: Double(degrees)).upperTail(statistic)
    return TestResult(
      .likelihoodRatio, statistic: statistic, degreesOfFreedom: [Double(degrees)], pValue: p,
      alternative: .greater)
  }

  private static func column(_ index: Int, of small: Design, isIn large: Design) -> Bool {
    guard let other = large.labels.firstIndex(of: small.labels[index]),
      large.exponents[other] == small.exponents[index]
    else { return false }
    return (0..<small.rows).allSatisfy {
      small.values[$0 * small.columns + index] == large.values[$0 * large.columns + other]
    }
  }
}
