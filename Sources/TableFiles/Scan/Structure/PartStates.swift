#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// In which state of the quotes each part of a text starts.
///
/// A worker that takes a part looks through its quotes at once, whatever the state before; as soon
/// as the state is known, it says in which state the next part starts. So workers wait for each
/// other only for moments, and never for one who waits: parts are taken in order.
///
/// Safe although unchecked: the mutex guards everything.
final class PartStates: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var states: [QuoteState] = [.fieldStart]
  private var failure: (any Error)?

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// The state at the start of a part, if it is known.
  func known(_ part: Int) -> QuoteState? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return part < states.count ? states[part] : nil
  }

  /// Waits for the state at the start of a part.
  func wait(_ part: Int) throws -> QuoteState {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while part >= states.count {
      if let failure { throw failure }
      pthread_cond_wait(condition, mutex)
    }
    return states[part]
  }

  /// Says in which state a part starts.
  func publish(_ state: QuoteState, at part: Int) {
    pthread_mutex_lock(mutex)
    if part == states.count {
      states.append(state)
      pthread_cond_broadcast(condition)
    }
    pthread_mutex_unlock(mutex)
  }

  /// Says that no more states will come, because a part cannot be read.
  func fail(_ error: any Error) {
    pthread_mutex_lock(mutex)
    failure = error
    pthread_cond_broadcast(condition)
    pthread_mutex_unlock(mutex)
  }
}
