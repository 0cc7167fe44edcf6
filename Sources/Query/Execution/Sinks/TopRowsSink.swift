internal import Tables

/// Keeps the best rows of its worker's parts, each with its number in the input.
final class TopRowsSink: SinkWorker {
  let step: PlanStep?
  private let run: PlanRun
  private let types: [ColumnType]
  private let keys: [SortKey]
  private let limit: Int
  private var ordinals = RowOrdinals()
  private(set) var chunks: [Chunk] = []
  private var rowCount = 0
  private var reservation: RowReservation

  /// `keys`: what to sort by; rows that are equal in it stay in order.
  init(_ run: PlanRun, _ step: PlanStep, _ types: [ColumnType], by keys: [SortKey], limit: Int) {
    self.run = run
    self.step = step
    // Equal rows of different workers keep the order of the input by their numbers.
    self.types = types + [.integer]
    self.keys = keys + [SortKey(types.count)]
    self.limit = limit
    reservation = RowReservation(run.query.memory)
  }

  func add(_ chunk: Chunk, part: Int) throws {
    step?.countIn(chunk.rowCount)
    guard limit > 0 else { return }
    let first = Int64(truncatingIfNeeded: ordinals.next(chunk.rowCount, part: part))
    let numbers = (0..<chunk.rowCount).map { first &+ Int64($0) }
    var numbered = chunk
    numbered.columns.append(Vector(.integer(numbers)))
    if chunk.rowCount > 2 * limit {
      numbered = try best(of: [numbered])
    }
    chunks.append(numbered)
    rowCount += numbered.rowCount
    try reservation.add(numbered)
    if rowCount > max(2 * limit, Chunk.capacity) { try shrink() }
  }

  private func shrink() throws {
    let best = try best(of: chunks)
    chunks = [best]
    rowCount = best.rowCount
    reservation = RowReservation(run.query.memory)
    try reservation.add(best)
  }

  private func best(of chunks: [Chunk]) throws -> Chunk {
    Chunk.joined(
      try Sorting.sorted(
        chunks, types: types, by: keys, limit: limit, memory: run.query.memory), types: types)
  }

  /// The best rows of all workers, sorted.
  static func rows(of sinks: [TopRowsSink]) throws -> MaterializedRows {
    let sink = sinks[0]
    let best = try sink.best(of: sinks.flatMap(\.chunks))
    let rows = Chunk(columns: Array(best.columns.dropLast()), rowCount: best.rowCount)
    return try MaterializedRows([rows], memory: sink.run.query.memory)
  }
}

extension PlanRun {
  /// The most rows for which workers keep only the best; beyond, everything is sorted.
  private static let mostTopRows = 100_000

  /// The rows of a plan, sorted.
  ///
  /// `limit`: how many of the first are wanted.
  func sorted(
    _ input: Plan, by keys: [SortKey], limit: Int?, _ step: PlanStep
  ) throws -> MaterializedRows {
    let pipeline = try pipeline(input, step.inputs[0])
    let types = input.types
    let rows: MaterializedRows
    if let limit, limit <= Self.mostTopRows {
      let sinks = try feed(pipeline) { TopRowsSink(self, step, types, by: keys, limit: limit) }
      rows = try step.timed { try TopRowsSink.rows(of: sinks) }
    } else {
      let all = try collected(pipeline, for: step)
      rows = try step.timed {
        try MaterializedRows(
          Sorting.sorted(
            all.chunks, types: types, by: keys, limit: limit, memory: query.memory),
          memory: query.memory)
      }
    }
    step.countOut(rows.rowCount)
    return rows
  }
}
