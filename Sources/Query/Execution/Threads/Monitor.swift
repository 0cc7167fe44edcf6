#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A state that threads change under a lock and wait for.
///
/// Safe although unchecked: `state` is read and written only while the lock is held. The pointers are
/// made and freed with the object, and nobody waits on an object that nobody holds.
final class Monitor<State>: @unchecked Sendable {
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let changed: UnsafeMutablePointer<pthread_cond_t>
  private var state: State

  init(_ state: State) {
    self.state = state
    lock = .allocate(capacity: 1)
    changed = .allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(lock)
    lock.deallocate()
    changed.deallocate()
  }

  /// Changes the state and wakes everybody who waits.
  func change<Result>(_ body: (inout State) throws -> Result) rethrows -> Result {
    pthread_mutex_lock(lock)
    defer {
      pthread_cond_broadcast(changed)
      pthread_mutex_unlock(lock)
    }
    return try body(&state)
  }

  /// Waits until a change of the state is possible, makes it, and wakes everybody who waits.
  ///
  /// `body`: gives `nil` as long as there is nothing to do. If it changes the state all the
  ///   same, it calls ``wake()``.
  func wait<Result>(_ body: (inout State) throws -> Result?) rethrows -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while true {
      if let result = try body(&state) {
        pthread_cond_broadcast(changed)
        return result
      }
      pthread_cond_wait(changed, lock)
    }
  }

  /// Lets everybody who waits look again.
  func wake() { pthread_cond_broadcast(changed) }
}
