import Diagnostics
import Indicators
import Labels
import Testing

@testable import Workspace

/// Goals that stand in survey.yaml and cases.yaml.
@Suite struct DefinedGoalsTests {
  private static func load(
    goals: String, changes: [String: String] = [:]
  ) throws -> LoadedWorkspace {
    var files = WorkspaceFolder.cases
    files["a/targets.csv"] = nil
    files["a/outcomes.csv"] = nil
    files["a/computed.yaml"] = nil
    files["a/cases/cases.yaml"] = nil
    files["a/cases/cases.csv"] = nil
    files["a/e/survey.yaml"] = """
      title: {sv: Enkät, en: Survey}
      scale: {answers: [{id: ja, positive: true}, {id: delvis}, {id: nej, label: {sv: Nej tack, en: No thanks}}]}
      groups: [{id: g, label: {sv: Alla chefer, en: Managers}}, {id: h}]
      waves: [{id: w1, label: {sv: hösten 2025, en: autumn 2025}, date: 2025-09-01}, {id: "2026-01", date: 2026-01-12}, {id: "2026-09", date: 2026-09-07}]
      questions: [{id: q, label: {sv: Jag trivs, en: I like it}}, {id: r, groups: [h]}]
      goals:
      \(goals)
      """
    // Of g 8 are invited and 6 answer, 5 with yes; of h 12, 5 and 2.
    var responses = "wave,group,q,r\n"
    for wave in ["w1", "2026-01", "2026-09"] {
      for person in 0..<6 { responses += "\(wave),g,\(person < 5 ? "ja" : "nej"),\n" }
      for person in 0..<5 { responses += "\(wave),h,\(person < 2 ? "ja" : "nej"),ja\n" }
    }
    files["a/e/responses.csv"] = responses
    files["a/e/population.csv"] =
      "wave,group,invited\n"
      + ["w1", "2026-01", "2026-09"].map { "\($0),g,8\n\($0),h,12\n" }.joined()
    return try WorkspaceFolder.load(files.merging(changes, uniquingKeysWith: { $1 }))
  }

  typealias Case = WrittenGoal

  /// 11 of 20 returned it; 7 of 11 said yes to q, 5 of 6 of g; 4 of 11 no.
  private static let cases: [Case] = [
    Case("minst 60 % svarsfrekvens", "a-e-response", .atLeast, 60, 55.0),
    Case("at least 60 % response", "a-e-response", .atLeast, 60, 55),
    Case("Svarsfrekvensen ska vara minst 60 procent.", "a-e-response", .atLeast, 60, 55),
    Case("response rate ≥ 60%", "a-e-response", .atLeast, 60, 55),
    Case("62,5 % svarsfrekvens för gruppen alla chefer", "a-e-response-g", .atLeast, 62.5, 75),
    Case("at least 60 % response among managers", "a-e-response-g", .atLeast, 60, 75),
    Case("80 % positiva på q", "a-e-q-positive", .atLeast, 80, 700.0 / 11),
    Case("80 % positive on I like it", "a-e-q-positive", .atLeast, 80, 700.0 / 11),
    Case("q: minst 80 % positiva svar", "a-e-q-positive", .atLeast, 80, 700.0 / 11),
    Case("minst 80 % positiva på jag trivs bland g", "a-e-q-positive-g", .atLeast, 80, 500.0 / 6),
    Case("högst 10 % ”nej tack” på q", "a-e-q-nej", .atMost, 10, 400.0 / 11),
    Case("at most 10 per cent nej on q", "a-e-q-nej", .atMost, 10, 400.0 / 11),
    Case("50 % svarsfrekvens på r", "a-e-r-response", .atLeast, 50, 500.0 / 12),
    Case("{response: 60 %}", "a-e-response", .atLeast, 60, 55),
    Case("{question: q, positive: 80 %, group: g}", "a-e-q-positive-g", .atLeast, 80, 500.0 / 6),
    Case("{question: q, at_least: 80}", "a-e-q-positive", .atLeast, 80, 700.0 / 11),
    Case("{question: q, answer: nej, at_most: 10 %}", "a-e-q-nej", .atMost, 10, 400.0 / 11),
  ]

  @Test(
    "sentences in both languages",
    arguments: cases)
  func sentences(expected: Case) throws {
    let (indicator, direction) = (expected.indicator, expected.direction)
    let (target, figure) = (expected.target, expected.figure)
    let text = expected.text
    let workspace = try Self.load(goals: "  - \(text.hasPrefix("{") ? text : "'\(text)'")")
    #expect(workspace.diagnostics.isEmpty, "\(workspace.diagnostics)")
    #expect(workspace.goals.map(\.id) == ["\(indicator)-2025", "\(indicator)-2026"])
    let goal = try #require(workspace.goals.last)
    #expect(goal.indicator == indicator)
    #expect(goal.direction == direction)
    #expect(goal.target == target)
    #expect(goal.measurementUnit?.name == "procent")
    let assessment = workspace.assess(goal)
    #expect(assessment.deciding?.id == "\(indicator)-2026-09")
    let value = try #require(assessment.deciding?.computed?.value)
    #expect(abs(value - figure) < 1e-9)
    #expect((assessment.verdict == .met) == expected.isMet)
  }

  @Test("a goal of a wave is one of its year, with the line of its sentence") func wave() throws {
    let workspace = try Self.load(
      goals: "  - minst 50 % svarsfrekvens i omgång 2026-01\n  - 70 % positiva på q i hösten 2025")
    #expect(workspace.diagnostics.isEmpty, "\(workspace.diagnostics)")
    #expect(workspace.goals.map(\.id) == ["a-e-response-2026-01", "a-e-q-positive-w1"])
    #expect(workspace.goals.map(\.year) == [2026, 2025])
    let goal = try #require(workspace.goals.first)
    #expect(goal.locations[0].file.hasSuffix("a/e/survey.yaml"))
    #expect(goal.locations[0].line == 7)
    #expect(goal.sources.map(\.text) == ["a/e/survey.yaml:7"])
    #expect(goal.label.swedish == "Svarsfrekvens, Enkät")
    #expect(workspace.assess(goal).verdict == .met)
    #expect(workspace.findings().isEmpty, "\(workspace.findings())")
  }

  @Test("a group of few has a goal without a figure") func few() throws {
    let workspace = try Self.load(
      goals: "  - 80 % positiva på q för g",
      changes: [
        "a/e/population.csv": "wave,group,invited\n2026-01,g,8\n",
        "a/e/responses.csv": "wave,group,q\n2026-01,g,ja\n2026-01,g,ja\n2026-01,g,nej\n",
      ])
    let goal = try #require(workspace.goals.last)
    #expect(workspace.assess(goal).reason == .withheld)
  }

  @Test("a year whose waves nobody is invited to yet has a plan") func planned() throws {
    let workspace = try Self.load(
      goals: "  - 60 % svarsfrekvens",
      changes: [
        "a/e/population.csv": "wave,group,invited\nw1,g,8\n",
        "a/e/responses.csv": "wave,group,q\nw1,g,ja\n",
      ])
    #expect(workspace.goals.map { workspace.assess($0).verdict } == [.notMet, .planned])
    #expect(workspace.outcomes.map(\.id) == ["a-e-response-w1"])
  }

  @Test(
    "what is unclear is told with the closest form",
    arguments: [
      ("god svarsfrekvens", "it names no figure to reach", "minst 60 % svarsfrekvens"),
      (
        "80 % mycket nöjda på q", "'mycket nöjda' is no answer of the scale",
        "minst 80 % positiva på q"
      ),
      (
        "at least 70 % happy on q", "'happy' is no answer of the scale",
        "at least 70 % positive on q"
      ),
      ("80 % positiva", "it names no question of the survey", "minst 80 % positiva på q"),
      (
        "minst 60 svarsfrekvens", "a share is written in per cent, at most 100 %",
        "minst 60 % svarsfrekvens"
      ),
      (
        "minst 99999999999999999999 % svarsfrekvens",
        "a share is written in per cent, at most 100 %", "minst 100 % svarsfrekvens"
      ),
      (
        "60 % svarsfrekvens för lärare", "'för lärare' names no question, group or wave",
        "minst 60 % svarsfrekvens"
      ),
    ])
  func unclear(text: String, reason: String, fix: String) throws {
    let workspace = try Self.load(goals: "  - '\(text)'")
    let problem = try #require(workspace.diagnostics.first)
    #expect(workspace.diagnostics.count == 1)
    #expect(problem.code == "survey-goal")
    #expect(problem.severity == .error)
    #expect(problem.location.line == 7)
    #expect(problem.reason == reason)
    #expect(problem.fixes.first == fix)
    #expect(workspace.goals.isEmpty)
    // What is offered is understood.
    let mended = try Self.load(goals: "  - '\(fix)'")
    #expect(mended.diagnostics.isEmpty, "\(mended.diagnostics)")
  }

  @Test(
    "names that are not there, and goals that no wave can answer",
    arguments: [
      ("{question: s, positive: 80 %}", "there is no question 's'"),
      ("{question: q, answer: kanske, at_least: 80 %}", "there is no answer 'kanske'"),
      ("{response: 80 %, group: i}", "there is no group 'i'"),
      ("{response: 80 %, wave: '2027'}", "there is no wave '2027'"),
      ("{response: mycket}", "expected a share such as 60 %"),
      ("{positive: 80 %}", "the key 'question' is missing"),
      (
        "{question: r, positive: 80 %, group: g}", "the goal is about a question that was not asked"
      ),
      ("{index: hme, at_least: 75}", "there is no question 'hme'"),
      ("{mean: q, at_least: 4}", "question 'q' has no mean"),
      ("mean of q at least 4.0", "question 'q' has no mean"),
      ("index minst 75", "the goal 'index minst 75' cannot be read"),
      (
        "{index: hme, at_least: 75 %}",
        "expected a figure in the unit of the scale, such as 75 or 4.0"
      ),
      (
        "{mean: q, positive: 4}",
        "expected index or mean with one of at_least, at_most and a figure such as 75"
      ),
    ])
  func faults(text: String, message: String) throws {
    let workspace = try Self.load(goals: "  - \(text)")
    #expect(workspace.diagnostics.map(\.message) == [message])
    #expect(workspace.diagnostics.first?.location.line == 7)
    #expect(workspace.goals.isEmpty)
  }

  /// 12 years is what one person answered: no goal is about it, and no message tells that it is there.
  @Test(
    "a number that somebody answered can have no goal",
    arguments: [
      "{question: age, answer: '12', at_least: 10 %}",
      "{question: age, answer: '99', at_least: 10 %}",
      "'minst 10 % 12 på age'", "'högst 10 % 99 på age'",
    ])
  func answeredNumbers(text: String) throws {
    let workspace = try Self.load(
      goals: "  - \(text)",
      changes: [
        "a/e/survey.yaml": """
        title: {sv: Enkät, en: Survey}
        groups: [{id: g}]
        waves: [{id: w1, date: 2025-09-01}]
        questions: [{id: age, type: number}]
        goals:
          - \(text)
        """,
        "a/e/population.csv": "wave,group,invited\nw1,g,8\n",
        "a/e/responses.csv": "wave,group,age\nw1,g,12\n"
          + String(repeating: "w1,g,40\n", count: 5),
      ])
    #expect(workspace.goals.isEmpty)
    let problem = try #require(workspace.diagnostics.first)
    #expect(workspace.diagnostics.count == 1)
    #expect(problem.code == "survey-goal")
    #expect(problem.severity == .error)
    #expect(!problem.fixes.contains { $0.contains("40") || $0.contains("known") })
  }

  @Test("the same goal twice is told, and the first counts") func twice() throws {
    let workspace = try Self.load(
      goals: "  - 60 % svarsfrekvens i 2026-01\n  - 70 % svarsfrekvens i 2026-01")
    #expect(workspace.diagnostics.map(\.code) == ["goal-duplicate"])
    #expect(workspace.diagnostics.first?.location.line == 8)
    #expect(workspace.goals.map(\.target) == [60])
  }

  // MARK: Case logs

  private static func loadCases(goals: String, limits: String? = nil) throws -> LoadedWorkspace {
    let own = WorkspaceFolder.cases["a/cases/cases.yaml", default: ""]
    return try WorkspaceFolder.load(
      WorkspaceFolder.cases.merging(
        [
          "a/targets.csv": "id,year,label_sv\n", "a/outcomes.csv": "id,year,label_sv\n",
          "a/computed.yaml": "{}",
          "a/cases/cases.yaml": own + "\n" + goals,
          "a/cases/cases.csv": """
          nr,in,ut
          1,2026-03-02,2026-03-04
          2,2026-03-02,2026-03-20
          3,2026-03-02,2026-03-31
          4,2026-03-02,2026-05-20
          """,
        ], uniquingKeysWith: { $1 }))
  }

  /// 1 of 4 within five working days; 3 of 4 within 30 days of 24 hours.
  @Test(
    "limits of case logs",
    arguments: [
      ("'minst 90 % inom 5 arbetsdagar'", "a-cases-svar", 25.0),
      ("minst 90 % av ärendena ska besvaras inom 5 arbetsdagar", "a-cases-svar", 25),
      ("at least 90 % of all cases answered within svar", "a-cases-svar", 25),
      ("svar minst 90 % inom 5 arbetsdagar", "a-cases-svar", 25),
      ("90 % within five days", "a-cases-svar", 25),
      ("90 % inom svar", "a-cases-svar", 25),
      ("svar minst 90 %", "a-cases-svar", 25),
      ("{limit: svar, at_least: 90 %}", "a-cases-svar", 25),
      ("90 % inom 30 dagar", "a-cases-inom-30-dagar", 75),
      ("at least 90 % within 30 days in 2026", "a-cases-inom-30-dagar", 75),
    ])
  func limits(text: String, indicator: String, figure: Double) throws {
    let workspace = try Self.loadCases(goals: "goals:\n  - \(text)")
    #expect(workspace.diagnostics.isEmpty, "\(workspace.diagnostics)")
    #expect(workspace.goals.map(\.id) == ["\(indicator)-2026"])
    let goal = try #require(workspace.goals.first)
    #expect(goal.target == 90)
    #expect(goal.sources.map(\.document) == ["a/cases/cases.yaml"])
    let assessment = workspace.assess(goal)
    #expect(assessment.deciding?.value == figure)
    #expect(assessment.verdict == .notMet)
  }

  @Test(
    "words about some of the cases are no goal of all of them",
    arguments: ["klagomålen", "svar, utan klagomål,"])
  func someCases(words: String) throws {
    let workspace = try Self.loadCases(goals: "goals:\n  - 90 % av \(words) inom 5 arbetsdagar")
    let problem = try #require(workspace.diagnostics.first)
    #expect(problem.code == "case-goal")
    #expect(problem.reason?.hasSuffix("names neither all cases nor the limit 'svar'") == true)
    #expect(workspace.goals.isEmpty)
  }

  @Test("a time that no limit can have is told with those there are") func unknownLimit() throws {
    let workspace = try Self.loadCases(goals: "goals:\n  - 90 % inom rimlig tid")
    let problem = try #require(workspace.diagnostics.first)
    #expect(problem.message == "the goal '90 % inom rimlig tid' cannot be read")
    #expect(problem.fixes.first == "minst 90 % inom svar")
    #expect(workspace.goals.isEmpty)
  }
}
