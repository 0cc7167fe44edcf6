internal import CGSL

/// Linear equations with a symmetric matrix that is not negative, possibly without full rank.
enum SymmetricSystem {
  /// The shortest x with `A x = b`, as near as it can be.
  ///
  /// Rows and columns are first scaled to a diagonal of 1. Directions whose eigenvalue is below
  /// 1e-12 of the largest count as missing.
  static func solve(_ matrix: Matrix, _ right: [Double]) throws(StatisticsError) -> [Double] {
    let n = right.count
    let scale = (0..<n).map { matrix[$0, $0] > 0 ? 1 / matrix[$0, $0].squareRoot() : 0 }
    var scaled = Matrix(rows: n, columns: n)
    for row in 0..<n {
      for column in 0..<n { scaled[row, column] = matrix[row, column] * scale[row] * scale[column] }
    }
    var vectors = Matrix(rows: n, columns: n)
    var values = [Double](repeating: 0, count: n)
    guard let space = gsl_eigen_symmv_alloc(n) else {
      throw .notComputed(function: name, reason: "out of memory")
    }
    defer { gsl_eigen_symmv_free(space) }
    try scaled.withGSL { a throws(StatisticsError) in
      try vectors.withGSL { v throws(StatisticsError) in
        try values.withGSL { e throws(StatisticsError) in
          try GSL.succeed(name) { gsl_eigen_symmv(a, e, v, space) }
        }
      }
    }
    let cut = (values.max() ?? 0) * 1e-12
    var solution = [Double](repeating: 0, count: n)
    for k in 0..<n where values[k] > cut {
      var part = 0.0
      for row in 0..<n { part += vectors[row, k] * right[row] * scale[row] }
      for row in 0..<n { solution[row] += vectors[row, k] * part / values[k] }
    }
    return zip(solution, scale).map { $0 * $1 }
  }

  private static let name = "solution of the calibration equations"
}
