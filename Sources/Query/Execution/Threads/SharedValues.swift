internal import Synchronization

/// Numbers from 0 on, each given once, to whichever thread asks. Relaxed, for the number is all that is
/// shared: what it stands for was there before the threads were.
final class AtomicCounter: Sendable {
  private let count = Atomic<Int>(0)
  func next() -> Int { count.add(1, ordering: .relaxed).oldValue }
}

/// A value that one thread writes and another uses later.
///
/// Safe although unchecked: whoever makes one sees to it that a thread is started or joined between
/// the uses of two threads, so they never overlap.
final class UnsynchronizedBox<Value>: @unchecked Sendable {
  var value: Value
  init(_ value: Value) { self.value = value }
}
