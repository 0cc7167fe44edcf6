/// The kinds of estimates that are linearised the same way.
enum LinearKind: Sendable {
  case mean, total, ratio

  var name: StatisticName {
    switch self {
    case .mean: .surveyMean
    case .total: .surveyTotal
    case .ratio: .surveyRatio
    }
  }
}

/// An estimate of some rows, and what it takes to linearise it.
///
/// The influence values of the estimate are `factor · (w/W) · r`, with the residuals r: `y - ȳ` for
/// a mean, `y` for a total (factor W), and `(y - R x) W/X` for a ratio R of the totals Y and X.
struct LinearEstimate {
  let value: Double
  let factor: Double

  /// The influence values without the factor, and divided by the unit.
  private(set) var influence: [Double]

  /// A power of 2 that is divided out, so that squares neither overflow nor vanish.
  let unit: Double

  /// The variance that the estimate would have in a simple random sample with replacement, without
  /// the factor and the unit; nil for a single row.
  let simpleVariance: Double?

  let totalWeight: Double

  /// Computes the estimate of rows with weights above 0.
  init(
    _ kind: LinearKind, weights w: [Double], y: [Double], x: [Double]
  ) throws(StatisticsError) {
    // Distances from one of the values: exact for equal values, and without the leading digits
    // that all of them share.
    let start = kind == .mean ? y[0] : 0
    var weight = PreciseSum()
    var sum = PreciseSum()
    for (weightOfRow, value) in zip(w, y) {
      weight.add(weightOfRow)
      sum.add(weightOfRow, times: value - start)
    }
    let all = weight.value
    var residuals: [Double]
    switch kind {
    case .mean:
      let mean = start + sum.value / all
      residuals = y.map { $0 - mean }
      (value, factor) = (mean, 1)
    case .total:
      residuals = y
      (value, factor) = (sum.value, all)
    case .ratio:
      var denominator = PreciseSum()
      for (weightOfRow, value) in zip(w, x) { denominator.add(weightOfRow, times: value) }
      guard denominator.value != 0 else { throw .sampling(.zeroDenominator) }
      let ratio = sum.value / denominator.value
      residuals = y.indices.map { (y[$0] - ratio * x[$0]) * (all / denominator.value) }
      (value, factor) = (ratio, 1)
    }
    var largest = 0.0
    for residual in residuals { largest = max(largest, residual.magnitude) }
    // A residual that is not a number comes from infinite ones only.
    guard value.isFinite, largest.isFinite, residuals.allSatisfy(\.isFinite) else {
      throw .resultTooLarge(kind.name)
    }
    // At least 2⁻¹⁰⁰⁰, so that its inverse is a number too.
    let exponent = largest == 0 ? 0 : max(-1000, largest.exponent)
    unit = Double(sign: .plus, exponent: exponent, significand: 1)
    totalWeight = all
    let inverse = 1 / unit
    var shares = w
    var mean = 0.0
    for row in shares.indices {
      shares[row] /= all
      residuals[row] *= inverse
      mean += shares[row] * residuals[row]
    }
    var squares = 0.0
    for row in shares.indices {
      let (share, residual) = (shares[row], residuals[row])
      squares += share * (residual - mean) * (residual - mean)
      residuals[row] = share * residual
    }
    // Two passes: nothing cancels, and all terms are positive.
    simpleVariance = residuals.count > 1 ? squares / Double(residuals.count - 1) : nil
    influence = residuals
  }
}
