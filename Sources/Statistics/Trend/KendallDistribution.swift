/// The distribution of the Mann–Kendall score of n different values if every order of them is
/// equally likely.
///
/// The score is `n(n - 1)/2` less twice the number of inversions. The probabilities of the numbers
/// of inversions of m values follow from those of `m - 1` values: the new value makes 0 to `m - 1`
/// inversions, each equally likely. All sums are of positive terms, so small tails keep their
/// digits.
///
/// Reference: Kendall 1975, Rank Correlation Methods; Mann 1945, Nonparametric tests against trend.
struct KendallDistribution {
  /// The largest n: the normal distribution is precise long before.
  static let limit = 60

  private let pairs: Int

  /// `P(inversions <= k)` for every k up to half of the pairs.
  private let lowerTails: [Double]

  init(count: Int) {
    pairs = count * (count - 1) / 2
    let last = pairs / 2
    var probabilities = [1.0]
    for m in stride(from: 2, through: count, by: 1) {
      let most = min(m * (m - 1) / 2, last)
      probabilities = (0...most).map { k in
        let window = max(0, k - m + 1)...min(k, probabilities.count - 1)
        return probabilities[window].reduce(0, +) / Double(m)
      }
    }
    var sum = 0.0
    lowerTails = probabilities.map { probability in
      sum += probability
      return sum
    }
  }

  /// `P(S >= score)`.
  func upperTail(_ score: Int) -> Double {
    // S >= score means at most so many inversions; whole division rounds towards 0, not down.
    let room = pairs - score
    guard room >= 0 else { return 0 }
    let inversions = room / 2
    if inversions < lowerTails.count { return lowerTails[inversions] }
    let beyond = pairs - inversions - 1
    return beyond < 0 ? 1 : 1 - lowerTails[beyond]
  }
}
