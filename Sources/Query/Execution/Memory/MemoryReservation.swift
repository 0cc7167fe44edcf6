internal import Tables

/// Bytes taken from the budget, given back when nobody holds this any more.
///
/// Safe although unchecked: the one worker that fills it is over when others get it.
final class MemoryReservation: @unchecked Sendable {
  private let memory: MemoryBudget
  private var bytes = 0

  init(_ memory: MemoryBudget) { self.memory = memory }
  deinit { memory.give(bytes) }

  /// Takes more bytes.
  func take(_ more: Int) throws {
    // Counted even where the budget refuses: it has counted them too.
    bytes += more
    try memory.take(more)
  }
}

/// Counts the memory of chunks that one worker keeps: pools that chunks share count once, by what they
/// have grown.
final class RowReservation {
  let memory: MemoryReservation
  private var pools: [ObjectIdentifier: Int] = [:]

  init(_ budget: MemoryBudget) { memory = MemoryReservation(budget) }

  func add(_ chunk: Chunk) throws {
    var bytes = chunk.byteCount
    for column in chunk.columns {
      guard let pool = column.pool else { continue }
      let size = pool.byteCount
      bytes += size - (pools.updateValue(size, forKey: ObjectIdentifier(pool)) ?? 0)
    }
    try memory.take(bytes)
  }
}
