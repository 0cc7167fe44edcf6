internal import CGSL

/// Linear equations with a symmetric matrix that is not negative, possibly without full rank.
///
/// Rows and columns are first scaled to a diagonal of 1. Directions whose eigenvalue is below 1e-12
/// of the largest count as missing.
struct SymmetricSystem: Sendable {
  private let scale: [Double]
  private let directions: [(vector: [Double], value: Double)]

  /// Takes the matrix apart, once for any number of right sides.
  init(_ matrix: Matrix) throws(StatisticsError) {
    let n = matrix.rows
    let scale = (0..<n).map { matrix[$0, $0] > 0 ? 1 / matrix[$0, $0].squareRoot() : 0 }
    var scaled = Matrix(rows: n, columns: n)
    for row in 0..<n {
      for column in 0..<n { scaled[row, column] = matrix[row, column] * scale[row] * scale[column] }
    }
    var vectors = Matrix(rows: n, columns: n)
    var values = [Double](repeating: 0, count: n)
    guard let space = gsl_eigen_symmv_alloc(n) else {
      throw .notComputed(function: Self.name, reason: "out of memory")
    }
    defer { gsl_eigen_symmv_free(space) }
    try scaled.withGSL { a throws(StatisticsError) in
      try vectors.withGSL { v throws(StatisticsError) in
        try values.withGSL { e throws(StatisticsError) in
          try GSL.succeed(Self.name) { gsl_eigen_symmv(a, e, v, space) }
        }
      }
    }
    let cut = (values.max() ?? 0) * 1e-12
    directions = (0..<n).filter { values[$0] > cut }.map { k in
      ((0..<n).map { vectors[$0, k] }, values[k])
    }
    self.scale = scale
  }

  /// The shortest x with `A x = right`, as near as it can be.
  func solve(_ right: [Double]) -> [Double] {
    var solution = [Double](repeating: 0, count: right.count)
    for (vector, value) in directions {
      var part = 0.0
      for row in right.indices { part += vector[row] * right[row] * scale[row] }
      for row in right.indices { solution[row] += vector[row] * part / value }
    }
    return zip(solution, scale).map { $0 * $1 }
  }

  private static let name = "solution of the calibration equations"
}
