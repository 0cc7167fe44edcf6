import Statistics
import Testing

/// Repeatable random data for properties that hold for all data.
struct RegressionSample: Sendable, CustomTestStringConvertible {
  let outcome: [Double]
  let columns: [[Double]]
  let weights: [Double]?

  init(seed: UInt64, rows: Int, columns count: Int, weighted: Bool) {
    var random = Congruential(state: seed)
    let columns = (0..<count).map { _ in (0..<rows).map { _ in 10 * random.next() - 3 } }
    outcome = (0..<rows).map { row in
      let line = columns.indices.reduce(0) { $0 + Double($1 + 1) * columns[$1][row] }
      return line + 8 * (random.next() + random.next() - 1)
    }
    self.columns = columns
    weights = weighted ? (0..<rows).map { _ in 0.2 + 3 * random.next() } : nil
  }

  var testDescription: String {
    "\(outcome.count) rows, \(columns.count) columns\(weights == nil ? "" : ", weighted")"
  }

  var predictors: [Predictor] {
    columns.enumerated().map { Predictor("x\($0 + 1)", $1) }
  }

  func fit() throws -> LinearRegression {
    try LinearRegression(of: outcome, on: predictors, weights: weights)
  }

  /// The regression without one row.
  func without(_ row: Int) throws -> LinearRegression {
    let cut: ([Double]) -> [Double] = { values in
      var values = values
      values.remove(at: row)
      return values
    }
    return try LinearRegression(
      of: cut(outcome), on: predictors.map { Predictor($0.name, cut($0.values)) },
      weights: weights.map(cut))
  }

  static let all = [
    RegressionSample(seed: 1, rows: 9, columns: 1, weighted: false),
    RegressionSample(seed: 2, rows: 14, columns: 3, weighted: false),
    RegressionSample(seed: 3, rows: 14, columns: 3, weighted: true),
    RegressionSample(seed: 4, rows: 30, columns: 6, weighted: true),
  ]
}

/// A linear congruential generator; its quality does not matter here.
struct Congruential {
  var state: UInt64

  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) * 0x1p-53
  }
}
