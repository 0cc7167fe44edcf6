internal import Synchronization
package import Tables

/// Runs a query with all cores.
///
/// The result is the same for any number of threads: the same rows in the same order, and where
/// something fails, the error that comes first in the order of the rows.
package final class Execution: Sendable {
  private let query: BoundQuery
  private let options: ExecutionOptions
  private let cancellation = Cancellation()
  private let current: Mutex<Result<QueryRun, QueryError>>

  /// Prepares to run a query.
  package init(_ query: BoundQuery, options: ExecutionOptions) {
    self.query = query
    self.options = options
    current = Mutex(Self.prepared(query, options, cancellation))
  }

  private static func prepared(
    _ query: BoundQuery, _ options: ExecutionOptions, _ cancellation: Cancellation
  ) -> Result<QueryRun, QueryError> {
    Result { () throws(QueryError) in
      QueryRun(
        try PreparedPlan(
          query.plan, names: query.names, rowsPerCombination: options.rowsPerCombination),
        options: options,
        cancellation: cancellation)
    }
  }

  /// Runs the query and handles the chunks of its result in order, on this thread.
  ///
  /// - Throws: What `handle` throws; ``QueryCancelled``; ``QueryError``; a `Diagnostic` for bad
  ///   input; ``TypeContradiction``, before the first chunk is handled unless the result has passed
  ///   64 MB by then.
  package func run(_ handle: (Chunk) throws -> Void) throws {
    let query = try current.withLock { current in
      if (try? current.get().isUsed) == true {
        current = Self.prepared(self.query, options, cancellation)
      }
      let run = try current.get()
      run.isUsed = true
      return run
    }
    defer { query.release() }
    var output = RestartableOutput(isNeeded: query.plan.readsFiles, memory: query.memory)
    defer { output.drop() }
    do {
      try stream(query) { try output.pass($0.withoutMinusZero, to: handle) }
    } catch let error where !(error is TypeContradiction || error is QueryCancelled) {
      // The rows before the error are handled, as they are where nothing is held.
      try output.release(to: handle)
      throw error
    }
    try output.release(to: handle)
  }

  private func stream(_ query: QueryRun, _ handle: (Chunk) throws -> Void) throws {
    if query.isCancelled { throw QueryCancelled() }
    let run = query.whole
    let step = query.plan.step
    if case .limit(let input, let count, let offset) = query.plan.plan {
      var window = try run.limitOffset(count: count, offset: offset)
      return try run.streamLimited(input, &window, step, handle)
    }
    try run.stream(try run.pipeline(query.plan.plan, step), for: nil) { chunk in
      try handle(chunk)
      return true
    }
  }

  /// Ends a run soon. Only sets a flag, so that a signal handler may call it.
  package func cancel() { cancellation.cancel() }

  /// How far the sources have been read: in bytes, or in rows where no bytes are known.
  package var progress: (done: Int, total: Int?) {
    guard let run = try? current.withLock({ $0 }).get() else { return (0, nil) }
    if let total = run.plan.byteTotal { return (run.bytesRead, total) }
    return (run.plan.scanSteps.reduce(0) { $0 + $1.rowsOut }, run.plan.rowTotal)
  }

  /// The most bytes that states and kept rows have taken at one time.
  package var peakMemory: Int {
    (try? current.withLock { $0 }.get())?.memory.peak ?? 0
  }

  /// The plan as a tree, a line a step.
  ///
  /// `analyzed`: whether to tell what the last run counted.
  package func explained(analyzed: Bool) -> String {
    switch current.withLock({ $0 }) {
    case .failure(let error): return "\(error)\n"
    case .success(let run): return PlanText(run, isAnalyzed: analyzed).text
    }
  }
}

extension Chunk {
  /// The same rows with 0.0 for -0.0, which is a sign that no reader of a figure can use.
  fileprivate var withoutMinusZero: Chunk {
    var chunk = self
    for (column, vector) in columns.enumerated() {
      guard case .real(let values) = vector.storage,
        values.contains(where: { $0 == 0 && $0.sign == .minus })
      else { continue }
      chunk.columns[column] = Vector(.real(values.map { $0 + 0 }), nulls: vector.nulls)
    }
    return chunk
  }
}
