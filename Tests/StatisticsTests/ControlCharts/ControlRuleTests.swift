import Statistics
import Testing

@Suite("Control charts: rules")
struct ControlRuleTests {
  /// A quiet series and then values so many standard deviations from its centre, in a c chart with
  /// the centre fixed: counts around 400 with deviation 20, balanced far away in time.
  static func signals(
    _ distances: [Int], _ rules: Set<ControlRule> = ControlRule.westernElectric
  ) throws -> [[ControlRule]] {
    // 400 ± 10, one by one, then the pattern, then its mirror image to keep the mean at 400.
    let quiet = (0..<40).map { $0 % 2 == 0 ? 410 : 390 }
    let pattern = distances.map { 400 + $0 }
    let mirror = distances.map { 400 - $0 }
    let counts = quiet + pattern + quiet + mirror
    let chart = try #require(try ControlChart.counts(counts, rules: rules).chart)
    #expect(chart.points[0].centre == 400 && chart.points[0].deviation == 20)
    return chart.points[40..<40 + distances.count].map(\.signals)
  }

  @Test(
    "each pattern and its near misses",
    arguments: [
      // Beyond three deviations, and on the limit.
      ([61], [[.beyondLimits]]),
      ([-61], [[.beyondLimits]]),
      ([60], [[]]),
      // Two of three beyond two deviations, on one side.
      ([41, 41], [[], [.twoOfThree]]),
      ([41, 0, 41], [[], [], [.twoOfThree]]),
      ([-41, 0, -41], [[], [], [.twoOfThree]]),
      ([41, 0, 0, 41], [[], [], [], []]),
      ([41, -41], [[], []]),
      ([41, 40], [[], []]),
      // The point that completes a pattern lies beyond itself.
      ([41, 41, 0], [[], [.twoOfThree], []]),
      // Four of five beyond one deviation.
      ([21, 21, 0, 21, 21], [[], [], [], [], [.fourOfFive]]),
      ([21, 21, 21, 21], [[], [], [], [.fourOfFive]]),
      ([21, 21, 0, 0, 21, 21], [[], [], [], [], [], []]),
      ([21, 21, -21, 21, 20], [[], [], [], [], []]),
      ([-21, -21, 0, -21, -21], [[], [], [], [], [.fourOfFive]]),
      // Eight in a row; the value before the pattern is below the centre.
      ([1, 1, 1, 1, 1, 1, 1, 1], [[], [], [], [], [], [], [], [.eightInARow]]),
      ([1, 1, 1, 1, 0, 1, 1, 1, 1], [[], [], [], [], [], [], [], [], []]),
      // Several rules at once, in the order of the rules.
      ([41, 61], [[], [.beyondLimits, .twoOfThree]]),
    ] as [([Int], [[ControlRule]])])
  func patterns(_ distances: [Int], _ expected: [[ControlRule]]) throws {
    #expect(try Self.signals(distances) == expected)
    let first = try Self.signals(distances, [.beyondLimits])
    #expect(first == expected.map { $0.filter { $0 == .beyondLimits } })
    #expect(try Self.signals(distances, []).allSatisfy(\.isEmpty))
  }

  @Test("a long run is a signal at each of its points, values on the centre left out")
  func longRun() throws {
    // 20 useful values: the limit is a run of 7. The mean of all is 0 but for rounding, and one
    // value lies on it.
    let run: [Double] = [6, 6, 6, 0, 6, 6, 6, 6, 6]
    let rest = (0..<12).map { $0 % 2 == 0 ? -13.0 : 5 }
    let chart = try #require(
      try ControlChart.individuals(run + rest, rules: ControlRule.anhoej).chart
    ).values
    let runs = try #require(chart.phases[0].runs)
    #expect(abs(chart.points[0].centre) < 1e-12 && runs.useful == 20)
    #expect(runs.longestRun == 8 && runs.longestRunLimit == 7)
    #expect(chart.signals.map(\.position) == [1, 2, 3, 5, 6, 7, 8, 9])
    #expect(chart.signals.allSatisfy { $0.signals == [.longRun] })
  }

  @Test("few crossings are a signal since the last crossing")
  func fewCrossings() throws {
    // Runs of 6, 6, 6 and 6: no long run, three crossings where 8 are needed.
    let values = (0..<24).map { index in
      (index / 6 % 2 == 0 ? 10.0 : -10) + (index % 2 == 0 ? 9 : -9)
    }
    let chart = try #require(try ControlChart.individuals(values).chart).values
    let runs = try #require(chart.phases[0].runs)
    #expect(runs.crossings == 3 && runs.crossingsLimit == 8 && !runs.hasLongRun)
    #expect(chart.points[..<18].allSatisfy { $0.signals.isEmpty })
    #expect(chart.points[18...].allSatisfy { $0.signals == [.fewCrossings] })
  }

  @Test("rules do not look across the start of a phase")
  func acrossPhases() throws {
    let low = (0..<12).map { $0 < 6 ? 410 : 390 }
    let high = (0..<12).map { $0 < 6 ? 390 : 410 }
    let chart = try #require(
      try ControlChart.counts(low + high, rebasings: [13], rules: [.eightInARow]).chart)
    #expect(chart.signals.isEmpty)
    let joined = try #require(
      try ControlChart.counts(low + high, rules: [.eightInARow]).chart)
    #expect(joined.signals.map(\.position) == [14, 15, 16, 17, 18])
  }
}
