import Statistics
import Testing

@Suite("Simultaneous intervals")
struct SimultaneousTests {
  /// Goodman's intervals as Sison and Glaz 1995, Simultaneous confidence intervals and sample size
  /// determination for multinomial proportions, print them, example 1; 95 %, three decimals.
  @Test func sisonAndGlaz() throws {
    let printed = [
      (0.085, 0.166), (0.115, 0.204), (0.116, 0.207), (0.091, 0.173), (0.096, 0.181),
      (0.143, 0.239), (0.089, 0.171),
    ]
    let intervals = try ProportionInterval.simultaneous(counts: [56, 72, 73, 59, 62, 87, 58])
    #expect(intervals.count == 7)
    for (interval, row) in zip(intervals, printed) {
      #expect(agrees(interval.lower, row.0, decimals: 3))
      #expect(agrees(interval.upper, row.1, decimals: 3))
    }
  }

  /// statsmodels 0.15, `multinomial_proportions_confint(method="goodman")`; ten decimals.
  @Test(
    arguments: [
      (
        0.95, [91, 49, 37, 43], [0.3342024783, 0.1608587476, 0.1145513405, 0.1374690134],
        [0.4978332074, 0.2998874012, 0.2401120836, 0.2702357730]
      ),
      (
        0.90, [91, 49, 37, 43], [0.3419527099, 0.1664404982, 0.1192143224, 0.1426128894],
        [0.4891763287, 0.2913948362, 0.2319656680, 0.2618947731]
      ),
      (
        0.95, [3, 0, 0, 17], [0.0402408285, 0, 0, 0.5738072514],
        [0.4261927486, 0.2377622531, 0.2377622531, 0.9597591715]
      ),
      (0.95, [0, 10], [0, 0.6656067462], [0.3343932538, 1]),
    ] as [(Double, [Int], [Double], [Double])])
  func statsmodels(
    _ row: (confidence: Double, counts: [Int], lower: [Double], upper: [Double])
  ) throws {
    let intervals = try ProportionInterval.simultaneous(
      counts: row.counts, confidence: row.confidence)
    for (i, interval) in intervals.enumerated() {
      #expect(agrees(interval.lower, row.lower[i], decimals: 10))
      #expect(agrees(interval.upper, row.upper[i], decimals: 10))
      #expect(interval.confidence == row.confidence)
    }
  }

  @Test("each is a Wilson interval of its share of what is left over", arguments: [2, 3, 5, 12])
  func bonferroni(_ categories: Int) throws {
    let counts = (0..<categories).map { $0 * 3 + 1 }
    let trials = counts.reduce(0, +)
    let intervals = try ProportionInterval.simultaneous(counts: counts, confidence: 0.9)
    for (count, interval) in zip(counts, intervals) {
      let wilson = try ProportionInterval.wilson(
        successes: count, trials: trials, confidence: 1 - 0.1 / Double(categories))
      #expect(abs(interval.lower - wilson.lower) < 1e-12)
      #expect(abs(interval.upper - wilson.upper) < 1e-12)
    }
    let reversed = try ProportionInterval.simultaneous(counts: counts.reversed(), confidence: 0.9)
    #expect(reversed.reversed() == intervals)
  }

  /// Three categories and ten answers: the true probability that all hold, from every outcome.
  @Test func coverageByEnumeration() throws {
    let shares = [0.5, 0.3, 0.2]
    var covered = 0.0
    for a in 0...20 {
      for b in 0...(20 - a) {
        let counts = [a, b, 20 - a - b]
        let intervals = try ProportionInterval.simultaneous(counts: counts, confidence: 0.9)
        guard zip(intervals, shares).allSatisfy({ $0.contains($1) }) else { continue }
        var probability = Double(Enumeration.choose(20, a) * Enumeration.choose(20 - a, b))
        for (count, share) in zip(counts, shares) {
          for _ in 0..<count { probability *= share }
        }
        covered += probability
      }
    }
    #expect(covered > 0.88 && covered < 0.99)
  }

  @Test(arguments: [
    Refusal("the set of simultaneous intervals needs at least 2 groups; 1 was given") {
      try ProportionInterval.simultaneous(counts: [3])
    },
    Refusal("the set of simultaneous intervals needs at least 2 groups; 0 were given") {
      try ProportionInterval.simultaneous(counts: [])
    },
    Refusal("the number of answers in a category must not be negative; -2 was given") {
      try ProportionInterval.simultaneous(counts: [3, -2])
    },
    Refusal("the number of answers must be at least 1; 0 was given") {
      try ProportionInterval.simultaneous(counts: [0, 0, 0])
    },
    Refusal("the number of answers must be at most 1000000000000000; \(Int.max) was given") {
      try ProportionInterval.simultaneous(counts: [1, .max])
    },
    Refusal("the confidence level must lie between 0 and 1; 95 was given, did you mean 0.95?") {
      try ProportionInterval.simultaneous(counts: [1, 2], confidence: 95)
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }
}
