internal import ArgumentParser
internal import Diagnostics
internal import Query
internal import TableFiles
internal import WorkspaceQuery

/// Runs scripts at the command line: writes their results, prints what goes wrong, and ends with the
/// code for it.
final class QuerySession {
  let catalogue: WorkspaceCatalogue
  var settings: SessionSettings
  /// What was said of files: it is said once.
  private var told: Set<Diagnostic> = []

  init(_ catalogue: WorkspaceCatalogue, _ settings: SessionSettings) {
    self.catalogue = catalogue
    self.settings = settings
  }

  /// Runs a script and ends with the exit code that fits its first failure, which is printed.
  func run(_ script: SQLScript, to place: OutputPlace) throws {
    let output = try ResultOutput(place)
    Interruption.shared.catchSignal()
    do {
      try run(script, to: output, isInteractive: false)
      try output.finish()
    } catch {
      // What is written so far stands before the complaint where both show in one place.
      if place == .standardOutput { try? output.flush() }
      throw error
    }
  }

  /// Runs the statements of a script in order; the first that fails is the last.
  ///
  /// - Throws: `ExitCode` after the failure has been printed.
  func run(_ script: SQLScript, to output: ResultOutput, isInteractive: Bool) throws {
    // A signal that came before is not meant for this script.
    _ = Interruption.shared.take()
    let control = RunControl()
    let results = results(to: output, isInteractive: isInteractive, control)
    do {
      defer { results.stopWatching() }
      let run = ScriptRun(
        script, in: catalogue, options: settings.query, publishes: settings.publishes)
      let summaries = try run.run(to: results, control: control)
      try output.flush()
      if !settings.publishes, SystemFile.isTerminal(SystemFile.standardError) {
        for summary in summaries { tell(run.preview(of: summary.statement)) }
      }
    } catch is QueryCancelled {
      if results.isOverdue, let limit = settings.timeout {
        SystemFile.complain(limit.complaint + "\n")
        throw StatementTimeout.exitCode
      }
      SystemFile.complain("stopped\n")
      throw Exit.interrupted
    } catch let error as ScriptError {
      try? output.flush()
      complain(error, in: script)
      throw error.exitCode
    }
  }

  private func results(
    to output: ResultOutput, isInteractive: Bool, _ control: RunControl
  ) -> WatchedResults {
    let style = ResultStyle(
      dialect: settings.dialect, terminalWidth: output.terminalWidth,
      text: TerminalStyle(hasColor: settings.hasColor))
    let document = ResultDocument(
      settings.format, to: output, style: style, isWhole: !isInteractive)
    return WatchedResults(
      document, control: control,
      hidesProgress: output.terminalWidth != nil && settings.format != .table,
      endsProcess: !isInteractive, limit: settings.timeout
    ) { [self] summary in
      if isInteractive { try output.flush() }
      tell(summary.problems)
      if settings.publishes {
        try output.flush()
        // Always the same: how many are left out would tell the few from those that are not there.
        Terminal.complain(
          "note: what is of few persons, or would give it away, is left out where there is any")
      }
      if settings.showsTiming {
        try output.flush()
        SystemFile.complain(summary.timing + "\n")
      }
    }
  }

  /// Says what of a result is not for publishing.
  private func tell(_ preview: PublicationPreview?) {
    switch preview {
    case .withheld(let withheld) where !withheld.isEmpty:
      Terminal.complain("note: not for publishing: --publish would withhold of it \(withheld.text)")
    case .refused(let error):
      Terminal.complain(
        "note: not for publishing: --publish would refuse it: \(error.message)")
    case .withheld, nil: break
    }
  }

  /// Prints what is odd in the files that were read, behind the rows: it explains them.
  private func tell(_ problems: [Diagnostic]) {
    for problem in problems where told.insert(problem).inserted { Terminal.complain(problem) }
  }

  /// Prints what is wrong with a query as the other problems are printed: where, what, a way out.
  private func complain(_ error: ScriptError, in script: SQLScript) {
    let isTerminal = SystemFile.isTerminal(SystemFile.standardError)
    let width = SystemFile.terminalSize(SystemFile.standardError)?.columns ?? 100
    let complaint = QueryComplaint(error.error, in: script, width: width)
    let style = TerminalStyle(hasColor: settings.hasColor && isTerminal)
    Terminal.complain(complaint.text(style, showingValue: isTerminal))
  }
}

extension Exit {
  static let interrupted = ExitCode(130)
}

extension ScriptError {
  /// A wrong query is wrong usage; one that does not fit the data says something of the data.
  var exitCode: ExitCode { phase == .binding ? Exit.usage : Exit.dataError }
}

extension StatementSummary {
  /// `time: 12 ms, memory: 3.4 MB`
  var timing: String {
    let tenths = Int((Double(peakMemory) / 1_048_576 * 10).rounded())
    return "time: \(duration.written), memory: \(tenths / 10).\(tenths % 10) MB"
  }
}

/// How a session runs statements and writes their results.
struct SessionSettings {
  var format: ResultFormat
  var dialect: CSVDialect = .standard
  var showsTiming = false
  var hasColor = false
  var publishes = false
  /// How long each statement may take.
  var timeout: StatementTimeout?
  var query = QueryOptions()
}
