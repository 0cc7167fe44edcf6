/// The sums of squares of a linear regression.
struct RegressionSums: Sendable {
  /// `Σ w (y - fit)²`.
  let residual: Double

  /// `Σ w (fit - mean)²`; without an intercept `Σ w fit²`.
  let regression: Double

  /// `Σ w (y - mean)²`; without an intercept `Σ w y²`.
  let total: Double

  /// The number of rows that count.
  let rows: Int

  /// The power of two that the response was divided by.
  let responseExponent: Int

  /// The residual standard error.
  let residualError: Double

  /// The factor from the roots of the diagonal of `(X'WX)⁻¹`, W divided, to standard errors.
  let errorFactor: Double

  /// Whether the residuals are nothing but the rounding of the response.
  let isPerfect: Bool

  /// Shares of the total that do not depend on the unit.
  let regressionShare: Double
  let residualShare: Double

  init(
    response: [Double], fitted: [DoubleDouble], fit: LeastSquares, scale: RowWeights,
    responseExponent: Int
  ) throws(StatisticsError) {
    let mean =
      fit.design.hasIntercept ? Self.mean(response, scale.weights) : DoubleDouble.zero
    var (residual, regression) = (DoubleDouble.zero, DoubleDouble.zero)
    var (total, size) = (DoubleDouble.zero, DoubleDouble.zero)
    for row in response.indices {
      let weight = scale.weights?[row] ?? 1
      let value = DoubleDouble(response[row])
      residual += Self.square(value - fitted[row]) * weight
      regression += Self.square(fitted[row] - mean) * weight
      total += Self.square(value - mean) * weight
      size += Self.square(value) * weight
    }
    // Weights can be so different that the rest of the rows vanish beside one.
    guard total.high > 0 else { throw .regression(.constantResponse) }
    let exponent = 2 * responseExponent + scale.exponent
    self.residual = residual.value.scaled(byPowerOfTwo: exponent)
    self.regression = regression.value.scaled(byPowerOfTwo: exponent)
    self.total = total.value.scaled(byPowerOfTwo: exponent)
    guard [self.residual, self.regression, self.total].allSatisfy(\.isFinite) else {
      throw .resultTooLarge(.linearRegression)
    }
    regressionShare = (regression / total).value
    residualShare = (residual / total).value
    rows = scale.counting
    self.responseExponent = responseExponent
    let variance = residual.value / Double(scale.counting - fit.design.columns)
    errorFactor = variance.squareRoot().scaled(byPowerOfTwo: responseExponent)
    residualError = errorFactor.scaled(byPowerOfTwo: scale.exponent / 2)
    // The response itself is rounded by up to 2⁻⁵³ of each value.
    isPerfect = residual.value <= 0x1p-100 * size.value
    guard isPerfect || min(residualError, errorFactor) >= Double.leastNormalMagnitude else {
      throw .notComputed(
        function: StatisticName.linearRegression.words,
        reason: "the residuals are too small for floating-point numbers")
    }
  }

  private static func square(_ value: DoubleDouble) -> DoubleDouble { value * value }

  private static func mean(_ values: [Double], _ weights: [Double]?) -> DoubleDouble {
    var (sum, count) = (DoubleDouble.zero, DoubleDouble.zero)
    for row in values.indices {
      let weight = weights?[row] ?? 1
      sum += DoubleDouble(values[row], times: weight)
      count += DoubleDouble(weight)
    }
    return sum / count
  }

  /// Whether there is anything to explain in the rows that count.
  static func varies(_ response: [Double], _ weights: [Double]?, intercept: Bool) -> Bool {
    var first = intercept ? nil : Optional(0.0)
    for row in response.indices where weights?[row] != 0 {
      if let first, response[row] != first { return true }
      first = first ?? response[row]
    }
    return false
  }
}
