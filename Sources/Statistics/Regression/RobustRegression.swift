/// A linear regression that outliers in the response cannot pull away: an M estimate with Tukey's
/// bisquare.
///
/// The coefficients solve `Σ ψ(e/s) x = 0` with the residuals e, `ψ(u) = u (1 - (u/c)²)²` up to c
/// and 0 beyond, and the scale `s = median |e| / 0.6745`. A row beyond c scales counts nothing. The
/// fit starts from least squares, goes on with Huber's weights, which have one solution only, and
/// then with the bisquare. With c = 4.685 it is 95 % as precise as least squares when the errors
/// are normal. It does not protect against outliers in the predictors.
///
/// The standard errors are asymptotic:
/// `K² s² Σ ψ(e/s)² / (n - p) / mean(ψ')² · (X'X)⁻¹` with `K = 1 + p/n · var(ψ') / mean(ψ')²`.
///
/// References: Huber 1981, Robust Statistics, sections 7.6 and 7.8. Beaton and Tukey 1974, The
/// fitting of power series, meaning polynomials, illustrated on band-spectroscopic data.
public struct RobustRegression: Sendable {
  /// The names of the coefficients: "(intercept)" first if there is one, then the predictors.
  public let names: [String]

  /// The coefficients, in the order of ``names``.
  public let estimates: [Double]

  /// The asymptotic standard errors of the coefficients.
  public let standardErrors: [Double]

  /// The robust scale of the residuals, in the unit of the response.
  public let scale: Double

  /// What the fit expects for each row.
  public let fitted: [Double]

  /// The response less the fit, row after row.
  public let residuals: [Double]

  /// How much each row counts in the end: 1 at the centre, 0 for an outlier.
  public let weights: [Double]

  /// The tuning constant that people use, 95 % precision with normal errors.
  public static let usualTuning = 4.685

  /// Fits a robust regression.
  ///
  /// - Parameters:
  ///   - response: what is to be explained, finite numbers.
  ///   - predictors: at least one column, each with a value for each response.
  ///   - intercept: whether the fit has a constant.
  ///   - tuning: c, how many scales away a row counts nothing; above 0.
  /// - Throws: `StatisticsError.regression` as ``LinearRegression``, and where more than half of
  ///   the rows fit exactly or the fit does not settle; `.optionOutOfRange` for the tuning constant.
  public init(
    of response: [Double], on predictors: [Predictor], intercept: Bool = true,
    tuning: Double = usualTuning
  ) throws(StatisticsError) {
    guard tuning > 0, tuning.isFinite else {
      throw .optionOutOfRange(option: "the tuning constant", range: "above 0", tuning)
    }
    let design = try LinearRegression.design(predictors, 1, intercept, response)
    let (rows, needed) = (design.rows, design.columns + 1)
    guard rows >= needed else {
      throw .regression(.tooFewRows(.robustRegression, needed: needed, given: rows))
    }
    guard RegressionSums.varies(response, nil, intercept: intercept),
      let exponent = Design.exponent(of: response)
    else { throw .regression(.constantResponse) }
    let divided = response.map { $0.scaled(byPowerOfTwo: -exponent) }
    let fit = try RobustFit(design, divided, tuning: tuning)
    let factor = try fit.errorFactor(tuning: tuning)

    names = design.names
    estimates = design.restored(fit.solution, responseExponent: exponent)
    standardErrors = fit.plain.unitErrors().map {
      ($0 * factor).scaled(byPowerOfTwo: exponent)
    }
    scale = fit.scale.scaled(byPowerOfTwo: exponent)
    residuals = fit.residuals.map { $0.scaled(byPowerOfTwo: exponent) }
    fitted = (0..<rows).map {
      design.fitted($0, fit.solution).value.scaled(byPowerOfTwo: exponent)
    }
    weights = fit.weights
    guard (estimates + standardErrors + fitted + residuals + [scale]).allSatisfy(\.isFinite) else {
      throw .resultTooLarge(.robustRegression)
    }
  }

  /// The coefficients with standard error, z, p value and confidence interval, from the normal
  /// distribution.
  ///
  /// - Parameter confidence: the level of the intervals, strictly between 0 and 1.
  /// - Returns: a coefficient for each of ``names``.
  /// - Throws: `StatisticsError.confidenceOutOfRange`.
  public func coefficients(
    confidence: Double = 0.95
  ) throws(StatisticsError) -> [RegressionCoefficient] {
    try RegressionCoefficient.table(
      names: names, estimates: estimates, standardErrors: standardErrors, degreesOfFreedom: nil,
      confidence: confidence)
  }
}
