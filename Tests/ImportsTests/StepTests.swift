internal import Diagnostics
internal import Foundation
internal import Labels
internal import TableFiles
internal import Tables
internal import Testing
internal import Workspace

@testable import Imports

/// Steps that change the folder of a survey.
struct StepTests {
  private func january() throws -> TestWorkspace {
    let workspace = try TestWorkspace()
    let file = try workspace.file(
      "januari.csv", LeadersSurvey.names, LeadersSurvey.rows(month: 1, [5, 9, 13]))
    try workspace.apply(workspace.request(file, invited: LeadersSurvey.invited))
    return workspace
  }

  private func september(_ workspace: TestWorkspace) throws -> ImportRequest {
    workspace.request(
      try workspace.file(
        "september.csv", LeadersSurvey.names, LeadersSurvey.rows(month: 9, [6, 12, 14])))
  }

  // MARK: Links

  @Test(
    "what a link in a survey points at would keep forgotten answers: it is refused",
    arguments: ["responses.csv", "old.csv", ".undo/responses.csv", "folder"])
  func linkInside(name: String) throws {
    let workspace = try january()
    try workspace.apply(september(workspace))
    let folder = "\(workspace.path)/\(workspace.unit)/enkat"
    let target = "\(workspace.path)/elsewhere.csv"
    let answers = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/responses.csv"))
    try answers.write(to: URL(fileURLWithPath: target))
    try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/\(name)", withDestinationPath: target)
    let store = try ImportStore(workspace.path)
    let problem = #expect(throws: ImportProblem.self) {
      try store.forget("p01@exempel.se", key: workspace.key, at: "")
    }
    #expect(problem?.code == "import-link")
    #expect(problem?.location.file == "\(folder)/\(name)")
    #expect(throws: ImportProblem.self) { try store.undo(unit: nil, survey: nil, at: "") }
    #expect(try Data(contentsOf: URL(fileURLWithPath: target)) == answers)
  }

  @Test("a folder that is a link stays one, and what it points at changes")
  func linkedFolder() throws {
    let workspace = try january()
    let folder = "\(workspace.path)/\(workspace.unit)/enkat"
    let real = "\(workspace.path)/elsewhere"
    try FileManager.default.moveItem(atPath: folder, toPath: real)
    try FileManager.default.createSymbolicLink(atPath: folder, withDestinationPath: real)
    let pseudonym = workspace.key.pseudonym(of: "p01@exempel.se", in: "kansliet/enkat")
    func answers() throws -> String {
      try String(contentsOfFile: "\(real)/responses.csv", encoding: .utf8)
    }
    #expect(try answers().contains(pseudonym))
    let result = try ImportStore(workspace.path).forget(
      "p01@exempel.se", key: workspace.key, at: "")
    #expect(result.changes.map(\.rows) == [1])
    #expect(try !answers().contains(pseudonym))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder) == real)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: workspace.path).filter {
        $0.hasSuffix(".part")
      } == [])
  }

  /// What the step wrote stands; the old answers that the system does not let go of are told.
  @Test("an old folder that cannot be removed is told")
  func leftover() throws {
    let workspace = try january()
    try workspace.apply(september(workspace))
    let pseudonym = workspace.key.pseudonym(of: "p01@exempel.se", in: "kansliet/enkat")
    let problem = #expect(throws: ImportProblem.self) {
      try CurrentFileChanges.$value.withValue(KeepingFolders()) {
        try ImportStore(workspace.path).forget("p01@exempel.se", key: workspace.key, at: "")
      }
    }
    #expect(problem?.code == "import-leftover")
    #expect(!workspace.text("responses.csv").contains(pseudonym))
    let left = try #require(problem?.location.file)
    #expect(FileManager.default.fileExists(atPath: left))
    // The next step removes it first.
    _ = try ImportStore(workspace.path)
    #expect(!FileManager.default.fileExists(atPath: left))
  }

  /// Somebody may write while a plan waits for an answer.
  @Test(
    "what was written since a plan was made is not lost",
    arguments: ["survey.yaml", "responses.csv", "invitations.csv"])
  func changedSincePlan(name: String) throws {
    let workspace = try january()
    let store = try ImportStore(workspace.path)
    let plan = try ImportPlanner.plan(september(workspace), key: workspace.key)
    let path = "\(workspace.path)/\(workspace.unit)/enkat/\(name)"
    try Data((workspace.text(name) + "\n").utf8).write(to: URL(fileURLWithPath: path))
    let before = workspace.snapshot
    let problem = #expect(throws: ImportProblem.self) { try store.apply(plan, at: "") }
    #expect(problem?.code == "import-changed")
    #expect(problem?.location.file == path)
    #expect(workspace.snapshot == before)
  }

  /// Folders whose names begin with a point are easily lost where a workspace is copied.
  @Test("without the copies of the files as they were nothing is taken back, and nothing goes")
  func undoWithoutCopies() throws {
    let workspace = try january()
    try workspace.apply(september(workspace))
    try FileManager.default.removeItem(
      atPath: "\(workspace.path)/\(workspace.unit)/enkat/.undo")
    let before = workspace.snapshot
    let problem = #expect(throws: ImportProblem.self) {
      try ImportStore(workspace.path).undo(unit: nil, survey: nil, at: "2026-10-03T09:00:00")
    }
    #expect(problem?.code == "import-undo")
    #expect(workspace.snapshot == before)
  }

  // MARK: Answers of few

  @Test("what one person wrote becomes no answer of the survey, and is told", arguments: [1, 2, 3])
  func rareAnswers(from fewest: Int) throws {
    let workspace = try TestWorkspace()
    let ways = ["Buss", "Buss", "Segway", "Häst"] + (0..<8).map { ["Cykel", "Bil"][$0 % 2] }
    let rows = (0..<12).map { ["2026-01-1\($0 % 9 + 1)", ways[$0], "p\($0)@exempel.se"] }
    var request = workspace.request(
      try workspace.file("a.csv", ["datum", "Hur kom du hit?", "E-post"], rows),
      invited: [(group: "", count: 12)])
    request.answersFrom = fewest
    let plan = try workspace.apply(request)
    let question = try #require(plan.questions.first?.id)
    let yaml = workspace.text("survey.yaml")
    let data = workspace.text("responses.csv")
    switch fewest {
    case 1:
      #expect(plan.rare == [])
      #expect(yaml.contains("Segway") && yaml.contains("Häst") && !yaml.contains("annat"))
    case 2:
      #expect(plan.rare == [ImportPlan.RareAnswers(question: question, answers: 2, cells: 2)])
      #expect(!yaml.contains("Segway") && !yaml.contains("Häst") && yaml.contains("Bil"))
      #expect(data.components(separatedBy: ",annat").count == 3)
    default:
      #expect(plan.rare == [ImportPlan.RareAnswers(question: question, answers: 3, cells: 4)])
      #expect(!yaml.contains("Buss") && yaml.contains("Cykel"))
    }
  }

  // MARK: Retention

  @Test(
    "rounds go when they have been kept long enough, also from the copies",
    arguments: [
      ("24 months", "2028-01-01", ["2026-01"]), ("24 months", "2027-12-31", []),
      ("2 år", "2028-09-01", ["2026-01", "2026-09"]), ("1 wave", "2026-10-01", ["2026-01"]),
      ("2 omgångar", "2040-01-01", []),
    ])
  func purge(retention: String, day: String, waves: [String]) throws {
    let workspace = try january()
    try workspace.apply(september(workspace))
    let path = "\(workspace.path)/\(workspace.unit)/enkat/survey.yaml"
    let yaml = workspace.text("survey.yaml") + "retention: \(retention)\n"
    try Data(yaml.utf8).write(to: URL(fileURLWithPath: path))
    let store = try ImportStore(workspace.path)
    let today = try #require(CalendarDate(iso: day))
    let before = workspace.snapshot
    let rows = ["2026-01": 27, "2026-09": 32]
    for isApplied in [false, true] {
      let changes = try store.purge(on: today, isApplied: isApplied, at: "2028-01-01T09:00:00")
      #expect(changes.flatMap(\.waves) == waves)
      #expect(
        changes.map(\.rows) == (waves.isEmpty ? [] : [waves.compactMap { rows[$0] }.reduce(0, +)]))
      if !isApplied || waves.isEmpty { #expect(workspace.snapshot == before) }
    }
    guard !waves.isEmpty else { return }
    for name in ["responses.csv", "population.csv"] {
      for wave in waves { #expect(!workspace.text(name).contains(wave + ",")) }
    }
    #expect(!workspace.snapshot.keys.contains { $0.contains(".undo") })
    #expect(workspace.text("imports.csv").contains("2028-01-01T09:00:00,purge,"))
    // Purged rounds are no rounds in which nobody answered.
    let loaded = try WorkspaceLoader.load(folder: workspace.path)
    let isEmpty = waves.count == 2
    #expect(
      loaded.diagnostics.filter { $0.severity != .note }.map(\.message)
        == (isEmpty ? ["nobody is invited to survey 'kansliet/enkat'"] : []))
    #expect(try store.purge(on: today, isApplied: true, at: "").isEmpty)
  }

  @Test("what cannot be read in one survey is told before another has changed")
  func allOrNone() throws {
    let workspace = try january()
    let folder = "\(workspace.path)/\(workspace.unit)"
    let yaml = workspace.text("survey.yaml") + "retention: 1 month\n"
    try Data(yaml.utf8).write(to: URL(fileURLWithPath: "\(folder)/enkat/survey.yaml"))
    try FileManager.default.copyItem(atPath: "\(folder)/enkat", toPath: "\(folder)/enkat-2")
    try Data("wave,respondent\n2026-01,\"open\n".utf8)
      .write(to: URL(fileURLWithPath: "\(folder)/enkat-2/responses.csv"))
    let before = workspace.snapshot
    let store = try ImportStore(workspace.path)
    #expect(throws: ImportProblem.self) {
      try store.forget("p01@exempel.se", key: workspace.key, at: "")
    }
    #expect(throws: ImportProblem.self) {
      try store.purge(on: #require(CalendarDate(iso: "2040-01-01")), isApplied: true, at: "")
    }
    #expect(workspace.snapshot == before)
  }

  @Test("a time that cannot be read is told where it stands") func wrongRetention() throws {
    let workspace = try january()
    let path = "\(workspace.path)/\(workspace.unit)/enkat/survey.yaml"
    let yaml = workspace.text("survey.yaml") + "retention: long\n"
    try Data(yaml.utf8).write(to: URL(fileURLWithPath: path))
    let loaded = try WorkspaceLoader.load(folder: workspace.path)
    #expect(
      loaded.diagnostics.map(\.message).contains { $0.hasPrefix("expected a time such as") })
    #expect(
      try ImportStore(workspace.path).purge(
        on: #require(CalendarDate(iso: "2040-01-01")), isApplied: true, at: ""
      ).isEmpty)
  }

  // MARK: Proof

  @Test("a change by hand since the last step is told") func proof() throws {
    let workspace = try january()
    #expect(LedgerProof.problems(of: workspace.path, unit: nil) == [])
    let path = "\(workspace.path)/\(workspace.unit)/enkat/responses.csv"
    let text = workspace.text("responses.csv")
    let lines = text.split(separator: "\n")
    let cases = [
      (lines.dropLast().joined(separator: "\n") + "\n", "it had 27 rows then, and 26 rows now"),
      (text.replacing("chefer", with: "stab"), "it has as many rows as then: 27 rows"),
    ]
    for (changed, reason) in cases {
      try Data(changed.utf8).write(to: URL(fileURLWithPath: path))
      let problems = LedgerProof.problems(of: workspace.path, unit: nil)
      #expect(problems.map(\.reason?.english) == [reason])
      #expect(problems.map(\.severity) == [.note])
      #expect(LedgerProof.problems(of: workspace.path, unit: "annan") == [])
    }
    try FileManager.default.removeItem(atPath: path)
    #expect(LedgerProof.problems(of: workspace.path, unit: nil).map(\.severity) == [.warning])
    // The next step knows what it writes.
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    try workspace.apply(september(workspace))
    _ = try ImportStore(workspace.path).undo(unit: nil, survey: nil, at: "2026-10-03T09:00:00")
    #expect(LedgerProof.problems(of: workspace.path, unit: nil) == [])
  }

  @Test("data that cannot be read whole are not written back with what is left")
  func damagedData() throws {
    let workspace = try january()
    let path = "\(workspace.path)/\(workspace.unit)/enkat/responses.csv"
    try Data((workspace.text("responses.csv") + "2026-01,x,stab,\"open\n").utf8)
      .write(to: URL(fileURLWithPath: path))
    let before = workspace.snapshot
    #expect(throws: ImportProblem.self) { try workspace.apply(september(workspace)) }
    #expect(throws: ImportProblem.self) {
      try ImportStore(workspace.path).forget("p01@exempel.se", key: workspace.key, at: "")
    }
    #expect(workspace.snapshot == before)
  }
}
