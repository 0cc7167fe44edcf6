internal import Synchronization

/// A value that the first who asks computes, while others who ask wait. An error is kept like a value.
///
/// Values depend on each other along the tree of the plan, so nobody waits in a circle.
final class OnceValue<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)

  func value(_ compute: () throws -> Value) throws -> Value {
    let known = result.withLock { result in
      if let known = result { return known }
      let new = Result { try compute() }
      result = new
      return new
    }
    return try known.get()
  }
}

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
