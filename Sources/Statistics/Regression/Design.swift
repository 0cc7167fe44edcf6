/// The columns of a regression: an intercept, predictors, or powers of one predictor.
///
/// Each column is divided by a power of two that brings its largest value near 1. That rounds
/// nothing, and sums of squares of huge values do not overflow.
struct Design: Sendable {
  /// The names of the columns; nil is the intercept.
  let labels: [String?]

  /// The number of rows.
  let rows: Int

  /// The powers of two that the columns were divided by.
  let exponents: [Int]

  /// The divided columns, row after row.
  let values: [DoubleDouble]

  /// How many values a prediction takes: one for each predictor.
  let inputs: Int

  /// The highest power of each predictor.
  let degree: Int

  var columns: Int { labels.count }

  var hasIntercept: Bool { labels.first == .some(nil) }

  /// The names as results carry them.
  var names: [String] { labels.map { $0 ?? RegressionCoefficient.interceptName } }

  /// Checks the columns against the number of responses.
  init(
    _ predictors: [Predictor], degree: Int = 1, intercept: Bool, rows: Int
  ) throws(StatisticsError) {
    guard !predictors.isEmpty else { throw .regression(.noPredictors) }
    var seen: Set<String> = intercept ? [RegressionCoefficient.interceptName] : []
    for predictor in predictors {
      let name = predictor.name
      guard seen.insert(name).inserted else { throw .regression(.sameName(name)) }
      guard predictor.values.count == rows else {
        throw .regression(
          .predictorLength(name, given: predictor.values.count, needed: rows))
      }
      try Self.check(predictor.values, name)
    }
    var labels: [String?] = intercept ? [nil] : []
    for predictor in predictors {
      labels.append(predictor.name)
      for power in stride(from: 2, through: degree, by: 1) {
        labels.append("\(predictor.name)^\(power)")
      }
    }
    self.labels = labels
    self.rows = rows
    self.degree = degree
    inputs = predictors.count

    let count = labels.count
    var exponents = Array(repeating: 0, count: count)
    var values = Array(repeating: DoubleDouble(1), count: rows * count)
    var column = intercept ? 1 : 0
    for predictor in predictors {
      let exponent = Self.exponent(of: predictor.values)
      guard let exponent else { throw .regression(.emptyPredictor(predictor.name)) }
      for row in 0..<rows {
        let value = DoubleDouble(predictor.values[row].scaled(byPowerOfTwo: -exponent))
        var power = value
        for k in 0..<degree {
          values[row * count + column + k] = power
          power = power * value
        }
      }
      for k in 0..<degree { exponents[column + k] = exponent * (k + 1) }
      column += degree
    }
    self.exponents = exponents
    self.values = values
  }

  /// Refuses a series with a value that is no finite number; nil names the response.
  static func check(_ values: [Double], _ name: String?) throws(StatisticsError) {
    for (index, value) in values.enumerated() where !value.isFinite {
      throw .regression(.badValue(predictor: name, position: index + 1))
    }
  }

  /// The power of two that a series is divided by; nil when it is 0 everywhere.
  static func exponent(of values: [Double]) -> Int? {
    let largest = values.reduce(0) { max($0, abs($1)) }
    return largest > 0 ? Int(largest.exponent) : nil
  }

  /// The columns for values of the predictors that need not be in the data.
  func row(at inputs: [Double]) throws(StatisticsError) -> [DoubleDouble] {
    guard inputs.count == self.inputs else {
      throw .regression(.predictionLength(given: inputs.count, needed: self.inputs))
    }
    var row: [DoubleDouble] = hasIntercept ? [DoubleDouble(1)] : []
    for (index, input) in inputs.enumerated() {
      let first = row.count
      guard input.isFinite else {
        throw .regression(.badValue(predictor: labels[first], position: index + 1))
      }
      let value = DoubleDouble(input.scaled(byPowerOfTwo: -exponents[first]))
      var power = value
      for _ in 0..<degree {
        row.append(power)
        power = power * value
      }
    }
    return row
  }

  /// `Σ x b` in one row, for coefficients of the divided columns.
  @inline(__always)
  func fitted(_ row: Int, _ coefficients: [DoubleDouble]) -> DoubleDouble {
    var sum = DoubleDouble.zero
    let start = row * columns
    for column in 0..<columns { sum += values[start + column] * coefficients[column] }
    return sum
  }

  /// `X' v` for a value in each row.
  func products(with v: [DoubleDouble]) -> [DoubleDouble] {
    var sums = Array(repeating: DoubleDouble.zero, count: columns)
    for row in 0..<rows {
      for column in 0..<columns { sums[column] += values[row * columns + column] * v[row] }
    }
    return sums
  }

  /// The coefficients of the columns as they were given, from those of the divided columns and a
  /// response that was divided by a power of two.
  func restored(_ solution: [DoubleDouble], responseExponent: Int = 0) -> [Double] {
    solution.indices.map {
      solution[$0].value.scaled(byPowerOfTwo: responseExponent - exponents[$0])
    }
  }
}
