internal import Synchronization

/// Lets nobody try passwords for long: after five wrong ones for a name, or twenty from an address, none is
/// looked at until a quarter of an hour has passed since the last.
final class LoginLimit: Sendable {
  private struct Failures {
    var count: Int
    var last: ContinuousClock.Instant
  }

  static let perName = 5
  static let perAddress = 20
  static let pause = Duration.seconds(15 * 60)
  private static let most = 10_000

  private let failures = Mutex<[String: Failures]>([:])
  private let now: @Sendable () -> ContinuousClock.Instant

  init(now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }) {
    self.now = now
  }

  /// Whether a password may be tried.
  func mayTry(name: String, address: String) -> Bool {
    let now = now()
    return failures.withLock { failures in
      func count(_ key: String) -> Int {
        guard let found = failures[key], found.last.duration(to: now) < Self.pause else { return 0 }
        return found.count
      }
      return count("name " + name) < Self.perName && count("from " + address) < Self.perAddress
    }
  }

  /// A password was wrong.
  func hasFailed(name: String, address: String) {
    let now = now()
    failures.withLock { failures in
      if failures.count >= Self.most {
        failures = failures.filter { $0.value.last.duration(to: now) < Self.pause }
      }
      for key in ["name " + name, "from " + address] {
        let before = failures[key].flatMap {
          $0.last.duration(to: now) < Self.pause ? $0.count : nil
        }
        failures[key] = Failures(count: (before ?? 0) + 1, last: now)
      }
    }
  }

  /// A password was right: the name begins anew.
  func hasSucceeded(name: String) { failures.withLock { $0["name " + name] = nil } }
}
