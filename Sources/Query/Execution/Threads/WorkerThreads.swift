#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Threads that run one piece of work and end.
struct WorkerThreads: ~Copyable {
  private var running: [pthread_t] = []

  /// How many could be started: fewer than asked for when the system has no more.
  var count: Int { running.count }

  /// Starts threads.
  ///
  /// `body`: gets the number of the thread, from 0.
  init(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
    pthread_attr_init(attributes)
    defer {
      pthread_attr_destroy(attributes)
      attributes.deallocate()
    }
    // Expressions are evaluated recursively; the standard of some systems is half a megabyte.
    pthread_attr_setstacksize(attributes, 8 << 20)
    for index in 0..<count {
      let task = Unmanaged.passRetained(Task { body(index) })
      #if canImport(Glibc)
        var thread: pthread_t = 0
        let failure = pthread_create(&thread, attributes, runTask, task.toOpaque())
        if failure == 0 { running.append(thread) }
      #else
        var thread: pthread_t?
        let failure = pthread_create(&thread, attributes, runTask, task.toOpaque())
        if failure == 0, let thread { running.append(thread) }
      #endif
      if failure != 0 {
        task.release()
        break
      }
    }
  }

  /// Waits until all have ended. What they wrote can be read from then on.
  consuming func join() {
    for thread in running { pthread_join(thread, nil) }
  }

  fileprivate final class Task {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}

#if canImport(Glibc)
  private func runTask(_ task: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let task { Unmanaged<WorkerThreads.Task>.fromOpaque(task).takeRetainedValue().body() }
    return nil
  }
#else
  private func runTask(_ task: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<WorkerThreads.Task>.fromOpaque(task).takeRetainedValue().body()
    return nil
  }
#endif
