internal import CGSL

/// The noncentral t distribution: of `(Z + δ) / s`, Z being standard normal and s² a chi-squared
/// divided by its degrees of freedom ν. The library has none.
///
/// `P(T <= t) = ∫ Φ(t s - δ) f(s) ds`, and the other tail with Φ turned round. Every term is
/// positive, so both tails keep their digits, however small. In `u = ln s` the integrand falls off
/// fast on both sides and is analytic; there the trapezoidal rule converges exponentially.
///
/// References: Johnson, Kotz and Balakrishnan 1995, Continuous Univariate Distributions, volume 2,
/// chapter 31. Trefethen and Weideman 2014, The exponentially convergent trapezoidal rule.
struct NoncentralT {
  let degreesOfFreedom: Double
  let noncentrality: Double

  /// `P(T <= t)`.
  func lowerTail(_ t: Double) throws(StatisticsError) -> Double {
    try GSL.plainValue(of: Self.name) { integral(slope: t, shift: -noncentrality) }
  }

  /// `P(T >= t)`.
  func upperTail(_ t: Double) throws(StatisticsError) -> Double {
    try GSL.plainValue(of: Self.name) { integral(slope: -t, shift: noncentrality) }
  }

  /// The δ for which `P(T >= t) = p`, for p strictly between 0 and 1; it rises with p.
  static func noncentrality(
    upperTail p: Double, at t: Double, degreesOfFreedom: Double
  ) throws(StatisticsError) -> Double {
    let excess = { (delta: Double) throws(StatisticsError) -> Double in
      try NoncentralT(degreesOfFreedom: degreesOfFreedom, noncentrality: delta).upperTail(t) - p
    }
    // About the standard deviation of the estimate of δ.
    let step = (1 + t * t / (2 * degreesOfFreedom)).squareRoot()
    var (low, high) = (t - step, t + step)
    var width = step
    while try excess(low) > 0 {
      (high, low) = (low, low - width)
      width *= 2
    }
    width = step
    while try excess(high) < 0 {
      (low, high) = (high, high + width)
      width *= 2
    }
    return try RootFinding.root(of: name, between: low, and: high, excess)
  }

  /// `∫ Φ(slope s + shift) f(s) ds` over all positive s.
  private func integral(slope: Double, shift: Double) -> Double {
    let nu = degreesOfFreedom
    // A share of the narrower of the density's hill and the step of Φ: the error is then below
    // 1e-16 for every ν from 1 on.
    let h = 0.3 / (2 * nu + shift * shift + 4).squareRoot()
    // The density of u at its top: 2 x^x e^-x / Γ(x) with x = ν/2.
    let top = 2 * (nu / (4 * Double.pi)).squareRoot() / gsl_sf_gammastar(nu / 2)
    let term = { (u: Double) -> Double in
      let s = gsl_sf_exp(u)
      let density = gsl_sf_exp(-nu * (gsl_expm1(2 * u) / 2 - u))
      return density * gsl_cdf_ugaussian_P(slope * s + shift)
    }
    let start = [0, logarithmOfPeak(slope, shift)].max { term($0) < term($1) } ?? 0
    var sum = term(start)
    for direction in [-1.0, 1.0] {
      var (last, steps) = (sum, 1.0)
      while steps < 10_000_000 {
        let next = term(start + direction * steps * h)
        sum += next
        // The integrand has a single hill, so it only falls from here on.
        if next <= last, next <= sum * 0x1p-60 { break }
        (last, steps) = (next, steps + 1)
      }
    }
    return min(1, sum * h * top)
  }

  /// Where the integrand peaks if Φ is far out in its tail: the root of
  /// `(ν + slope²) s² + slope shift s - ν`.
  private func logarithmOfPeak(_ slope: Double, _ shift: Double) -> Double {
    let (a, b) = (degreesOfFreedom + slope * slope, slope * shift)
    let root = (b * b + 4 * a * degreesOfFreedom).squareRoot()
    return gsl_sf_log(b > 0 ? 2 * degreesOfFreedom / (b + root) : (root - b) / (2 * a))
  }

  private static let name = "noncentral t distribution"
}
