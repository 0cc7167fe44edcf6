internal import Diagnostics
internal import Synchronization
internal import Tables

/// Thrown through the stages when nobody wants more rows.
struct EnoughRows: Error {}

/// What became of the parts of one source, so that the first error in the order of the rows is the one
/// that is told, whichever thread met one first.
///
/// It rests on scans handing out parts in rising order (``ChunkScan``): when a part fails, every part
/// before it has been taken by a worker, which runs it to its end. So the least failed number is
/// known once all workers have ended, and it is the same in every run.
final class PartOutcomes: Sendable {
  private struct Record {
    var taken: [Int] = []
    var failures: [Int: any Error] = [:]
    var readFailures: [any Error] = []
  }

  private let record = Mutex(Record())
  private let isOver = Atomic<Bool>(false)
  private let firstFailure = Atomic<Int>(.max)

  /// Whether workers go on with new parts. Those before a failure are all taken when it occurs.
  var mayTakeParts: Bool { !isOver.load(ordering: .relaxed) }

  /// Whether a part comes before all failures so far.
  func needs(_ part: Int) -> Bool { part < firstFailure.load(ordering: .relaxed) }

  /// Nobody wants more.
  func stop() { isOver.store(true, ordering: .relaxed) }

  func took(_ part: Int) { record.withLock { $0.taken.append(part) } }

  func failed(_ part: Int, _ error: any Error) {
    stop()
    // No failure: whoever had enough has seen all rows before.
    if error is EnoughRows { return }
    _ = firstFailure.min(part, ordering: .relaxed)
    record.withLock { $0.failures[part] = error }
  }

  func readingFailed(_ error: any Error) {
    stop()
    record.withLock { $0.readFailures.append(error) }
  }

  /// One more than the greatest number of a part.
  var partCount: Int { record.withLock { ($0.taken.max() ?? -1) + 1 } }

  /// Throws the first error, once all workers are done.
  func check() throws {
    let record = record.withLock { $0 }
    let failed = record.failures.min { $0.key < $1.key }
    guard let unread = record.readFailures.min(by: Self.comesFirst) else {
      if let failed { throw failed.value }
      return
    }
    // Readers do not say which part they could not read: the first that nobody got.
    var missing = 0
    for part in record.taken.sorted() where part == missing { missing += 1 }
    if let failed, failed.key < missing { throw failed.value }
    throw unread
  }

  /// The order of errors from several readers: types first, because a new start may mend them; then
  /// by place.
  private static func comesFirst(_ a: any Error, _ b: any Error) -> Bool {
    if a is TypeContradiction || b is TypeContradiction { return !(b is TypeContradiction) }
    let (x, y) = ((a as? Diagnostic)?.location, (b as? Diagnostic)?.location)
    return (x?.file ?? "", x?.line ?? 0, x?.column ?? 0)
      < (y?.file ?? "", y?.line ?? 0, y?.column ?? 0)
  }
}
