internal import Query
internal import Synchronization

/// Looks into a run from another thread: how far it has come; and ends it.
///
/// One control belongs to one run. It may be cancelled before the run starts, and stays cancelled.
package final class RunControl: Sendable {
  private struct State {
    var run: StatementRun?
    var isCancelled = false
  }

  private let state = Mutex(State())

  package init() {}

  /// Ends the run soon: it throws ``QueryCancelled``.
  package func cancel() {
    let run = state.withLock { state in
      state.isCancelled = true
      return state.run
    }
    run?.cancel()
  }

  /// How far the sources of the statement that runs have been read, in bytes, or in rows of tables
  /// in memory. The total is `nil` where it is not known.
  package var progress: (done: Int, total: Int?) {
    state.withLock { $0.run }?.progress ?? (0, nil)
  }

  /// The next statement runs.
  ///
  /// - Throws: ``QueryCancelled`` when the run has been cancelled.
  func follow(_ run: StatementRun) throws(QueryCancelled) {
    let isCancelled = state.withLock { state in
      state.run = run
      return state.isCancelled
    }
    if isCancelled { throw QueryCancelled() }
  }
}
