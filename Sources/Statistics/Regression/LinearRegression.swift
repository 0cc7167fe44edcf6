/// A linear regression by least squares, with one predictor or several.
///
/// The model is `y = b₀ + b₁ x₁ + … + e` with independent errors e of the same spread. The
/// coefficients b minimise `Σ w (y - fit)²`; without weights all w are 1. The residual standard
/// error is `s = √(Σ w (y - fit)² / (n - p))` with n rows and p coefficients, and the classical
/// standard errors are the roots of the diagonal of `s² (X'WX)⁻¹`.
///
/// All sums are computed with about 32 digits, and so nearly dependent predictors cost no digits.
/// Predictors that are dependent are refused by name, never dropped in silence.
///
/// Refusals: `StatisticsError.regression` with a ``RegressionFault``, and
/// `StatisticsError.badWeight`. There must be at least one row more than coefficients.
///
/// References: Draper and Smith 1998, Applied Regression Analysis. Björck 1996, Numerical Methods
/// for Least Squares Problems.
public struct LinearRegression: Sendable {
  let fit: LeastSquares
  let response: [Double]
  let weights: [Double]?
  let sums: RegressionSums

  /// What the regression expects for each row, in the unit of the response.
  public let fitted: [Double]

  /// The response less the fit, row after row.
  public let residuals: [Double]

  /// Fits a regression.
  ///
  /// - Parameters:
  ///   - response: what is to be explained, finite numbers.
  ///   - predictors: at least one column, each with a value for each response.
  ///   - intercept: whether the fit has a constant, as it nearly always should.
  ///   - weights: how much each row counts, the inverse of its error variance but for a common
  ///     factor; nil when all count the same. A row of weight 0 is fitted but counts nowhere.
  ///     These are not the weights of a survey, which say how many people a row stands for.
  /// - Throws: `StatisticsError`, see ``LinearRegression``.
  public init(
    of response: [Double], on predictors: [Predictor], intercept: Bool = true,
    weights: [Double]? = nil
  ) throws(StatisticsError) {
    let design = try Self.design(predictors, 1, intercept, response)
    try self.init(response, design, weights)
  }

  /// Fits a polynomial `b₀ + b₁ x + b₂ x² + …` of one predictor.
  ///
  /// The powers are computed with all their digits. Powers that were rounded to plain numbers
  /// before they came here lose digits in the coefficients, many of them for a high degree.
  ///
  /// - Parameters:
  ///   - response: what is to be explained, finite numbers.
  ///   - predictor: the predictor x.
  ///   - degree: the highest power, 1 to 20.
  ///   - intercept: whether the polynomial has a constant.
  ///   - weights: how much each row counts; nil when all count the same.
  /// - Returns: the regression, with coefficients named "x", "x^2", …
  /// - Throws: `StatisticsError`, see ``LinearRegression``; `.optionOutOfRange` for the degree.
  public static func polynomial(
    of response: [Double], on predictor: Predictor, degree: Int, intercept: Bool = true,
    weights: [Double]? = nil
  ) throws(StatisticsError) -> LinearRegression {
    guard (1...20).contains(degree) else {
      throw .optionOutOfRange(
        option: "the degree of a polynomial", range: "between 1 and 20", Double(degree))
    }
    let design = try Self.design([predictor], degree, intercept, response)
    return try LinearRegression(response, design, weights)
  }

  static func design(
    _ predictors: [Predictor], _ degree: Int, _ intercept: Bool, _ response: [Double]
  ) throws(StatisticsError) -> Design {
    guard !response.isEmpty else { throw .emptySample(.linearRegression) }
    try Design.check(response, nil)
    return try Design(predictors, degree: degree, intercept: intercept, rows: response.count)
  }

  private init(
    _ response: [Double], _ design: Design, _ weights: [Double]?
  ) throws(StatisticsError) {
    let scale = try RowWeights(weights, rows: response.count)
    let needed = design.columns + 1
    guard scale.counting >= needed else {
      throw .regression(.tooFewRows(.linearRegression, needed: needed, given: scale.counting))
    }
    guard RegressionSums.varies(response, scale.weights, intercept: design.hasIntercept),
      let exponent = Design.exponent(of: response)
    else { throw .regression(.constantResponse) }
    let divided = response.map { $0.scaled(byPowerOfTwo: -exponent) }
    let pull = divided.indices.map { row in
      DoubleDouble(divided[row], times: scale.weights?[row] ?? 1)
    }
    let fit = try LeastSquares(design, weights: scale.weights, pull: pull)
    let expected = (0..<design.rows).map { design.fitted($0, fit.solution) }
    sums = try RegressionSums(
      response: divided, fitted: expected, fit: fit, scale: scale, responseExponent: exponent)
    fitted = expected.map { $0.value.scaled(byPowerOfTwo: exponent) }
    residuals = expected.indices.map { row in
      (DoubleDouble(divided[row]) - expected[row]).value.scaled(byPowerOfTwo: exponent)
    }
    self.fit = fit
    self.response = response
    self.weights = weights
    let results = fitted + residuals + estimates + standardErrors
    guard results.allSatisfy(\.isFinite) else { throw .resultTooLarge(.linearRegression) }
  }
}
