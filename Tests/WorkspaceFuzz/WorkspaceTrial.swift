import Diagnostics
import Foundation
import Labels
import Reports
import TableFixtures
import Tables
import Workspace

/// A copy of a workspace of which one or two files are changed; the same for the same seed.
struct WorkspaceTrial {
  enum Verdict: Equatable {
    /// Nothing was said, and no figure is another.
    case unchanged
    /// What is wrong is told.
    case told
    /// A figure is another and nothing is said, for a reason.
    case silent(String)
    case wrong(String)
  }

  /// What a workspace says.
  struct Answer {
    /// Each table of the reports, as CSV.
    var figures: [String: String] = [:]
    /// What is wrong with its files and figures.
    var findings: Set<String> = []
  }

  /// The shipped workspace.
  static let original: String = {
    let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(folder)/datasets"
  }()

  let folder: String
  private(set) var changes: [(change: WorkspaceChange, file: String)] = []

  /// Makes the changed copy.
  init(seed: Int, in folder: String) throws {
    self.folder = folder
    var random = SeededGenerator(state: UInt64(truncatingIfNeeded: seed))
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.copyItem(atPath: Self.original, toPath: folder)
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(".csv") || $0.hasSuffix(".yaml") }
    // Two changes at a time are made seldom: what is told of one would hide the silence of the other.
    for _ in 0...(random.below(8) == 0 ? 1 : 0) {
      let change = random.pick(WorkspaceChange.allCases)
      let file = random.pick(files)
      try apply(change, to: file, among: files, &random)
      changes.append((change, file))
    }
  }

  private func apply(
    _ change: WorkspaceChange, to file: String, among files: [String],
    _ random: inout SeededGenerator
  ) throws {
    let path = "\(folder)/\(file)"
    guard let data = FileManager.default.contents(atPath: path) else { return }
    let others = files.filter { $0.hasSuffix(file.suffix(4)) && $0 != file }
    let other = "\(folder)/\(random.pick(others))"
    func replace(by target: String) throws {
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
    }
    switch change {
    case .swapped:
      guard let second = FileManager.default.contents(atPath: other) else { return }
      try second.write(to: URL(fileURLWithPath: path))
      try data.write(to: URL(fileURLWithPath: other))
    case .misspelt:
      let end = file.lastIndex(of: ".") ?? file.endIndex
      let name = random.below(2) == 0 ? file[..<end].dropLast() : file[..<end] + "s"
      try FileManager.default.moveItem(atPath: path, toPath: "\(folder)/\(name)\(file[end...])")
    case .lost: try FileManager.default.removeItem(atPath: path)
    case .linkedToNothing: try replace(by: "nothing")
    case .linkedToDevice: try replace(by: random.pick(["/dev/zero", "/dev/urandom", "/dev/tty"]))
    case .linkedElsewhere: try replace(by: random.below(4) == 0 ? "/etc/passwd" : other)
    case .folder:
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    default:
      try Data(change.applied(to: Array(data), &random)).write(to: URL(fileURLWithPath: path))
    }
  }

  /// What the copy says, against what the original says.
  ///
  /// - Parameters:
  ///   - original: What the original says.
  ///   - longest: The most seconds that it may take.
  /// - Returns: What became of the change.
  func verdict(against original: Answer, longest: Double) -> Verdict {
    let start = ContinuousClock.now
    let answer: Answer
    do throws(Diagnostic) {
      answer = try Self.answer(of: folder)
    } catch {
      return error.message.isEmpty ? .wrong("a refusal without words") : .told
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    if seconds > longest { return .wrong("it took \(seconds) s") }
    if let odd = answer.findings.first(where: { $0.isEmpty || $0.contains("\n\n") }) {
      return .wrong("a problem without words: \(odd)")
    }
    // What is told of a figure is told where something is said that was not said before, or is said no more.
    if answer.findings != original.findings { return .told }
    guard answer.figures != original.figures else { return .unchanged }
    let reasons = changes.map(\.change.reasonForSilence)
    guard let reason = reasons.compactMap(\.self).first else {
      let table = original.figures.keys.sorted()
        .first { original.figures[$0] != answer.figures[$0] }
      return .wrong("table \(table ?? "that is new") is another, and nothing is said")
    }
    return .silent(reason)
  }

  /// Everything that reports of two years say, and `check`.
  static func answer(of folder: String) throws(Diagnostic) -> Answer {
    let workspace = try WorkspaceLoader.load(
      folder: folder, day: ReportingDay(today: CalendarDate(iso: "2026-01-15")))
    var answer = Answer()
    let csv = CSVRenderer(language: .english)
    for year in [2012, 2023] {
      for part in ReportSet(workspace, year: year).parts {
        for table in part.document.dataTables {
          answer.figures["\(part.place.path) \(table.id)"] = csv.render(table)
            .replacingOccurrences(of: folder, with: "")
        }
      }
    }
    let told =
      workspace.diagnostics.map { $0.formatted() }
      + workspace.findings().map { "\($0.id) \($0.message.english)" }
    answer.findings = Set(told.map { $0.replacingOccurrences(of: folder, with: "") })
    return answer
  }
}
