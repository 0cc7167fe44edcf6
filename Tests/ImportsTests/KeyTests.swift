internal import Foundation
internal import Labels
internal import Testing

@testable import Imports

/// Pseudonyms link the rounds of a survey, and only by the key that made them.
struct KeyTests {
  private let rounds = [
    (month: 1, sizes: [5, 9, 13]), (month: 5, sizes: [6, 10, 13]), (month: 9, sizes: [6, 12, 14]),
  ]

  private func file(_ workspace: TestWorkspace, _ round: Int) throws -> String {
    try workspace.file(
      "round-\(round).csv", LeadersSurvey.names,
      LeadersSurvey.rows(month: rounds[round].month, rounds[round].sizes))
  }

  private func january() throws -> TestWorkspace {
    let workspace = try TestWorkspace()
    try workspace.apply(
      workspace.request(file(workspace, 0), invited: LeadersSurvey.invited))
    return workspace
  }

  private func respondents(_ workspace: TestWorkspace, wave: String) throws -> [String] {
    let table = try #require(
      try TextTable("\(workspace.path)/\(workspace.unit)/enkat", "responses.csv"))
    return table.rows.filter { table.text($0, "wave") == wave }.map { table.text($0, "respondent") }
  }

  @Test("another key, or none, is refused in words: everybody would be somebody new")
  func anotherKey() throws {
    let workspace = try january()
    let request = workspace.request(try file(workspace, 1))
    let cases: [(PseudonymKey?, String)] = [
      (.random(), "nyckeln är en annan än den som gjorde enkätens pseudonymer"),
      (nil, "nyckeln som gjorde enkätens pseudonymer finns inte"),
    ]
    for (key, message) in cases {
      let plan = try ImportPlanner.plan(request, key: key)
      #expect(plan.problems.map(\.message.swedish) == [message])
      #expect(!plan.isReady && !plan.needsKey)
    }
    #expect(try ImportPlanner.plan(request, key: workspace.key).isReady)
    // The first pseudonyms of all need no key that was there before.
    let other = try TestWorkspace()
    let plan = try ImportPlanner.plan(
      other.request(file(other, 0), invited: LeadersSurvey.invited), key: nil)
    #expect(plan.isReady && plan.needsKey)
  }

  @Test("a survey in which nobody is known needs no key")
  func nobodyIsKnown() throws {
    let workspace = try TestWorkspace()
    let rows = LeadersSurvey.rows(month: 1, [5, 9, 13]).map { row in
      row.enumerated().map { $0 == 0 || $0 == 3 || $0 == 4 ? "" : $1 }
    }
    let plan = try ImportPlanner.plan(
      workspace.request(
        workspace.file("a.csv", LeadersSurvey.names, rows), invited: LeadersSurvey.invited),
      key: nil)
    #expect(plan.isReady)
    #expect(!plan.usesKey && !plan.needsKey)
  }

  @Test("who cannot be looked for is told, and who is named by pseudonym is found without a key")
  func forget() throws {
    let workspace = try january()
    let before = workspace.snapshot
    for key in [nil, PseudonymKey.random()] {
      let result = try ImportStore(workspace.path).forget("p01@exempel.se", key: key, at: "")
      #expect(result == ImportStore.Forgotten(changes: [], closed: ["kansliet/enkat"]))
    }
    #expect(workspace.snapshot == before)
    let pseudonym = workspace.key.pseudonym(of: "p01@exempel.se", in: "kansliet/enkat")
    let result = try ImportStore(workspace.path).forget(pseudonym, key: nil, at: "")
    #expect(result.changes.map(\.rows) == [1])
    #expect(result.closed == [])
  }

  @Test("a folder that is called something else keeps its pseudonyms")
  func renamedFolder() throws {
    let workspace = try january()
    let unit = "\(workspace.path)/\(workspace.unit)"
    try FileManager.default.moveItem(atPath: "\(unit)/enkat", toPath: "\(unit)/medarbetare")
    let plan = try workspace.apply(workspace.request(file(workspace, 1)))
    #expect(plan.survey == "medarbetare")
    // All who answered in January did so in May as well.
    #expect(plan.waves.map(\.again) == [27])
  }

  /// The pseudonym after a rotation is Python's
  /// `hmac.new(k2, b"rotation\0" + hmac.new(k1, message, "sha256").hexdigest()[:32].encode(), "sha256")`, with
  /// `k1 = bytes(range(32))`, `k2 = bytes(range(32, 64))` and the message `kansliet/enkat\0p00@exempel.se`.
  @Test("a rotated key makes pseudonyms of pseudonyms")
  func rotatedPseudonym() throws {
    let digits = [0..<32, 32..<64].map { $0.map { UInt8($0) }.hexadecimal }.joined(separator: "\n")
    let key = try #require(PseudonymKey(hexadecimal: digits))
    #expect(
      key.pseudonym(of: "p00@exempel.se", in: "kansliet/enkat")
        == "31fcc0ea64ebddaf6d2c5c4a8f24d3d8")
    let older = try #require(key.generations.last)
    #expect(
      key.renewed(older.pseudonym(of: "p00@exempel.se", in: "kansliet/enkat"), from: older)
        == "31fcc0ea64ebddaf6d2c5c4a8f24d3d8")
    #expect(key.generation(older.check)?.hexadecimal == older.hexadecimal)
    #expect(key.generation("0000000000000000") == nil)
    #expect(PseudonymKey(hexadecimal: digits + "\nabc") == nil)
  }

  @Test("persons stay linked over a rotation, also by undo, and can be forgotten")
  func rotation() throws {
    let workspace = try january()
    try workspace.apply(workspace.request(file(workspace, 1)))
    let before = try respondents(workspace, wave: "2026-05")
    let key = workspace.key.rotated()
    let store = try ImportStore(workspace.path)
    #expect(try store.keys(key).map(\.state) == [.older])
    // A survey that was not brought along goes on with the key as it was.
    #expect(
      try ImportPlanner.plan(workspace.request(file(workspace, 2)), key: key).waves.map(\.again)
        == [29])
    #expect(try store.renew(to: key, at: "2026-10-02T09:00:00").map(\.state) == [.older])
    #expect(try store.keys(key).map(\.state) == [.current])
    #expect(try store.keys(workspace.key).map(\.state) == [.closed])
    let after = try respondents(workspace, wave: "2026-05")
    #expect(Set(after).isDisjoint(with: before))
    #expect(after.count == Set(after).count)
    let plan = try ImportPlanner.plan(workspace.request(file(workspace, 2)), key: key)
    #expect(plan.waves.map(\.again) == [29])
    // No copy keeps what an older key opens.
    for (name, data) in workspace.snapshot {
      let text = String(decoding: data, as: UTF8.self)
      #expect(!before.contains { text.contains($0) }, "\(name)")
    }
    let forgotten = try store.forget("p01@exempel.se", key: key, at: "2026-10-03T09:00:00")
    #expect(forgotten.changes.map(\.rows) == [2])
  }

  /// A form that is made anew for the next round numbers its responses from 1 again.
  @Test("numbers of responses link no persons of two rounds")
  func numbersOfResponses() throws {
    let workspace = try TestWorkspace()
    func request(_ month: Int, _ sizes: [Int]) throws -> ImportRequest {
      let rows = LeadersSurvey.rows(month: month, sizes).map { row in
        row.enumerated().map { $0 == 3 ? "anonymous" : $0 == 4 ? "" : $1 }
      }
      return workspace.request(
        try workspace.file("round-\(month).csv", LeadersSurvey.names, rows),
        invited: LeadersSurvey.invited)
    }
    try workspace.apply(request(1, [5, 9, 13]))
    try workspace.apply(request(9, [6, 12, 14]))
    let january = try respondents(workspace, wave: "2026-01")
    let september = try respondents(workspace, wave: "2026-09")
    #expect(Set(january).count == 27 && Set(september).count == 32)
    #expect(Set(january).isDisjoint(with: september))
    // Who knows the number of a response can have it removed.
    let store = try ImportStore(workspace.path)
    let result = try store.forget("30", key: workspace.key, at: "")
    #expect(result.changes.map(\.rows) == [1])
    #expect(result.changes.map(\.waves) == [["2026-09"]])
    // Response 5 of January and that of September are two persons: which is meant has to be said.
    #expect {
      try store.forget("5", key: workspace.key, at: "")
    } throws: { error in
      (error as? ImportProblem)?.fixes.map(\.english).contains { $0.contains("--wave") } == true
    }
    #expect(Set(try respondents(workspace, wave: "2026-01")).count == 27)
    let one = ImportStore.ForgetScope(wave: "2026-01")
    #expect(try store.forget("5", in: one, key: workspace.key, at: "").changes.map(\.rows) == [1])
    #expect(Set(try respondents(workspace, wave: "2026-01")).count == 26)
    #expect(Set(try respondents(workspace, wave: "2026-09")).count == 31)
    #expect(throws: ImportProblem.self) {
      try store.forget(
        "6", in: ImportStore.ForgetScope(survey: "nowhere/x"), key: workspace.key, at: "")
    }
    let all = ImportStore.ForgetScope(takesAll: true)
    #expect(
      try store.forget("6", in: all, key: workspace.key, at: "").changes.map(\.waves)
        == [["2026-01", "2026-09"]])
  }

  @Test("a person in a list of persons is found however the address is written")
  func forgetListed() throws {
    let workspace = try january()
    let folder = "\(workspace.path)/\(workspace.unit)/enkat"
    try Data("wave,respondent,group,disposition\n2026-01,anna.berg@exempel.se,stab,I\n".utf8)
      .write(to: URL(fileURLWithPath: folder + "/invitations.csv"))
    let mapping = """
      columns:
        - {text: "Email", id: ""}
      answers:
        - {text: "Fråga Anna Berg", id: "1", question: "q1"}
        - {text: "Bra", id: "4"}

      """
    try Data(mapping.utf8).write(to: URL(fileURLWithPath: folder + "/mapping.yaml"))
    let ledger = workspace.text("imports.csv").replacing("round-0.csv", with: "svar_anna_berg.csv")
    try Data(ledger.utf8).write(to: URL(fileURLWithPath: folder + "/imports.csv"))
    let store = try ImportStore(workspace.path)
    #expect(
      try store.forget("Anna.Berg@Exempel.se", key: workspace.key, at: "").changes.count == 1)
    #expect(workspace.text("invitations.csv") == "wave,respondent,group,disposition\n")
    #expect(try store.forget("Anna  Berg", key: workspace.key, at: "").changes.count == 1)
    #expect(!workspace.text("mapping.yaml").contains("Anna"))
    #expect(workspace.text("mapping.yaml").contains(#"{text: "Bra", id: "4"}"#))
    #expect(!workspace.text("imports.csv").contains("anna"))
    #expect(LedgerProof.problems(of: workspace.path, unit: nil) == [])
  }

  @Test("ids of a list of persons that look like pseudonyms are not touched")
  func listed() throws {
    let workspace = try january()
    let folder = "\(workspace.path)/\(workspace.unit)/enkat"
    try Data(
      "wave,respondent,group,disposition\n2026-01,\(String(repeating: "a", count: 32)),stab,I\n"
        .utf8
    )
    .write(to: URL(fileURLWithPath: folder + "/invitations.csv"))
    let before = workspace.snapshot
    #expect(
      try ImportStore(workspace.path).renew(to: workspace.key.rotated(), at: "").map(\.state)
        == [.listed])
    #expect(workspace.snapshot == before)
  }

  @Test("a key file is made once, whole, and rotated without losing a line")
  func keyFile() async throws {
    let folder = NSTemporaryDirectory() + "nyckeltal-key-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = PseudonymKeyFile(path: folder + "/pseudonym.key")
    // Many at once get the same.
    let keys = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<16 { group.addTask { try file.readOrMake().hexadecimal } }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(keys.count == 1)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 { group.addTask { _ = try file.rotate() } }
      try await group.waitForAll()
    }
    let key = try #require(try file.read())
    #expect(key.generations.count == 9)
    #expect(keys == [key.generations[8].hexadecimal])
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        == [".nyckeltal.lock", "pseudonym.key"])
  }
}
