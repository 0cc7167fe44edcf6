internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Runs work on a thread with a stack of 64 MB: parser and binder recurse over what a user wrote.
///
/// The threads are kept and used again. PostgreSQL's parser takes one of the 1 024 keys that a
/// process has for data of its threads, for each thread that it runs on, and never gives it back;
/// when they are used up, other libraries write over each other's data. So there are never more
/// threads than callers at one time.
enum LargeStack {
  private static let idle = Mutex<[LargeStackThread]>([])

  /// The result of the work, which is over when this returns.
  static func run<Result>(_ work: () throws -> Result) throws -> Result {
    guard let thread = idle.withLock({ $0.popLast() }) ?? LargeStackThread() else {
      throw QueryError("no thread can be started to read the query")
    }
    defer { idle.withLock { $0.append(thread) } }
    var result: Swift.Result<Result, any Error>?
    thread.perform { result = Swift.Result { try work() } }
    guard let result else { throw QueryError("the query was not read") }
    return try result.get()
  }
}

/// A thread that does one piece of work at a time for as long as the process lives.
///
/// Safe to hand over although unchecked: `work` is written before the thread is woken and read
/// before the caller is.
private final class LargeStackThread: @unchecked Sendable {
  private static let bytes = 64 << 20

  private let wanted = DispatchSemaphore(value: 0)
  private let done = DispatchSemaphore(value: 0)
  private var work: (() -> Void)?

  /// `nil` when the system has no more threads.
  init?() {
    let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
    pthread_attr_init(attributes)
    defer {
      pthread_attr_destroy(attributes)
      attributes.deallocate()
    }
    pthread_attr_setstacksize(attributes, Self.bytes)
    pthread_attr_setdetachstate(attributes, Int32(PTHREAD_CREATE_DETACHED))
    let argument = Unmanaged.passRetained(self)
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    if pthread_create(&thread, attributes, { largeStackThread($0) }, argument.toOpaque()) != 0 {
      argument.release()
      return nil
    }
  }

  /// Does the work, which is over when this returns.
  func perform(_ work: () -> Void) {
    withoutActuallyEscaping(work) { work in
      self.work = work
      wanted.signal()
      done.wait()
    }
  }

  fileprivate func serve() -> Never {
    while true {
      wanted.wait()
      work?()
      work = nil
      done.signal()
    }
  }
}

private func largeStackThread(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let argument else { return nil }
  Unmanaged<LargeStackThread>.fromOpaque(argument).takeRetainedValue().serve()
}
