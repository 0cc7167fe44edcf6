import ArgumentParser
import Foundation

/// Data files of every format, changed at random: each is read, or refused in one sentence.
@main
struct FormatFuzz: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "Workbooks, SPSS, Stata and JSON files, changed at random, are read or refused.")

  @Option(help: "The first seed. Each input has a seed of its own, counted from here.")
  var seed = 1
  @Option(help: "How many inputs; 10 000 unless a number or a time is given.")
  var count: Int?
  @Option(help: "Stop after so many seconds.")
  var seconds: Double?
  @Option(help: "The folder with the files that are changed.")
  var files = FormatTrial.files
  @Option(help: "Only files that end like this: xlsx, ods, sav, zsav, dta, json or ndjson.")
  var only: String?
  @Option(help: "The folder that keeps inputs which are read wrongly, and what was found.")
  var crashes = "crashes"

  func run() throws {
    try FileManager.default.createDirectory(atPath: crashes, withIntermediateDirectories: true)
    let end = seconds.map { Date.now.addingTimeInterval($0) } ?? .distantFuture
    let count = count ?? (seconds == nil ? 10_000 : .max - seed)
    print("seed \(seed)")
    var (done, wrong, readable) = (0, 0, 0)
    let originals = try FormatTrial.originals(in: files, only: only)
    guard !originals.isEmpty else { throw ValidationError("No file in \(files) is changed.") }
    while done < count, done % 16 != 0 || Date.now < end {
      let trial = FormatTrial(seed: seed + done, of: originals)
      // It is written before it is read, so that it is there after a crash.
      let path = "\(crashes)/seed-\(seed + done).\(trial.ending)"
      try Data(trial.bytes).write(to: URL(fileURLWithPath: path))
      let verdict = trial.verdict(in: path)
      if case .wrong(let why) = verdict {
        wrong += 1
        print("seed \(seed + done): \(why); see \(path)")
      } else {
        if case .read = verdict { readable += 1 }
        try FileManager.default.removeItem(atPath: path)
      }
      done += 1
    }
    print(
      "\(done) inputs, seeds \(seed) to \(seed + done - 1): \(readable) read, "
        + "\(done - readable - wrong) refused, \(wrong) wrong, at most \(Self.memory) MB")
    if wrong > 0 { throw ExitCode(1) }
  }

  /// The most memory that the process has taken.
  private static var memory: Int {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss >> 20
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return usage.ru_maxrss >> 10
    #endif
  }
}
