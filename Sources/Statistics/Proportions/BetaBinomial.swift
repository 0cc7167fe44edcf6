/// The number of successes in trials whose share of success is itself drawn from Beta(a, b).
///
/// The numerical library does not have it.
struct BetaBinomial {
  let trials: Int
  let a: Double
  let b: Double

  /// `P(Y >= y)`.
  func upperTail(from y: Int) -> Double {
    let (below, above) = parts(at: y)
    return above / (below + above)
  }

  /// `P(Y < y)`.
  func lowerTail(below y: Int) -> Double {
    let (below, above) = parts(at: y)
    return below / (below + above)
  }

  /// The sums of the terms below y and from y on, as multiples of the largest term.
  ///
  /// Each term comes from its neighbour, so no digits are lost to logarithms of large factorials.
  /// A part is left as soon as its terms no longer change it.
  private func parts(at y: Int) -> (below: Double, above: Double) {
    if y <= 0 { return (0, 1) }
    if y > trials { return (1, 0) }
    var (below, above) = (0.0, 0.0)
    // With a + b < 2 the terms may rise towards both ends; then none is left out.
    let stops = a + b >= 2
    var (term, k) = (1.0, mode)
    while true {
      if k < y { below += term } else { above += term }
      guard k < trials else { break }
      term *= rise(k)
      k += 1
      if stops, k >= y, term < above * 0x1p-60 { break }
    }
    (term, k) = (1.0, mode)
    while k > 0 {
      k -= 1
      term /= rise(k)
      if k < y { below += term } else { above += term }
      if stops, k < y, term < below * 0x1p-60 { break }
    }
    return (below, above)
  }

  /// `P(Y = k + 1) / P(Y = k)`.
  private func rise(_ k: Int) -> Double {
    let k = Double(k)
    let n = Double(trials)
    return (n - k) / (k + 1) * ((a + k) / (b + n - k - 1))
  }

  /// Where the terms are largest, if a + b is at least 2.
  private var mode: Int {
    let n = Double(trials)
    let slope = a + b - 2
    let start = n * (a - 1) - b + 1
    guard slope > 0 else { return start > 0 ? trials : 0 }
    return Int(min(max((start / slope).rounded(.down) + 1, 0), n))
  }
}
