import Disclosure
import Indicators
import Labels
import Surveys
import Tables
import Testing

@testable import Workspace

/// What must not be told of persons, and what was told before.
@Suite struct WithheldFiguresTests {
  /// A survey of two groups, of which some answer yes and some no, and a goal of its positive share.
  private static func load(
    yes: [String: Int], no: [String: Int] = [:], question: String = "{id: q}",
    disclosure: String = "", survey more: String = "", day: ReportingDay = ReportingDay(),
    group: String = "g", columns: [String] = ["q"], measure: String = "positive"
  ) throws -> LoadedWorkspace {
    var invitations = "wave,respondent,group,disposition\n"
    var responses = "wave,respondent,\(columns.joined(separator: ","))\n"
    for (answer, groups) in [("ja", yes), ("nej", no)] {
      for (group, count) in groups.sorted(by: { $0.key < $1.key }) {
        for person in 0..<count {
          invitations += "1,\(group)\(answer)\(person),\(group),complete\n"
          let answers = columns.map { _ in answer }.joined(separator: ",")
          responses += "1,\(group)\(answer)\(person),\(answers)\n"
        }
      }
    }
    var files = WorkspaceFolder.cases
    files["nyckeltal.yaml", default: ""] += "\n" + disclosure
    files["a/computed.yaml"] = "o1: {survey: a/e, wave: '1', question: q, measure: \(measure)}"
    files["a/e/survey.yaml"] = """
      title: E
      scale: {answers: [{id: ja, positive: true}, {id: nej}]}
      groups: [{id: \(group), label: {sv: Navet, en: Navet}}, {id: h, label: {sv: Stödet, en: Support}}]
      waves: [{id: "1", date: 2026-01-01}]
      questions: [\(question)]
      \(more)
      """
    files["a/e/invitations.csv"] = invitations
    files["a/e/responses.csv"] = responses
    return try WorkspaceFolder.load(files, day: day)
  }

  private static func survey(_ workspace: LoadedWorkspace) throws -> PublishedSurvey {
    try #require(workspace.survey("a/e")).published(workspace.disclosure)
  }

  /// With 4 answers the share is withheld with the verdict and all that rests on it; with 5 it is told.
  @Test("a goal whose outcome rests on few is not judged", arguments: [(4, true), (5, false)])
  func goal(answers: Int, isWithheld: Bool) throws {
    let workspace = try Self.load(yes: ["g": answers - 1], no: ["g": 1])
    #expect(workspace.diagnostics.isEmpty, "\(workspace.diagnostics)")
    let assessment = workspace.assess(workspace.goals[0])
    #expect(workspace.outcomes[0].isWithheld == isWithheld)
    #expect((assessment.reason == .withheld) == isWithheld)
    #expect((assessment.verdict == .cannotAssess) == isWithheld)
    #expect((assessment.goalProbability == nil) == isWithheld)
    #expect((assessment.fulfilment == nil) == isWithheld)
    #expect((workspace.outcomes[0].value == nil) == isWithheld)
  }

  /// A goal of 2026 in March: what there is of it rests on four answers, so that nothing is known of it but
  /// that it is withheld.
  @Test("as of a day a withheld outcome is withheld", arguments: [(4, true), (5, false)])
  func asOf(answers: Int, isWithheld: Bool) throws {
    let workspace = try Self.load(
      yes: ["g": answers - 1], no: ["g": 1],
      day: ReportingDay(asked: CalendarDate(iso: "2026-03-31")))
    #expect(workspace.diagnostics.isEmpty, "\(workspace.diagnostics)")
    let outcome = try #require(workspace.outcomes.first)
    #expect(outcome.isWithheld == isWithheld)
    #expect((outcome.value == nil) == isWithheld)
    let assessment = workspace.assess(workspace.goals[0])
    #expect((assessment.reason == .withheld) == isWithheld)
  }

  /// All who are invited answer both questions, of which one was published. Of four its percentages are told, and
  /// so nowhere how many they are: not by the rate of the other question either.
  @Test(
    "the rate of a question is no way to the number behind what was published of few",
    arguments: [(4, "p", true), (5, "p", false), (4, "q", false)])
  func rate(answers: Int, published: String, isWithheld: Bool) throws {
    let questions = ["q", "p"].map { id in
      id == published ? "{id: \(id), published: {\"1\": 'plan:4'}}" : "{id: \(id)}"
    }
    let workspace = try Self.load(
      yes: ["g": answers], question: questions.joined(separator: ", "), columns: ["q", "p"],
      measure: "response_rate")
    #expect(workspace.diagnostics.isEmpty, "\(workspace.diagnostics)")
    #expect(workspace.outcomes[0].isWithheld == isWithheld)
    #expect(workspace.outcomes[0].value == (isWithheld ? nil : 100))
  }

  @Test("what was published of few is told, its percentage alone") func published() throws {
    let workspace = try Self.load(
      yes: ["g": 2], question: "{id: q, published: {\"1\": 'plan:4'}}")
    #expect(workspace.diagnostics.isEmpty, "\(workspace.diagnostics)")
    #expect(workspace.outcomes[0].value == 100)
    let disclosure = try Self.survey(workspace).disclosure
    #expect(disclosure.reason(wave: "1", question: "q", part: .all, answer: "ja") == nil)
    #expect(disclosure.reason(wave: "1", question: "q", part: .group("g"), answer: "ja") == .few)
  }

  /// All six of a group said yes: that is told of an ordinary question, and of a sensitive one not.
  @Test("a sensitive question does not tell what everybody answered", arguments: [false, true])
  func sensitive(isSensitive: Bool) throws {
    let workspace = try Self.load(
      yes: ["g": 6, "h": 7], no: ["h": 6],
      question: "{id: q, sensitive: \(isSensitive)}")
    let disclosure = try Self.survey(workspace).disclosure
    for answer in ["ja", "nej"] {
      let reason = disclosure.reason(wave: "1", question: "q", part: .group("g"), answer: answer)
      #expect(reason == (isSensitive ? .sensitive : nil))
    }
    // The total and the other group would give it away together.
    let others = [SurveyPart.all, .group("h")].compactMap {
      disclosure.reason(wave: "1", question: "q", part: $0, answer: "ja")
    }
    #expect(others.isEmpty != isSensitive)
  }

  /// Why the figures of a number are withheld, by part: of a group of six who answered `own`, two other groups of
  /// six, who answered `others` each, and of all.
  private static func reasons(
    ofNumber own: [Int], others: [Int], isSensitive: Bool = false
  ) throws -> (own: WithholdingReason?, others: [WithholdingReason]) {
    var files = WorkspaceFolder.cases
    files["a/computed.yaml"] = "{}"
    files["a/e/survey.yaml"] = """
      title: E
      groups: [{id: g}, {id: h}, {id: i}]
      waves: [{id: "1", date: 2026-01-01}]
      questions: [{id: q, type: number, sensitive: \(isSensitive)}]
      """
    files["a/e/population.csv"] = "wave,group,invited\n1,g,6\n1,h,6\n1,i,6\n"
    let rows = [("g", own), ("h", others), ("i", others)].flatMap { group, answers in
      answers.map { "1,\(group),\($0)\n" }
    }
    files["a/e/responses.csv"] = "wave,group,q\n" + rows.joined()
    let survey = try Self.survey(WorkspaceFolder.load(files))
    func reason(_ part: SurveyPart) -> WithholdingReason? {
      survey.disclosure.reason(wave: "1", question: "q", part: part, answer: AnswerCell.figures)
    }
    return (reason(.group("g")), [.all, .group("h"), .group("i")].compactMap(reason))
  }

  /// Of 1 000, 20 and four small amounts the second knows the first to within a tenth (p % rule): the mean of the
  /// group is withheld, and that of another which would give it away.
  @Test("an amount that one makes up is withheld", arguments: [(1000, true), (30, false)])
  func dominance(largest: Int, isDominated: Bool) throws {
    let reasons = try Self.reasons(
      ofNumber: [largest, 20, 3, 2, 2, 1], others: [20, 21, 22, 23, 24, 25])
    #expect(reasons.own == (isDominated ? .dominance : nil))
    #expect(reasons.others == (isDominated ? [.complementary] : []))
  }

  /// All six of a group answered 3: their mean is told of an ordinary number, and of a sensitive one not.
  @Test("a sensitive number does not tell what everybody answered", arguments: [false, true])
  func sensitiveNumber(isSensitive: Bool) throws {
    let reasons = try Self.reasons(
      ofNumber: [3, 3, 3, 3, 3, 3], others: [1, 2, 3, 4, 5, 6], isSensitive: isSensitive)
    #expect(reasons.own == (isSensitive ? .sensitive : nil))
    // It is no difference of the others either.
    #expect(reasons.others.isEmpty != isSensitive)
  }

  @Test("a small group is told of together with its neighbour") func merging() throws {
    let workspace = try Self.load(
      yes: ["g": 6, "h": 3], no: ["g": 5], survey: "merge_small: true")
    let survey = try Self.survey(workspace)
    #expect(survey.cube.definition.groups.map(\.id) == ["g+h"])
    #expect(
      survey.cube.definition.groups[0].label
        == Label("Navet och Stödet", "Navet and Support"))
    let row = try #require(survey.cube.result(wave: "1").questions.first?.byGroup.first)
    #expect(row.base.answered == 14 && row.count(of: "ja") == 9)
    #expect(survey.disclosure.reasons.isEmpty)
  }

  /// The members of a merged group are those that it was made of, whatever their names hold.
  @Test("what reports tell of a merged group is known to queries", arguments: ["g", "g+k"])
  func reportedGroups(name: String) throws {
    let workspace = try Self.load(
      yes: [name: 6, "h": 3], no: [name: 5], survey: "merge_small: true", group: name)
    #expect(workspace.diagnostics.isEmpty, "\(workspace.diagnostics)")
    for (table, count) in [("responses", 14), ("invitations", 14)] {
      let groups = workspace.reportedCounts(of: table).filter {
        $0.conditions["group"] != nil && $0.count == count
      }
      #expect(!groups.isEmpty)
      for group in groups { #expect(group.conditions["group"] == [name, "h"]) }
    }
  }

  /// Reports tell of years where months would be more than twelve; the rows that queries count have months.
  @Test("what reports tell of a period of days is known to queries by its months")
  func reportedPeriods() throws {
    var files = WorkspaceFolder.cases
    files["a/computed.yaml"] = "{}"
    files["a/e/survey.yaml"] = """
      title: E
      groups: [{id: g}]
      waves: [{id: "1", date: 2026-01-01}]
      questions: [{id: q, type: date}]
      """
    files["a/e/population.csv"] = "wave,group,invited\n1,g,12\n"
    files["a/e/responses.csv"] =
      "wave,group,q\n" + String(repeating: "1,g,2023-01-05\n", count: 6)
      + String(repeating: "1,g,2024-11-05\n", count: 6)
    let workspace = try WorkspaceFolder.load(files)
    let codes = workspace.reportedCounts(of: "responses").filter { $0.count == 6 }
      .compactMap { $0.conditions["code"] }
    #expect(codes.contains { $0.contains("2023-01") && !$0.contains("2024-11") })
    #expect(codes.contains { $0.contains("2024-11") && !$0.contains("2023-01") })
    #expect(!codes.contains { $0.contains("2023") })
  }

  @Test("a limit below three needs a flag, and is called weak", arguments: [true, false])
  func belowThree(isAllowed: Bool) throws {
    let workspace = try Self.load(
      yes: ["g": 2],
      disclosure: "disclosure: {minimum_answers: 2, allow_below_three: \(isAllowed)}")
    #expect(workspace.diagnostics.isEmpty == isAllowed)
    #expect(workspace.disclosure.isBelowThree == isAllowed)
    #expect(workspace.disclosure.minimumAnswers == (isAllowed ? 2 : 5))
  }

  /// Six cases in January, seven in February and two in March.
  private static func log(isAboutPersons: Bool?) throws -> PublishedCaseLog {
    let days = (1...6).map { "2026-01-0\($0)" } + (2...8).map { "2026-02-0\($0)" }
    let rows = (days + ["2026-03-02", "2026-03-03"]).enumerated()
      .map { "\($0),\($1),\($1)" }.joined(separator: "\n")
    let about = isAboutPersons.map { "about_persons: \($0)\n" } ?? ""
    let workspace = try WorkspaceFolder.loadCases([
      "a/cases/cases.yaml": about + """
        title: Ä
        columns: {id: nr, received: in, answered: ut}
        limits: [{id: svar, label: f, from: in, to: ut, working_days: 5}]
        """,
      "a/cases/cases.csv": "nr,in,ut\n" + rows + "\n",
    ])
    #expect(workspace.diagnostics.isEmpty, "\(workspace.diagnostics)")
    let end = try #require(CalendarDate(iso: "2026-12-31"))
    return try #require(workspace.caseLog("a/cases")).published(
      workspace.disclosure, asOf: end, calendar: workspace.calendar, year: 2026)
  }

  @Test("a month of few cases is withheld with another; unless the cases are not of persons")
  func cases() throws {
    for isAboutPersons in [true, nil] {
      let disclosure = try Self.log(isAboutPersons: isAboutPersons).disclosure
      func reason(_ month: String?, _ figure: CaseCell.Figure) -> WithholdingReason? {
        disclosure.reason(.limit("svar", month.map { .month($0) } ?? .all, figure))
      }
      #expect(reason("2026-03", .total) == .few)
      #expect(reason("2026-03", .withinLimit) == .few)
      #expect(disclosure.reasonForTimes(limit: "svar", .month("2026-03")) == .few)
      // The smaller of the other months; the total and the larger one stay.
      #expect(reason("2026-01", .total) == .complementary)
      #expect(reason("2026-02", .total) == nil)
      #expect(reason(nil, .total) == nil)
      #expect(disclosure.reason(.everything) == nil)
    }
    let open = try Self.log(isAboutPersons: false).disclosure
    #expect(open.reason(.limit("svar", .month("2026-03"), .total)) == nil)
  }

  @Test("the review of the shipped workspace finds nothing too narrow") func review() {
    let workspace = Datasets.workspace
    let review = DisclosureReview(workspace, units: workspace.units, year: 2023)
    #expect(review.isSafe)
    #expect(!review.entries.isEmpty)
    for entry in review.entries {
      // What would tell the count is not in it.
      #expect(entry.interval.map { $0.width > 0 } ?? true)
    }
  }
}
