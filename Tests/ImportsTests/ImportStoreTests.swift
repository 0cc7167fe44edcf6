internal import Foundation
internal import Surveys
internal import Testing

@testable import Imports

/// Steps that bring in, take back and forget: whole or not at all.
struct ImportStoreTests {
  @Test func undoBringsBackEveryByte() throws {
    let (workspace, _) = try TestWorkspace.january()
    let before = workspace.snapshot
    try workspace.apply(workspace.request(workspace.september()), at: "2026-10-02T09:00:00")
    #expect(workspace.snapshot != before)
    let change = try ImportStore(workspace.path).undo(
      unit: nil, survey: nil, at: "2026-10-03T09:00:00")
    #expect(change.waves == ["2026-09"])
    #expect(change.rows == 32)
    var after = workspace.snapshot
    let ledger = String(decoding: try #require(after["enkat/imports.csv"]), as: UTF8.self)
    #expect(
      ledger.split(separator: "\n").dropFirst().map { $0.split(separator: ",")[1] } == [
        "import", "import", "undo",
      ])
    after["enkat/imports.csv"] = before["enkat/imports.csv"]
    #expect(after == before)
    // Only the last can be taken back, and only once.
    #expect(throws: ImportProblem.self) {
      try ImportStore(workspace.path).undo(unit: nil, survey: nil, at: "2026-10-04T09:00:00")
    }
  }

  @Test func undoOfTheFirstRoundTakesTheSurvey() throws {
    let (workspace, _) = try TestWorkspace.january()
    let change = try ImportStore(workspace.path).undo(
      unit: nil, survey: nil, at: "2026-10-03T09:00:00")
    #expect(change.isWholeSurvey)
    #expect(change.rows == 27)
    #expect(workspace.snapshot.keys.sorted() == ["unit.yaml"])
  }

  /// What stood in the folder before the first import is there when that is taken back.
  @Test func undoKeepsWhatStoodThereBefore() throws {
    let workspace = try TestWorkspace()
    let folder = "\(workspace.path)/\(workspace.unit)/enkat"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    try Data("mine".utf8).write(to: URL(fileURLWithPath: "\(folder)/notes.md"))
    let file = try workspace.file(
      "januari.csv", LeadersSurvey.names, LeadersSurvey.rows(month: 1, [5, 9, 13]))
    let plan = try workspace.apply(workspace.request(file, invited: LeadersSurvey.invited))
    #expect(plan.rowsOut == 27)
    #expect(!workspace.text("survey.yaml").isEmpty)
    let change = try ImportStore(workspace.path).undo(
      unit: nil, survey: nil, at: "2026-10-03T09:00:00")
    #expect(change.rows == 27)
    #expect(workspace.text("notes.md") == "mine")
    #expect(workspace.text("survey.yaml").isEmpty)
  }

  /// Who may read a folder and its files is for its owner to say, also of the copies for undo.
  @Test func whoMayReadStaysAsItWas() throws {
    let (workspace, _) = try TestWorkspace.january()
    let folder = "\(workspace.path)/\(workspace.unit)/enkat"
    let files = FileManager.default
    func mode(_ path: String) throws -> Int? {
      try files.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    try files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
    try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: "\(folder)/responses.csv")
    try workspace.apply(workspace.request(workspace.september()))
    #expect(try mode(folder) == 0o700)
    #expect(try mode("\(folder)/responses.csv") == 0o600)
    #expect(try mode("\(folder)/.undo/responses.csv") == 0o600)
    _ = try ImportStore(workspace.path).undo(unit: nil, survey: nil, at: "2026-10-03T09:00:00")
    #expect(try mode("\(folder)/responses.csv") == 0o600)
  }

  /// A person goes from all rounds, and from the copy that undo would bring back.
  @Test func forget() throws {
    let (workspace, _) = try TestWorkspace.january()
    try workspace.apply(workspace.request(workspace.september()))
    let folder = "\(workspace.path)/\(workspace.unit)/enkat"
    try Data("day,visits\n2026-01-01,3\n".utf8).write(
      to: URL(fileURLWithPath: "\(folder)/visits.csv"))
    try Data("*.bak\n".utf8).write(to: URL(fileURLWithPath: "\(folder)/.gitignore"))
    let pseudonym = workspace.key.pseudonym(of: "p01@exempel.se", in: "kansliet/enkat")
    #expect(workspace.text("responses.csv").contains(pseudonym))
    #expect(workspace.text(".undo/responses.csv").contains(pseudonym))
    let changes = try ImportStore(workspace.path).forget(
      "P01@Exempel.se ", key: workspace.key, at: "2026-10-03T09:00:00"
    ).changes
    #expect(changes.map(\.rows) == [2])
    #expect(changes.map(\.waves) == [["2026-01", "2026-09"]])
    for (name, data) in workspace.snapshot {
      #expect(!String(decoding: data, as: UTF8.self).contains(pseudonym), "\(name)")
    }
    #expect(workspace.text("responses.csv").split(separator: "\n").count == 1 + 26 + 31)
    // Whatever else stands there stays.
    #expect(workspace.text("visits.csv") == "day,visits\n2026-01-01,3\n")
    #expect(workspace.text(".gitignore") == "*.bak\n")
    let before = workspace.snapshot
    for nobody in ["nobody", "", " "] {
      #expect(try ImportStore(workspace.path).forget(nobody, key: workspace.key, at: "") == .init())
    }
    #expect(workspace.snapshot == before)
  }

  /// Two at once: the second is told.
  @Test func lock() throws {
    let workspace = try TestWorkspace()
    let lock = try WorkspaceLock(workspace.path)
    let problem = #expect(throws: ImportProblem.self) {
      try WorkspaceLock(workspace.path, waiting: 0.1)
    }
    #expect(problem?.code == "import-locked")
    _ = lock
  }

  /// Whatever stops a step, the folder is as it was; what a killed process has left goes with the next step.
  @Test func aStepThatFailsChangesNothing() throws {
    let (workspace, _) = try TestWorkspace.january()
    let folder = "\(workspace.path)/\(workspace.unit)/enkat"
    let before = workspace.snapshot
    var step = try SurveyStep(folder)
    step.set("survey.yaml", to: Array("title: x".utf8))
    // A name that no file system takes.
    step.set(String(repeating: "x", count: 300), to: [])
    #expect(throws: ImportProblem.self) { try step.run(Ledger.Entry(action: "import", time: "")) }
    #expect(workspace.snapshot == before)
    let left = "\(workspace.path)/\(workspace.unit)/.enkat.4711.part"
    try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: false)
    try workspace.apply(workspace.request(workspace.september()))
    #expect(!FileManager.default.fileExists(atPath: left))
  }
}
