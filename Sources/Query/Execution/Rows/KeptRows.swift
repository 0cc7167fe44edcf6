internal import Tables

/// The rows of a step that had to be complete before others could go on. Their texts do not grow.
final class KeptRows: Sendable {
  /// Chunks with rows, in order.
  let chunks: [Chunk]
  let rowCount: Int
  private let holds: [MemoryHold]

  /// Keeps chunks whose memory is counted already.
  init(_ chunks: [Chunk], counted holds: [MemoryHold]) {
    self.chunks = chunks.filter { $0.rowCount > 0 }.flatMap(\.pieces)
    self.holds = holds
    rowCount = chunks.reduce(0) { $0 + $1.rowCount }
  }

  /// Keeps chunks and counts their memory.
  convenience init(_ chunks: [Chunk], memory: MemoryBudget) throws {
    let hold = RowHold(memory)
    for chunk in chunks { try hold.add(chunk) }
    self.init(chunks, counted: [hold.memory])
  }
}

/// Counts the memory of chunks that one worker keeps: pools that chunks share count once, by what they
/// have grown.
final class RowHold {
  let memory: MemoryHold
  private var pools: [ObjectIdentifier: Int] = [:]

  init(_ budget: MemoryBudget) { memory = MemoryHold(budget) }

  func add(_ chunk: Chunk) throws {
    var bytes = chunk.weight
    for column in chunk.columns {
      guard let pool = column.pool else { continue }
      let size = pool.byteCount
      bytes += size - (pools.updateValue(size, forKey: ObjectIdentifier(pool)) ?? 0)
    }
    try memory.take(bytes)
  }
}
