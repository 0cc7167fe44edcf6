extension LinearRegression {
  /// The Durbin–Watson test for errors that depend on the error before.
  ///
  /// The statistic is `d = Σ (eₜ - eₜ₋₁)² / Σ eₜ²` of the residuals in the order of the rows: near
  /// 2 for independent errors, towards 0 for errors like the one before, towards 4 for errors that
  /// change sides. The p value takes d as normal with its exact mean and variance, which is good
  /// from some 30 rows on.
  ///
  /// References: Durbin and Watson 1950, Testing for serial correlation in least squares regression
  /// I (moments). Durbin and Watson 1951, part II.
  ///
  /// - Parameter alternative: `.greater` for errors like the one before (positive correlation),
  ///   `.less` for errors that change sides.
  /// - Returns: the test; the statistic is d.
  /// - Throws: `StatisticsError.regression` for a perfect fit or with weights.
  public func durbinWatsonTest(
    alternative: Alternative = .greater
  ) throws(StatisticsError) -> TestResult {
    guard weights == nil else { throw .regression(.weightsNotUsed(.durbinWatson)) }
    guard !sums.isPerfect else { throw .regression(.perfectFit(.durbinWatson)) }
    var (steps, squares) = (PreciseSum(), PreciseSum())
    for row in residuals.indices {
      let e = residuals[row] / sums.residualError
      squares.add(e, times: e)
      guard row > 0 else { continue }
      let step = e - residuals[row - 1] / sums.residualError
      steps.add(step, times: step)
    }
    let d = steps.value / squares.value
    let (mean, variance) = durbinWatsonMoments()
    let z = (d - mean) / variance.squareRoot()
    // A small d means that errors resemble the ones before: the direction is turned round.
    return TestResult(
      .durbinWatson, statistic: d, pValue: try Normal.pValue(-z, alternative),
      alternative: alternative)
  }

  /// The mean and the variance of d for independent errors.
  ///
  /// With V orthonormal columns that span X, and A the matrix of `Σ (eₜ - eₜ₋₁)²`:
  /// `P = 2 (n - 1) - tr V'AV`, `Q = 2 (3n - 4) - 2 tr V'A²V + tr (V'AV)²`, mean `P / (n - p)`,
  /// variance `2 (Q - P mean) / ((n - p) (n - p + 2))`.
  private func durbinWatsonMoments() -> (mean: Double, variance: Double) {
    let basis = fit.orthonormalRows()
    let p = fit.design.columns
    let n = basis.count
    var small = Matrix(rows: p, columns: p)
    var squares = 0.0
    for t in 0..<n {
      // A row of A V: twice the row less its neighbours, and at the ends once less the one.
      for k in 0..<p {
        let before = t > 0 ? basis[t][k] - basis[t - 1][k] : 0
        let after = t < n - 1 ? basis[t][k] - basis[t + 1][k] : 0
        squares += (before + after) * (before + after)
        for i in 0..<p { small[i, k] += basis[t][i] * (before + after) }
      }
    }
    let trace = (0..<p).reduce(0) { $0 + small[$1, $1] }
    var squaredTrace = 0.0
    for i in 0..<p {
      for k in 0..<p { squaredTrace += small[i, k] * small[k, i] }
    }
    let (rows, degrees) = (Double(n), Double(n - p))
    let first = 2 * (rows - 1) - trace
    let second = 2 * (3 * rows - 4) - 2 * squares + squaredTrace
    let mean = first / degrees
    return (mean, 2 * (second - first * mean) / (degrees * (degrees + 2)))
  }

  /// The Breusch–Pagan test for errors whose spread depends on the predictors.
  ///
  /// The squared residuals are regressed on the predictors. The studentised statistic of Koenker is
  /// n times the R² of that regression; it needs no normal errors. The original one is half the
  /// regression sum of squares of `e² n / Σ e²`. Both follow a chi-squared distribution with as
  /// many degrees of freedom as there are predictors, in large samples.
  ///
  /// References: Breusch and Pagan 1979, A simple test for heteroscedasticity and random
  /// coefficient variation. Koenker 1981, A note on studentizing a test for heteroscedasticity.
  ///
  /// - Parameter studentized: whether to take the statistic of Koenker.
  /// - Returns: the test; the statistic is chi-squared.
  /// - Throws: `StatisticsError.regression` for a perfect fit, without an intercept or with
  ///   weights.
  public func breuschPaganTest(
    studentized: Bool = true
  ) throws(StatisticsError) -> TestResult {
    guard weights == nil else { throw .regression(.weightsNotUsed(.breuschPagan)) }
    guard fit.design.hasIntercept else { throw .regression(.interceptNeeded(.breuschPagan)) }
    guard !sums.isPerfect else { throw .regression(.perfectFit(.breuschPagan)) }
    let squares = residuals.map { e in
      let scaled = e / sums.residualError
      return scaled * scaled
    }
    let mean = PreciseSum(squares).value / Double(squares.count)
    let basis = fit.orthonormalRows()
    var image = Array(repeating: PreciseSum(), count: fit.design.columns)
    var total = PreciseSum()
    for row in squares.indices {
      let distance = squares[row] / mean - 1
      total.add(distance, times: distance)
      for k in image.indices { image[k].add(distance, times: basis[row][k]) }
    }
    let explained = image.reduce(0) { $0 + $1.value * $1.value }
    let n = Double(squares.count)
    // Squares that are all equal but for rounding hold nothing to explain.
    let flat = total.value <= 1e-24 * n
    let statistic = studentized ? (flat ? 0 : n * explained / total.value) : explained / 2
    let degrees = Double(fit.design.columns - 1)
    let p = try ChiSquared(degreesOfFreedom: degrees).upperTail(statistic)
    return TestResult(
      .breuschPagan, statistic: statistic, degreesOfFreedom: [degrees], pValue: p,
      alternative: .greater)
  }
}
