internal import Imports
internal import Synchronization

/// The statements that were asked lately, each under an id that nobody can guess.
final class QueryRuns: Sendable {
  private struct State {
    /// The newest last.
    var runs: [(id: String, run: QueryRun)] = []
    /// What each account has asked, the newest last.
    var history: [String: [String]] = [:]
  }

  /// How many results are kept, of one account and of all.
  private static let mostOwn = 4
  private static let most = 24
  private static let longestHistory = 50

  /// Where statements run, two at a time.
  let queue = WorkQueue("queries", width: 2, mostWaiting: 100)
  /// Where results are sorted and written as files, so that no page and no statement waits for it.
  let results = WorkQueue("results", width: 1, mostWaiting: 100)
  private let state = Mutex(State())

  /// Keeps a run; the oldest of the same account goes, and what still runs of it is stopped.
  func begin(_ run: QueryRun) -> String {
    let id = SecretBytes.random(16).hexadecimal
    let gone = state.withLock { state -> [QueryRun] in
      var gone: [QueryRun] = []
      func remove(_ place: Int?) {
        if let place { gone.append(state.runs.remove(at: place).run) }
      }
      if state.runs.count(where: { $0.run.account == run.account }) >= Self.mostOwn {
        remove(state.runs.firstIndex { $0.run.account == run.account })
      }
      if state.runs.count >= Self.most { remove(0) }
      state.runs.append((id, run))
      var history = state.history[run.account, default: []].filter { $0 != run.sql }
      history.append(run.sql)
      state.history[run.account] = Array(history.suffix(Self.longestHistory))
      return gone
    }
    for run in gone { run.cancel() }
    return id
  }

  /// Lets the oldest results go until those that are kept have room, when one has come.
  func makeRoom() {
    state.withLock { state in
      var cells = state.runs.map(\.run.cellCount).reduce(0, +)
      while cells > QueryRun.Limits.keptCells,
        let place = state.runs.firstIndex(where: { $0.run.cellCount > 0 })
      {
        cells -= state.runs.remove(at: place).run.cellCount
      }
    }
  }

  /// A run of somebody's own; `nil` for one that is not there, or is another's.
  func find(_ id: String, account: String) -> QueryRun? {
    state.withLock { state in
      state.runs.first { $0.id == id && $0.run.account == account }?.run
    }
  }

  /// What an account has asked, the newest first.
  func history(of account: String) -> [String] {
    state.withLock { $0.history[account, default: []].reversed() }
  }
}
