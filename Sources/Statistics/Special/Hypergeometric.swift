/// How many marked people `draws` people contain who are drawn without replacement.
struct Hypergeometric {
  let population: Int
  let marked: Int
  let draws: Int

  private var smallest: Int { max(0, draws - (population - marked)) }
  private var largest: Int { min(draws, marked) }

  /// `P(X >= x)`.
  ///
  /// Sums from the largest term of the tail outwards, each term from its neighbour, and stops when
  /// the terms no longer change the sum. So it needs few terms and never starts from an underflow
  /// that matters.
  func upperTail(from x: Int) throws(StatisticsError) -> Double {
    if x <= smallest { return 1 }
    if x > largest { return 0 }
    let mode = (draws + 1) * (marked + 1) / (population + 2)
    let start = min(max(x, mode), largest)
    let peak = try probability(of: start)
    var sum = peak
    var (term, k) = (peak, start)
    while k < largest, term > sum * 0x1p-60 {
      term /= ratio(k + 1)
      k += 1
      sum += term
    }
    (term, k) = (peak, start)
    while k > x, term > sum * 0x1p-60 {
      term *= ratio(k)
      k -= 1
      sum += term
    }
    return min(sum, 1)
  }

  /// `P(X = k)` for a k that can occur: `C(K, k) C(N-K, n-k) / C(N, n)`.
  func probability(of k: Int) throws(StatisticsError) -> Double {
    let exponent =
      try Logarithm.choose(marked, k) + Logarithm.choose(population - marked, draws - k)
      - Logarithm.choose(population, draws)
    return try Logarithm.exp(exponent)
  }

  /// `P(X = k - 1) / P(X = k)`. Positive as long as both can occur.
  private func ratio(_ k: Int) -> Double {
    let gained = Double(k) * Double(population - marked - draws + k)
    let lost = Double(marked - k + 1) * Double(draws - k + 1)
    return gained / lost
  }
}
