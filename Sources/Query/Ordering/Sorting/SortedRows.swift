internal import Tables

/// Row numbers in the order of some keys, rows of equal keys in their old order.
struct SortedRows: Sendable {
  /// Row numbers, counted over all chunks.
  let rows: WorkArray<Int32>
  /// Where asked for: 0 where a row equals the one before in all keys, ``RowKeys/majorMark`` or
  /// more where a partition begins, 1 where only the order differs.
  let marks: WorkArray<UInt8>?

  /// The most rows that can be sorted, so that numbers of rows fit in 32 bits.
  static let mostRows = Int(Int32.max)

  /// Sorts rows by partition, ascending, and within it by keys.
  init(
    _ chunks: [Chunk], partition: [Int] = [], by keys: [SortKey], marks wantsMarks: Bool,
    memory: MemoryBudget, threads: Int
  ) throws {
    let count = chunks.reduce(0) { $0 + $1.rowCount }
    guard count <= Self.mostRows else {
      throw QueryError("too many rows to sort", hint: "filter the rows first")
    }
    func codes(_ keys: [SortKey]) throws -> [KeyCodes] {
      try keys.flatMap { key in
        try KeyCodes.make(
          chunks.map { $0.columns[key.column] }, key: key, texts: .ranks, memory: memory,
          threads: threads)
      }
    }
    let rowBits = UInt64(max(1, UInt64.bitWidth - UInt64(count).leadingZeroBitCount))
    let rowKeys = RowKeys(
      major: try codes(partition.map { SortKey($0) }), minor: try codes(keys),
      room: 64 - rowBits)
    let (items, marks) = try RadixRowSort(
      rowKeys, count: count, rowBits: rowBits, marks: wantsMarks, memory: memory, threads: threads
    ).sorted()
    let rows = try WorkArray<Int32>(count: count, memory: memory)
    let mask: UInt64 = (1 << rowBits) - 1
    ParallelLoop.overRanges(count, pieces: threads, threads: threads) { _, range in
      for place in range {
        rows.base[place] = Int32(truncatingIfNeeded: items.base[place] & mask)
      }
    }
    self.rows = rows
    self.marks = marks
  }
}
