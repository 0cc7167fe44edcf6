internal import Synchronization

/// Lets nobody try passwords for long: in a quarter of an hour five for a name, and twenty wrong ones from an address.
///
/// An attempt for a name counts from its beginning, so that many at one time are no way around. One from an address
/// counts when it has failed: behind one address many may log in at once.
final class LoginLimit: Sendable {
  static let perName = 5
  static let perAddress = 20
  static let pause = Duration.seconds(15 * 60)
  /// How many names and addresses are known; the one that was tried longest ago goes first.
  private static let most = 10_000

  private typealias Times = [String: [ContinuousClock.Instant]]
  private let attempts = Mutex<Times>([:])
  private let now: @Sendable () -> ContinuousClock.Instant

  init(now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }) {
    self.now = now
  }

  /// Begins to try a password.
  ///
  /// - Returns: Whether it may be looked at.
  func begin(name: String, address: String) -> Bool {
    let now = now()
    return attempts.withLock { attempts in
      func count(_ key: String) -> Int {
        attempts[key]?.count { $0.duration(to: now) < Self.pause } ?? 0
      }
      guard count(Self.key(address: address)) < Self.perAddress,
        count(Self.key(name: name)) < Self.perName
      else { return false }
      Self.add(Self.key(name: name), at: now, to: &attempts)
      return true
    }
  }

  /// A password was wrong.
  func hasFailed(address: String) {
    let now = now()
    attempts.withLock { Self.add(Self.key(address: address), at: now, to: &$0) }
  }

  /// A password was not looked at after all: the attempt does not count.
  func hasNotBegun(name: String) {
    attempts.withLock { attempts in
      let key = Self.key(name: name)
      _ = attempts[key]?.popLast()
      if attempts[key]?.isEmpty ?? false { attempts[key] = nil }
    }
  }

  /// A password was right: the name begins anew.
  func hasSucceeded(name: String) { attempts.withLock { $0[Self.key(name: name)] = nil } }

  /// What can be nobody's name shares one key, so that keys are short.
  private static func key(name: String) -> String {
    "name " + (Account.isName(name) && name.utf8.count <= 256 ? name : "")
  }

  private static func key(address: String) -> String {
    "from " + RemoteAddress.counted(String(address.prefix(64)))
  }

  private static func add(
    _ key: String, at now: ContinuousClock.Instant, to attempts: inout Times
  ) {
    func isOver(_ time: ContinuousClock.Instant) -> Bool { time.duration(to: now) >= pause }
    if attempts[key] == nil, attempts.count >= most {
      attempts = attempts.filter { $0.value.last.map { !isOver($0) } ?? false }
      if attempts.count >= most,
        let oldest = attempts.min(by: { ($0.value.last ?? now) < ($1.value.last ?? now) })
      {
        attempts[oldest.key] = nil
      }
    }
    var times = attempts[key] ?? []
    times.removeAll(where: isOver)
    times.append(now)
    attempts[key] = times.suffix(perAddress)
  }
}
