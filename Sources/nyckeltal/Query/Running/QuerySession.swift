internal import ArgumentParser
internal import Diagnostics
internal import Query
internal import Tables

/// Runs statements one after the other and writes their results.
final class QuerySession {
  let catalogue: WorkspaceCatalogue
  var settings: SessionSettings
  /// What was said of files: it is said once.
  private var told: Set<Diagnostic> = []

  init(_ catalogue: WorkspaceCatalogue, _ settings: SessionSettings) {
    self.catalogue = catalogue
    self.settings = settings
    self.settings.query.workingDays = { [catalogue] in catalogue.workingDays(after: $0, through: $1)
    }
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
    do {
      let statements = try Statements.split(script.text)
      // One document of JSON holds one value: of several statements, an array of their results.
      let isArray = settings.format == .json && statements.count > 1 && !isInteractive
      if isArray { try output.append("[") }
      for (index, statement) in statements.enumerated() {
        // The results of several statements are told apart by an empty line.
        if index > 0, settings.format != .ndjson { try output.append(isArray ? "," : "\n") }
        try run(statement, of: script, to: output, isInteractive: isInteractive)
      }
      if isArray { try output.append("]\n") }
    } catch let error as QueryError {
      complain(error, in: script)
      throw Exit.usage
    }
  }

  private func run(
    _ statement: (sql: String, start: Int), of script: SQLScript, to output: ResultOutput,
    isInteractive: Bool
  ) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let run = StatementRun(statement.sql, in: catalogue, options: settings.query)
    let watch = RunWatch(run, endsProcess: !isInteractive)
    defer { watch.stop() }
    var writer = settings.format.writer(
      to: output, dialect: settings.dialect, hasColor: settings.hasColor)
    do {
      try run.run {
        try writer.begin($0)
      } handle: { chunk in
        // Rows on a terminal and a bar on the same would write into each other.
        if output.terminalWidth != nil, settings.format != .table { watch.hideProgress() }
        try writer.write(chunk)
      }
      watch.stop()
      let showsTime = output.terminalWidth != nil && settings.format == .table
      try writer.finish(duration: showsTime ? start.duration(to: clock.now) : nil)
      if isInteractive { try output.flush() }
      tell(run.problems)
      if settings.showsTiming {
        try output.flush()
        let memory = Double(run.peakMemory) / 1_048_576
        SystemFile.complain(
          "time: \(start.duration(to: clock.now).written), memory: \(memory.formattedTenths) MB\n")
      }
    } catch is QueryCancelled {
      watch.stop()
      SystemFile.complain("stopped\n")
      throw Exit.interrupted
    } catch let error as QueryError {
      watch.stop()
      try? output.flush()
      var placed = error
      placed.position = error.position.map { $0 + statement.start }
      complain(placed, in: script)
      throw run.phase == .binding ? Exit.usage : Exit.dataError
    }
  }

  /// Prints what is odd in the files that were read, behind the rows: it explains them.
  private func tell(_ problems: [Diagnostic]) {
    for problem in problems where told.insert(problem).inserted { Terminal.complain(problem) }
  }

  /// Prints what is wrong with a query as the other problems are printed: where, what, a way out.
  private func complain(_ error: QueryError, in script: SQLScript) {
    let style = TextStyle(
      hasColor: settings.hasColor && SystemFile.isTerminal(SystemFile.standardError))
    let width = SystemFile.terminalSize(SystemFile.standardError)?.columns ?? 100
    let complaint = QueryComplaint(error, in: script, width: width)
    let showsValue = SystemFile.isTerminal(SystemFile.standardError)
    SystemFile.complain(complaint.text(style, showingValue: showsValue) + "\n")
  }
}

extension Exit {
  static let interrupted = ExitCode(130)
}

extension Double {
  /// One decimal, `3.4`.
  fileprivate var formattedTenths: String {
    let tenths = Int((self * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
