import Statistics
import Testing

@Suite("Score interval of a difference of shares")
struct ScoreDifferenceTests {
  /// Newcombe 1998, Stat. Med. 17:873, table II, method 5 (Mee), four printed decimals; the last row
  /// and the digits beyond by scipy 1.17.1, with the restricted likelihood maximised numerically.
  @Test(
    arguments: [
      ((56, 70), (48, 80), 0.0533, 0.3377), ((9, 10), (3, 10), 0.1821, 0.8370),
      ((6, 7), (2, 7), 0.0544, 0.8478), ((5, 56), (0, 29), -0.0313, 0.1926),
      ((0, 10), (0, 20), -0.1611, 0.2775), ((0, 10), (0, 10), -0.2775, 0.2775),
      ((10, 10), (0, 20), 0.7225, 1), ((10, 10), (0, 10), 0.6777, 1),
      ((8, 50), (2, 50), 0.0028, 0.2515),
    ] as [((Int, Int), (Int, Int), Double, Double)])
  func published(_ one: (Int, Int), _ two: (Int, Int), _ lower: Double, _ upper: Double) throws {
    let found = try ProportionInterval.scoreDifference(
      (successes: one.0, trials: one.1), minus: (successes: two.0, trials: two.1))
    // A unit of the last printed digit: the table rounds .67775 down.
    #expect(abs(found.lower - lower) <= 0.0001 && abs(found.upper - upper) <= 0.0001)
  }

  @Test("it leaves out 0 exactly where Pearson's test rejects", arguments: [0.5, 0.9, 0.95, 0.99])
  func duality(_ confidence: Double) throws {
    for (n, m) in [(1, 1), (3, 8), (9, 9), (12, 5), (20, 21)] {
      for x in 0...n {
        for y in 0...m where x + y > 0 && x + y < n + m {
          let interval = try ProportionInterval.scoreDifference(
            (successes: x, trials: n), minus: (successes: y, trials: m), confidence: confidence)
          let p = try ContingencyTable([[x, n - x], [y, m - y]]).chiSquaredTest().pValue
          #expect(
            interval.contains(0) == (p > 1 - confidence), "\(x)/\(n) - \(y)/\(m): \(p)")
          let share = Double(x) / Double(n) - Double(y) / Double(m)
          #expect(interval.contains(share) && interval.lower >= -1 && interval.upper <= 1)
          let turned = try ProportionInterval.scoreDifference(
            (successes: y, trials: m), minus: (successes: x, trials: n), confidence: confidence)
          #expect(turned.lower == -interval.upper && turned.upper == -interval.lower)
        }
      }
    }
  }

  static let refusals = [
    Refusal("the number of trials must be at least 1; 0 was given") {
      try ProportionInterval.scoreDifference((0, 0), minus: (1, 2))
    },
    Refusal("the number of successes, 3, is larger than the number of trials, 2") {
      try ProportionInterval.scoreDifference((1, 2), minus: (3, 2))
    },
    Refusal("the confidence level must lie between 0 and 1; 95 was given, did you mean 0.95?") {
      try ProportionInterval.scoreDifference((1, 2), minus: (1, 2), confidence: 95)
    },
  ]

  @Test(arguments: refusals)
  func refused(_ refusal: Refusal) { refusal.verify() }
}
