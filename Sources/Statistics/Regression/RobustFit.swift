/// The repeated weighted least squares of a robust regression.
struct RobustFit {
  /// Least squares without weights, whose `(X'X)⁻¹` the standard errors need.
  let plain: LeastSquares
  private(set) var solution: [DoubleDouble]
  private(set) var residuals: [Double]
  private(set) var weights: [Double]
  private(set) var scale: Double

  private let response: [Double]
  private let size: Double

  /// The most steps of either kind of weights.
  private static let limit = 500

  /// Fits a response whose largest value is near 1.
  init(_ design: Design, _ response: [Double], tuning: Double) throws(StatisticsError) {
    self.response = response
    size = response.reduce(0) { max($0, abs($1)) }
    plain = try LeastSquares(design, pull: response.map { DoubleDouble($0) })
    solution = plain.solution
    weights = Array(repeating: 1, count: design.rows)
    residuals = []
    scale = 0
    residuals = remainders()
    // The start decides between solutions of the bisquare, so a rough one is enough.
    try settle(within: 1e-6) { u in abs(u) <= 1.345 ? 1 : 1.345 / abs(u) }
    try settle(within: 1e-13) { u in
      let rest = 1 - (u / tuning) * (u / tuning)
      return abs(u) <= tuning ? rest * rest : 0
    }
  }

  /// Repeats weighted least squares until the residuals stay.
  private mutating func settle(
    within tolerance: Double, _ weight: (Double) -> Double
  ) throws(StatisticsError) {
    for _ in 0..<Self.limit {
      scale = try spread()
      weights = residuals.map { weight($0 / scale) }
      var pull: [DoubleDouble] = []
      for row in response.indices {
        pull.append(DoubleDouble(residuals[row], times: weights[row]))
      }
      // The residuals correct the steps, and so plain digits are enough for each.
      let step = try LeastSquares(plain.design, weights: weights, pull: pull, precise: false)
      solution = zip(solution, step.solution).map { $0 + $1 }
      let before = residuals
      residuals = remainders()
      let moved = residuals.indices.reduce(0) { max($0, abs(residuals[$1] - before[$1])) }
      if moved <= tolerance * scale {
        scale = try spread()
        return
      }
    }
    throw .regression(.notSettled(.robustRegression, steps: Self.limit))
  }

  private func remainders() -> [Double] {
    response.indices.map {
      (DoubleDouble(response[$0]) - plain.design.fitted($0, solution)).value
    }
  }

  /// The median of the absolute residuals, divided by that of a standard normal variable.
  private func spread() throws(StatisticsError) -> Double {
    let spread =
      try Location.interpolated(0.5, in: residuals.map { abs($0) }.sorted())
      / Normal.quantile(0.75)
    guard spread > 0x1p-46 * size else { throw .regression(.noResidualSpread) }
    return spread
  }

  /// The factor from the roots of the diagonal of `(X'X)⁻¹` to standard errors.
  func errorFactor(tuning: Double) throws(StatisticsError) -> Double {
    let (n, p) = (Double(residuals.count), Double(plain.design.columns))
    var squares = PreciseSum()
    var slopes: [Double] = []
    for e in residuals {
      let u = e / scale
      let share = (u / tuning) * (u / tuning)
      guard share < 1 else {
        slopes.append(0)
        continue
      }
      let psi = u * (1 - share) * (1 - share)
      squares.add(psi, times: psi)
      slopes.append((1 - share) * (1 - 5 * share))
    }
    let mean = PreciseSum(slopes).value / n
    guard mean > 0 else {
      throw .notComputed(
        function: "robust standard error", reason: "too many rows count nothing")
    }
    let variance = PreciseSum(slopes.map { ($0 - mean) * ($0 - mean) }).value / n
    let correction = 1 + p / n * variance / (mean * mean)
    return correction * scale * (squares.value / (n - p)).squareRoot() / mean
  }
}
