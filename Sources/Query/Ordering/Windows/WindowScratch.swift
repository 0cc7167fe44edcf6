/// Memory that the steps of one thread use again for every partition, made when it is first needed.
final class WindowScratch {
  private let rows: Int
  private let memory: MemoryBudget
  private var frameStarts: WorkArray<Int32>?
  private var frameEnds: WorkArray<Int32>?
  private var prefixes: WorkArray<Int128>?
  private var prefixCounts: WorkArray<Int32>?
  private var places: WorkArray<Int32>?

  /// For partitions of at most so many rows.
  init(rows: Int, memory: MemoryBudget) {
    self.rows = rows
    self.memory = memory
  }

  /// The first place of each row's frame, and the end behind its last.
  func frames() throws -> (starts: UnsafeMutablePointer<Int32>, ends: UnsafeMutablePointer<Int32>) {
    (try array(&frameStarts, rows).base, try array(&frameEnds, rows).base)
  }

  /// A place for every row and one more, for sums and for counts.
  func sums() throws -> (sums: UnsafeMutablePointer<Int128>, counts: UnsafeMutablePointer<Int32>) {
    (try array(&prefixes, rows + 1).base, try array(&prefixCounts, rows + 1).base)
  }

  /// Two places for every row.
  func queue() throws -> UnsafeMutablePointer<Int32> { try array(&places, 2 * rows).base }

  private func array<Value>(
    _ array: inout WorkArray<Value>?, _ count: Int
  ) throws -> WorkArray<Value> {
    if let array { return array }
    let new = try WorkArray<Value>(count: count, memory: memory)
    array = new
    return new
  }
}
