extension LinearRegression {
  /// The names of the coefficients: "(intercept)" first if there is one, then the predictors.
  public var names: [String] { fit.design.names }

  /// The coefficients, in the order of ``names``: units of the response per unit of the predictor.
  public var estimates: [Double] {
    fit.design.restored(fit.solution, responseExponent: sums.responseExponent)
  }

  /// The classical standard errors of the coefficients. They are 0, or nearly so, in a perfect fit.
  public var standardErrors: [Double] { fit.unitErrors().map { $0 * sums.errorFactor } }

  /// The number of rows with a weight above 0.
  public var observations: Int { sums.rows }

  /// The number of rows that count less the number of coefficients.
  public var residualDegreesOfFreedom: Int { sums.rows - fit.design.columns }

  /// The residual standard error `s = √(Σ w (y - fit)² / (n - p))`.
  public var residualStandardError: Double { sums.residualError }

  /// `Σ w (y - fit)²`; 0 where no floating-point number is as small.
  public var residualSumOfSquares: Double { sums.residual }

  /// `Σ w (fit - mean)²`; without an intercept `Σ w fit²`.
  public var regressionSumOfSquares: Double { sums.regression }

  /// `Σ w (y - mean)²`; without an intercept `Σ w y²`.
  public var totalSumOfSquares: Double { sums.total }

  /// R², the share of the total sum of squares that the regression explains, 0 to 1.
  ///
  /// Without an intercept the total is taken around 0 and not around the mean, so that such an R²
  /// cannot be compared with one of a regression with an intercept.
  public var rSquared: Double { min(1, sums.regressionShare) }

  /// R² less what as many predictors explain by chance: `1 - (1 - R²) (n - 1) / (n - p)`; n
  /// instead of n - 1 without an intercept. It can be negative.
  public var adjustedRSquared: Double {
    let rest = Double(sums.rows - (fit.design.hasIntercept ? 1 : 0))
    return 1 - sums.residualShare * rest / Double(residualDegreesOfFreedom)
  }

  /// The F test that all coefficients but the intercept are 0.
  ///
  /// F is the regression sum of squares per predictor divided by s², with the number of predictors
  /// and the residual degrees of freedom.
  ///
  /// - Returns: the test; the statistic is F.
  /// - Throws: `StatisticsError.regression` for a perfect fit, whose F is infinite.
  public func fTest() throws(StatisticsError) -> TestResult {
    guard !sums.isPerfect else { throw .regression(.perfectFit(.regressionF)) }
    let above = Double(fit.design.columns - (fit.design.hasIntercept ? 1 : 0))
    let below = Double(residualDegreesOfFreedom)
    let f = sums.regressionShare / above / (sums.residualShare / below)
    let p = try FDistribution(numerator: above, denominator: below).upperTail(f)
    return TestResult(.regressionF, statistic: f, degreesOfFreedom: [above, below], pValue: p)
  }

  /// The coefficients with standard error, t, p value and confidence interval.
  ///
  /// t has n - p degrees of freedom, with the robust standard errors too.
  ///
  /// - Parameters:
  ///   - confidence: the level of the intervals, strictly between 0 and 1.
  ///   - errors: the kind of standard error.
  /// - Returns: a coefficient for each of ``names``.
  /// - Throws: `StatisticsError.confidenceOutOfRange`; `.regression` for a perfect fit, or for a
  ///   row of full leverage with any but the classical errors.
  public func coefficients(
    confidence: Double = 0.95, errors: StandardErrorKind = .classical
  ) throws(StatisticsError) -> [RegressionCoefficient] {
    guard !sums.isPerfect else { throw .regression(.perfectFit(.coefficientTest)) }
    let standardErrors: [Double]
    if errors == .classical {
      standardErrors = self.standardErrors
    } else {
      let covariance = try robustCovariance(errors)
      standardErrors = covariance.indices.map { covariance[$0][$0].squareRoot() }
    }
    return try RegressionCoefficient.table(
      names: names, estimates: estimates, standardErrors: standardErrors,
      degreesOfFreedom: residualDegreesOfFreedom, confidence: confidence)
  }
}
