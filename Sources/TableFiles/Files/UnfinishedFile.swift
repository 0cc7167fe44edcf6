internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The file that is being written, which a process that has to end takes with it.
package enum UnfinishedFile {
  /// Where its name stands as a C string; 0 while there is none.
  private static let name = Atomic<UInt>(0)

  /// A file is begun. From here on the signals that ask a process to end remove it first.
  static func begins(_ path: String) {
    free(replaceName(with: strdup(path)))
    for number in [SIGTERM, SIGHUP] { endOnSignal(number) }
  }

  /// The file is whole or gone.
  static func ends() { free(replaceName(with: nil)) }

  /// Removes it.
  package static func remove() {
    guard let name = replaceName(with: nil) else { return }
    unlink(name)
    free(name)
  }

  /// From here on what the process cannot survive – no memory is left, or it has a fault of its own – ends
  /// it with one line, the code 70, and without a half file.
  package static func endsInWords() {
    var faults = sigset_t()
    sigemptyset(&faults)
    for number in [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGSEGV, SIGFPE] {
      signal(number) { UnfinishedFile.end(byFault: $0) }
      sigaddset(&faults, number)
    }
    // Who starts the program may have blocked them, and what is blocked never ends it.
    pthread_sigmask(SIG_UNBLOCK, &faults, nil)
  }

  /// Only calls that a handler may make.
  private static func end(byFault number: Int32) {
    signal(number, SIG_DFL)
    if let name = replaceName(with: nil) { unlink(name) }
    // Whether a little could be had tells whether it was memory that was missing.
    let probe = mmap(
      nil, 64 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON | MAP_NORESERVE, -1, 0)
    let words: StaticString =
      probe == MAP_FAILED
      ? """
      error[memory]: the program had to stop: there is no memory left
        Nothing half was written.
        fix: give it more, or read less at a time

      """
      : """
      error[fault]: the program had to stop: it has a fault of its own
        Nothing half was written, and nothing in the files is to blame.
        fix: tell its makers what was run

      """
    _ = SystemCalls.write(
      2, UnsafeRawBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
    _exit(70)
  }

  private static func replaceName(
    with other: UnsafeMutablePointer<CChar>?
  ) -> UnsafeMutablePointer<CChar>? {
    UnsafeMutablePointer(
      bitPattern: name.exchange(UInt(bitPattern: other), ordering: .sequentiallyConsistent))
  }

  /// Only calls that a handler may make: an exchange, `unlink`, and the signal's usual end.
  private static func endOnSignal(_ number: Int32) {
    var current = sigaction()
    var action = sigaction()
    #if canImport(Glibc)
      action.__sigaction_handler.sa_handler = { UnfinishedFile.end(by: $0) }
      let isUsual = { $0.__sigaction_handler.sa_handler == nil } as (sigaction) -> Bool
    #else
      action.__sigaction_u.__sa_handler = { UnfinishedFile.end(by: $0) }
      let isUsual = { $0.__sigaction_u.__sa_handler == nil } as (sigaction) -> Bool
    #endif
    // What was started to outlive its terminal ignores SIGHUP, and goes on ignoring it.
    guard sigaction(number, nil, &current) == 0, isUsual(current) else { return }
    sigaction(number, &action, nil)
  }

  private static func end(by number: Int32) {
    if let name = replaceName(with: nil) { unlink(name) }
    signal(number, SIG_DFL)
    raise(number)
  }
}
