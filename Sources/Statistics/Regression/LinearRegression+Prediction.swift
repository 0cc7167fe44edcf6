extension LinearRegression {
  /// Predicts the response for values of the predictors.
  ///
  /// With x the values, the fit is `x'b`, its standard error `s √(x'(X'WX)⁻¹x)`, and a single new
  /// response has the standard error `s √(1/w + x'(X'WX)⁻¹x)`. Far from the data the intervals say
  /// nothing about whether the line still holds.
  ///
  /// - Parameters:
  ///   - inputs: a value for each predictor, in the order they were given in; one for a polynomial.
  ///   - confidence: the level of both intervals, strictly between 0 and 1.
  ///   - weight: the weight of the new response, above 0; 1 in a regression without weights.
  /// - Returns: the prediction, in the unit of the response.
  /// - Throws: `StatisticsError.confidenceOutOfRange`, `.optionOutOfRange` for the weight, or
  ///   `.regression` for inputs that do not fit the predictors.
  public func prediction(
    at inputs: [Double], confidence: Double = 0.95, weight: Double = 1
  ) throws(StatisticsError) -> RegressionPrediction {
    let level = try Check.confidence(confidence)
    guard weight > 0, weight.isFinite else {
      throw .optionOutOfRange(option: "the weight of a prediction", range: "above 0", weight)
    }
    let row = try fit.design.row(at: inputs)
    var sum = DoubleDouble.zero
    for column in row.indices { sum += row[column] * fit.solution[column] }
    let value = sum.value.scaled(byPowerOfTwo: sums.responseExponent)
    let unit = fit.coordinates(row[...]).reduce(0) { $0 + $1 * $1 }
    let error = sums.errorFactor * unit.squareRoot()
    let spread = sums.residualError / weight.squareRoot()
    let single = (error * error + spread * spread).squareRoot()
    guard value.isFinite, single.isFinite else { throw .resultTooLarge(.linearRegression) }
    let t = try StudentT(degreesOfFreedom: Double(residualDegreesOfFreedom))
      .twoSidedPoint(confidence: level)
    return try RegressionPrediction(
      value: value, standardError: error,
      confidenceInterval: Interval(
        lower: value - t * error, upper: value + t * error, confidence: level),
      predictionInterval: Interval(
        lower: value - t * single, upper: value + t * single, confidence: level))
  }
}
