import Diagnostics
import Indicators
import Statistics
import Testing

@testable import Workspace

/// Goals for indices and means that stand in survey.yaml, and the measure `mean` of computed.yaml.
@Suite struct MeanGoalsTests {
  /// Of 12 managers 8 answer and of 6 leaders 5, all statements alike: managers give 4, 4, 4, 4, 5, 5, 3, 3
  /// of five, leaders 2, 2, 3, 3, 5; so the mean is 47 / 13 and the index (x − 1) / 4 · 100 of it.
  private static func load(
    goals: String = "[]", leaders: [Int] = [2, 2, 3, 3, 5], changes: [String: String] = [:]
  ) throws -> LoadedWorkspace {
    var files = WorkspaceFolder.cases
    for file in [
      "targets.csv", "outcomes.csv", "computed.yaml", "cases/cases.yaml", "cases/cases.csv",
    ] {
      files["a/\(file)"] = nil
    }
    files["a/e/survey.yaml"] = """
      title: {sv: Enkät, en: Survey}
      scale: agree-5
      groups: [{id: chefer, label: {sv: Chefer, en: Managers}}, {id: ledare, label: {sv: Ledare, en: Leaders}}]
      waves: [{id: "2026-01", date: 2026-01-12}]
      questions:
        - {id: q3, label: {sv: Jag trivs, en: I like it}, type: rating}
        - {id: q4, label: {sv: Stöd för chefer, en: Support for managers}, type: rating}
        - {id: nps, label: {sv: Rekommenderar, en: Recommends}, type: nps}
        - {id: restid, label: {sv: Restid, en: Travel time}, type: number, unit: {sv: minuter, en: minutes}, minimum: 0}
      indices: [{id: motivation, label: {sv: Motivation, en: Motivation}, items: [q3, q4]}]
      goals: \(goals)
      """
    var responses = "wave,group,q3,q4,nps,restid\n"
    for (group, answers) in [("chefer", [4, 4, 4, 4, 5, 5, 3, 3]), ("ledare", leaders)] {
      for answer in answers {
        responses += "2026-01,\(group),\(answer),\(answer),\(2 * answer),\(answer * 10)\n"
      }
    }
    files["a/e/responses.csv"] = responses
    files["a/e/population.csv"] = "wave,group,invited\n2026-01,chefer,12\n2026-01,ledare,6\n"
    return try WorkspaceFolder.load(files.merging(changes, uniquingKeysWith: { $1 }))
  }

  typealias Case = WrittenGoal

  private static let mean = 47.0 / 13
  private static let index = (47.0 / 13 - 1) * 25

  // Of the net promoter score nines and tens are promoters, up to six detractors: the three who answered 5 give
  // 10; those who answered 3 or 2, six in all, give 6 or 4.
  private static let cases: [Case] = [
    Case("index motivation >= 75", "motivation-mean", .atLeast, 75, index),
    Case("motivation: minst 75", "motivation-mean", .atLeast, 75, index),
    Case("index minst 60", "motivation-mean", .atLeast, 60, index),
    Case("motivation index at least 60", "motivation-mean", .atLeast, 60, index),
    Case("index motivation för chefer minst 70", "motivation-mean-chefer", .atLeast, 70, 75),
    Case(
      "index motivation at least 70 among managers in 2026-01", "motivation-mean-chefer", .atLeast,
      70, 75),
    Case("mean of q3 at least 4,0", "q3-mean", .atLeast, 4, mean),
    Case("medelvärdet på jag trivs ska vara minst 3.5", "q3-mean", .atLeast, 3.5, mean),
    Case("Medelbetyget för stöd för chefer minst 4", "q4-mean", .atLeast, 4, mean),
    Case("högst 4 i medel på q3 bland ledare", "q3-mean-ledare", .atMost, 4, 3),
    Case("NPS minst −20", "nps-mean", .atLeast, -20, 100.0 * (3 - 6) / 13),
    Case("genomsnitt restid högst 30", "restid-mean", .atMost, 30, 470.0 / 13),
    Case("{index: motivation, at_least: 75}", "motivation-mean", .atLeast, 75, index),
    Case("{mean: q3, at_most: '3,5', group: chefer}", "q3-mean-chefer", .atMost, 3.5, 4),
  ]

  @Test("sentences in both languages", arguments: cases) func sentences(expected: Case) throws {
    let text = expected.text.hasPrefix("{") ? expected.text : "'\(expected.text)'"
    let workspace = try Self.load(goals: "[\(text)]")
    #expect(workspace.diagnostics.isEmpty, "\(workspace.diagnostics)")
    let goal = try #require(workspace.goals.first)
    #expect(goal.indicator == "a-e-\(expected.indicator)")
    #expect(goal.direction == expected.direction)
    #expect(goal.target == expected.target)
    #expect(goal.measure == .rating)
    let assessment = workspace.assess(goal)
    let value = try #require(assessment.deciding?.computed?.value)
    #expect(abs(value - expected.figure) < 1e-9)
    #expect((assessment.verdict == .met) == expected.isMet)
  }

  /// The managers' mean is 4, variance 4 / 7, 8 of 12: Student's t with 7 degrees of freedom, at
  /// (3.8 − 4) / √(4 / 7 / 8 · (1 − 8 / 12)) = −1.29615. R 4.2.2: `pt(-1.29615, 7, lower = FALSE)`.
  @Test("a mean has a probability, with the correction for a finite group") func probability()
    throws
  {
    let workspace = try Self.load(goals: "['medel på q3 minst 3,8 för chefer']")
    let assessment = workspace.assess(try #require(workspace.goals.first))
    let probability = try #require(assessment.goalProbability)
    #expect(abs(probability - 0.8820) < 5e-5)
    guard case .surveyMean(let mean) = assessment.certainty else {
      Issue.record("no mean: \(String(describing: assessment.certainty))")
      return
    }
    #expect(mean.invited == 12 && mean.answered == 8)
    #expect(mean.bounds == 3...(52.0 / 12))
  }

  @Test("the mean of few has no figure and no verdict") func few() throws {
    for goal in ["index motivation minst 20 för ledare", "medel på q3 minst 1 för ledare"] {
      let workspace = try Self.load(goals: "['\(goal)']", leaders: [2, 3, 3, 5])
      let assessment = workspace.assess(try #require(workspace.goals.first))
      #expect(assessment.deciding?.value == nil)
      #expect(assessment.verdict == .cannotAssess)
      #expect(assessment.reason == .withheld)
      #expect(assessment.goalProbability == nil)
    }
  }

  @Test(
    "figures that no mean can have, and questions without one",
    arguments: [
      ("index motivation minst 101", "no mean of 'motivation' can be 101"),
      ("medel på q3 minst 6", "no mean of 'q3' can be 6"),
      ("NPS minst −101", "no mean of 'nps' can be -101"),
      ("{mean: q5, at_least: 3}", "there is no question 'q5'"),
    ])
  func faults(text: String, message: String) throws {
    let workspace = try Self.load(goals: "[\(text.hasPrefix("{") ? text : "'\(text)'")]")
    #expect(workspace.diagnostics.map(\.message) == [message])
    #expect(workspace.goals.isEmpty)
  }

  @Test("computed.yaml computes means") func computed() throws {
    let workspace = try Self.load(changes: [
      "a/targets.csv": """
      id,year,label_sv,kind,measure,target_value,target_unit,direction
      t,2026,Motivation,goal,rating,60,,at_least
      """,
      "a/outcomes.csv": "id,target,year,period,label_sv,role\nu,t,2026,2026,Motivation,answer\n",
      "a/computed.yaml":
        "u: {survey: a/e, wave: 2026-01, question: motivation, measure: mean, group: chefer}\n",
    ])
    #expect(workspace.outcomes.first?.computed?.value == 75, "\(workspace.diagnostics)")
  }
}
