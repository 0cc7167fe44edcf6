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
