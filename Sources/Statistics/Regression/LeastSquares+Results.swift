extension LeastSquares {
  /// A row of the columns in the orthonormal basis.
  func coordinates(_ row: ArraySlice<DoubleDouble>) -> [Double] {
    let p = design.columns
    var sums = Array(repeating: DoubleDouble.zero, count: p)
    for (column, value) in row.enumerated() {
      for k in 0..<p { sums[k] += value * basis[column * p + k] }
    }
    return sums.map(\.value)
  }

  /// The rows of the data in the orthonormal basis, each times the root of its weight.
  func orthonormalRows() -> [[Double]] {
    let p = design.columns
    return (0..<design.rows).map { row in
      let root = weights?[row].squareRoot() ?? 1
      if root == 0 { return Array(repeating: 0, count: p) }
      let v = coordinates(design.values[row * p..<(row + 1) * p])
      return root == 1 ? v : v.map { $0 * root }
    }
  }

  /// The leverages, which add up to the number of columns.
  func leverages() -> [Double] {
    orthonormalRows().map { row in min(1, row.reduce(0) { $0 + $1 * $1 }) }
  }

  /// `T M T'` for a symmetric M in the orthonormal basis, in the units of the given columns; nil
  /// is the unit matrix.
  func covariance(of middle: Matrix? = nil) -> Matrix {
    let p = design.columns
    var left = Matrix(rows: p, columns: p)
    for i in 0..<p {
      for k in 0..<p {
        guard let middle else {
          left[i, k] = basis[i * p + k].value
          continue
        }
        left[i, k] = (0..<p).reduce(0) { $0 + basis[i * p + $1].value * middle[$1, k] }
      }
    }
    var result = Matrix(rows: p, columns: p)
    for i in 0..<p {
      for j in 0...i {
        let sum = (0..<p).reduce(0) { $0 + left[i, $1] * basis[j * p + $1].value }
        let exponent = -design.exponents[i] - design.exponents[j]
        result[i, j] = sum.scaled(byPowerOfTwo: exponent)
        result[j, i] = result[i, j]
      }
    }
    return result
  }

  /// The roots of the diagonal of `(X'WX)⁻¹`, in the units of the given columns.
  func unitErrors() -> [Double] {
    let p = design.columns
    return (0..<p).map { i in
      let sum = (0..<p).reduce(0) { $0 + basis[i * p + $1].value * basis[i * p + $1].value }
      return sum.squareRoot().scaled(byPowerOfTwo: -design.exponents[i])
    }
  }
}
