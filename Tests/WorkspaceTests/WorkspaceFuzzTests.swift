import Foundation
import TableFixtures
import Testing

@testable import WorkspaceFuzz

/// Workspaces with damaged files.
@Suite struct WorkspaceFuzzTests {
  /// The first workspaces of `Benchmarks/fuzz/workspaces`, which reads as many as there is time for.
  @Test func trials() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nyckeltal-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let original = try WorkspaceTrial.answer(of: WorkspaceTrial.original)
    #expect(original.figures.count > 20)
    var told = 0
    for seed in 1...16 {
      let trial = try WorkspaceTrial(seed: seed, in: folder)
      // How long it takes is no matter of tests, which run beside others.
      switch trial.verdict(against: original, longest: .infinity) {
      case .told: told += 1
      case .unchanged, .silent: break
      case .wrong(let why):
        Issue.record("seed \(seed): \(trial.changes.map { "\($0.file) \($0.change)" }): \(why)")
      }
    }
    #expect(told > 4)
  }

  @Test("the same text in other bytes gives the same figures")
  func bytes() throws {
    #expect(WorkspaceChange.utf16.reasonForSilence == nil)
    var random = SeededGenerator(state: 1)
    #expect(
      WorkspaceChange.rowsTwice.applied(to: Array("a\n1\n".utf8), &random)
        == Array("a\n1\n1\n".utf8))
    #expect(
      WorkspaceChange.headerLost.applied(to: Array("a\n1\n".utf8), &random) == Array("1\n".utf8))
    #expect(WorkspaceChange.utf16.applied(to: Array("å".utf8), &random) == [0xFF, 0xFE, 0xE5, 0])
  }
}
