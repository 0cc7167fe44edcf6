internal import Dispatch
internal import Notebooks
internal import Synchronization

/// A line on the terminal for a notebook that takes longer than a second.
final class NotebookProgress: Sendable {
  private let run: NotebookRun
  private let name: String
  /// Whether the line is shown; `nil` when the run is over.
  private let isShown = Mutex<Bool?>(false)

  init(_ run: NotebookRun, named name: String) {
    self.run = run
    self.name = name
    guard SystemFile.isTerminal(SystemFile.standardError) else { return }
    look(after: 1000)
  }

  /// Clears the line.
  func stop() {
    isShown.withLock { shown in
      if shown == true { SystemFile.complain("\r\u{1B}[K") }
      shown = nil
    }
  }

  private func look(after milliseconds: Int) {
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { [self] in
      let goesOn = isShown.withLock { shown in
        guard shown != nil else { return false }
        let (done, total) = run.progress
        SystemFile.complain("\r\(name): \(done) of \(total) cells\u{1B}[K")
        shown = true
        return true
      }
      if goesOn { look(after: 200) }
    }
  }
}
