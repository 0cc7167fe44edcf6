import ArgumentParser
import Foundation

/// Random notebooks: nothing outside of outputs may change, a second run changes nothing, nothing crashes.
@main
struct NotebookFuzz: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notebook",
    abstract: "Random notebooks, cut, mixed and mangled: no byte outside of outputs may change.")

  @Option(help: "The first seed. Each input has a seed of its own, counted from here.")
  var seed = 1
  @Option(help: "How many inputs.")
  var count = 10_000
  @Option(help: "The folder that keeps inputs which are handled wrongly, and what was found.")
  var crashes = "crashes"

  func run() throws {
    try FileManager.default.createDirectory(atPath: crashes, withIntermediateDirectories: true)
    print("seed \(seed)")
    var wrong = 0
    for number in seed..<seed + count where try !isRight(number) { wrong += 1 }
    print("\(count) inputs, seeds \(seed) to \(seed + count - 1): \(wrong) handled wrongly")
    if wrong > 0 { throw ExitCode(1) }
  }

  /// Whether an input is handled right. It is written before it is read, so that it is there after a
  /// crash.
  private func isRight(_ seed: Int) throws -> Bool {
    let trial = NotebookTrial(seed: UInt64(seed))
    let path = "\(crashes)/seed-\(seed).md"
    try Data(trial.bytes).write(to: URL(fileURLWithPath: path))
    guard let problem = trial.problem else {
      try FileManager.default.removeItem(atPath: path)
      return true
    }
    print("seed \(seed): \(problem)")
    return false
  }
}
