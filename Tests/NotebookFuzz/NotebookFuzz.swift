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
  @Option(help: "How many more of ten megabytes.")
  var long = 3
  @Option(help: "The folder that keeps inputs which are handled wrongly, and what was found.")
  var crashes = "crashes"

  func run() throws {
    try FileManager.default.createDirectory(atPath: crashes, withIntermediateDirectories: true)
    print("seed \(seed)")
    var wrong = 0
    for number in seed..<seed + count {
      let trial = NotebookTrial(seed: UInt64(number))
      if try !isRight(trial, named: "seed-\(number)") { wrong += 1 }
    }
    for number in seed..<seed + long {
      let trial = NotebookTrial(seed: UInt64(number), size: 10_000_000)
      if try !isRight(trial, named: "long-\(number)") { wrong += 1 }
    }
    print("\(count) inputs and \(long) of ten megabytes: \(wrong) handled wrongly")
    if wrong > 0 { throw ExitCode(1) }
  }

  /// Whether an input is handled right. It is written before it is read, so that it is there after a
  /// crash.
  private func isRight(_ trial: NotebookTrial, named name: String) throws -> Bool {
    let path = "\(crashes)/\(name).md"
    try Data(trial.bytes).write(to: URL(fileURLWithPath: path))
    guard let problem = trial.problem else {
      try FileManager.default.removeItem(atPath: path)
      return true
    }
    print("\(name): \(problem)")
    return false
  }
}
