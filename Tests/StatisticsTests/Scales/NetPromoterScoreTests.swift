import Foundation
import Statistics
import Testing

@Suite("Net promoter score")
struct NetPromoterScoreTests {
  /// R package contingencytables, its own tests of `Tango_asymptotic_score_CI_paired_2x2` and
  /// `Wald_CI_diff_paired_2x2` on the data of Cavo and others 2012; 95 %, four decimals. There 6
  /// and 16 of 161 pairs differ, here 6 promoters and 16 detractors.
  @Test func printed() throws {
    let score = try NetPromoterScore(promoters: 6, passives: 139, detractors: 16)
    #expect(agrees(score.value, -0.0621, decimals: 4))
    let interval = try score.scoreInterval()
    #expect(agrees(interval.lower, -0.1240, decimals: 4))
    #expect(agrees(interval.upper, -0.0054, decimals: 4))
    let wald = try score.waldInterval()
    #expect(agrees(wald.lower, -0.1184, decimals: 4))
    #expect(agrees(wald.upper, -0.0058, decimals: 4))
  }

  /// R package PropCIs, example of `diffpropci.Wald.mp`: 3 and 9 of 32; 95 %, eight decimals.
  @Test func wald() throws {
    let score = try NetPromoterScore(promoters: 9, passives: 20, detractors: 3)
    let wald = try score.waldInterval()
    #expect(agrees(wald.lower, -0.01448204, decimals: 8))
    #expect(agrees(wald.upper, 0.38948204, decimals: 8))
  }

  static let scores: [(promoters: Int, passives: Int, detractors: Int)] = [
    (6, 139, 16), (0, 10, 0), (10, 0, 0), (0, 0, 10), (1, 0, 0), (5, 0, 5), (30, 50, 20),
    (1, 5, 0), (0, 5, 1), (400, 300, 300), (1, 1, 1), (99, 1, 0),
  ]

  /// Maximises the likelihood over the share of detractors by golden sections, for each δ.
  @Test("the ends are where a score test just rejects", arguments: scores)
  func scoreTest(_ row: (promoters: Int, passives: Int, detractors: Int)) throws {
    let score = try NetPromoterScore(
      promoters: row.promoters, passives: row.passives, detractors: row.detractors)
    let interval = try score.scoreInterval()
    #expect(interval.contains(score.value))
    for (end, inside) in [(interval.lower, 1.0), (interval.upper, -1.0)] {
      if abs(end) == 1 {
        #expect(score.value == end)
        continue
      }
      #expect(Self.statistic(row, end + inside * 1e-7) < 1.959_963_984_540_054)
      #expect(Self.statistic(row, end - inside * 1e-7) > 1.959_963_984_540_054)
    }
  }

  private static func statistic(
    _ row: (promoters: Int, passives: Int, detractors: Int), _ delta: Double
  ) -> Double {
    let (b, m, c) = (Double(row.promoters), Double(row.passives), Double(row.detractors))
    let n = b + m + c
    let term: (Double, Double) -> Double = { count, share in
      count == 0 ? 0 : count * log(max(share, 1e-300))
    }
    let likelihood: (Double) -> Double = { q in
      term(c, q) + term(b, q + delta) + term(m, 1 - 2 * q - delta)
    }
    var (low, high) = (max(0, -delta), (1 - delta) / 2)
    for _ in 0..<120 {
      let (one, two) = (low + (high - low) * 0.382, low + (high - low) * 0.618)
      if likelihood(one) < likelihood(two) { low = one } else { high = two }
    }
    let q = (low + high) / 2
    let variance = (2 * q + delta - delta * delta) / n
    return abs((b - c) / n - delta) / variance.squareRoot()
  }

  @Test("swapping promoters and detractors turns everything round", arguments: scores)
  func antisymmetric(_ row: (promoters: Int, passives: Int, detractors: Int)) throws {
    let one = try NetPromoterScore(
      promoters: row.promoters, passives: row.passives, detractors: row.detractors)
    let other = try NetPromoterScore(
      promoters: row.detractors, passives: row.passives, detractors: row.promoters)
    #expect(one.value == -other.value && one.points == -other.points)
    #expect(one.standardError == other.standardError)
    let (first, second) = (try one.scoreInterval(), try other.scoreInterval())
    #expect(first.lower == -second.upper && first.upper == -second.lower)
    #expect(first.lower >= -1 && first.upper <= 1)
  }

  /// Two cells and no passives: the score is `2p - 1`, and its score interval is Wilson's.
  @Test("without passives it is a proportion", arguments: Counts.all)
  func proportion(_ counts: Counts) throws {
    let score = try NetPromoterScore(
      promoters: counts.successes, passives: 0, detractors: counts.trials - counts.successes)
    let share = Double(counts.successes) / Double(counts.trials)
    #expect(abs(score.value - (2 * share - 1)) < 1e-15)
    #expect(
      abs(score.standardError - 2 * (share * (1 - share) / Double(counts.trials)).squareRoot())
        < 1e-15)
    let wilson = try ProportionInterval.wilson(
      successes: counts.successes, trials: counts.trials)
    let interval = try score.scoreInterval()
    #expect(abs(interval.lower - (2 * wilson.lower - 1)) < 1e-9)
    #expect(abs(interval.upper - (2 * wilson.upper - 1)) < 1e-9)
  }

  @Test("the error is that of values 1, 0 and -1")
  func plainValues() throws {
    let score = try NetPromoterScore(promoters: 30, passives: 50, detractors: 20)
    let values =
      Array(repeating: 1.0, count: 30) + Array(repeating: 0, count: 50)
      + Array(repeating: -1, count: 20)
    let variance = try Location.variance(of: values) * 99 / 100
    #expect(abs(score.standardError - (variance / 100).squareRoot()) < 1e-15)
    #expect(score.points == 10 && score.answers == 100)
  }

  @Test func cutPoints() throws {
    let ratings = try ScaleCounts([1, 0, 2, 1, 3, 4, 5, 10, 20, 15, 14], lowest: 0)
    let usual = try NetPromoterScore(ratings)
    #expect(usual.promoters == 29 && usual.passives == 30 && usual.detractors == 16)
    let other = try NetPromoterScore(ratings, lowestPromoter: 8, highestDetractor: 4)
    #expect(other.promoters == 49 && other.passives == 19 && other.detractors == 7)
    let five = try NetPromoterScore(
      ScaleCounts([1, 2, 3, 4, 5]), lowestPromoter: 5, highestDetractor: 3)
    #expect(five.promoters == 5 && five.passives == 4 && five.detractors == 6)
  }

  @Test("more confidence never makes it narrower", arguments: scores)
  func monotone(_ row: (promoters: Int, passives: Int, detractors: Int)) throws {
    let score = try NetPromoterScore(
      promoters: row.promoters, passives: row.passives, detractors: row.detractors)
    var last = try score.scoreInterval(confidence: 0.01)
    for level in [0.5, 0.8, 0.95, 0.999, 0.999_999_9] {
      let interval = try score.scoreInterval(confidence: level)
      #expect(interval.lower <= last.lower && interval.upper >= last.upper)
      last = interval
    }
  }

  @Test(arguments: [
    Refusal("the number of answers must be at least 1; 0 was given") {
      try NetPromoterScore(promoters: 0, passives: 0, detractors: 0)
    },
    Refusal("the number of promoters must not be negative; -1 was given") {
      try NetPromoterScore(promoters: -1, passives: 0, detractors: 0)
    },
    Refusal("the number of detractors must be at most 1000000000000; \(Int.max) was given") {
      try NetPromoterScore(promoters: 1, passives: 0, detractors: Int.max)
    },
    Refusal("the lowest step of a promoter must lie between 1 and 5; 9 was given") {
      try NetPromoterScore(ScaleCounts([1, 2, 3, 4, 5]))
    },
    Refusal("the highest step of a detractor must lie between 0 and 8; 9 was given") {
      try NetPromoterScore(
        ScaleCounts([Int](repeating: 1, count: 11), lowest: 0), highestDetractor: 9)
    },
    Refusal("the confidence level must lie between 0 and 1; 95 was given, did you mean 0.95?") {
      try NetPromoterScore(promoters: 1, passives: 1, detractors: 1).estimate(confidence: 95)
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }
}
