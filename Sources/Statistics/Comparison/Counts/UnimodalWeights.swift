/// The distribution of a whole number that rises to a mode and then falls, known only by the ratio
/// of neighbouring probabilities.
///
/// The mode gets weight 1 and every other number its weight from its neighbour, until the weights
/// vanish. Dividing by their sum makes them probabilities. So nothing overflows, no logarithm
/// loses digits for large counts, and the work grows with the standard deviation only.
struct UnimodalWeights {
  /// The number that the first weight belongs to.
  private let first: Int
  private let weights: [Double]
  private let total: Double

  /// Weights below this one are left out: about 37 standard deviations from the mode.
  private static let floor = 1e-290

  /// - Parameters:
  ///   - support: the numbers that can occur.
  ///   - ratio: `P(k) / P(k - 1)` for two numbers that can occur; positive, and falling with k.
  init(over support: ClosedRange<Int>, ratio: (Int) -> Double) {
    var (mode, high) = (support.lowerBound, support.upperBound)
    while mode < high {
      let middle = mode + (high - mode + 1) / 2
      if ratio(middle) >= 1 { mode = middle } else { high = middle - 1 }
    }
    var below: [Double] = []
    var (weight, k) = (1.0, mode)
    while k > support.lowerBound {
      weight /= ratio(k)
      k -= 1
      guard weight > Self.floor else { break }
      below.append(weight)
    }
    first = mode - below.count
    var weights = Array(below.reversed())
    weights.append(1)
    (weight, k) = (1.0, mode)
    while k < support.upperBound {
      k += 1
      weight *= ratio(k)
      guard weight > Self.floor else { break }
      weights.append(weight)
    }
    self.weights = weights
    total = PreciseSum(weights).value
  }

  func probability(of k: Int) -> Double {
    weights.indices.contains(k - first) ? weights[k - first] / total : 0
  }

  /// `P(X >= k)`.
  func upperTail(from k: Int) -> Double {
    if k <= first { return 1 }
    let start = k - first
    guard start < weights.count else { return 0 }
    return min(1, PreciseSum(weights[start...]).value / total)
  }

  /// `P(X <= k)`.
  func lowerTail(through k: Int) -> Double {
    let end = k - first
    if end >= weights.count - 1 { return 1 }
    guard end >= 0 else { return 0 }
    return min(1, PreciseSum(weights[...end]).value / total)
  }

  /// The probability of all numbers that are not more probable than k. A probability that is larger
  /// than that of k by no more than the relative tolerance counts as equal.
  func probability(ofNoMoreProbableThan k: Int, tolerance: Double) -> Double {
    guard weights.indices.contains(k - first) else { return 0 }
    let bound = weights[k - first] * (1 + tolerance)
    return min(1, PreciseSum(weights.lazy.filter { $0 <= bound }).value / total)
  }

  /// The mean of `X - k`.
  func meanDistance(from k: Int) -> Double {
    var sum = PreciseSum()
    for (index, weight) in weights.enumerated() {
      sum.add(weight, times: Double(first + index - k))
    }
    return sum.value / total
  }
}
