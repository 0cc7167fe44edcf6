/// A coefficient of a regression with what is known about it.
public struct RegressionCoefficient: Hashable, Sendable {
  /// The name of the predictor; "(intercept)" for the intercept.
  public let name: String

  /// How much the fit rises when the predictor rises by 1 and the others stay.
  public let estimate: Double

  /// The standard error of the estimate.
  public let standardError: Double

  /// The estimate divided by its standard error: t in a linear regression, z elsewhere.
  public let statistic: Double

  /// The probability of a statistic at least as far from 0 if the true coefficient is 0.
  public let pValue: Double

  /// The confidence interval of the coefficient.
  public let interval: Interval

  /// The name of the intercept.
  public static let interceptName = "(intercept)"
}

extension RegressionCoefficient {
  /// The coefficients from estimates and standard errors. Without degrees of freedom the statistic
  /// is compared with the normal distribution, else with t.
  static func table(
    names: [String], estimates: [Double], standardErrors: [Double], degreesOfFreedom: Int?,
    confidence: Double
  ) throws(StatisticsError) -> [RegressionCoefficient] {
    let level = try Check.confidence(confidence)
    let distribution = Reference(degreesOfFreedom: degreesOfFreedom)
    let point = try distribution.point(level)
    var table: [RegressionCoefficient] = []
    for (index, name) in names.enumerated() {
      let (estimate, error) = (estimates[index], standardErrors[index])
      let statistic = estimate / error
      // An error that is too small for a number makes the statistic too large for one.
      guard error > 0, statistic.isFinite else { throw .resultTooLarge(.coefficientTest) }
      let tail = try distribution.upperTail(abs(statistic))
      let interval = try Interval(
        lower: estimate - point * error, upper: estimate + point * error, confidence: level)
      table.append(
        RegressionCoefficient(
          name: name, estimate: estimate, standardError: error, statistic: statistic,
          pValue: min(1, 2 * tail), interval: interval))
    }
    return table
  }
}

/// The distribution of a coefficient divided by its standard error.
private struct Reference {
  /// Those of t; nil is the normal distribution.
  let degreesOfFreedom: Int?

  func point(_ confidence: Double) throws(StatisticsError) -> Double {
    guard let degreesOfFreedom else { return try Normal.twoSidedPoint(confidence: confidence) }
    return try StudentT(degreesOfFreedom: Double(degreesOfFreedom))
      .twoSidedPoint(confidence: confidence)
  }

  func upperTail(_ x: Double) throws(StatisticsError) -> Double {
    guard let degreesOfFreedom else { return try Normal.upperTail(x) }
    return try StudentT(degreesOfFreedom: Double(degreesOfFreedom)).upperTail(x)
  }
}
