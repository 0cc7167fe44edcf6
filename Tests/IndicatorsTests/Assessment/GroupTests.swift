import Tables
import Testing

@testable import Indicators

private typealias Fixture = IndicatorFixture

@Suite struct GroupTests {
  static let group = Fixture.goal(id: "grupp", measure: nil, nil)

  /// A part with so many of ten, or without an outcome.
  private func parts(_ values: [Double?]) -> (goals: [Goal], outcomes: [Outcome]) {
    var (goals, outcomes): ([Goal], [Outcome]) = ([Self.group], [])
    for (index, value) in values.enumerated() {
      goals.append(Fixture.goal(id: "del\(index)", target: 10, group: "grupp"))
      if let value { outcomes.append(Fixture.outcome(id: "u\(index)", to: "del\(index)", value)) }
    }
    return (goals, outcomes)
  }

  @Test(
    "the weakest part decides; parts that cannot be assessed are counted, no more",
    arguments: [
      ([10, 12], Verdict.met, 2), ([10, 9.5], .nearly, 2), ([9.5, 10, 2], .notMet, 3),
      ([nil, 10], .met, 1), ([nil, nil], .cannotAssess, 0),
    ] as [([Double?], Verdict, Int)])
  func weakest(values: [Double?], verdict: Verdict, assessed: Int) {
    let (goals, outcomes) = parts(values)
    let assessment = Fixture.assess(goals, outcomes)
    #expect(assessment.verdict == verdict)
    #expect(assessment.reason == .group(assessed: assessed, of: values.count))
    #expect(assessment.fulfilment == nil)
  }

  @Test("parts that drop out are left aside; a group of nothing else drops out, too")
  func dropped() {
    let (goals, outcomes) = parts([10, nil])
    let word = Fixture.outcome(id: "ord", to: "del1", stated: .noDemand)
    let assessment = Fixture.assess(goals, outcomes + [word])
    #expect(assessment.verdict == .met)
    #expect(assessment.reason == .group(assessed: 1, of: 1))
    let alone = Fixture.assess([goals[0], goals[2]], [word])
    #expect(alone.verdict == .dropped)
  }

  @Test("what is under way holds its group back; a condition among the parts does not")
  func underWay() {
    var (goals, outcomes) = parts([10, nil, nil])
    goals[2].ends = CalendarDate(year: 2024, month: 12, day: 31)
    goals[3].kind = .condition
    outcomes += [
      Fixture.outcome(id: "a", to: "del1", stated: .started),
      Fixture.outcome(id: "b", to: "del2", stated: .notGranted),
    ]
    let assessment = Fixture.assess(goals, outcomes)
    #expect(assessment.verdict == .underWay)
    #expect(assessment.reason == .group(assessed: 2, of: 2))
  }

  @Test(
    "in the course of a year nobody has judged what cannot be told yet",
    arguments: [
      ([nil, nil], AssessmentReason.notOver), ([10, nil, nil], .group(assessed: 1, of: 3)),
      ([10, 12], .group(assessed: 2, of: 2)),
    ] as [([Double?], AssessmentReason)])
  func open(values: [Double?], reason: AssessmentReason) {
    let (goals, outcomes) = parts(values)
    let assessment = Assessor(
      rules: AssessmentRules(), goals: goals, outcomes: outcomes,
      asOf: CalendarDate(year: 2023, month: 8, day: 31)
    ).assess(goals[0])
    #expect(assessment.verdict == (values.contains(nil) ? .underWay : .met))
    #expect(assessment.reason == reason)
  }

  /// 004:2213: the document judges the group; its parts have no outcome that could.
  @Test("the document’s verdict on a group counts where none of its parts can be assessed")
  func ownVerdict() {
    let (goals, _) = parts([nil, nil])
    let own = Fixture.outcome(id: "ord", to: "grupp", stated: .achieved)
    #expect(Fixture.assess(goals, [own]).verdict == .met)
    let carriedOut = Fixture.outcome(id: "ord", to: "grupp", stated: .carriedOut)
    #expect(Fixture.assess(goals, [carriedOut]).verdict == .cannotAssess)
  }

  /// The document calls the group reached (004:2113); 77 of 79 and 16 of 20 do not (004:2107).
  @Test("a group's own word stands beside the verdict of its parts")
  func ownWord() {
    let goals = [
      Self.group, Fixture.goal(id: "a", .atLeast, words: [.all], group: "grupp"),
      Fixture.goal(id: "b", .atLeast, words: [.all], group: "grupp"),
    ]
    let outcomes = [
      Fixture.outcome(id: "ua", to: "a", 77, of: 79),
      Fixture.outcome(id: "ub", to: "b", 16, of: 20),
      Fixture.outcome(id: "ord", to: "grupp", stated: .highFulfilment),
    ]
    let assessment = Fixture.assess(goals, outcomes)
    #expect(assessment.verdict == .notMet)
    #expect(assessment.statedStatus == .highFulfilment)
    #expect(assessment.differs)
    #expect(assessment.deciding?.id == "ord")
  }

  @Test("a group of groups")
  func nested() {
    var (goals, outcomes) = parts([10, 5])
    goals[0].group = "topp"
    goals.insert(Fixture.goal(id: "topp", measure: nil, nil), at: 0)
    outcomes.append(Fixture.outcome(id: "x", to: "topp", stated: .achieved))
    let assessment = Fixture.assess(goals, outcomes)
    #expect(assessment.verdict == .notMet)
    #expect(assessment.reason == .group(assessed: 1, of: 1))
  }

  @Test("a goal that is part of itself, or of its own part, ends")
  func cycles() {
    let own = Fixture.goal(id: "a", target: 10, group: "a")
    let alone = Fixture.assess([own], [Fixture.outcome(to: "a", 10)])
    #expect(alone.reason == .figure)
    let pair = [
      Fixture.goal(id: "a", target: 10, group: "b"), Fixture.goal(id: "b", target: 10, group: "a"),
    ]
    let assessment = Fixture.assess(pair, [Fixture.outcome(to: "b", 5)])
    #expect(assessment.verdict == .notMet)
    #expect(assessment.reason == .group(assessed: 1, of: 1))
  }

  @Test("the goals of a year and a unit, in their order")
  func selection() {
    var other = Fixture.goal(id: "c")
    other.unit = "annan"
    let goals = [
      Fixture.goal(id: "b"), Fixture.goal(id: "a"), other, Fixture.goal(id: "d", year: 2022),
    ]
    let assessor = Assessor(rules: AssessmentRules(), goals: goals, outcomes: [])
    #expect(assessor.assessments(year: 2023).map(\.goal.id) == ["b", "a", "c"])
    #expect(assessor.assessments(year: 2023, unit: "enhet").map(\.goal.id) == ["b", "a"])
    #expect(assessor.assessments(year: 2021).isEmpty)
  }
}
