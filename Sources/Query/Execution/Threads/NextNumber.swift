internal import Synchronization

/// Numbers from 0 on, each given once, to whichever thread asks.
final class NextNumber: Sendable {
  private let next = Atomic<Int>(0)
  func taken() -> Int { next.add(1, ordering: .relaxed).oldValue }
}
