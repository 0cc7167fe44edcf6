internal import Synchronization

/// The memory that a query's states may take: hash tables, kept rows, quantile buffers.
///
/// Whoever keeps something takes its bytes, and gives the same number back when it is gone. Chunks on
/// their way through a pipeline are not counted until they wait for somebody: they are few and small,
/// whatever the size of the file.
package final class MemoryBudget: Sendable {
  /// The most bytes; `nil` for no limit.
  package let limit: Int?
  private let taken = Atomic<Int>(0)
  private let most = Atomic<Int>(0)

  package init(limit: Int? = nil) {
    self.limit = limit
  }

  /// Counts bytes about to be used. They are counted even where it throws, so that threads which ask at
  /// one time are all refused; they are to be given back all the same.
  ///
  /// - Throws: ``QueryError`` when the limit would be passed.
  package func take(_ bytes: Int) throws(QueryError) {
    let now = taken.add(bytes, ordering: .relaxed).newValue
    _ = most.max(now, ordering: .relaxed)
    if let limit, now > limit { throw Self.exceeded(limit) }
  }

  /// What is said when a limit is passed.
  static func exceeded(_ limit: Int) -> QueryError {
    QueryError(
      "the query needs more than \(limit / 1_048_576) MB of memory",
      hint: "allow more with --memory, filter earlier, or group by fewer columns")
  }

  /// Counts bytes that are free again.
  package func give(_ bytes: Int) {
    taken.subtract(bytes, ordering: .relaxed)
  }

  /// Bytes in use now.
  package var inUse: Int { taken.load(ordering: .relaxed) }
  /// The most bytes that were in use at one time.
  package var peak: Int { most.load(ordering: .relaxed) }
}
