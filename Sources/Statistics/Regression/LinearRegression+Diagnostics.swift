extension LinearRegression {
  /// How far each row pulls the fit towards itself: the diagonal of the hat matrix, 0 to 1.
  ///
  /// The leverages add up to the number of coefficients p. A row with more than 2 p / n deserves a
  /// look. A row of weight 0 has none.
  ///
  /// Reference: Hoaglin and Welsch 1978, The hat matrix in regression and ANOVA.
  public var leverages: [Double] { fit.leverages() }

  /// The residuals divided by their own standard errors: `e √w / (s √(1 - h))`, with h the
  /// leverage.
  ///
  /// - Returns: a number for each row; nil for a row of weight 0 or full leverage, whose residual
  ///   says nothing.
  /// - Throws: `StatisticsError.regression` for a perfect fit.
  public func internallyStudentizedResiduals() throws(StatisticsError) -> [Double?] {
    guard !sums.isPerfect else { throw .regression(.perfectFit(.studentizedResidual)) }
    let leverages = self.leverages
    return residuals.indices.map { row in
      let weight = weights?[row] ?? 1
      let rest = 1 - leverages[row]
      guard weight > 0, rest > Self.fullLeverage else { return nil }
      return residuals[row] * weight.squareRoot() / (sums.residualError * rest.squareRoot())
    }
  }

  /// The residuals divided by standard errors that come from all other rows, so that an outlier
  /// does not hide itself: `t = r √((n - p - 1) / (n - p - r²))`, with r the internally studentised
  /// residual.
  ///
  /// If the model holds, each follows the t distribution with n - p - 1 degrees of freedom.
  ///
  /// Reference: Cook and Weisberg 1982, Residuals and Influence in Regression.
  ///
  /// - Returns: a number for each row; nil for a row of weight 0 or full leverage, and for a row
  ///   without which the fit is perfect.
  /// - Throws: `StatisticsError.regression` for a perfect fit, or with only one row more than
  ///   coefficients.
  public func externallyStudentizedResiduals() throws(StatisticsError) -> [Double?] {
    let degrees = residualDegreesOfFreedom
    guard degrees >= 2 else {
      throw .regression(
        .tooFewRows(.studentizedResidual, needed: fit.design.columns + 2, given: observations))
    }
    let inner = try internallyStudentizedResiduals()
    return inner.map { r in
      guard let r else { return nil }
      let rest = Double(degrees) - r * r
      guard rest > 1e-10 * Double(degrees) else { return nil }
      return r * (Double(degrees - 1) / rest).squareRoot()
    }
  }

  /// Cook's distances: how far the coefficients move when a row is left out, `r² h / (p (1 - h))`.
  ///
  /// A distance near or above 1 deserves a look.
  ///
  /// Reference: Cook 1977, Detection of influential observation in linear regression.
  ///
  /// - Returns: a number of at least 0 for each row; nil for a row of weight 0 or full leverage.
  /// - Throws: `StatisticsError.regression` for a perfect fit.
  public func cooksDistances() throws(StatisticsError) -> [Double?] {
    let inner = try internallyStudentizedResiduals()
    let leverages = self.leverages
    let p = Double(fit.design.columns)
    return inner.indices.map { row in
      inner[row].map { $0 * $0 * leverages[row] / (p * (1 - leverages[row])) }
    }
  }

  /// The variance inflation factor of each predictor: how many times larger the variance of its
  /// coefficient is than if the predictors had nothing in common, at least 1.
  ///
  /// It is `1 / (1 - R²)` with the R² of this predictor regressed on the others. Without an
  /// intercept both are taken around 0. Above 10 the predictors explain nearly the same.
  ///
  /// Reference: Marquardt 1970, Generalized inverses, ridge regression, biased linear estimation
  /// and nonlinear estimation.
  ///
  /// - Returns: the factors in the order of ``names``, without the intercept.
  public func varianceInflationFactors() -> [Double] {
    let design = fit.design
    let p = design.columns
    let first = design.hasIntercept ? 1 : 0
    return (first..<p).map { column in
      var (sum, count) = (DoubleDouble.zero, DoubleDouble.zero)
      for row in 0..<design.rows {
        let weight = fit.weights?[row] ?? 1
        sum += design.values[row * p + column] * weight
        count += DoubleDouble(weight)
      }
      let mean = design.hasIntercept ? sum / count : DoubleDouble.zero
      var squares = DoubleDouble.zero
      for row in 0..<design.rows {
        let distance = design.values[row * p + column] - mean
        squares += distance * distance * (fit.weights?[row] ?? 1)
      }
      let variance = (0..<p).reduce(0.0) {
        $0 + fit.basis[column * p + $1].value * fit.basis[column * p + $1].value
      }
      return max(1, squares.value * variance)
    }
  }
}
