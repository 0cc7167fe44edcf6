internal import CGSL

/// The chi-squared distribution of a table whose rows and columns are not independent.
///
/// With λ the noncentrality, it is a mixture of chi-squared distributions with `k + 2J` degrees of
/// freedom, where J is Poisson with mean λ/2. Both tails are sums of positive terms, so neither
/// loses digits: not the upper one where it is small, nor the lower one.
///
/// Johnson, Kotz and Balakrishnan 1995, Continuous Univariate Distributions, volume 2, chapter 29.
struct NoncentralChiSquared {
  let degreesOfFreedom: Double
  let noncentrality: Double

  /// Below this a term has lost digits, or soon will.
  private static let tiny = 1e-280

  /// `P(X >= x)`. What is left out is below 1e-30.
  func upperTail(_ x: Double) throws(StatisticsError) -> Double {
    if x <= 0 { return 1 }
    let (first, weights) = poissonWeights()
    let y = x / 2
    var a = degreesOfFreedom / 2 + Double(first)
    var tail = try ChiSquared(degreesOfFreedom: 2 * a).upperTail(x)
    var term = try Self.step(a, y)
    var (sum, total) = (PreciseSum(), PreciseSum())
    // The upper tail grows with the degrees of freedom: Q(a + 1) = Q(a) + yᵃ e^-y / Γ(a + 1).
    for weight in weights {
      sum.add(weight, times: min(1, tail))
      total.add(weight)
      tail += term
      a += 1
      // A term that has vanished would stay 0, so it is computed anew.
      term = try term > Self.tiny ? term * (y / a) : Self.step(a, y)
    }
    return min(1, sum.value / total.value)
  }

  /// `P(X <= x)`. What is left out is below 1e-30.
  func lowerTail(_ x: Double) throws(StatisticsError) -> Double {
    if x <= 0 { return 0 }
    let (first, weights) = poissonWeights()
    let y = x / 2
    var a = degreesOfFreedom / 2 + Double(first + weights.count - 1)
    var tail = try GSL.plainValue(of: "chi-squared distribution") { gsl_cdf_chisq_P(x, 2 * a) }
    var term = try Self.step(a - 1, y)
    var (sum, total) = (PreciseSum(), PreciseSum())
    for weight in weights.reversed() {
      sum.add(weight, times: min(1, tail))
      total.add(weight)
      guard a > degreesOfFreedom / 2 else { break }
      tail += term
      a -= 1
      term = try term > Self.tiny ? term * (a / y) : Self.step(a - 1, y)
    }
    return min(1, sum.value / total.value)
  }

  /// The Poisson probabilities around the mode, up to a factor: the mode has weight 1.
  private func poissonWeights() -> (first: Int, weights: [Double]) {
    let mean = noncentrality / 2
    let mode = Int(mean)
    let reach = Int(12 * mean.squareRoot()) + 60
    let first = max(0, mode - reach)
    var weights = Array(repeating: 1.0, count: mode + reach - first + 1)
    for j in stride(from: mode, to: first, by: -1) {
      weights[j - 1 - first] = weights[j - first] * (Double(j) / mean)
    }
    for j in mode..<mode + reach {
      weights[j + 1 - first] = weights[j - first] * (mean / Double(j + 1))
    }
    return (first, weights)
  }

  /// `yᵃ e^-y / Γ(a + 1)`, for a above -1 and y above 0.
  ///
  /// For large a the logarithms would cancel. There it is
  /// `exp(a (ln(1 + u) - u)) / (√(2πa) Γ*(a))` with `u = (y - a) / a` and Γ* the factor that
  /// Stirling's formula leaves out. For y far below a that u would lose digits, and the logarithms
  /// hardly cancel.
  private static func step(_ a: Double, _ y: Double) throws(StatisticsError) -> Double {
    if a < 20 || y < a / 2 {
      let logGamma = try GSL.value(of: "gamma function") { gsl_sf_lngamma_e(a + 1, $0) }
      return try Logarithm.exp(a * Logarithm.of(y) - y - logGamma)
    }
    let exponent =
      try a
      * GSL.value(of: "logarithm") { gsl_sf_log_1plusx_mx_e((y - a) / a, $0) }
    let star = try GSL.value(of: "gamma function") { gsl_sf_gammastar_e(a, $0) }
    return try Logarithm.exp(exponent) / ((2 * .pi * a).squareRoot() * star)
  }
}
