#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Runs work on a thread with a stack of 64 MB: parser and binder recurse over what a user wrote.
enum LargeStack {
  private static let bytes = 64 << 20

  /// Work and its result. Safe to hand over although unchecked: only one thread touches it at a time,
  /// the new one until it is joined.
  private final class Job<Result>: @unchecked Sendable, Runnable {
    let work: () throws -> Result
    var result: Swift.Result<Result, any Error>?
    init(_ work: @escaping () throws -> Result) { self.work = work }
    func run() { result = Swift.Result { try work() } }
  }

  private protocol Runnable: AnyObject { func run() }

  private final class Box {
    let job: any Runnable
    init(_ job: any Runnable) { self.job = job }
  }

  /// The result of the work, which is over when this returns.
  static func run<Result>(_ work: () throws -> Result) throws -> Result {
    try withoutActuallyEscaping(work) { work in
      let job = Job(work)
      let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
      pthread_attr_init(attributes)
      defer {
        pthread_attr_destroy(attributes)
        attributes.deallocate()
      }
      pthread_attr_setstacksize(attributes, bytes)
      let argument = Unmanaged.passRetained(Box(job)).toOpaque()
      #if canImport(Glibc)
        var thread = pthread_t()
        let failed = pthread_create(&thread, attributes, { LargeStack.start($0) }, argument)
      #else
        var thread: pthread_t?
        let failed = pthread_create(&thread, attributes, { LargeStack.start($0) }, argument)
      #endif
      if failed != 0 {
        Unmanaged<Box>.fromOpaque(argument).release()
        throw QueryError("no thread can be started to read the query")
      }
      #if canImport(Glibc)
        pthread_join(thread, nil)
      #else
        if let thread { pthread_join(thread, nil) }
      #endif
      guard let result = job.result else { throw QueryError("the query was not read") }
      return try result.get()
    }
  }

  private static func start(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument else { return nil }
    Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().job.run()
    return nil
  }
}
