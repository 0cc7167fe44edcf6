extension LinearRegression {
  /// The covariance matrix of the coefficients, in the order of ``names``.
  ///
  /// - Parameter errors: how the spread of the residuals is taken.
  /// - Returns: a symmetric matrix, row after row.
  /// - Throws: `StatisticsError.regression` for any but the classical errors where a row has full
  ///   leverage: its residual is 0 and says nothing about the spread there.
  public func covariance(
    _ errors: StandardErrorKind = .classical
  ) throws(StatisticsError) -> [[Double]] {
    guard errors == .classical else { return try robustCovariance(errors) }
    let variance = sums.errorFactor * sums.errorFactor
    return try rows(of: fit.covariance(), times: variance)
  }

  func robustCovariance(_ errors: StandardErrorKind) throws(StatisticsError) -> [[Double]] {
    let p = fit.design.columns
    let basis = fit.orthonormalRows()
    var middle = Matrix(rows: p, columns: p)
    for (row, v) in basis.enumerated() {
      let residual = residuals[row] * (fit.weights?[row].squareRoot() ?? 1)
      var omega = residual * residual
      let rest = 1 - v.reduce(0) { $0 + $1 * $1 }
      guard rest > Self.fullLeverage else {
        throw .regression(.fullLeverage(.robustErrors, position: row + 1))
      }
      if errors == .hc2 || errors == .hc3 { omega /= errors == .hc2 ? rest : rest * rest }
      for i in 0..<p {
        for k in 0..<p { middle[i, k] += omega * v[i] * v[k] }
      }
    }
    let n = Double(observations)
    let factor = errors == .hc1 ? n / (n - Double(p)) : 1
    return try rows(of: fit.covariance(of: middle), times: factor)
  }

  /// What must be missing from a leverage of 1 for the residual to be more than rounding.
  static var fullLeverage: Double { 1e-12 }

  private func rows(
    of matrix: Matrix, times factor: Double
  ) throws(StatisticsError) -> [[Double]] {
    let rows = (0..<matrix.rows).map { i in
      (0..<matrix.columns).map { matrix[i, $0] * factor }
    }
    guard rows.allSatisfy({ $0.allSatisfy(\.isFinite) }) else {
      throw .resultTooLarge(.linearRegression)
    }
    return rows
  }
}
