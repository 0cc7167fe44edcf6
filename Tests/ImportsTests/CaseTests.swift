internal import Diagnostics
internal import Foundation
internal import Labels
internal import Testing

@testable import Imports

/// Exports of case systems become logs.
struct CaseTests {
  private static let rows = [
    ["A-1", "Anna", "2026-03-02 09:15", "2026-03-04 10:00", "2026-03-05 11:00", "Lokal"],
    ["A-2", "Bo", "2026-03-03 10:00", "", "", "Avtal"],
  ]

  /// The layouts that each system's names come from, as its log has them.
  @Test(
    arguments: [
      (
        ["Ärendenummer", "Handläggare", "Inkommet", "Besvarat", "Avslutat", "Ärendetyp"],
        "id,received,answered,closed,category"
      ),
      (
        ["Issue key", "Reporter", "Created", "Comment", "Resolved", "Issue Type"],
        "id,received,closed,category"
      ),
      (
        ["number", "caller_id", "opened_at", "x", "closed_at", "category"],
        "id,received,closed,category"
      ),
      (["id", "requester", "created_at", "x", "solved_at", "type"], "id,received,closed,category"),
    ] as [([String], String)])
  func layouts(names: [String], header: String) throws {
    let workspace = try TestWorkspace()
    let file = try workspace.file("export.csv", names, Self.rows)
    let plan = try #require(try CasePlan(workspace.request(file)))
    try ImportStore(workspace.path).apply(plan, at: "2026-04-01T09:00:00")
    let text = workspace.text("cases.csv", survey: "arenden")
    #expect(text.split(separator: "\n")[0] == header)
    #expect(text.contains("2026-03-02T09:15:00"))
    #expect(!text.contains("Anna"))
    #expect(workspace.text("cases.yaml", survey: "arenden").contains("received: received"))
  }

  /// The next export brings known cases up to date and adds new ones; undo takes it back.
  @Test func nextExport() throws {
    let workspace = try TestWorkspace()
    let names = ["Ärendenummer", "Handläggare", "Inkommet", "Besvarat", "Avslutat", "Ärendetyp"]
    var request = workspace.request(try workspace.file("mars.csv", names, Self.rows))
    request.goals = ["90 % inom 5 arbetsdagar"]
    let store = try ImportStore(workspace.path)
    try store.apply(try #require(try CasePlan(request)), at: "2026-04-01T09:00:00")
    #expect(
      workspace.text("cases.yaml", survey: "arenden").hasSuffix(
        "goals:\n  - \"90 % inom 5 arbetsdagar\"\n"))
    let before = workspace.snapshot
    let again = try #require(try CasePlan(request))
    #expect(!again.isAnything)
    var rows = Self.rows
    rows[1][3] = "2026-03-09 08:00"
    rows.append(["A-3", "Bo", "2026-04-01 10:00", "", "", "Avtal"])
    let next = workspace.request(try workspace.file("april.csv", names, rows))
    let plan = try #require(try CasePlan(next))
    #expect((plan.added, plan.changed, plan.unchanged) == (1, 1, 1))
    #expect(plan.leftOut == ["Handläggare"])
    #expect(plan.isAnything)
    try store.apply(plan, at: "2026-04-02T09:00:00")
    #expect(
      workspace.text("cases.csv", survey: "arenden").contains(
        "A-2,2026-03-03T10:00:00,2026-03-09T08:00:00,,Avtal"))
    let change = try store.undo(unit: nil, survey: nil, at: "2026-04-03T09:00:00")
    #expect(change.rows == 1)
    #expect(workspace.snapshot["arenden/cases.csv"] == before["arenden/cases.csv"])
  }

  /// What would be counted twice, or not at all, is told.
  @Test func casesThatCannotBeToldApart() throws {
    let workspace = try TestWorkspace()
    let store = try ImportStore(workspace.path)
    let names = ["Ärendenummer", "Inkommet", "Avslutat"]
    let first = try #require(
      try CasePlan(
        workspace.request(workspace.file("a.csv", names, [["A-1", "2026-03-02", "2026-03-04"]]))))
    try store.apply(first, at: "2026-04-01T09:00:00")
    // A column that the log has not had, a number twice, and none.
    let rows = [
      ["A-1", "2026-03-02", "2026-03-04", "2026-03-03"], ["A-2", "2026-03-05", "", ""],
      ["A-2", "2026-03-05", "2026-03-09", ""], ["", "2026-03-06", "", ""],
    ]
    var request = workspace.request(try workspace.file("b.csv", names + ["Besvarat"], rows))
    let refused = try #require(try CasePlan(request))
    #expect(
      refused.problems.map(\.message.english) == [
        "1 row has no case number", "1 row has the case number of a later one",
        "the log does not read the column 'answered'",
      ])
    #expect(refused.problems.map(\.severity) == [.error, .warning, .warning])
    let before = workspace.snapshot
    #expect(throws: ImportProblem.self) { try store.apply(refused, at: "2026-04-02T09:00:00") }
    #expect(workspace.snapshot == before)
    request.leavesOutUnknown = true
    let plan = try #require(try CasePlan(request))
    #expect(plan.isReady)
    try store.apply(plan, at: "2026-04-02T09:00:00")
    #expect(
      workspace.text("cases.csv", survey: "arenden") == """
        id,received,closed,answered
        A-1,2026-03-02,2026-03-04,2026-03-03
        A-2,2026-03-05,2026-03-09,

        """)
    let path = "\(workspace.path)/\(workspace.unit)/arenden/cases.yaml"
    let yaml = workspace.text("cases.yaml", survey: "arenden")
    try Data(yaml.replacing("data: cases.csv", with: "data: log.csv").utf8)
      .write(to: URL(fileURLWithPath: path))
    #expect(try CasePlan(request)?.isReady == false)
  }

  /// Numbers that the Swedish tax agency publishes for tests.
  @Test func casesNamedByPersons() throws {
    let workspace = try TestWorkspace()
    let names = ["Ärende", "Inkommet", "Avslutat", "Ärendetyp"]
    let rows = [
      ["19900101-2385", "2026-03-02", "2026-03-04", "Lokal"],
      ["640823-3234", "2026-03-03", "", "Ring p@exempel.se"],
    ]
    let plan = try #require(
      try CasePlan(workspace.request(workspace.file("a.csv", names, rows))))
    #expect(
      plan.problems.map(\.message.english) == [
        "“Ärende” holds personal numbers, and no case numbers"
      ])
    #expect(!plan.isReady)
    let text = String(decoding: try #require(plan.files["cases.csv"]), as: UTF8.self)
    #expect(text.contains("Ring [e-postadress]") && !text.contains("exempel.se"))
    // Rows without a number make the others no numbers of cases.
    let unnumbered = (1...5).map { ["", "2026-03-0\($0)", "", "Lokal"] }
    var request = workspace.request(try workspace.file("b.csv", names, rows + unnumbered))
    request.leavesOutUnknown = true
    #expect(try CasePlan(request)?.isReady == false)
  }

  /// A log lies in the folder of its unit, and in no other.
  @Test(arguments: ["..", "../..", "a/b", ".undo", ""])
  func placesThatAreNone(name: String) throws {
    let workspace = try TestWorkspace()
    let names = ["Ärendenummer", "Handläggare", "Inkommet", "Besvarat", "Avslutat", "Ärendetyp"]
    var request = workspace.request(try workspace.file("mars.csv", names, Self.rows))
    request.survey = name
    let problem = #expect(throws: ImportProblem.self) { try CasePlan(request) }
    #expect(problem?.code == "import-place")
  }

  /// A table of answers may have the columns of a log: the survey that it goes to is named.
  @Test func surveysWithTheTimesOfLogs() throws {
    let workspace = try TestWorkspace()
    let january = try workspace.file(
      "januari.csv", LeadersSurvey.names, LeadersSurvey.rows(month: 1, [5, 9, 13]))
    try workspace.apply(workspace.request(january, invited: LeadersSurvey.invited))
    let rows = (1...9).map { ["2026-09-0\($0)", "2026-09-1\($0)", "Instämmer"] }
    var request = workspace.request(
      try workspace.file("a.csv", ["Skapad", "Avslutad", "Vi når våra mål"], rows))
    #expect(try CasePlan(request) != nil)
    request.survey = "enkat"
    #expect(try CasePlan(request) == nil)
  }

  /// A survey is no log, whatever it calls its times.
  @Test func surveysAreNoLogs() throws {
    let workspace = try TestWorkspace()
    let file = try workspace.file(
      "januari.csv", LeadersSurvey.names, LeadersSurvey.rows(month: 1, [5, 9, 13]))
    #expect(try CasePlan(workspace.request(file)) == nil)
  }
}
