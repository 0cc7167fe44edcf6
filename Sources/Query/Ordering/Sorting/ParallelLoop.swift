internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Runs numbered pieces of work on several threads.
enum ParallelLoop {
  /// The threads that this computer runs at one time.
  static let processorCount = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// Runs pieces 0 up to `count`, each once, in any order.
  ///
  /// A piece must change only what belongs to it: `body` runs on several threads at one time.
  ///
  /// - Throws: The error of the lowest piece that fails, as a loop on one thread would.
  static func run(_ count: Int, threads: Int, _ body: (Int) throws -> Void) throws {
    if threads < 2 || count < 2 {
      for piece in 0..<count { try body(piece) }
      return
    }
    // Pieces are taken in rising order, so every piece below a failed one has been taken and ends.
    let next = Atomic<Int>(0)
    let failure = Mutex<Failure?>(nil)
    withoutActuallyEscaping(body) { body in
      // Safe: the threads are done when this returns, and pieces share nothing that they change.
      nonisolated(unsafe) let body = body
      DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
        while true {
          let piece = next.add(1, ordering: .relaxed).oldValue
          if piece >= count { return }
          do {
            try body(piece)
          } catch {
            next.store(count, ordering: .relaxed)
            let found = Failure(piece: piece, error: error)
            failure.withLock { first in
              if first.map({ piece < $0.piece }) ?? true { first = found }
            }
          }
        }
      }
    }
    if let failure = failure.withLock({ $0 }) { throw failure.error }
  }

  /// Cuts rows into equal ranges and runs each.
  static func overRanges(
    _ count: Int, pieces: Int, threads: Int, _ body: (Int, Range<Int>) -> Void
  ) throws {
    let pieces = max(1, min(pieces, count))
    try run(pieces, threads: threads) { piece in
      body(piece, (count * piece / pieces)..<(count * (piece + 1) / pieces))
    }
  }

  private struct Failure: Sendable {
    let piece: Int
    let error: any Error
  }
}
