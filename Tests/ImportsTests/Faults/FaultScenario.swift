internal import Foundation
internal import TableFiles
internal import Tables
internal import Testing

@testable import Imports

/// A step of a workspace that is to stand whole or not at all.
struct FaultScenario: CustomTestStringConvertible, Sendable {
  let name: String
  /// What the workspace is before the step.
  let prepare: @Sendable (TestWorkspace) throws -> Void
  /// The step, in a workspace at a path.
  let step: @Sendable (_ path: String, _ key: PseudonymKey) throws -> Void
  /// Whether it stands whole or not at all; else it goes on where it was ended.
  var isWhole = true

  var testDescription: String { name }

  private static let time = "2026-10-05T09:00:00"

  private static func write(_ name: String, _ month: Int, _ sizes: [Int], _ w: TestWorkspace) throws
  {
    _ = try w.file(name, LeadersSurvey.names, LeadersSurvey.rows(month: month, sizes))
  }

  private static func bringIn(_ name: String, _ path: String, _ key: PseudonymKey) throws {
    let store = try ImportStore(path)
    let request = ImportRequest(
      file: "\(path)/\(name)", workspace: path, invited: LeadersSurvey.invited, replaces: true)
    if let plan = try CasePlan(request) { return try store.apply(plan, at: time) }
    try store.apply(try ImportPlanner.plan(request, key: key), at: time)
  }

  private static func january(_ workspace: TestWorkspace) throws {
    try write("a.csv", 1, [5, 9, 13], workspace)
    try write("b.csv", 9, [6, 12, 14], workspace)
    try bringIn("a.csv", workspace.path, workspace.key)
  }

  private static func both(_ workspace: TestWorkspace) throws {
    try january(workspace)
    try bringIn("b.csv", workspace.path, workspace.key)
    // What else a survey's folder holds.
    let folder = "\(workspace.path)/kansliet/enkat"
    try FileManager.default.createDirectory(
      atPath: "\(folder)/notes/old", withIntermediateDirectories: true)
    try Data("x".utf8).write(to: URL(fileURLWithPath: "\(folder)/notes/old/a.txt"))
    try Data("day,visits\n2026-01-01,3\n".utf8).write(
      to: URL(fileURLWithPath: "\(folder)/visits.csv"))
  }

  private static let tickets = """
    id,received,answered
    1,2026-01-02,2026-01-05
    2,2026-01-03,2026-01-04

    """

  static let all: [FaultScenario] = [
    FaultScenario(
      name: "first round",
      prepare: { try write("a.csv", 1, [5, 9, 13], $0) },
      step: { try bringIn("a.csv", $0, $1) }),
    FaultScenario(
      name: "a new workspace",
      prepare: { workspace in
        for name in try FileManager.default.contentsOfDirectory(atPath: workspace.path) {
          try FileManager.default.removeItem(atPath: "\(workspace.path)/\(name)")
        }
      },
      step: { path, _ in
        guard !WorkspaceFiles(path).isThere else { return }
        _ = try WorkspaceFiles(path).make(title: "Kommunen", unit: "Kansliet", year: 2026)
      }, isWhole: false),
    FaultScenario(
      name: "third round",
      prepare: { workspace in
        try both(workspace)
        try write("c.csv", 11, [7, 13, 15], workspace)
      },
      step: { try bringIn("c.csv", $0, $1) }),
    FaultScenario(name: "second round", prepare: january, step: { try bringIn("b.csv", $0, $1) }),
    FaultScenario(
      name: "the same round anew", prepare: both, step: { try bringIn("b.csv", $0, $1) }),
    FaultScenario(
      name: "undo", prepare: both,
      step: { path, _ in
        _ = try ImportStore(path).undo(unit: nil, survey: nil, at: time)
      }),
    FaultScenario(
      name: "undo of all", prepare: january,
      step: { path, _ in
        _ = try ImportStore(path).undo(unit: nil, survey: nil, at: time)
      }),
    FaultScenario(
      name: "forget", prepare: both,
      step: { path, key in
        _ = try ImportStore(path).forget("p01@exempel.se", key: key, at: time)
      }),
    FaultScenario(
      name: "purge",
      prepare: { workspace in
        try both(workspace)
        let path = "\(workspace.path)/kansliet/enkat/survey.yaml"
        try Data((workspace.text("survey.yaml") + "retention: 1 wave\n").utf8).write(
          to: URL(fileURLWithPath: path))
      },
      step: { path, _ in
        guard let day = CalendarDate(iso: "2026-10-05") else { return }
        _ = try ImportStore(path).purge(on: day, isApplied: true, at: time)
      }),
    FaultScenario(
      name: "renewed pseudonyms", prepare: both,
      step: { path, key in
        let digits = key.hexadecimal + "\n" + String(repeating: "0f", count: 32)
        guard let rotated = PseudonymKey(hexadecimal: digits) else {
          throw CocoaError(.coderInvalidValue)
        }
        _ = try ImportStore(path).renew(to: rotated, at: time)
      }),
    FaultScenario(
      name: "cases",
      prepare: { workspace in
        try both(workspace)
        try Data(tickets.utf8).write(to: URL(fileURLWithPath: "\(workspace.path)/t.csv"))
      },
      step: { try bringIn("t.csv", $0, $1) }),
    FaultScenario(
      name: "more cases",
      prepare: { workspace in
        let file = URL(fileURLWithPath: "\(workspace.path)/t.csv")
        try Data(tickets.utf8).write(to: file)
        try bringIn("t.csv", workspace.path, workspace.key)
        try Data((tickets + "3,2026-01-07,2026-01-09\n").utf8).write(to: file)
      },
      step: { try bringIn("t.csv", $0, $1) }),
  ]
}

/// Copies of a prepared workspace, each to be hit by a fault.
final class FaultGround {
  private let folder: String
  private let workspace: TestWorkspace
  private let scenario: FaultScenario
  private var count = 0
  var key: PseudonymKey { workspace.key }
  let before: [String: Data]
  let after: [String: Data]
  /// The changes that the step makes when nothing stops it, in ``base``.
  let record: [RecordedChange]
  /// The workspace in which they were recorded, as it was before.
  let disk: Disk

  init(_ scenario: FaultScenario) throws {
    self.scenario = scenario
    workspace = try TestWorkspace()
    try scenario.prepare(workspace)
    folder = workspace.path + "-faults"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    before = Self.visible(workspace.path)
    let base = "\(folder)/base"
    try FileManager.default.copyItem(atPath: workspace.path, toPath: base)
    disk = try Disk(base)
    let changes = TestedChanges()
    try CurrentFileChanges.$value.withValue(changes) { [workspace] in
      try scenario.step(base, workspace.key)
    }
    after = Self.visible(base)
    record = changes.record
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// A workspace as it was before the step.
  func copy() throws -> String {
    let path = place()
    try FileManager.default.copyItem(atPath: workspace.path, toPath: path)
    return path
  }

  /// A place for a workspace.
  func place() -> String {
    count += 1
    return "\(folder)/\(count)"
  }

  /// What is wrong with a workspace after a fault; `nil` if nothing is lost and nothing is half, and the step can be
  /// made anew where it was not made.
  func fault(in path: String, mayBeOld: Bool = true) -> String? {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let found = Self.visible(path)
    guard found == after || mayBeOld && (found == before || !scenario.isWhole) else {
      return "neither old nor new: \(Self.difference(found, after))"
    }
    do {
      if found == after {
        _ = try ImportStore(path)
      } else {
        try scenario.step(path, workspace.key)
      }
    } catch {
      return "it does not go on: \(error)"
    }
    guard Self.visible(path) == after else { return "the step cannot be made anew" }
    // Files beside those that are made one by one stand in nobody's way; in folders of answers nothing stays.
    guard scenario.isWhole else { return nil }
    let left = Self.files(path).filter { $0.contains(".part") }
    return left.isEmpty ? nil : "left: \(left)"
  }

  private static func difference(_ a: [String: Data], _ b: [String: Data]) -> [String] {
    Set(a.keys).union(b.keys).filter { a[$0] != b[$0] }.sorted()
  }

  private static func files(_ path: String) -> [String] {
    FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
  }

  /// What people see of the units: the hidden folder of a step that was cut short is none of it.
  private static func visible(_ path: String) -> [String: Data] {
    let names = files(path).filter { !$0.contains(".part") && $0 != ".nyckeltal.lock" }
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        FileManager.default.contents(atPath: "\(path)/\(name)").map { (name, $0) }
      })
  }
}
