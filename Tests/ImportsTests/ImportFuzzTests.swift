internal import Diagnostics
internal import Foundation
internal import Labels
internal import TableFixtures
internal import Tables
internal import Testing
internal import Workspace

@testable import Imports

/// Files that are changed at random are brought in or refused in words, and end nothing.
///
/// `IMPORT_FUZZ` says how many seconds each kind is tried; `IMPORT_SEED` where the seeds begin. A crash is found again
/// by its seed, which is told before each input then.
@Suite(.serialized) struct ImportFuzzTests {
  private static let seconds = ProcessInfo.processInfo.environment["IMPORT_FUZZ"].flatMap(
    Double.init)
  private static let seed =
    ProcessInfo.processInfo.environment["IMPORT_SEED"].flatMap { Int($0) } ?? 1
  /// How many of each kind are tried where no time is given.
  private static let count = 40
  private static let longest = 20.0

  /// What readers of definitions and exports look at, and what they should not stumble over.
  private static let words = [
    "*a", "&a ", "<<: *a", "{", "[", "]", "}", "- ", ": ", "!!int ", "|\n", ">\n", "\u{0}", "\t",
    "\"",
    "---\n", "? ", "retention: 99999999999 months\n", "waves: *a\n", "date: 9999-12-31",
    "date: 0000-00-00",
    "type: matrix, items: []", "scale: {answers: []}", "id: \"\"", "\r\n", ";", ",,,,",
    "9223372036854775808",
    "1e999", "-0", "\u{FEFF}", "\u{202E}", "å", "a\u{30A}", "not-applicable", "2026-01", "../../x",
    "{sv: , en: }",
  ]

  private static func change(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      guard !bytes.isEmpty else { return }
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 1...60, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
      case 3:
        let other = Int.random(in: 0..<bytes.count, using: &random)
        bytes.insert(contentsOf: Array(bytes[place..<end]), at: other)
      case 4: bytes.removeLast(bytes.count - place)
      default:
        bytes.insert(contentsOf: Array((words.randomElement(using: &random) ?? "").utf8), at: place)
      }
    }
  }

  /// Tries changed bytes until the count or the time is over.
  private static func run(
    _ kind: String, _ originals: [(name: String, bytes: [UInt8])],
    _ attempt: (_ name: String, _ bytes: [UInt8]) throws -> Void
  ) throws {
    let end = seconds.map { Date.now.addingTimeInterval($0) }
    var (done, refused) = (0, 0)
    while end.map({ Date.now < $0 }) ?? (done < count) {
      var random = SeededGenerator(state: UInt64(seed + done))
      let original = originals[Int.random(in: 0..<originals.count, using: &random)]
      var bytes = original.bytes
      change(&bytes, &random)
      let start = Date.now
      do {
        try attempt(original.name, bytes)
      } catch let problem as ImportProblem {
        refused += 1
        #expect(isWorded(problem), "\(kind), seed \(seed + done), \(original.name): \(problem)")
      } catch {
        refused += 1
        #expect(error is Diagnostic, "\(kind), seed \(seed + done), \(original.name): \(error)")
      }
      #expect(
        Date.now.timeIntervalSince(start) < longest,
        "\(kind), seed \(seed + done), \(original.name)")
      done += 1
    }
    if end != nil {
      print("\(kind): \(done) inputs, seeds \(seed) to \(seed + done - 1), \(refused) refused")
    }
  }

  /// Whether a problem is one sentence in both languages.
  private static func isWorded(_ problem: ImportProblem) -> Bool {
    [problem.message.swedish, problem.message.english].allSatisfy {
      !$0.isEmpty && !$0.contains("\n")
    }
  }

  @Test("definitions, mappings, ledgers and data of a survey") func workspaces() throws {
    let workspace = try TestWorkspace()
    let file = try workspace.file(
      "a.csv", LeadersSurvey.names, LeadersSurvey.rows(month: 1, [5, 9, 13]))
    try workspace.apply(workspace.request(file, invited: LeadersSurvey.invited))
    let next = try workspace.file(
      "b.csv", LeadersSurvey.names, LeadersSurvey.rows(month: 9, [6, 12, 14]))
    let names =
      ["survey.yaml", "mapping.yaml", "imports.csv", "responses.csv", "population.csv"].map {
        "kansliet/enkat/\($0)"
      } + ["nyckeltal.yaml", "kansliet/unit.yaml"]
    let originals = try names.map { name in
      (name, Array(try Data(contentsOf: URL(fileURLWithPath: "\(workspace.path)/\(name)"))))
    }
    try Self.run("workspaces", originals) { name, bytes in
      let path = URL(fileURLWithPath: "\(workspace.path)/\(name)")
      try Data(bytes).write(to: path)
      for (known, bytes) in originals where known != name {
        try Data(bytes).write(to: URL(fileURLWithPath: "\(workspace.path)/\(known)"))
      }
      _ = try? WorkspaceLoader.load(folder: workspace.path)
      _ = LedgerProof.problems(of: workspace.path, unit: nil)
      let store = try ImportStore(workspace.path)
      _ = try store.keys(workspace.key)
      if let day = CalendarDate(iso: "2030-01-01") {
        _ = try store.purge(on: day, isApplied: false, at: "")
      }
      let plan = try ImportPlanner.plan(workspace.request(next), key: workspace.key)
      _ = TextRendering.both(plan)
    }
  }

  @Test("exports of every layout, as CSV, and files of statistical programs and Excel")
  func exports() throws {
    let workspace = try TestWorkspace()
    let folder = "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Files"
    var originals = ExportFixture.layouts.enumerated().map { place, fixture in
      var table = TextTable(fixture.names)
      table.rows = fixture.rows
      return (name: "\(place).csv", bytes: table.bytes)
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where name != "make" {
      originals.append(
        (name, Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))))
    }
    try Self.run("exports", originals) { name, bytes in
      let path = "\(workspace.path)/\(name)"
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      _ = FileOverview(try Export(reading: path))
      if let plan = try CasePlan(workspace.request(path)) { return _ = plan.preview }
      _ = TextRendering.both(
        try ImportPlanner.plan(workspace.request(path, invited: [("", 40)]), key: nil))
    }
  }

  /// Each list is the one before twice, so that all of it has no end that anybody waits for.
  @Test(
    "aliases that grow without end", .timeLimit(.minutes(1)),
    arguments: ["groups", "waves", "questions", "scale", "scales", "goals", "title", "other"])
  func aliases(key: String) throws {
    let workspace = try TestWorkspace()
    let file = try workspace.file(
      "a.csv", LeadersSurvey.names, LeadersSurvey.rows(month: 1, [5, 9, 13]))
    try workspace.apply(workspace.request(file, invited: LeadersSurvey.invited))
    let lines = (1...60).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
    let rest = workspace.text("survey.yaml").split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .filter { !$0.hasPrefix(key + ":") }.joined(separator: "\n")
    let text = "a0: &a0 {id: x, label: x}\n" + lines + "\(key): *a60\n" + rest
    try Data(text.utf8).write(
      to: URL(fileURLWithPath: "\(workspace.path)/kansliet/enkat/survey.yaml"))
    _ = try? ImportPlanner.plan(workspace.request(file), key: workspace.key)
    _ = try? WorkspaceLoader.load(folder: workspace.path)
  }

  @Test(
    "what is no export is told for what it is",
    arguments: [
      ("tom.csv", "", "filen är tom"), ("tom.xlsx", "", "filen är tom"),
      ("tom.sav", "", "filen är tom"),
      (
        "~$januari.xlsx", "\u{5}Namn",
        "den här filen lägger Excel bredvid en arbetsbok så länge den är öppen; den har inga svar"
      ), ("bild.xlsx", "PNG", "filen är skadad eller av ett annat slag än namnet säger"),
    ])
  func noExport(name: String, text: String, message: String) throws {
    let workspace = try TestWorkspace()
    let path = "\(workspace.path)/\(name)"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let problem = #expect(throws: ImportProblem.self) {
      try ImportPlanner.plan(workspace.request(path), key: nil)
    }
    #expect(problem?.message.swedish == message)
  }

  /// No name of a file or an answer leads out of the workspace, and no pipe or device is waited for.
  @Test("names that lead elsewhere, and files that are none", .timeLimit(.minutes(1)))
  func elsewhere() throws {
    let workspace = try TestWorkspace()
    let file = try workspace.file(
      "a.csv", LeadersSurvey.names, LeadersSurvey.rows(month: 1, [5, 9, 13]))
    for name in ["../x", "/tmp/x", "..", "a/b", ""] {
      var request = workspace.request(file, invited: LeadersSurvey.invited)
      request.survey = name
      #expect(throws: ImportProblem.self) { try ImportPlanner.plan(request, key: workspace.key) }
      request.survey = nil
      request.unit = name
      #expect(throws: ImportProblem.self) { try ImportPlanner.plan(request, key: workspace.key) }
    }
    let pipe = "\(workspace.path)/pipe.csv"
    #expect(mkfifo(pipe, 0o600) == 0)
    for path in [pipe, "/dev/zero", "/dev/random", workspace.path] {
      #expect(throws: ImportProblem.self) {
        try ImportPlanner.plan(workspace.request(path), key: workspace.key)
      }
    }
    // A pipe in the folder of a survey is no file of it, and stays.
    try workspace.apply(workspace.request(file, invited: LeadersSurvey.invited))
    #expect(mkfifo("\(workspace.path)/kansliet/enkat/pipe.csv", 0o600) == 0)
    #expect(throws: ImportProblem.self) {
      try ImportStore(workspace.path).forget("p01@exempel.se", key: workspace.key, at: "")
    }
    #expect(throws: ImportProblem.self) {
      try ImportStore(workspace.path).undo(unit: nil, survey: "nobody", at: "")
    }
  }
}
