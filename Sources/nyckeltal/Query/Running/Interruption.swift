internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Whether someone pressed Ctrl-C. The handler only sets a flag, which all else looks at.
final class Interruption: Sendable {
  static let shared = Interruption()

  private let flag = Atomic<Bool>(false)

  /// Takes the signal over. Calls to the system that wait are interrupted by it.
  func catchSignal() {
    var action = sigaction()
    #if canImport(Glibc)
      action.__sigaction_handler.sa_handler = { _ in Interruption.shared.raise() }
    #else
      action.__sigaction_u.__sa_handler = { _ in Interruption.shared.raise() }
    #endif
    sigaction(SIGINT, &action, nil)
  }

  func raise() { flag.store(true, ordering: .relaxed) }

  /// Whether there was a signal since the last call.
  func take() -> Bool { flag.exchange(false, ordering: .relaxed) }
}
