import Statistics

/// A data set for linear regression from NIST's Statistical Reference Datasets, with its certified
/// values. They are printed with 15 digits.
struct StRD: Sendable, CustomStringConvertible {
  let name: String
  let degree: Int
  let intercept: Bool
  let estimates: [Double]
  let standardErrors: [Double]
  let residualStandardError: Double
  let rSquared: Double
  /// Nil where the certified F is infinite.
  let f: Double?
  let response: [Double]
  let columns: [[Double]]

  var description: String { name }

  func fit() throws -> LinearRegression {
    let predictors = columns.enumerated().map { Predictor("x\($0 + 1)", $1) }
    guard degree > 1 else {
      return try LinearRegression(of: response, on: predictors, intercept: intercept)
    }
    return try LinearRegression.polynomial(of: response, on: predictors[0], degree: degree)
  }

  static let all = [
    norris, pontius, noInt1, noInt2, filip, longley, wampler1, wampler2, wampler3, wampler4,
    wampler5,
  ]
}
