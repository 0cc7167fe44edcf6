internal import Dispatch
internal import Synchronization

/// Runs what takes long on threads of its own, a few at a time, so that requests that need none of it go on.
final class WorkQueue: Sendable {
  private struct State {
    var running = 0
    var waiting: [@Sendable () -> Void] = []
  }

  private let width: Int
  private let mostWaiting: Int
  private let queue: DispatchQueue
  private let state = Mutex(State())

  /// A queue that runs so many at once, and refuses more than some that wait.
  init(_ name: String, width: Int, mostWaiting: Int = 256) {
    self.width = width
    self.mostWaiting = mostWaiting
    queue = DispatchQueue(label: "nyckeltal." + name, attributes: .concurrent)
  }

  /// Runs some work and waits for it.
  ///
  /// - Throws: ``WebProblem/busy`` where too many wait, or what the work throws.
  func run<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result
  {
    try await withCheckedThrowingContinuation { continuation in
      let isTaken = start { continuation.resume(with: Swift.Result { try work() }) }
      if !isTaken { continuation.resume(throwing: WebProblem.busy) }
    }
  }

  private func start(_ job: @escaping @Sendable () -> Void) -> Bool {
    enum Place { case now, later, never }
    let place = state.withLock { state -> Place in
      if state.running < width {
        state.running += 1
        return .now
      }
      guard state.waiting.count < mostWaiting else { return .never }
      state.waiting.append(job)
      return .later
    }
    if place == .now { dispatch(job) }
    return place != .never
  }

  private func dispatch(_ job: @escaping @Sendable () -> Void) {
    queue.async { [self] in
      job()
      let next = state.withLock { state -> (@Sendable () -> Void)? in
        guard !state.waiting.isEmpty else {
          state.running -= 1
          return nil
        }
        return state.waiting.removeFirst()
      }
      if let next { dispatch(next) }
    }
  }
}
