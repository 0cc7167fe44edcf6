internal import Dispatch
internal import Imports
internal import Synchronization

/// Files that somebody has sent and not yet taken in, each until it is taken in, given up, or an hour old.
final class PendingImports: Sendable {
  /// A file, and what its owner has said of it.
  struct Pending: Sendable {
    let file: UploadedFile
    let account: String
    let unit: String
    let begun: ContinuousClock.Instant
    /// What the form of the preview says.
    var answers: FormFields
  }

  static let longest = Duration.seconds(60 * 60)
  /// How many there may be; the oldest goes first.
  private static let most = 20

  private let pending = Mutex<[String: Pending]>([:])

  /// Keeps a file, under an id that nobody can guess.
  func begin(
    _ file: UploadedFile, account: String, unit: String, answers: FormFields
  ) -> String {
    let id = SecretBytes.random(16).hexadecimal
    pending.withLock { pending in
      let now = ContinuousClock.now
      pending = pending.filter { $0.value.begun.duration(to: now) < Self.longest }
      if pending.count >= Self.most,
        let oldest = pending.min(by: { $0.value.begun < $1.value.begun })
      {
        pending[oldest.key] = nil
      }
      pending[id] = Pending(
        file: file, account: account, unit: unit, begun: now, answers: answers)
    }
    // Answers of persons are in it: it goes when its time is over, whether or not anybody comes again.
    let seconds = Int(Self.longest.components.seconds)
    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds)) { [weak self] in
      self?.end(id)
    }
    return id
  }

  /// A file of somebody's own; `nil` for one that is not there, or is another's.
  func find(_ id: String, account: String, unit: String) -> Pending? {
    pending.withLock { pending in
      guard let found = pending[id], found.account == account, found.unit == unit,
        found.begun.duration(to: .now) < Self.longest
      else { return nil }
      return found
    }
  }

  /// Keeps what the form says now.
  func answer(_ id: String, _ answers: FormFields) {
    pending.withLock { $0[id]?.answers = answers }
  }

  /// Gives a file up, or says that it was taken in.
  func end(_ id: String) { pending.withLock { $0[id] = nil } }
}
