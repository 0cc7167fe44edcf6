import Foundation
import Synchronization

@testable import Notebooks

/// A folder with a notebook, data and a small workspace, gone at the end of the test.
final class NotebookFixture {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "notebook-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var folder: NotebookFolder { NotebookFolder(path) }
  var notebook: String { path + "/book.md" }

  func write(_ text: String, to name: String) throws {
    let file = path + "/" + name
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
  }

  func bytes(_ name: String = "book.md") throws -> [UInt8] {
    try Array(Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
  }

  func text(_ name: String = "book.md") throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  /// A run of the notebook as it stands, with other settings where a test wants them.
  func run(
    set values: [String: String] = [:], _ change: (inout RunSettings) -> Void = { _ in }
  ) throws -> NotebookRun {
    var notebook = Notebook(try bytes(), named: "book.md")
    for (name, value) in values { try notebook.set(name, to: value) }
    var settings = RunSettings(folder: folder)
    change(&settings)
    return NotebookRun(notebook, settings: settings, commands: WordCommands())
  }

  /// Runs the notebook and writes it.
  @discardableResult
  func refresh(
    set values: [String: String] = [:], _ change: (inout RunSettings) -> Void = { _ in }
  ) throws -> RunOutcome {
    let outcome = try run(set: values, change).outcome()
    _ = try outcome.save(to: notebook, folder: folder)
    return outcome
  }

  /// Why outputs are stale, by the names of their cells.
  func reasons(
    set values: [String: String] = [:], _ change: (inout RunSettings) -> Void = { _ in }
  ) throws -> [String: [StaleReason]] {
    let outcome = try run(set: values, change).outcome()
    return Dictionary(
      outcome.cells.filter { !$0.reasons.isEmpty }.map { ($0.label, $0.reasons) },
      uniquingKeysWith: +)
  }
}

/// Counts what is read.
final class ReadCounter: Sendable {
  private let counts = Mutex<[String: Int]>([:])

  func count(_ path: String) {
    counts.withLock { $0[(path as NSString).lastPathComponent, default: 0] += 1 }
  }

  subscript(name: String) -> Int { counts.withLock { $0[name] ?? 0 } }
}
