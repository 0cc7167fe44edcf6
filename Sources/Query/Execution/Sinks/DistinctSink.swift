internal import Tables

/// Keeps those rows of its worker's parts whose key it has not seen.
final class DistinctSink: SinkWorker {
  let step: PlanStep?
  let kept: CollectSink
  private var filter: FirstRows

  init(_ step: PlanStep, _ columns: [Int], types: [ColumnType], memory: MemoryBudget) {
    self.step = step
    kept = CollectSink(nil, memory: memory)
    filter = FirstRows(columns, types: types, memory: memory)
  }

  func add(_ chunk: Chunk, part: Int) throws {
    step?.countIn(chunk.rowCount)
    if let chunk = try filter.firsts(of: chunk) { try kept.keep(chunk, part: part) }
  }
}

/// Finds the first row of each key.
struct FirstRows {
  private let columns: [Int]
  private let keys: KeyTable
  private var isEmpty = true

  init(_ columns: [Int], types: [ColumnType], memory: MemoryBudget) {
    self.columns = columns
    keys = KeyTable(types: columns.map { types[$0] }, memory: memory)
  }

  /// The rows with keys that have not come before; `nil` when there are none.
  mutating func firsts(of chunk: Chunk) throws -> Chunk? {
    if chunk.rowCount == 0 { return nil }
    if columns.isEmpty {
      defer { isEmpty = false }
      return isEmpty ? chunk.slice(0..<1) : nil
    }
    var known = keys.count
    let numbers = try keys.numbers(
      adding: columns.map { chunk.columns[$0] }, rowCount: chunk.rowCount)
    if keys.count == known { return nil }
    var rows: [Int32] = []
    rows.reserveCapacity(keys.count - known)
    // New keys get rising numbers in the order of the rows.
    for (row, number) in numbers.enumerated() where Int(number) >= known {
      rows.append(Int32(row))
      known = Int(number) + 1
    }
    return rows.count == chunk.rowCount ? chunk : chunk.gathered(rows)
  }
}

extension PlanRun {
  /// The first row of each key, in order; `on: nil` takes all columns as the key.
  func distinct(
    _ input: Pipeline, _ types: [ColumnType], on columns: [Int]?, _ step: PlanStep
  ) throws -> MaterializedRows {
    let key = columns ?? Array(types.indices)
    let sinks = try feed(input) { DistinctSink(step, key, types: types, memory: query.memory) }
    return try step.timed {
      var chunks = CollectSink.ordered(sinks.map(\.kept))
      if sinks.count > 1 {
        var filter = FirstRows(key, types: types, memory: query.memory)
        chunks = try chunks.compactMap { chunk in
          if query.isCancelled { throw QueryCancelled() }
          return try filter.firsts(of: chunk)
        }
      }
      let rows = MaterializedRows(chunks, counted: sinks.map(\.kept.memory))
      step.countOut(rows.rowCount)
      return rows
    }
  }
}
