internal import ArgumentParser
internal import Dispatch
internal import Synchronization
internal import TableFiles
internal import WorkspaceQuery

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Looks after a running statement from another thread: cancels it on Ctrl-C or when its time is over, and
/// shows a bar on the terminal when it takes longer than a second.
final class RunWatch: Sendable {
  private struct State {
    var isStopped = false
    var isProgressHidden = false
    var isBarShown = false
    var isOverdue = false
  }

  private let control: RunControl
  private let endsProcess: Bool
  private let limit: StatementTimeout?
  private let started = ContinuousClock.now
  private let state = Mutex(State())

  /// Starts to watch.
  ///
  /// - Parameters:
  ///   - control: Ends the run.
  ///   - endsProcess: Whether a statement that does not stop within a second after Ctrl-C,
  ///     because it waits for standard input, say, is left with its process.
  ///   - limit: How long it may take; `nil` for as long as it likes.
  init(_ control: RunControl, endsProcess: Bool, limit: StatementTimeout?) {
    self.control = control
    self.endsProcess = endsProcess
    self.limit = limit
    look(after: 1, sinceCancelled: nil)
  }

  /// Whether the statement was cancelled because it took longer than it may.
  var isOverdue: Bool { state.withLock(\.isOverdue) }

  /// Ends the watch and clears the bar. Nothing is written from the other thread afterwards.
  func stop() {
    state.withLock { state in
      state.isStopped = true
      Self.clear(&state)
    }
  }

  /// Shows no bar from here on.
  func hideProgress() {
    state.withLock { state in
      guard !state.isProgressHidden else { return }
      state.isProgressHidden = true
      Self.clear(&state)
    }
  }

  // MARK: - On the other thread

  private static let interval = 50

  private func look(after ticks: Int, sinceCancelled: Int?) {
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(Self.interval)) { [self] in
      guard !state.withLock({ $0.isStopped }) else { return }
      var cancelled = sinceCancelled.map { $0 + 1 }
      // Of both within one look the time that is over goes first: it would have ended the run anyway.
      if let limit, cancelled == nil, started.duration(to: .now) >= limit.duration {
        state.withLock { $0.isOverdue = true }
        control.cancel()
        cancelled = 0
      }
      if Interruption.shared.take() {
        control.cancel()
        cancelled = cancelled ?? 0
      }
      if let cancelled, cancelled * Self.interval >= 1000, endsProcess { leave() }
      if ticks * Self.interval >= 1000, ticks % 4 == 0, cancelled == nil { showProgress() }
      look(after: ticks + 1, sinceCancelled: cancelled)
    }
  }

  private func leave() {
    state.withLock { state in
      guard !state.isStopped else { return }
      Self.clear(&state)
      UnfinishedFile.remove()
      if state.isOverdue, let limit {
        SystemFile.complain(limit.complaint + "\n")
        _exit(StatementTimeout.exitCode.rawValue)
      }
      SystemFile.complain("stopped\n")
      _exit(130)
    }
  }

  private func showProgress() {
    guard SystemFile.isTerminal(SystemFile.standardError) else { return }
    let progress = control.progress
    let width = SystemFile.terminalSize(SystemFile.standardError)?.columns ?? 80
    state.withLock { state in
      guard !state.isStopped, !state.isProgressHidden else { return }
      let bar = ProgressBar(done: progress.done, total: progress.total)
      SystemFile.complain("\r" + bar.text(width: width - 1) + "\u{1B}[K")
      state.isBarShown = true
    }
  }

  private static func clear(_ state: inout State) {
    if state.isBarShown { SystemFile.complain("\r\u{1B}[K") }
    state.isBarShown = false
  }
}
