internal import Imports
internal import Synchronization

/// Who is logged in. Sessions are kept in memory: when the server ends, all are logged out.
final class SessionStore: Sendable {
  struct Session: Sendable {
    /// The account as it was at the log-in.
    var account: Account
    var begun: ContinuousClock.Instant
    var used: ContinuousClock.Instant
  }

  /// After so long without a request, and so long after the log-in, a session is over.
  static let idleTime = Duration.seconds(60 * 60)
  static let wholeTime = Duration.seconds(10 * 60 * 60)
  /// How many there may be; the one that was used longest ago goes first.
  private static let most = 10_000

  private let sessions = Mutex<[String: Session]>([:])
  private let now: @Sendable () -> ContinuousClock.Instant

  init(now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }) {
    self.now = now
  }

  /// Begins a session under an id that nobody can guess: 32 random bytes.
  func begin(for account: Account) -> String {
    let id = SecretBytes.random(32).hexadecimal
    let now = now()
    sessions.withLock { sessions in
      if sessions.count >= Self.most {
        sessions = sessions.filter { Self.isAlive($0.value, now) }
        if sessions.count >= Self.most,
          let oldest = sessions.min(by: { $0.value.used < $1.value.used })
        {
          sessions[oldest.key] = nil
        }
      }
      sessions[id] = Session(account: account, begun: now, used: now)
    }
    return id
  }

  /// The account of a session that is not over, as it was at the log-in. The session is used hereby.
  func account(of id: String) -> Account? {
    let now = now()
    return sessions.withLock { sessions in
      guard let session = sessions[id] else { return nil }
      guard Self.isAlive(session, now) else {
        sessions[id] = nil
        return nil
      }
      sessions[id]?.used = now
      return session.account
    }
  }

  /// Ends a session.
  func end(_ id: String) { sessions.withLock { $0[id] = nil } }

  /// Ends all sessions of an account, as when its password has changed.
  func end(all account: String) {
    sessions.withLock { $0 = $0.filter { $0.value.account.name != account } }
  }

  private static func isAlive(_ session: Session, _ now: ContinuousClock.Instant) -> Bool {
    session.used.duration(to: now) < idleTime && session.begun.duration(to: now) < wholeTime
  }
}
