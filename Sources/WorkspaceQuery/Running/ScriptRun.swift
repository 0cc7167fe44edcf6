internal import Diagnostics
package import Query
internal import Tables

/// Runs the statements of a script one after the other.
package struct ScriptRun {
  private let script: SQLScript
  private let catalogue: WorkspaceCatalogue
  private let options: QueryOptions
  private let publishes: Bool

  /// Prepares to run a script.
  ///
  /// - Parameters:
  ///   - script: The statements.
  ///   - catalogue: The tables. Working days are counted by the calendar of its workspace.
  ///   - options: How the statements run.
  ///   - publishes: Whether the results are to be published: only counts of persons' rows pass, those of
  ///     few are withheld, and what passes is put on record.
  package init(
    _ script: SQLScript, in catalogue: WorkspaceCatalogue, options: QueryOptions = QueryOptions(),
    publishes: Bool = false
  ) {
    self.publishes = publishes
    self.script = script
    self.catalogue = catalogue
    var options = options
    options.workingDays = { catalogue.workingDays(after: $0, through: $1) }
    self.options = options
  }

  /// Runs the statements on this thread; the first that fails is the last.
  ///
  /// - Parameters:
  ///   - results: Takes what they give.
  ///   - control: Tells another thread of the progress, and lets it end the run.
  /// - Returns: What is known of each statement.
  /// - Throws: ``ScriptError`` for what is wrong with a statement, a `Diagnostic` for what is wrong
  ///   with a file, ``QueryCancelled``, and what `results` throws.
  @discardableResult
  package func run(
    to results: any ResultHandler, control: RunControl = RunControl()
  ) throws -> [StatementSummary] {
    let statements: [ScriptStatement]
    do {
      statements = try script.statements()
    } catch let error as QueryError {
      throw ScriptError(error, phase: .binding, in: nil)
    }
    try results.open(statements: statements.count)
    let summaries = try statements.map { try run($0, to: results, control) }
    try results.close()
    return summaries
  }

  private func run(
    _ statement: ScriptStatement, to results: any ResultHandler, _ control: RunControl
  ) throws -> StatementSummary {
    let clock = ContinuousClock()
    let start = clock.now
    let publication = try publishes ? published(statement) : nil
    let run = StatementRun(
      statement.sql, in: catalogue, options: options, revision: publication?.revision)
    try control.follow(run)
    try results.begin(statement)
    var columns: [QueryColumn] = []
    var rowCount = 0
    do {
      try run.run {
        columns = $0
        try results.columns($0)
      } handle: { chunk in
        rowCount += chunk.rowCount
        try results.rows(chunk)
      }
    } catch let error as QueryError {
      throw ScriptError(error, phase: run.phase, in: statement)
    }
    let summary = StatementSummary(
      statement: statement, columns: columns, rowCount: rowCount,
      duration: start.duration(to: clock.now), peakMemory: run.peakMemory, problems: run.problems,
      withheld: publication?.withheld ?? WithheldFigures())
    try results.end(summary)
    return summary
  }

  private func published(_ statement: ScriptStatement) throws -> Publication {
    do {
      return try PublishedRun(statement.sql, in: catalogue, options: options).recorded()
    } catch let error as QueryError {
      throw ScriptError(error, phase: .binding, in: statement)
    }
  }

  /// What of a statement would be withheld if it were published, or why it would be refused;
  /// `nil` for one that is not about persons.
  package func preview(of statement: ScriptStatement) -> PublicationPreview? {
    do {
      return try PublishedRun(statement.sql, in: catalogue, options: options).preview()
        .map { .withheld($0.withheld) }
    } catch let error as QueryError {
      return .refused(error)
    } catch {
      return nil
    }
  }
}

/// What publishing a statement would come to.
package enum PublicationPreview: Hashable, Sendable {
  /// So much would be withheld.
  case withheld(WithheldFigures)
  /// It would be refused.
  case refused(QueryError)
}
