internal import Synchronization

/// A request to end, from any thread or a signal handler: a flag and nothing else.
final class Cancellation: Sendable {
  private let flag = Atomic<Bool>(false)
  var isCancelled: Bool { flag.load(ordering: .relaxed) }
  func cancel() { flag.store(true, ordering: .relaxed) }
}

/// Thrown by a run that ``Execution/cancel()`` ended.
package struct QueryCancelled: Error, Hashable, Sendable, CustomStringConvertible {
  package init() {}
  package var description: String { "the query was cancelled" }
}
