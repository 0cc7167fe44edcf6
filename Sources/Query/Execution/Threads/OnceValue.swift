internal import Synchronization

/// A value that the first who asks computes, while others who ask wait. An error is kept like a value.
///
/// Values depend on each other along the tree of the plan, or of what a workspace shows, so nobody
/// waits in a circle.
package final class OnceValue<Value: Sendable, Failure: Error>: Sendable {
  private let result = Mutex<Result<Value, Failure>?>(nil)

  package init() {}

  package func value(_ compute: () throws(Failure) -> Value) throws(Failure) -> Value {
    let known = result.withLock { result in
      if let known = result { return known }
      let new = Result { () throws(Failure) in try compute() }
      result = new
      return new
    }
    return try known.get()
  }
}

/// Values by key, each computed by the first who asks for it; see ``OnceValue``.
package final class OnceValues<Key: Hashable & Sendable, Value: Sendable, Failure: Error>: Sendable
{
  private let values = Mutex<[Key: OnceValue<Value, Failure>]>([:])

  package init() {}

  package func value(
    _ key: Key, _ compute: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let once = values.withLock { values in
      if let known = values[key] { return known }
      let new = OnceValue<Value, Failure>()
      values[key] = new
      return new
    }
    return try once.value(compute)
  }

  /// Lets go of all values.
  package func release() { values.withLock { $0 = [:] } }
}
