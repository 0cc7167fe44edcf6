internal import CGSL

/// The triangle of a QR decomposition with column pivoting, after a check that no column is a
/// combination of the others.
struct RankedTriangle {
  /// The columns in the order of the triangle.
  let order: [Int]

  private let size: Int
  private let values: [Double]

  subscript(row: Int, column: Int) -> Double { values[row * size + column] }

  /// Decomposes the columns, each row times the root of its weight.
  ///
  /// - Throws: `.emptyPredictor` or `.dependentColumns`, with the names of the columns.
  init(_ design: Design, weights: [Double]?) throws(StatisticsError) {
    let (rows, columns) = (design.rows, design.columns)
    var matrix = Matrix(rows: rows, columns: columns)
    var norms = Array(repeating: 0.0, count: columns)
    for row in 0..<rows {
      let root = weights?[row].squareRoot() ?? 1
      for column in 0..<columns {
        let value = root * design.values[row * columns + column].high
        matrix[row, column] = value
        norms[column] += value * value
      }
    }
    for column in 0..<columns {
      norms[column] = norms[column].squareRoot()
      // A predictor can be 0 in all rows that have a weight.
      guard norms[column] > 0 else {
        throw .regression(.emptyPredictor(design.names[column]))
      }
    }
    for row in 0..<rows {
      for column in 0..<columns { matrix[row, column] /= norms[column] }
    }
    let order = try Self.decompose(&matrix)
    // How far a column must stick out of the others, as a share of its length. Rounding alone
    // makes a dependent column stick out by some 1e-15; the hardest known data, by 1e-10.
    let limit = 64 * Double.ulpOfOne * (Double(rows) * Double(columns)).squareRoot()
    for k in 0..<columns where abs(matrix[k, k]) <= limit {
      let others = Self.combination(of: k, matrix).map { order[$0] }
      let dependent = (others + [order[k]]).sorted()
      throw .regression(.dependentColumns(dependent.map { design.labels[$0] }))
    }
    self.order = order
    size = columns
    var values = Array(repeating: 0.0, count: columns * columns)
    for i in 0..<columns {
      for k in i..<columns { values[i * columns + k] = matrix[i, k] * norms[order[k]] }
    }
    self.values = values
  }

  /// Leaves the triangle above the diagonal and hands back the order of the columns.
  private static func decompose(_ matrix: inout Matrix) throws(StatisticsError) -> [Int] {
    let columns = matrix.columns
    var tau = Array(repeating: 0.0, count: min(matrix.rows, columns))
    var work = Array(repeating: 0.0, count: columns)
    guard let permutation = gsl_permutation_alloc(columns) else {
      throw .notComputed(function: "QR decomposition", reason: "out of memory")
    }
    defer { gsl_permutation_free(permutation) }
    try matrix.withGSL { a throws(StatisticsError) in
      try tau.withGSL { tau throws(StatisticsError) in
        try work.withGSL { work throws(StatisticsError) in
          var sign: Int32 = 0
          try GSL.succeed("QR decomposition") {
            gsl_linalg_QRPT_decomp(a, tau, permutation, &sign, work)
          }
        }
      }
    }
    return (0..<columns).map { Int(gsl_permutation_get(permutation, $0)) }
  }

  /// The places of the earlier columns that column k is a combination of.
  private static func combination(of k: Int, _ matrix: Matrix) -> [Int] {
    var shares = (0..<k).map { matrix[$0, k] }
    for i in stride(from: k - 1, through: 0, by: -1) {
      for j in (i + 1)..<k { shares[i] -= matrix[i, j] * shares[j] }
      shares[i] /= matrix[i, i]
    }
    // All columns have the length 1 here, so a share this small is rounding.
    let largest = shares.reduce(0) { max($0, abs($1)) }
    return (0..<k).filter { abs(shares[$0]) > 1e-6 * largest }
  }
}
