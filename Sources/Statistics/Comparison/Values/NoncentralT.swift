/// The noncentral t distribution: `(Z + δ) / √(χ²/ν)` with Z standard normal and χ² chi-squared with
/// ν degrees of freedom.
///
/// Reference: Lenth 1989, Algorithm AS 243: cumulative distribution function of the non-central t
/// distribution.
struct NoncentralT {
  let degreesOfFreedom: Double
  let noncentrality: Double

  /// The largest size of the noncentrality: beyond it the terms of the series underflow.
  static let limit = 30.0

  /// `P(T <= t)`.
  func lowerTail(_ t: Double) throws(StatisticsError) -> Double {
    if t < 0 {
      let mirrored = NoncentralT(
        degreesOfFreedom: degreesOfFreedom, noncentrality: -noncentrality)
      return try 1 - mirrored.lowerTail(-t)
    }
    let base = try Normal.lowerTail(-noncentrality)
    if t == 0 { return base }
    let x = t * t / (t * t + degreesOfFreedom)
    let half = noncentrality * noncentrality / 2
    var p = try 0.5 * Logarithm.exp(-half)
    // √(2/π) δ, from the first half-integer factorial.
    var q = 0.797_884_560_802_865_4 * p * noncentrality
    var (sum, left) = (0.0, 0.5 - p)
    var j = 0.0
    while true {
      let odd = try BetaDistribution(a: j + 0.5, b: degreesOfFreedom / 2).lowerTail(x)
      let even = try BetaDistribution(a: j + 1, b: degreesOfFreedom / 2).lowerTail(x)
      sum += p * odd + q * even
      if j > half, 2 * left * odd < 1e-15 { break }
      j += 1
      p *= half / j
      q *= half / (j + 0.5)
      left -= p
      guard j < 10_000 else {
        throw .notComputed(
          function: "noncentral t distribution", reason: "the series converges too slowly")
      }
    }
    return min(1, max(0, base + sum))
  }
}
