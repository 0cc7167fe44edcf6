import Foundation

/// Slow and plain computations that share nothing with the code under test.
enum Enumeration {
  /// Pascal's triangle in whole numbers, exact up to row 60.
  static let pascal: [[Int]] = {
    var rows = [[1]]
    for n in 1...60 {
      rows.append((0...n).map { $0 == 0 || $0 == n ? 1 : rows[n - 1][$0 - 1] + rows[n - 1][$0] })
    }
    return rows
  }()

  static func choose(_ n: Int, _ k: Int) -> Int {
    k < 0 || k > n ? 0 : pascal[n][k]
  }

  /// How many of the equally likely samples of `draws` people hold a number of marked people that
  /// lies in the range.
  static func samples(_ population: Int, _ marked: Int, _ draws: Int, in range: ClosedRange<Int>)
    -> Int
  {
    range.reduce(0) {
      $0 + choose(marked, $1) * choose(population - marked, draws - $1)
    }
  }

  /// Every count K that leaves both tails at least `1 / denominator`, compared in whole numbers.
  static func plausible(
    invited: Int, answered: Int, positive: Int, denominator: Int
  ) -> [Int] {
    let all = choose(invited, answered)
    return (0...invited).filter { count in
      let above = samples(invited, count, answered, in: positive...answered)
      let below = samples(invited, count, answered, in: 0...positive)
      return above * denominator >= all && below * denominator >= all
    }
  }

  /// The beta-binomial distribution as Pólya's urn: each new answer is positive with a probability
  /// that the earlier ones have moved. Adds the paths up, without any special function.
  static func urn(positive: Int, answered: Int, unanswered: Int) -> [Double] {
    var probabilities = [1.0] + Array(repeating: 0, count: unanswered)
    for drawn in 0..<unanswered {
      var next = Array(repeating: 0.0, count: unanswered + 1)
      for y in 0...drawn {
        let rises = (Double(positive + y) + 0.5) / (Double(answered + drawn) + 1)
        next[y + 1] += probabilities[y] * rises
        next[y] += probabilities[y] * (1 - rises)
      }
      probabilities = next
    }
    return probabilities
  }

  /// `P(X >= x)` for a binomial X, by letting the trials happen one after the other.
  static func binomialTail(from x: Int, trials: Int, share: Double) -> Double {
    var probabilities = [1.0] + Array(repeating: 0, count: trials)
    for trial in 0..<trials {
      for k in stride(from: trial + 1, through: 1, by: -1) {
        probabilities[k] = probabilities[k] * (1 - share) + probabilities[k - 1] * share
      }
      probabilities[0] *= 1 - share
    }
    return probabilities[x...].reduce(0, +)
  }

  /// `P(p <= share)` for p from Beta(x + ½, n - x + ½).
  ///
  /// With p = sin² t the density is `sin^2x t · cos^2(n-x) t`, smooth and without poles, so
  /// Simpson's rule is precise.
  static func jeffreysTail(to share: Double, successes: Int, trials: Int) -> Double {
    let density: (Double) -> Double = { t in
      pow(sin(t), 2 * Double(successes)) * pow(cos(t), 2 * Double(trials - successes))
    }
    let end = asin(share.squareRoot())
    return simpson(density, 0, end) / simpson(density, 0, .pi / 2)
  }

  private static func simpson(_ f: (Double) -> Double, _ a: Double, _ b: Double) -> Double {
    let steps = 4000
    let h = (b - a) / Double(steps)
    var sum = f(a) + f(b)
    for i in 1..<steps { sum += f(a + Double(i) * h) * (i % 2 == 0 ? 2 : 4) }
    return sum * h / 3
  }
}
