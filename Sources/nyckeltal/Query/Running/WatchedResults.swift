internal import Query
internal import Tables
internal import WorkspaceQuery

/// Writes the results of a script, and looks after each statement while it runs.
final class WatchedResults: ResultHandler {
  private let document: ResultDocument
  private let control: RunControl
  /// Whether rows and a bar would write into each other: rows on a terminal, as they come.
  private let hidesProgress: Bool
  private let endsProcess: Bool
  private let limit: StatementTimeout?
  /// Says what is known of a statement that has run.
  private let tell: (StatementSummary) throws -> Void
  private var watch: RunWatch?
  /// Whether the last statement was stopped because it took longer than it may.
  private(set) var isOverdue = false

  /// Results of a script.
  ///
  /// - Parameters:
  ///   - document: Writes them.
  ///   - control: That of the run.
  ///   - hidesProgress: Whether no bar may show once there are rows.
  ///   - endsProcess: Whether a statement that does not stop is left with its process.
  ///   - limit: How long each statement may take.
  ///   - tell: Gets what is known of each statement behind its rows.
  init(
    _ document: ResultDocument, control: RunControl, hidesProgress: Bool, endsProcess: Bool,
    limit: StatementTimeout?, tell: @escaping (StatementSummary) throws -> Void
  ) {
    self.document = document
    self.control = control
    self.hidesProgress = hidesProgress
    self.endsProcess = endsProcess
    self.limit = limit
    self.tell = tell
  }

  /// Ends the watch of the statement that runs, if one does.
  func stopWatching() {
    watch?.stop()
    isOverdue = watch?.isOverdue ?? isOverdue
    watch = nil
  }

  func open(statements count: Int) throws { try document.open(statements: count) }

  func begin(_ statement: ScriptStatement) throws {
    try document.begin(statement)
    watch = RunWatch(control, endsProcess: endsProcess, limit: limit)
  }

  func columns(_ columns: [QueryColumn]) throws { try document.columns(columns) }

  func rows(_ chunk: Chunk) throws {
    if hidesProgress { watch?.hideProgress() }
    try document.rows(chunk)
  }

  func end(_ summary: StatementSummary) throws {
    stopWatching()
    try document.end(summary)
    try tell(summary)
  }

  func close() throws { try document.close() }
}
