/// Newton's method for a logistic regression.
struct LogisticSearch {
  let design: Design
  let successes: [Int]
  let trials: [Int]

  /// The last weighted least squares, with the weights of the solution.
  let fit: LeastSquares

  /// The coefficients of the divided columns.
  let solution: [DoubleDouble]
  let probabilities: [Double]
  let deviances: [Double]
  let steps: Int

  private static let limit = 40

  init(_ design: Design, successes: [Int], trials: [Int]) throws(StatisticsError) {
    self.design = design
    self.successes = successes
    self.trials = trials
    // Dependent columns are named here; later they could come from separation too.
    _ = try RankedTriangle(design, weights: trials.map { Double($0) })
    let rows = LogisticRows(successes: successes, trials: trials)
    var solution = Array(repeating: DoubleDouble.zero, count: design.columns)
    var logits = Array(repeating: 0.0, count: design.rows)
    var deviances = try rows.deviances(logits)
    var step: [DoubleDouble] = []
    for count in 1...Self.limit {
      let newton: LeastSquares
      do throws(StatisticsError) {
        newton = try Self.newton(design, rows, logits, precise: false)
      } catch {
        // Weights that have all but vanished leave too few rows for the columns.
        try Separation.refuse(design, rows, along: step)
        throw error
      }
      step = newton.solution
      let before = (solution: solution, logits: logits, total: PreciseSum(deviances).value)
      var size = 1.0
      while true {
        solution = zip(before.solution, step).map { $0 + $1 * size }
        logits = (0..<design.rows).map { design.fitted($0, solution).value }
        deviances = try rows.deviances(logits)
        let total = PreciseSum(deviances).value
        if total <= before.total * (1 + 1e-12) || size < 1e-6 { break }
        size /= 2
      }
      let moved = zip(logits, before.logits).reduce(0) { max($0, abs($1.0 - $1.1)) }
      if count >= 10, moved > 0.1 { try Separation.refuse(design, rows, along: step) }
      // Newton's method doubles the digits, so the step after this one would change nothing.
      let largest = logits.reduce(1) { max($0, abs($1)) }
      if moved <= 1e-9 * largest {
        fit = try Self.newton(design, rows, logits, precise: true)
        self.solution = solution
        self.deviances = deviances
        probabilities = try rows.probabilities(logits)
        steps = count
        return
      }
    }
    try Separation.refuse(design, rows, along: step)
    throw .regression(.notSettled(.logisticRegression, steps: Self.limit))
  }

  private static func newton(
    _ design: Design, _ rows: LogisticRows, _ logits: [Double], precise: Bool
  ) throws(StatisticsError) -> LeastSquares {
    let (weights, pull) = try rows.weightsAndPull(logits)
    return try LeastSquares(
      design, weights: weights, pull: pull.map { DoubleDouble($0) }, precise: precise)
  }
}
