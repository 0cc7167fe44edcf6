import Statistics
import Testing

@Suite("Control charts: variation and assurance")
struct VerdictTests {
  static func chart(last: Double) throws -> ControlChart {
    try #require(
      try ControlChart.individuals(ChartSamples.quiet(60) + [last], rules: [.beyondLimits]).chart
    ).values
  }

  @Test func variation() throws {
    let high = try Self.chart(last: 20)
    #expect(high.variation(desired: .higher) == .improving)
    #expect(high.variation(desired: .lower) == .deteriorating)
    let low = try Self.chart(last: -20)
    #expect(low.variation(desired: .higher) == .deteriorating)
    #expect(low.variation(desired: .lower) == .improving)
    for direction in DesiredDirection.allCases {
      #expect(try Self.chart(last: 1).variation(desired: direction) == .commonCause)
    }
    // A signal of the past is history.
    let past = try #require(
      try ControlChart.individuals([20] + ChartSamples.quiet(60), rules: [.beyondLimits]).chart)
    #expect(!past.values.signals.isEmpty)
    #expect(past.values.variation(desired: .higher) == .commonCause)
  }

  /// Limits of 4 and 28 around 16, see ChartSamples.
  @Test(
    "the target against the limits 4 and 28",
    arguments: [
      (4, DesiredDirection.higher, Assurance.consistentlyHits),
      (3, .higher, .consistentlyHits),
      (4.001, .higher, .hitAndMiss),
      (16, .higher, .hitAndMiss),
      (28, .higher, .hitAndMiss),
      (28.001, .higher, .consistentlyMisses),
      (28, .lower, .consistentlyHits),
      (27.999, .lower, .hitAndMiss),
      (4, .lower, .hitAndMiss),
      (3.999, .lower, .consistentlyMisses),
    ] as [(Double, DesiredDirection, Assurance)])
  func assurance(
    _ target: Double, _ desired: DesiredDirection, _ expected: Assurance
  ) throws {
    let chart = try #require(try ControlChart.counts(ChartSamples.defects).chart)
    #expect(try chart.assurance(target: target, desired: desired) == expected)
  }

  @Test("mirroring values, target and direction changes no verdict")
  func mirror() throws {
    for values in [TrendSamples.nile, TrendSamples.dependent] {
      let chart = try #require(try ControlChart.individuals(values).chart).values
      let mirrored = try #require(try ControlChart.individuals(values.map { -$0 }).chart).values
      #expect(chart.variation(desired: .higher) == mirrored.variation(desired: .lower))
      for target in [-2000.0, -1, 0, 1, 500, 900, 2000] {
        let one = try chart.assurance(target: target, desired: .higher)
        #expect(try mirrored.assurance(target: -target, desired: .lower) == one)
      }
    }
  }

  @Test("variation and assurance are two questions")
  func apart() throws {
    let improving = try Self.chart(last: 20)
    #expect(improving.variation(desired: .higher) == .improving)
    #expect(try improving.assurance(target: 100, desired: .higher) == .consistentlyMisses)
    #expect(try improving.assurance(target: -100, desired: .higher) == .consistentlyHits)
  }
}
