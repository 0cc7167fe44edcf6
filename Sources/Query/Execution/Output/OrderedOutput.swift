internal import Tables

/// Puts chunks from several workers into the order of their parts. A worker that is too far ahead
/// waits, so that little is held.
///
/// Nobody waits for ever. The first chunk of the current part never waits, and some worker has that part:
/// sources hand parts out in rising order, and a worker ends one before it takes another. Where nobody
/// can have it, because it could not be read, ``next()`` sees that all who work are waiting. The consumer
/// stops everybody in the end, also where it throws; workers that wait get ``EnoughRows``.
final class OrderedOutput: Sendable {
  fileprivate struct Part {
    var chunks: [(chunk: Chunk, bytes: Int)] = []
    var isComplete = false
    var failure: (any Error)?
  }

  fileprivate struct State {
    var parts: [Int: Part] = [:]
    /// The part whose chunks are handled now; all before are done.
    var current = 0
    var bytes = 0
    /// Workers that still take parts.
    var working: Int
    /// The parts of those workers that wait.
    var waiting: Set<Int> = []
    var isStopped = false
    /// Whether a part could not be read: what comes after the first missing part is never handled.
    var lacksParts = false

    /// Goes on to the first part that has chunks or is not complete.
    mutating func advance() {
      while let part = parts[current], part.isComplete, part.chunks.isEmpty {
        parts[current] = nil
        current += 1
      }
    }
  }

  fileprivate let state: Monitor<State>
  fileprivate let memory: MemoryBudget
  private let maxBytes: Int
  private let maxAhead: Int
  private let workers: Int

  init(workers: Int, memory: MemoryBudget) {
    self.memory = memory
    self.workers = workers
    maxBytes = min(64 << 20, max(1, (memory.limit ?? .max) / 4))
    maxAhead = 4 * workers
    state = Monitor(State(working: workers))
  }

  deinit {
    memory.give(state.change { $0.bytes })
  }

  /// Corrects the number of workers to those that could be started.
  func started(_ count: Int) { state.change { $0.working -= workers - count } }

  /// A worker takes no more parts.
  func workerEnded() { state.change { $0.working -= 1 } }

  /// Nobody wants more: workers that wait or bring chunks get ``EnoughRows``.
  func stop() { state.change { $0.isStopped = true } }

  /// The next chunk in order; `nil` when there are no more.
  ///
  /// - Throws: The error of the part whose turn it is.
  func next() throws -> Chunk? {
    let event: Result<Chunk?, any Error> = state.wait { state in
      while true {
        if let part = state.parts[state.current] {
          if !part.chunks.isEmpty {
            guard let first = state.parts[state.current]?.chunks.removeFirst() else { continue }
            state.bytes -= first.bytes
            memory.give(first.bytes)
            state.advance()
            return .success(first.chunk)
          }
          if let failure = part.failure { return .failure(failure) }
        } else if state.working == state.waiting.count,
          let next = state.waiting.union(state.parts.keys).min(), next > state.current
        {
          if state.lacksParts {
            state.isStopped = true
            self.state.wake()
            return .success(nil)
          }
          // Sources number their parts without gaps. If one does not, nobody can bring the part:
          // each worker waits with a later one.
          state.current = next
          state.advance()
          self.state.wake()
          continue
        }
        return state.working == 0 ? .success(nil) : nil
      }
    }
    return try event.get()
  }

  /// Whether a chunk must wait. The first chunk of the current part never does.
  fileprivate func isFull(_ state: State, part: Int, bytes: Int) -> Bool {
    let isCurrent = part == state.current
    if isCurrent, state.parts[part]?.chunks.isEmpty != false { return false }
    if state.bytes > maxBytes || !isCurrent && part - state.current > maxAhead { return true }
    // Rather wait for the consumer than refuse the query.
    return memory.limit.map { memory.inUse + bytes > $0 } ?? false
  }

  /// One worker's way in.
  final class Worker: SinkWorker {
    let step: PlanStep? = nil
    private let output: OrderedOutput
    private let detaches: Bool

    init(_ output: OrderedOutput, detaches: Bool) {
      self.output = output
      self.detaches = detaches
    }

    func add(_ chunk: Chunk, part: Int) throws {
      let chunk = detaches ? chunk.detached : chunk
      let bytes = detaches ? chunk.byteCountWithTexts : chunk.byteCount
      var isWaiting = false
      try output.state.wait { state -> Void? in
        if state.isStopped { throw EnoughRows() }
        if output.isFull(state, part: part, bytes: bytes) {
          if !isWaiting {
            isWaiting = true
            state.waiting.insert(part)
            output.state.wake()
          }
          return nil
        }
        state.waiting.remove(part)
        isWaiting = false
        state.bytes += bytes
        state.parts[part, default: Part()].chunks.append((chunk, bytes))
        try output.memory.take(bytes)
        return ()
      }
    }

    func end(part: Int) {
      output.state.change { state in
        state.parts[part, default: Part()].isComplete = true
        state.advance()
      }
    }

    func fail(part: Int, _ error: any Error) {
      output.state.change { $0.parts[part, default: Part()].failure = error }
    }

    func readingFailed() { output.state.change { $0.lacksParts = true } }
  }
}
