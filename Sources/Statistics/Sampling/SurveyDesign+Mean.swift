extension SurveyDesign {
  /// The weighted mean `ȳ = Σ w y / Σ w`.
  ///
  /// Its influence values are `w (y - ȳ) / Σ w`.
  ///
  /// - Parameter values: a finite value for each row with weight.
  /// - Returns: the mean, in the unit of the values.
  /// - Throws: `StatisticsError.sampling` when the number of rows differs; `.notANumber`,
  ///   `.infinite` or `.resultTooLarge`.
  public func mean(of values: [Double]) throws(StatisticsError) -> SurveyEstimate {
    try checkValues(values)
    return try estimate(.mean, values)
  }

  /// The weighted total `Σ w y`, an estimate of the sum over the population.
  ///
  /// Its influence values are `w y`. The total of ones estimates the size of the population.
  ///
  /// - Parameter values: a finite value for each row with weight.
  /// - Returns: the total, in the unit of the values.
  /// - Throws: `StatisticsError`, see ``mean(of:)``.
  public func total(of values: [Double]) throws(StatisticsError) -> SurveyEstimate {
    try checkValues(values)
    return try estimate(.total, values)
  }

  /// The ratio `R = Σ w y / Σ w x` of two weighted totals.
  ///
  /// Its influence values are `w (y - R x) / Σ w x`.
  ///
  /// - Parameters:
  ///   - values: the y, a finite value for each row with weight.
  ///   - denominators: the x, a finite value for each row with weight.
  /// - Returns: the ratio, in the unit of y per unit of x.
  /// - Throws: `StatisticsError`, see ``mean(of:)``; `.sampling` when the x add up to 0.
  public func ratio(
    of values: [Double], to denominators: [Double]
  ) throws(StatisticsError) -> SurveyEstimate {
    try checkValues(values)
    try checkValues(denominators)
    return try estimate(.ratio, values, denominators)
  }

  /// The weighted share of the rows for which something holds: the mean of ones and zeros.
  ///
  /// For its interval see ``SurveyEstimate/proportionInterval(_:confidence:)``.
  ///
  /// - Parameter holds: for each row, whether it holds.
  /// - Returns: the share, 0 to 1.
  /// - Throws: `StatisticsError.sampling` when the number of rows differs.
  public func proportion(of holds: [Bool]) throws(StatisticsError) -> SurveyEstimate {
    try mean(of: holds.map { $0 ? 1 : 0 })
  }
}
