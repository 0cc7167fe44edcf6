/// The solver of all regressions: a basis of the columns, and the solution in that basis.
///
/// The library's QR decomposition, with pivoting, gives a triangle R. Dividing the columns X by R
/// leaves columns that are orthonormal but for the rounding of R. This division, the small matrix
/// of what is left, its Cholesky factor L and the products with the response are computed with
/// twice the digits, so the rounding of R does not matter and no digit is lost to columns that are
/// nearly dependent. With `T = R⁻¹ L⁻ᵀ`, `X T` is orthonormal, `(X'WX)⁻¹ = T T'`, and the solution
/// is `T T' X'Wy`.
///
/// References: Björck 1996, Numerical Methods for Least Squares Problems. Yamamoto, Nakatsukasa,
/// Yanagisawa and Fukaya 2015, Roundoff error analysis of the CholeskyQR2 algorithm.
struct LeastSquares: Sendable {
  let design: Design

  /// The weights of the rows; nil weighs all the same.
  let weights: [Double]?

  /// T, row after row: `X T` has orthonormal columns.
  let basis: [DoubleDouble]

  /// The coefficients of the divided columns.
  let solution: [DoubleDouble]

  /// Solves `X'WX b = X' pull`. For least squares the pull is the weighted response.
  ///
  /// Not precise means without L and with plain digits for the triangle. That is enough for a step
  /// of a search that corrects itself.
  init(
    _ design: Design, weights: [Double]? = nil, pull: [DoubleDouble], precise: Bool = true
  ) throws(StatisticsError) {
    let triangle = try RankedTriangle(design, weights: weights)
    let p = design.columns
    var z: [DoubleDouble]
    let basis: [DoubleDouble]
    if precise {
      let products = try BasisProducts(design, weights: weights, pull: pull, triangle: triangle)
      let factor = try Self.cholesky(products.gram, p)
      basis = Self.basis(triangle, factor)
      z = products.image
      for i in 0..<p {
        for k in 0..<i { z[i] -= factor[i * p + k] * z[k] }
        z[i] = z[i] / factor[i * p + i]
      }
    } else {
      basis = Self.basis(triangle, nil)
      z = Array(repeating: .zero, count: p)
      for (column, product) in design.products(with: pull).enumerated() {
        for k in 0..<p { z[k] += basis[column * p + k] * product }
      }
    }
    var solution = Array(repeating: DoubleDouble.zero, count: p)
    for i in 0..<p {
      for k in 0..<p { solution[i] += basis[i * p + k] * z[k] }
    }
    self.design = design
    self.weights = weights
    self.basis = basis
    self.solution = solution
  }

  /// `T = R⁻¹ L⁻ᵀ`, its rows in the order of the columns; without L the inverse of R.
  private static func basis(
    _ triangle: RankedTriangle, _ factor: [DoubleDouble]?
  ) -> [DoubleDouble] {
    let p = triangle.order.count
    var basis = Array(repeating: DoubleDouble.zero, count: p * p)
    for column in 0..<p {
      var t = Array(repeating: DoubleDouble.zero, count: column + 1)
      t[column] = DoubleDouble(1)
      if let factor {
        for i in stride(from: column, through: 0, by: -1) {
          for k in i + 1..<column + 1 { t[i] -= factor[k * p + i] * t[k] }
          t[i] = t[i] / factor[i * p + i]
        }
      }
      for i in stride(from: column, through: 0, by: -1) {
        for k in i + 1..<column + 1 { t[i] -= t[k] * triangle[i, k] }
        t[i] = t[i] / DoubleDouble(triangle[i, i])
      }
      for i in 0...column { basis[triangle.order[i] * p + column] = t[i] }
    }
    return basis
  }

  /// The lower triangle L with `L L' = gram`.
  private static func cholesky(
    _ gram: [DoubleDouble], _ p: Int
  ) throws(StatisticsError) -> [DoubleDouble] {
    var factor = gram
    for i in 0..<p {
      for k in 0...i {
        var sum = gram[i * p + k]
        for m in 0..<k { sum -= factor[i * p + m] * factor[k * p + m] }
        if i == k {
          // The matrix is nearly the unit matrix, because the triangle has full rank.
          guard sum.high > 0 else {
            throw .notComputed(
              function: "Cholesky decomposition", reason: "the columns are too nearly dependent")
          }
          factor[i * p + i] = sum.squareRoot()
        } else {
          factor[i * p + k] = sum / factor[k * p + k]
        }
      }
    }
    return factor
  }
}
