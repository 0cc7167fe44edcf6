import Testing

@testable import Indicators

private typealias Fixture = IndicatorFixture

@Suite struct TrendTests {
  /// Visitors: 53 013 in 2011, 57 576 in 2012 (000:538), 60 000 in 2023 (004:2681), 65 000 wanted
  /// for 2025 (001:195).
  static let trend = IndicatorTrend(
    indicator: "besök",
    points: [
      TrendPoint(year: 2025, value: 65_000, kind: .target, id: "m"),
      TrendPoint(year: 2012, value: 57_576, kind: .outcome, id: "b"),
      TrendPoint(year: 2024, value: 64_000, kind: .forecast, id: "p"),
      TrendPoint(year: 2012, value: 55_000, kind: .target, id: "a"),
      TrendPoint(year: 2011, value: 53_013, kind: .outcome, id: "a"),
      TrendPoint(year: 2023, value: 60_000, kind: .outcome, id: "c"),
    ])

  @Test("points stand by year, outcomes before targets")
  func order() {
    #expect(Self.trend.points.map(\.year) == [2011, 2012, 2012, 2023, 2024, 2025])
    #expect(
      Self.trend.points.map(\.kind) == [
        .outcome, .outcome, .target, .outcome, .forecast, .target,
      ])
  }

  /// 57 576 − 53 013 = 4 563; 4 563 / 53 013 = 8.607 %, by hand.
  @Test("2011 to 2012")
  func change() throws {
    let change = try #require(Self.trend.change(to: 2012))
    #expect(change.from == 2011)
    #expect(change.to == 2012)
    #expect(change.absolute == 4563)
    #expect(abs(try #require(change.relative) - 0.08607) < 5e-6)
  }

  @Test("the latest outcome before counts, however long ago")
  func gap() throws {
    let change = try #require(Self.trend.change(to: 2023))
    #expect(change.from == 2012)
    #expect(change.absolute == 2424)
  }

  @Test("targets and forecasts are no outcomes", arguments: [2010, 2011, 2024, 2025, 2026])
  func noChange(year: Int) {
    #expect(Self.trend.change(to: year) == nil)
  }

  @Test(
    "the latest outcome before a year",
    arguments: [(2011, nil), (2012, 2011), (2013, 2012), (2024, 2023), (2030, 2023)]
      as [(Int, Int?)])
  func latest(year: Int, expected: Int?) {
    #expect(Self.trend.latestOutcome(before: year)?.year == expected)
  }

  @Test(
    "relative to the size of the earlier figure",
    arguments: [(-200, -100, 0.5), (-100, -200, -1), (100, 0, -1), (0, 5, nil), (0, 0, nil)]
      as [(Double, Double, Double?)])
  func relative(from: Double, to: Double, expected: Double?) {
    let change = Self.trend.change(
      from: TrendPoint(year: 2022, value: from, kind: .outcome, id: "a"),
      to: TrendPoint(year: 2023, value: to, kind: .outcome, id: "b"))
    #expect(change?.absolute == to - from)
    #expect(change?.relative == expected)
  }

  @Test("figures of two dimensions have no change between them")
  func dimensions() {
    let trend = IndicatorTrend(
      indicator: "i",
      points: [
        TrendPoint(year: 2022, value: 16, kind: .outcome, id: "a", dimension: "matrices"),
        TrendPoint(year: 2023, value: 8, kind: .outcome, id: "b", dimension: "municipalities"),
      ])
    #expect(trend.change(to: 2023) == nil)
  }

  @Test(
    "an outcome is compared with outcomes only",
    arguments: [TrendPoint.Kind.target, .plan, .forecast])
  func outcomesOnly(kind: TrendPoint.Kind) {
    let outcome = TrendPoint(year: 2023, value: 60_000, kind: .outcome, id: "a")
    let other = TrendPoint(year: 2025, value: 65_000, kind: kind, id: "b")
    #expect(Self.trend.change(from: outcome, to: other) == nil)
    #expect(Self.trend.change(from: other, to: outcome) == nil)
  }

  /// Pupils on theme visits in 2012 (000:618), pupils in school programmes in 2023 (004:2729).
  @Test(
    "another name or unit breaks the line",
    arguments: [
      ("Besökare 2012", "besökare, 2023", "besök", "besök", true),
      ("Elever på temabesök", "Elever i skolprogram", "besök", "besök", false),
      // One dimension and one size, but not one thing.
      ("Besökare", "Besökare", "besök", "personer", false),
      ("Omsättning", "Omsättning", "tkr", "mnkr", true),
      ("Andel", "Andel", "procent", "besök", false),
    ])
  func definitions(earlier: String, later: String, from: String, to: String, compares: Bool) {
    let assessor = Assessor(
      rules: AssessmentRules(), goals: [],
      outcomes: [
        Fixture.outcome(
          id: "a", to: nil, year: 2012, 20, in: from, role: .figure, indicator: "i", name: earlier),
        Fixture.outcome(
          id: "b", to: nil, year: 2023, 30, in: to, role: .figure, indicator: "i", name: later),
      ])
    #expect((assessor.allTrends[0].change(to: 2023) != nil) == compares)
  }

  @Test("what is planned or expected is no outcome of a trend")
  func kinds() {
    let assessor = Assessor(
      rules: AssessmentRules(), goals: [],
      outcomes: [
        Fixture.outcome(id: "a", to: nil, year: 2022, 1, role: .figure, indicator: "i"),
        Fixture.outcome(id: "b", to: nil, year: 2023, 2, role: .plan, indicator: "i"),
        Fixture.outcome(id: "c", to: nil, year: 2024, 3, stated: .planned, indicator: "i"),
        Fixture.outcome(id: "d", to: nil, year: 2025, 4, role: .forecast, indicator: "i"),
        Fixture.outcome(id: "e", to: nil, year: 2026, 5, stated: .forecast, indicator: "i"),
      ])
    #expect(
      assessor.allTrends[0].points.map(\.kind) == [.outcome, .plan, .plan, .forecast, .forecast])
  }

  @Test("figures enter in base units; those without a figure or an indicator stay out")
  func units() throws {
    let assessor = Assessor(
      rules: AssessmentRules(),
      goals: [
        Fixture.goal(target: 4, in: "mnkr", indicator: "b"),
        Fixture.goal(id: "utan", indicator: "b"),
      ],
      outcomes: [
        Fixture.outcome(id: "a", year: 2022, 7626, in: "tkr", indicator: "b"),
        Fixture.outcome(id: "b", year: 2023, stated: .carriedOut, indicator: "b"),
        Fixture.outcome(id: "c", year: 2023, 12),
        Fixture.outcome(id: "d", year: 2023, 12, indicator: "a"),
      ])
    #expect(assessor.allTrends.map(\.indicator) == ["a", "b"])
    #expect(
      assessor.allTrends[1].points == [
        TrendPoint(
          year: 2022, value: 7_626_000, kind: .outcome, id: "a", dimension: "money",
          definition: .init(name: "b", unit: Fixture.units["tkr"])),
        TrendPoint(year: 2023, value: 4_000_000, kind: .target, id: "mål", dimension: "money"),
      ])
  }
}
