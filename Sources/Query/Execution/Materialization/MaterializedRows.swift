internal import Tables

/// The rows of a step that had to be complete before others could go on. Their texts do not grow: the
/// workers that filled the pools have ended. So any number of threads may read them, and the same rows may
/// be read by several steps without a copy.
final class MaterializedRows: Sendable {
  /// Chunks with rows, in order.
  let chunks: [Chunk]
  let rowCount: Int
  /// Lives as long as the rows do.
  private let reservations: [MemoryReservation]

  /// Keeps chunks whose memory is counted already.
  init(_ chunks: [Chunk], counted reservations: [MemoryReservation]) {
    self.chunks = chunks.filter { $0.rowCount > 0 }.flatMap(\.pieces)
    self.reservations = reservations
    rowCount = chunks.reduce(0) { $0 + $1.rowCount }
  }

  /// Keeps chunks and counts their memory.
  convenience init(_ chunks: [Chunk], memory: MemoryBudget) throws {
    let reservation = RowReservation(memory)
    for chunk in chunks { try reservation.add(chunk) }
    self.init(chunks, counted: [reservation.memory])
  }
}

/// Rows that are kept as a source: each chunk is a part.
final class MaterializedScan: ChunkScan {
  let rows: MaterializedRows
  private let counter = AtomicCounter()

  init(_ rows: MaterializedRows) { self.rows = rows }

  var bytesRead: Int { 0 }

  func reader() -> any ChunkReader { Reader(scan: self) }

  private struct Reader: ChunkReader {
    let scan: MaterializedScan
    mutating func next() -> (part: Int, chunks: [Chunk])? {
      let part = scan.counter.next()
      return part < scan.rows.chunks.count ? (part, [scan.rows.chunks[part]]) : nil
    }
  }
}
