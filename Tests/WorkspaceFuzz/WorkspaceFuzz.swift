import ArgumentParser
import Foundation

/// Workspaces of which files are cut, swapped, renamed, filled with noise or linked elsewhere: what becomes
/// of them is told.
@main
struct WorkspaceFuzz: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workspaces",
    abstract:
      "Workspaces with damaged files are read within five seconds, and no figure changes unsaid.")

  @Option(help: "The first seed. Each workspace has a seed of its own, counted from here.")
  var seed = 1
  @Option(help: "How many workspaces; 1 000 unless a number or a time is given.")
  var count: Int?
  @Option(help: "Stop after so many seconds.")
  var seconds: Double?
  @Option(help: "The most seconds that one may take.")
  var longest = 5.0
  @Option(help: "The folder that keeps workspaces of which something is wrong.")
  var crashes = "crashes"

  func run() throws {
    try FileManager.default.createDirectory(atPath: crashes, withIntermediateDirectories: true)
    Self.boundMemory()
    let end = seconds.map { Date.now.addingTimeInterval($0) } ?? .distantFuture
    let count = count ?? (seconds == nil ? 1000 : .max - seed)
    print("seed \(seed)")
    let original = try WorkspaceTrial.answer(of: WorkspaceTrial.original)
    var tally = WorkspaceTally()
    while tally.count < count, Date.now < end {
      let number = seed + tally.count
      // It is there after a crash, and after an end by the alarm for what hangs.
      let folder = "\(crashes)/seed-\(number)"
      alarm(UInt32(longest * 4) + 1)
      let trial = try WorkspaceTrial(seed: number, in: folder)
      let verdict = trial.verdict(against: original, longest: longest)
      tally.add(verdict, of: trial)
      if case .wrong(let why) = verdict {
        let changes = trial.changes.map { "\($0.file) \($0.change.rawValue)" }
        print("seed \(number): \(changes.joined(separator: ", ")): \(why); see \(folder)")
      } else {
        try FileManager.default.removeItem(atPath: folder)
      }
    }
    alarm(0)
    print("seeds \(seed) to \(seed + tally.count - 1)\n\(tally.table)")
    if tally.wrong > 0 { throw ExitCode(1) }
  }

  /// What needs more than 4 GB for a workspace of half a megabyte ends.
  private static func boundMemory() {
    #if canImport(Glibc)
      var limit = rlimit(rlim_cur: 4 << 30, rlim_max: 4 << 30)
      setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    #endif
  }
}

/// How many workspaces were damaged in which way, and what was said of them.
struct WorkspaceTally {
  private(set) var count = 0
  private(set) var wrong = 0
  private var rows: [WorkspaceChange: (unchanged: Int, told: Int, silent: Int)] = [:]

  mutating func add(_ verdict: WorkspaceTrial.Verdict, of trial: WorkspaceTrial) {
    count += 1
    guard let change = trial.changes.first?.change else { return }
    switch verdict {
    case .unchanged: rows[change, default: (0, 0, 0)].unchanged += 1
    case .told: rows[change, default: (0, 0, 0)].told += 1
    case .silent: rows[change, default: (0, 0, 0)].silent += 1
    case .wrong: wrong += 1
    }
  }

  /// The counts as a table of Markdown.
  var table: String {
    var lines = [
      "\(count) workspaces, \(wrong) wrong", "",
      "| what was done | no figure is another | told | silent | because |",
      "|---|---:|---:|---:|---|",
    ]
    for change in WorkspaceChange.allCases {
      guard let row = rows[change] else { continue }
      let reason = row.silent > 0 ? change.reasonForSilence ?? "of the other change" : ""
      lines.append(
        "| \(change.rawValue) | \(row.unchanged) | \(row.told) | \(row.silent) | \(reason) |")
    }
    return lines.joined(separator: "\n")
  }
}
