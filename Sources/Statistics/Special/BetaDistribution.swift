internal import CGSL

/// The beta distribution with positive parameters.
struct BetaDistribution {
  let a: Double
  let b: Double

  /// `P(X <= x)`, the regularised incomplete beta function.
  func lowerTail(_ x: Double) throws(StatisticsError) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    do {
      return try GSL.value(of: Self.name) { gsl_sf_beta_inc_e(a, b, x, $0) }
    } catch {
      // The library's continued fraction gives up for parameters of millions near the mean, and
      // overflows for some tiny tails. The series below is slower and does neither.
      return try x * (a + b) < a
        ? series(x, rest: 1 - x) : 1 - BetaDistribution(a: b, b: a).series(1 - x, rest: x)
    }
  }

  /// `P(X >= x)`, without the cancellation of `1 - lowerTail`, and for tiny x without that of
  /// `1 - x`.
  func upperTail(_ x: Double) throws(StatisticsError) -> Double {
    if x <= 0 { return 1 }
    if x >= 1 { return 0 }
    do {
      return try min(1, max(0, GSL.plainValue(of: Self.name) { gsl_cdf_beta_Q(x, a, b) }))
    } catch {
      return try x * (a + b) < a
        ? 1 - series(x, rest: 1 - x) : BetaDistribution(a: b, b: a).series(1 - x, rest: x)
    }
  }

  /// The x with `P(X <= x) = p`, for p strictly between 0 and 1.
  ///
  /// Bisection until the two ends are neighbours: each step is one checked call, it cannot fail to
  /// converge, and a hundred steps cost less than formatting the result.
  func quantile(_ p: Double) throws(StatisticsError) -> Double {
    try point { x throws(StatisticsError) in try lowerTail(x) < p }
  }

  /// The x with `P(X >= x) = p`, for p strictly between 0 and 1; also where x is tiny.
  func upperPoint(_ p: Double) throws(StatisticsError) -> Double {
    try point { x throws(StatisticsError) in try upperTail(x) > p }
  }

  private func point(
    _ isBelow: (Double) throws(StatisticsError) -> Bool
  ) throws(StatisticsError) -> Double {
    var (low, high) = (0.0, 1.0)
    while true {
      let middle = (low + high) / 2
      if middle <= low || middle >= high { return middle }
      if try isBelow(middle) { low = middle } else { high = middle }
    }
  }

  /// `x^a (1-x)^b / (a B(a,b)) * sum of (a+b)...(a+b+k-1) / ((a+1)...(a+k)) x^k` over k.
  ///
  /// All terms are positive, and below the mean they fall from the first one on. Abramowitz and
  /// Stegun 1964, Handbook of Mathematical Functions, 26.5.4.
  /// Besides x comes `1 - x`, for one of the two may be too small to be told from the other.
  private func series(_ x: Double, rest: Double) throws(StatisticsError) -> Double {
    var (sum, term, k) = (1.0, 1.0, 0.0)
    while term > sum * 0x1p-56 {
      term *= (a + b + k) / (a + 1 + k) * x
      sum += term
      k += 1
      guard k < 10_000_000 else {
        throw .notComputed(function: Self.name, reason: "the series converges too slowly")
      }
    }
    let front =
      try a * (x < 0.5 ? Logarithm.of(x) : Logarithm.ofOnePlus(-rest))
      + b * (rest < 0.5 ? Logarithm.of(rest) : Logarithm.ofOnePlus(-x)) - Logarithm.of(a)
      - Logarithm.beta(a, b)
    return try min(Logarithm.exp(front) * sum, 1)
  }

  private static let name = "incomplete beta function"
}
