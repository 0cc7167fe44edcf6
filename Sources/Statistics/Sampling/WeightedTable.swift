internal import CGSL

/// A two-way table of weighted shares.
struct WeightedTable {
  private let shares: Matrix
  private let rowShares: [Double]
  private let columnShares: [Double]
  private let totalWeight: Double

  init(
    rows: [Int], _ rowCount: Int, columns: [Int], _ columnCount: Int, weights: [Double]
  ) throws(StatisticsError) {
    var sums = [PreciseSum](repeating: PreciseSum(), count: rowCount * columnCount)
    var all = PreciseSum()
    for row in weights.indices where weights[row] > 0 {
      sums[rows[row] * columnCount + columns[row]].add(weights[row])
      all.add(weights[row])
    }
    var shares = Matrix(rows: rowCount, columns: columnCount)
    for i in 0..<rowCount {
      for j in 0..<columnCount { shares[i, j] = sums[i * columnCount + j].value / all.value }
    }
    let rowShares = (0..<rowCount).map { i in
      (0..<columnCount).reduce(0) { $0 + shares[i, $1] }
    }
    let columnShares = (0..<columnCount).map { j in
      (0..<rowCount).reduce(0) { $0 + shares[$1, j] }
    }
    if let code = rowShares.firstIndex(of: 0) {
      throw .sampling(.emptyTableLine(isRow: true, code: code))
    }
    if let code = columnShares.firstIndex(of: 0) {
      throw .sampling(.emptyTableLine(isRow: false, code: code))
    }
    self.shares = shares
    self.rowShares = rowShares
    self.columnShares = columnShares
    totalWeight = all.value
  }

  /// Pearson's X² per row of the sample.
  var pearson: Double {
    var sum = PreciseSum()
    for (i, a) in rowShares.enumerated() {
      for (j, b) in columnShares.enumerated() {
        let distance = shares[i, j] - a * b
        sum.add(distance * (distance / a / b))
      }
    }
    return sum.value
  }

  /// The contrasts of the interaction: (i, j) and (0, 0) against (i, 0) and (0, j).
  private var contrasts: [(i: Int, j: Int)] {
    (1..<shares.rows).flatMap { i in (1..<shares.columns).map { (i, $0) } }
  }

  private func coefficient(_ contrast: (i: Int, j: Int), _ row: Int, _ column: Int) -> Double {
    let first = row == contrast.i ? 1.0 : row == 0 ? -1 : 0
    let second = column == contrast.j ? 1.0 : column == 0 ? -1 : 0
    return first * second
  }

  /// The influence values of `C'D⁻¹p` for each contrast, with D held fixed.
  func scores(rows: [Int], columns: [Int], weights: [Double]) -> [[Double]] {
    contrasts.map { contrast in
      var slopes = Matrix(rows: shares.rows, columns: shares.columns)
      var sum = 0.0
      for i in 0..<shares.rows {
        for j in 0..<shares.columns where shares[i, j] > 0 {
          sum += coefficient(contrast, i, j)
          slopes[i, j] = coefficient(contrast, i, j) / shares[i, j]
        }
      }
      return weights.indices.map {
        weights[$0] > 0
          ? weights[$0] / totalWeight * (slopes[rows[$0], columns[$0]] - sum) : 0
      }
    }
  }

  /// The traces of Δ and of Δ², out of the covariances of the scores.
  func traces(
    of scores: Matrix, rows n: Double
  ) throws(StatisticsError) -> (sum: Double, sumOfSquares: Double) {
    let contrasts = contrasts
    var simple = Matrix(rows: contrasts.count, columns: contrasts.count)
    for (a, first) in contrasts.enumerated() {
      for (b, second) in contrasts.enumerated() {
        for i in 0..<shares.rows {
          for j in 0..<shares.columns where shares[i, j] > 0 {
            simple[a, b] +=
              coefficient(first, i, j) * coefficient(second, i, j) / (shares[i, j] * n)
          }
        }
      }
    }
    let delta = try Self.solve(simple, scores)
    var (sum, sumOfSquares) = (PreciseSum(), PreciseSum())
    for a in contrasts.indices {
      sum.add(delta[a, a])
      for b in contrasts.indices { sumOfSquares.add(delta[a, b], times: delta[b, a]) }
    }
    return (sum.value, sumOfSquares.value)
  }

  /// `A⁻¹B` for a positive definite A.
  private static func solve(_ a: Matrix, _ b: Matrix) throws(StatisticsError) -> Matrix {
    let name = "Rao–Scott correction"
    var factor = a
    var result = Matrix(rows: b.rows, columns: b.columns)
    let columns = (0..<b.columns).map { column in (0..<b.rows).map { b[$0, column] } }
    try factor.withGSL { matrix throws(StatisticsError) in
      try GSL.succeed(name) { gsl_linalg_cholesky_decomp1(matrix) }
      for (number, column) in columns.enumerated() {
        var column = column
        try column.withGSL { vector throws(StatisticsError) in
          try GSL.succeed(name) { gsl_linalg_cholesky_svx(matrix, vector) }
        }
        for row in column.indices { result[row, number] = column[row] }
      }
    }
    return result
  }
}
