internal import Foundation
internal import TableFiles
internal import TableFixtures
internal import Testing

@testable import Imports

/// Whatever ends a step, at whatever call: nothing is lost and nothing is half.
///
/// A sample of the points is tried; `IMPORT_FAULTS=all` tries them all, as `make test-long` does.
@Suite(.serialized) struct FaultTests {
  private static let isWhole = ProcessInfo.processInfo.environment["IMPORT_FAULTS"] == "all"
  /// How many points of a step are tried.
  private static let sample = 8

  private static func points(_ count: Int, _ seed: UInt64) -> [Int] {
    let all = Array(0..<count)
    guard !isWhole else { return all }
    var random = SeededGenerator(state: seed)
    return Array(all.shuffled(using: &random).prefix(sample)).sorted()
  }

  @Test("a process that is killed at any call that changes a file", arguments: FaultScenario.all)
  func killed(scenario: FaultScenario) throws {
    let ground = try FaultGround(scenario)
    #expect(ground.before != ground.after)
    var tried = 0
    // A write may be made by half.
    let calls = ground.record.enumerated().flatMap { place, change in
      if case .write = change { [(place, false), (place, true)] } else { [(place, false)] }
    }
    for point in Self.points(calls.count, 7) {
      let (limit, writesHalf) = calls[point]
      let path = try ground.copy()
      try? CurrentFileChanges.$value.withValue(TestedChanges(limit: limit, writesHalf: writesHalf))
      {
        try scenario.step(path, ground.key)
      }
      tried += 1
      let fault = ground.fault(in: path)
      #expect(fault == nil, "\(scenario.name), killed at call \(limit): \(ground.record[limit])")
    }
    Self.tell("\(scenario.name): killed at \(tried) of \(calls.count) points")
  }

  @Test("a call that changes a file fails, as on a full disk", arguments: FaultScenario.all)
  func failed(scenario: FaultScenario) throws {
    let ground = try FaultGround(scenario)
    let points = Self.points(ground.record.count, 13)
    for limit in points {
      let path = try ground.copy()
      try? CurrentFileChanges.$value.withValue(TestedChanges(limit: limit, goesOn: true)) {
        try scenario.step(path, ground.key)
      }
      let fault = ground.fault(in: path)
      #expect(fault == nil, "\(scenario.name), call \(limit) failed: \(ground.record[limit])")
    }
    Self.tell("\(scenario.name): \(points.count) of \(ground.record.count) calls failed")
  }

  @Test("a key is whole or not there, wherever its making ends") func key() throws {
    let workspace = try TestWorkspace()
    for limit in 0..<20 {
      let file = PseudonymKeyFile(path: "\(workspace.path)/\(limit)/deep/pseudonym.key")
      let changes = TestedChanges(limit: limit)
      let made = try? CurrentFileChanges.$value.withValue(changes) { try file.readOrMake() }
      let kept = try file.read()
      if let made { #expect(kept?.hexadecimal == made.hexadecimal) }
      let next = try file.readOrMake().hexadecimal
      #expect(kept == nil || kept?.hexadecimal == next)
      #expect((made == nil) == (changes.record.count > limit))
    }
  }

  @Test(
    "a power cut after any call, with what was not synced dropped", arguments: FaultScenario.all)
  func powerCut(scenario: FaultScenario) throws {
    let ground = try FaultGround(scenario)
    var disk = ground.disk
    var states: [(cut: Int, names: Int, disk: Disk)] = []
    for cut in 0...ground.record.count {
      if cut > 0 { disk.make(ground.record[cut - 1]) }
      for names in disk.keptCount...disk.changeCount { states.append((cut, names, disk)) }
    }
    var tried = 0
    // The last one is always tried: a step that has ended outlives the cut.
    for point in Set(Self.points(states.count, 11) + [states.count - 1]).sorted() {
      let state = states[point]
      let path = ground.place()
      try state.disk.restore(to: path, names: state.names)
      tried += 1
      let fault = ground.fault(in: path, mayBeOld: state.cut < ground.record.count)
      #expect(
        fault == nil, "\(scenario.name), cut after \(state.cut) calls, \(state.names) names kept")
    }
    Self.tell("\(scenario.name): power cut in \(tried) of \(states.count) states")
  }

  /// The tests above would not see much if they missed this.
  @Test(
    "a step whose files or folders are not synced would be found out", arguments: [true, false])
  func notSynced(files: Bool) throws {
    let scenario = try #require(FaultScenario.all.first { $0.name == "second round" })
    let ground = try FaultGround(scenario)
    var disk = ground.disk
    for change in ground.record {
      switch change {
      case .sync where files: continue
      case .syncFolder where !files: continue
      default: disk.make(change)
      }
    }
    let path = ground.place()
    try disk.restore(to: path, names: files ? disk.changeCount : disk.keptCount)
    #expect(ground.fault(in: path, mayBeOld: false) != nil)
  }

  /// Counts for those who try them all.
  private static func tell(_ text: String) {
    if isWhole { print(text) }
  }
}
