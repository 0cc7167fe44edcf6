import Statistics

/// The statistics of a data set as the library computes them, under their certified names.
enum Computation {
  static func results(of set: DataSet) throws -> [String: Double] {
    switch set.kind {
    case .univariate: try univariate(set)
    case .anova: try anova(set)
    case .regression: try regression(set)
    }
  }

  private static func univariate(_ set: DataSet) throws -> [String: Double] {
    let values = try set.groups()[0]
    return [
      "mean": try Location.mean(of: values),
      "standard deviation": try Location.standardDeviation(of: values),
      "lag-1 autocorrelation": try Autocorrelation.lagOne(of: values),
    ]
  }

  private static func anova(_ set: DataSet) throws -> [String: Double] {
    let analysis = try OneWayANOVA(set.groups())
    return [
      "between sum of squares": analysis.betweenSumOfSquares,
      "between mean square": analysis.betweenMeanSquare,
      "F": analysis.test.statistic,
      "within sum of squares": analysis.withinSumOfSquares,
      "within mean square": analysis.withinMeanSquare,
      "R squared": analysis.rSquared,
      "residual standard deviation": analysis.residualStandardDeviation,
    ]
  }

  private static func regression(_ set: DataSet) throws -> [String: Double] {
    let intercept = set.facts["intercept"] == "yes"
    let degree = set.facts["degree"].flatMap { Int($0) } ?? 1
    let response = try set.column(0)
    let predictors = try (1..<set.columns.count).map {
      Predictor(set.columns[$0], try set.column($0))
    }
    let fit =
      try degree > 1
      ? LinearRegression.polynomial(
        of: response, on: predictors[0], degree: degree, intercept: intercept)
      : LinearRegression(of: response, on: predictors, intercept: intercept)
    var results = [
      "residual standard deviation": fit.residualStandardError,
      "R squared": fit.rSquared,
      "regression sum of squares": fit.regressionSumOfSquares,
      "residual sum of squares": fit.residualSumOfSquares,
    ]
    let first = intercept ? 0 : 1
    for index in fit.names.indices {
      results["estimate B\(index + first)"] = fit.estimates[index]
      results["standard error B\(index + first)"] = fit.standardErrors[index]
    }
    // A perfect fit has no F, and says so.
    results["F"] = try? fit.fTest().statistic
    return results
  }
}
