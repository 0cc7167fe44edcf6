internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Runs numbered pieces of work on several threads.
package enum ParallelLoop {
  /// As many threads as there are processors that may be used.
  package static let allThreads = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// Runs pieces 0 up to `count`, each once, in any order.
  ///
  /// A piece must change only what belongs to it: `body` runs on several threads at one time.
  ///
  /// - Throws: The error of the lowest piece that fails, as a loop on one thread would.
  package static func run<Problem: Error>(
    _ count: Int, threads: Int = allThreads, _ body: (Int) throws(Problem) -> Void
  ) throws(Problem) {
    if threads < 2 || count < 2 {
      for piece in 0..<count { try body(piece) }
      return
    }
    // Pieces are taken in rising order, so every piece below a failed one has been taken and ends.
    let next = Atomic<Int>(0)
    let failure = Mutex<(piece: Int, error: Problem)?>(nil)
    withoutActuallyEscaping(body) { body in
      // Safe: the threads are done when this returns, and pieces share nothing that they change.
      nonisolated(unsafe) let body = body
      DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
        while true {
          let piece = next.add(1, ordering: .relaxed).oldValue
          if piece >= count { return }
          do throws(Problem) {
            try body(piece)
          } catch {
            next.store(count, ordering: .relaxed)
            failure.withLock { first in
              if first.map({ piece < $0.piece }) ?? true { first = (piece, error) }
            }
          }
        }
      }
    }
    if let failure = failure.withLock({ $0 }) { throw failure.error }
  }

  /// What each piece gives, in the order of the pieces.
  package static func map<Result>(_ count: Int, _ body: (Int) -> Result) -> [Result] {
    Array(unsafeUninitializedCapacity: count) { results, found in
      // Safe: each piece fills its own place, and the threads are done when the loop is.
      let places = results
      run(count) { piece in places.initializeElement(at: piece, to: body(piece)) }
      found = count
    }
  }

  /// Cuts rows into equal ranges and runs each.
  package static func overRanges(
    _ count: Int, pieces: Int, threads: Int = allThreads, _ body: (Int, Range<Int>) -> Void
  ) {
    let pieces = max(1, min(pieces, count))
    run(pieces, threads: threads) { piece in
      body(piece, (count * piece / pieces)..<(count * (piece + 1) / pieces))
    }
  }
}
