import Tables
import Testing

@testable import Indicators

/// Verdicts in the course of a year: what something told later can change is under way.
@Suite struct InterimAssessmentTests {
  private typealias Fixture = IndicatorFixture

  static let cases: [(name: String, Goal, [Outcome], Verdict, reason: String)] = [
    ("nothing told", Fixture.goal(target: 10), [], .underWay, "not_over"),
    (
      "a count that is reached", Fixture.goal(target: 10),
      [Fixture.outcome(period: "2023-08", 12)], .met, "figure"
    ),
    (
      "a count that is not", Fixture.goal(target: 10),
      [Fixture.outcome(period: "2023-08", 4)], .underWay, "figure"
    ),
    (
      "a share may fall", Fixture.goal(measure: .share, target: 90, in: "procent"),
      [Fixture.outcome(period: "2023-08", 95, in: "procent")], .underWay, "figure"
    ),
    (
      "a limit may be passed", Fixture.goal(target: 10, .atMost),
      [Fixture.outcome(period: "2023-08", 4)], .underWay, "figure"
    ),
    (
      "what was to be done is done", Fixture.goal(measure: .yesNo, .done),
      [Fixture.outcome(period: "2023-06", stated: .carriedOut)], .met, "word"
    ),
    (
      "it was begun", Fixture.goal(measure: .yesNo, .done),
      [Fixture.outcome(period: "2023-06", stated: .started)], .underWay, "word"
    ),
    (
      "it is wanted no more", Fixture.goal(measure: .yesNo, .done),
      [Fixture.outcome(period: "2023-06", stated: .dropped)], .dropped, "word"
    ),
    (
      "nothing to compare with yet", Fixture.goal(measure: .count, .increase, indicator: "i"),
      [Fixture.outcome(period: "2023-08", 4)], .underWay, "not_over"
    ),
    (
      "a goal without a measure", Fixture.goal(measure: nil, nil), [], .underWay, "not_over"
    ),
    (
      "a plan is no outcome", Fixture.goal(target: 10),
      [Fixture.outcome(period: "2023-06", 12, role: .plan)], .underWay, "not_over"
    ),
    (
      "units that do not compare never will", Fixture.goal(target: 10, in: "besök"),
      [Fixture.outcome(period: "2023-08", 4, in: "möten")], .cannotAssess, "units_differ"
    ),
    ("a condition", Fixture.goal(target: 10, kind: .condition), [], .notJudged, "condition"),
    // The goal of a year that is over is judged as ever.
    ("a year that is over", Fixture.goal(year: 2022, target: 10), [], .planned, "planned"),
  ]

  @Test(arguments: cases.indices) func verdict(index: Int) throws {
    let (name, goal, outcomes, verdict, reason) = Self.cases[index]
    let day = try #require(CalendarDate(iso: "2023-08-31"))
    let found = Assessor(rules: AssessmentRules(), goals: [goal], outcomes: outcomes, asOf: day)
      .assess(goal)
    #expect(found.verdict == verdict, "\(name)")
    #expect(found.reason.id == reason, "\(name)")
  }

  @Test("a group is as its parts") func group() throws {
    let goals = [
      Fixture.goal(id: "grupp", measure: .yesNo, .done),
      Fixture.goal(id: "a", target: 10, group: "grupp"),
      Fixture.goal(id: "b", target: 10, group: "grupp"),
    ]
    let day = try #require(CalendarDate(iso: "2023-08-31"))
    let assessor = Assessor(
      rules: AssessmentRules(), goals: goals,
      outcomes: [Fixture.outcome(to: "a", period: "2023-08", 12)], asOf: day)
    #expect(goals.map { assessor.assess($0).verdict } == [.underWay, .met, .underWay])
  }

  @Test("of a year and a part of it the year is in the series") func trend() throws {
    let outcomes = [
      Fixture.outcome(id: "1", year: 2022, 10, indicator: "i"),
      Fixture.outcome(id: "2", period: "2023-08", 7, indicator: "i"),
      Fixture.outcome(id: "3", 12, indicator: "i"),
    ]
    let trend = try #require(
      Assessor(rules: AssessmentRules(), goals: [], outcomes: outcomes).allTrends.first)
    #expect(trend.points.map(\.id) == ["1", "3"])
  }
}
