package import Diagnostics
internal import Synchronization
package import Tables

/// Runs one statement of any kind. Every kind has a result of columns and rows.
package final class StatementRun: Sendable {
  /// Which step threw: what is wrong with a query itself is known before the first row is read.
  package enum Phase: Sendable { case binding, running }

  private struct State {
    var execution: Execution?
    var phase = Phase.binding
    var isCancelled = false
    var sources: StatementSources?
  }

  /// Puts another query in the place of a bound one, with the help of what parts of it give.
  package typealias Revision =
    @Sendable (
      _ query: BoundQuery, _ rows: (BoundQuery) throws -> [Chunk]
    ) throws -> BoundQuery

  private let sql: String
  private let catalogue: any Catalogue
  private let options: QueryOptions
  private let revision: Revision?
  private let state = Mutex(State())

  /// Prepares to run a statement; a query as somebody revises it, with the same columns.
  package init(
    _ sql: String, in catalogue: any Catalogue, options: QueryOptions, revision: Revision? = nil
  ) {
    self.sql = sql
    self.catalogue = catalogue
    self.options = options
    self.revision = revision
  }

  /// Runs the statement on this thread.
  ///
  /// A file whose later rows contradict the types of the first starts the run again, before
  /// anything is handed over.
  ///
  /// - Parameters:
  ///   - start: Gets the columns, once, before the first rows.
  ///   - handle: Gets the rows in order. A chunk is valid until it returns.
  /// - Throws: ``QueryError``, ``QueryCancelled``, a `Diagnostic`, or what a closure throws.
  package func run(
    start: ([QueryColumn]) throws -> Void, handle: (Chunk) throws -> Void
  ) throws {
    try withoutActuallyEscaping(start) { start in
      try withoutActuallyEscaping(handle) { handle in
        try attempts(start: start, handle: handle)
      }
    }
  }

  private func attempts(
    start: @escaping ([QueryColumn]) throws -> Void, handle: @escaping (Chunk) throws -> Void
  ) throws {
    let sources = StatementSources(catalogue)
    state.withLock { $0.sources = sources }
    var remaining = 32
    while true {
      remaining -= 1
      var attempt = Attempt(start: start, handle: handle)
      do {
        state.withLock { $0.phase = .binding }
        let statement = try Binder.statement(sql, in: sources, options: options.binding)
        state.withLock { $0.phase = .running }
        try run(statement, &attempt)
        return
      } catch let contradiction as TypeContradiction {
        // The source has replaced itself in `sources`; a new one without the tracked wrapper ends
        // here rather than for ever.
        guard !attempt.hasStarted, remaining > 0, try sources.adopt(contradiction) else {
          throw QueryError(
            "the types of a file's columns keep changing while it is read",
            hint: "is another program writing to it?")
        }
      }
    }
  }

  /// Ends a run soon.
  package func cancel() {
    state.withLock { state in
      state.isCancelled = true
      state.execution?.cancel()
    }
  }

  /// Which step runs, or threw.
  package var phase: Phase { state.withLock { $0.phase } }

  /// Warnings and notes about the files that the statement read.
  package var problems: [Diagnostic] { state.withLock { $0.sources }?.problems ?? [] }

  /// How far the sources have been read, in bytes or rows.
  package var progress: (done: Int, total: Int?) {
    state.withLock { $0.execution }?.progress ?? (0, nil)
  }

  /// The most bytes that the query's states took.
  package var peakMemory: Int { state.withLock { $0.execution }?.peakMemory ?? 0 }

  // MARK: - Kinds of statement

  private func run(_ statement: Statement, _ attempt: inout Attempt) throws {
    switch statement {
    case .query(var query):
      if let revision { query = try revision(query, rows) }
      let columns = zip(query.names, query.plan.types).map { QueryColumn($0, $1) }
      do {
        try execution(query).run { chunk in
          try attempt.begin(columns)
          if chunk.rowCount > 0 { try attempt.handle(chunk) }
        }
      } catch let error as QueryError {
        throw FailedCast(query).located(error)
      }
      try attempt.begin(columns)
    case .explain(let query, let isAnalyzed):
      let execution = try execution(query)
      if isAnalyzed { try execution.run { _ in } }
      let lines = execution.explained(analyzed: isAnalyzed).split(separator: "\n")
      try attempt.give([QueryColumn("plan", .text)], lines.map { [.text(String($0))] })
    case .describe(let query):
      try attempt.give(
        [QueryColumn("column", .text), QueryColumn("type", .text)],
        zip(query.names, query.plan.types).map { [.text($0), .text($1.rawValue)] })
    case .summarize(let query):
      let summary = ColumnSummary(query)
      var cells: [Cell] = []
      try execution(summary.query).run { chunk in
        if chunk.rowCount > 0 { cells = chunk.columns.map { $0[0] } }
      }
      try attempt.give(ColumnSummary.columns, summary.rows(cells))
    case .showTables:
      try attempt.give(TableList.columns, TableList.rows(catalogue))
    }
  }

  private func rows(of query: BoundQuery) throws -> [Chunk] {
    var chunks: [Chunk] = []
    try execution(query).run { if $0.rowCount > 0 { chunks.append($0.detached) } }
    return chunks
  }

  private func execution(_ query: BoundQuery) throws -> Execution {
    let execution = Execution(query, options: options.execution)
    let isCancelled = state.withLock { state in
      state.execution = execution
      return state.isCancelled
    }
    if isCancelled { throw QueryCancelled() }
    return execution
  }

  /// What one attempt has handed over.
  private struct Attempt {
    let start: ([QueryColumn]) throws -> Void
    let handle: (Chunk) throws -> Void
    var hasStarted = false

    mutating func begin(_ columns: [QueryColumn]) throws {
      guard !hasStarted else { return }
      hasStarted = true
      try start(columns)
    }

    mutating func give(_ columns: [QueryColumn], _ rows: [[Cell]]) throws {
      try begin(columns)
      let vectors = columns.indices.map { column in
        Vector(rows.map { $0[column] }, type: columns[column].type)
      }
      if !rows.isEmpty { try handle(Chunk(columns: vectors, rowCount: rows.count)) }
    }
  }
}
