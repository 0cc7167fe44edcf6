internal import ArgumentParser
internal import Diagnostics
internal import Notebooks

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// One notebook on the command line. It is run from its own folder, so that files have the same names in
/// its outputs wherever the command is given.
struct NotebookSession {
  private let file: String
  private let values: [(name: String, value: String)]
  private let isForced: Bool
  private let folder: String
  private let fileName: String

  init(_ file: String, _ values: [(name: String, value: String)], isForced: Bool = false) {
    self.file = file
    self.values = values
    self.isForced = isForced
    let slash = file.lastIndex(of: "/")
    folder = slash.map { $0 == file.startIndex ? "/" : String(file[..<$0]) } ?? "."
    fileName = slash.map { String(file[file.index(after: $0)...]) } ?? file
  }

  /// Does something in the folder of the notebook.
  func inFolder<Result>(_ work: () throws -> Result) throws -> Result {
    let here = open(".", O_RDONLY | O_CLOEXEC)
    defer {
      _ = fchdir(here)
      close(here)
    }
    guard here >= 0, chdir(folder) == 0 else { throw missing }
    return try work()
  }

  /// Runs what is not fresh and writes it. An editor may save while cells run: then they run again.
  ///
  /// - Returns: What the run came to.
  func refresh() throws -> RunOutcome {
    for _ in 0..<3 {
      let outcome = try outcome(isRecorded: true)
      let isSaved = try inFolder { try outcome.save(to: fileName, folder: NotebookFolder(".")) }
      guard isSaved else { continue }
      tell(outcome.asWritten)
      return outcome
    }
    throw Diagnostic(
      .error, "notebook-changed", at: SourceLocation(file: file),
      "the file changed again and again while its cells ran", because: "nothing was written",
      fixes: ["save it, and run it again"])
  }

  /// Says what is not fresh and why, and how it would read.
  ///
  /// - Returns: Whether every output is fresh.
  func check() throws -> Bool {
    let outcome = try outcome()
    complain(outcome)
    for cell in outcome.cells where !cell.reasons.isEmpty {
      let why = cell.reasons.map(\.text).joined(separator: "; ")
      try Terminal.print("\(file):\(cell.line): stale: \(cell.label): \(why)\n")
    }
    try Terminal.print(
      UnifiedDifference(from: outcome.before, to: outcome.after, named: file).text)
    return outcome.isFresh && !outcome.hasFailed
  }

  /// The notebook with its parameters.
  func notebook() throws -> Notebook {
    var notebook = Notebook(try contents(), named: file)
    do throws(Diagnostic) {
      for (name, value) in values { try notebook.set(name, to: value) }
    } catch {
      Terminal.complain(error)
      throw Exit.usage
    }
    return notebook
  }

  /// The bytes of the notebook.
  func contents() throws(Diagnostic) -> [UInt8] {
    do {
      return try NotebookFile.contents(of: file)
    } catch {
      guard RegularFile.Identity(of: file) == nil else { throw error }
      throw missing
    }
  }

  private var missing: Diagnostic {
    Diagnostic(
      .error, "notebook-file", at: SourceLocation(file: file), "the notebook cannot be read",
      because: "there is no such file, or it may not be read",
      fixes: ["start one   nyckeltal notebook new '\(file)' --question '…'"])
  }

  /// What a run of the notebook gives, from its folder.
  func running<Result>(
    isRecorded: Bool = false, _ work: (NotebookRun) throws -> Result
  ) throws -> Result {
    let notebook = try notebook()
    return try inFolder {
      let run = NotebookRun(
        notebook,
        settings: RunSettings(
          folder: NotebookFolder("."), isForced: isForced, isRecorded: isRecorded),
        commands: NotebookCommands())
      let watch = NotebookProgress(run, named: file)
      defer { watch.stop() }
      return try work(run)
    }
  }

  private func outcome(isRecorded: Bool = false) throws -> RunOutcome {
    try running(isRecorded: isRecorded) { $0.outcome() }
  }

  // MARK: Words

  private func tell(_ outcome: RunOutcome) {
    complain(outcome)
    for cell in outcome.cells where cell.isKept {
      Terminal.complain(
        Diagnostic(
          .warning, "notebook-edited", at: SourceLocation(file: file, line: cell.line),
          "the output of '\(cell.label)' was edited by hand and is kept",
          fixes: ["overwrite it   nyckeltal notebook run '\(file)' --force"]))
    }
    let count = outcome.cells.count { (isForced || !$0.reasons.isEmpty) && !$0.isKept }
    let kept = outcome.cells.count { $0.isKept }
    let problems = outcome.problems.count + outcome.cells.count { $0.problem != nil }
    let states = [
      count > 0 ? "\(count) renewed" : nil, kept > 0 ? "\(kept) kept as edited" : nil,
      problems > 0 ? "\(problems) with problems" : nil,
    ].compactMap(\.self)
    Terminal.complain("\(file): \(states.isEmpty ? "fresh" : states.joined(separator: ", "))")
  }

  private func complain(_ outcome: RunOutcome) {
    for problem in outcome.problems + outcome.cells.compactMap(\.problem) {
      Terminal.complain(problem)
    }
  }
}
