import ArgumentParser
import Foundation

/// Random CSV files in parts, by the scan of a query, byte by byte and by a simple state machine.
@main
struct CSVFuzz: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "csv",
    abstract: "Random CSV files in parts, as a query, byte by byte and by a state machine.")

  @Option(help: "The first seed. Each input has a seed of its own, counted from here.")
  var seed = 1
  @Option(help: "How many inputs; 100 000 unless a number or a time is given.")
  var count: Int?
  @Option(help: "Stop after so many seconds.")
  var seconds: Double?
  @Option(help: "The folder that keeps inputs which are read wrongly, and what was found.")
  var crashes = "crashes"

  func run() throws {
    try FileManager.default.createDirectory(atPath: crashes, withIntermediateDirectories: true)
    let end = seconds.map { Date.now.addingTimeInterval($0) } ?? .distantFuture
    let count = count ?? (seconds == nil ? 100_000 : .max - seed)
    print("seed \(seed)")
    var (done, wrong) = (0, 0)
    while done < count, done % 64 != 0 || Date.now < end {
      if try !isRight(seed + done) { wrong += 1 }
      done += 1
    }
    print("\(done) inputs, seeds \(seed) to \(seed + done - 1): \(wrong) read wrongly")
    if wrong > 0 { throw ExitCode(1) }
  }

  /// Whether an input is read right. It is written before it is read, so that it is there after a
  /// crash.
  private func isRight(_ seed: Int) throws -> Bool {
    let trial = Trial(seed: seed)
    let path = "\(crashes)/seed-\(seed).csv"
    try Data(trial.bytes).write(to: URL(fileURLWithPath: path))
    guard let disagreement = try trial.disagreement(in: path) else {
      try FileManager.default.removeItem(atPath: path)
      return true
    }
    try Data(disagreement.utf8).write(to: URL(fileURLWithPath: "\(crashes)/seed-\(seed).txt"))
    print("seed \(seed): see \(crashes)/seed-\(seed).txt")
    return false
  }
}
