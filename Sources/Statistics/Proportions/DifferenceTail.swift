/// The pairs of counts that lie at least as far up as an observed pair, and how probable they are.
///
/// See ``ShareDifference``.
struct DifferenceTail {
  private let n: Int
  private let m: Int

  /// For each x from 0 to n, the largest y that belongs to the tail; -1 where none does.
  private let border: [Int]

  private let observed: Double

  /// The tail above an observed pair: many successes in the first group, few in the second.
  init(_ first: ShareCount, _ second: ShareCount) {
    (n, m) = (first.trials, second.trials)
    observed = first.share - second.share
    // The normal point of 95 %, fixed: an order that changed with the level would not give one p
    // value that agrees with the intervals of every level.
    let z = 1.959963984540054
    let level =
      observed - Newcombe.reach(first.successes, of: n, second.successes, of: m, point: z)
    var border: [Int] = []
    for x in 0...n {
      // Never below the border of fewer successes: the tail has to be closed upwards.
      var y = max(border.last ?? -1, x >= first.successes ? second.successes : -1)
      // Only so small a difference can reach the level at all; one more allows for rounding.
      let most = (Double(x) / Double(n) - level) * Double(m) + 1
      for candidate in stride(from: min(m, Int(most)), to: y, by: -1) {
        let difference = Double(x) / Double(n) - Double(candidate) / Double(m)
        guard difference >= level - 1e-9 else { continue }
        if difference - Newcombe.reach(x, of: n, candidate, of: m, point: z) >= level - 1e-9 {
          y = candidate
          break
        }
      }
      border.append(y)
    }
    self.border = border
  }

  /// `Q(δ)`: the largest probability of the tail for shares with this difference.
  func largestProbability(_ difference: Double) -> Double {
    let low = max(0, -difference)
    let width = min(1, 1 - difference) - low
    var (ours, theirs) = (BinomialWeights(n), BinomialWeights(m))
    // Near 0 and 1 the probability changes faster, so the shares lie closer together there.
    let steps = 64
    func probability(at step: Double) -> Double {
      let part = step / Double(steps)
      let share = low + width * part * part * (3 - 2 * part)
      ours.fill(min(max(share + difference, 0), 1))
      theirs.fill(min(max(share, 0), 1))
      return tail(ours, theirs)
    }
    var (best, largest) = (0, -1.0)
    for step in 0...steps {
      let value = probability(at: Double(step))
      if value > largest { (best, largest) = (step, value) }
    }
    var (left, right) = (Double(max(0, best - 1)), Double(min(steps, best + 1)))
    for _ in 0..<12 {
      let third = (right - left) / 3
      let (a, b) = (probability(at: left + third), probability(at: right - third))
      largest = max(largest, max(a, b))
      if a < b { left += third } else { right -= third }
    }
    return largest
  }

  private func tail(_ ours: BinomialWeights, _ theirs: BinomialWeights) -> Double {
    var (sum, cumulative, next) = (0.0, 0.0, theirs.range.lowerBound)
    for x in ours.range {
      let end = min(border[x] + 1, theirs.range.upperBound)
      while next < end {
        cumulative += theirs.weights[next]
        next += 1
      }
      sum += ours.weights[x] * cumulative
    }
    return sum
  }

  /// The difference at which the tail gets this probability, to a millionth, on the safe side.
  func lowerEnd(_ probability: Double) -> Double {
    // 0 is a border of its own, so that the interval and the test agree on which side of it it lies.
    var (below, above) = (-1.0, 1.0)
    for point in [0, observed].sorted() where point > below && point < above {
      if largestProbability(point) > probability { above = point } else { below = point }
    }
    if below == -1, largestProbability(-1) > probability { return -1 }
    while above - below > 1e-6 {
      let middle = (below + above) / 2
      if largestProbability(middle) > probability { above = middle } else { below = middle }
    }
    return below
  }
}

/// The probabilities of a binomial distribution, filled anew for each share.
private struct BinomialWeights {
  /// A probability so much smaller than the largest changes no sum.
  private static let negligible = 1e-30

  private let trials: Int
  /// How many times as probable k is as k − 1 where success and failure are as likely.
  private let ratios: [Double]
  private(set) var weights: [Double]
  /// The counts that are not negligible; the weights of all others are 0.
  private(set) var range = 0..<0

  init(_ trials: Int) {
    self.trials = trials
    ratios = (0...trials).map { (k: Int) -> Double in
      k == 0 ? 0 : Double(trials - k + 1) / Double(k)
    }
    weights = Array(repeating: 0, count: trials + 1)
  }

  /// Each comes from its neighbour, from the most probable on; their sum makes them probabilities.
  mutating func fill(_ share: Double) {
    for k in range { weights[k] = 0 }
    let mode = min(Int(Double(trials + 1) * share), trials)
    weights[mode] = 1
    var (sum, low, high) = (1.0, mode, mode)
    let odds = share / (1 - share)
    var term = 1.0
    while high < trials {
      term *= ratios[high + 1] * odds
      guard term > Self.negligible else { break }
      high += 1
      weights[high] = term
      sum += term
    }
    term = 1
    while low > 0 {
      term /= ratios[low] * odds
      guard term > Self.negligible else { break }
      low -= 1
      weights[low] = term
      sum += term
    }
    range = low..<high + 1
    let scale = 1 / sum
    for k in range { weights[k] *= scale }
  }
}
