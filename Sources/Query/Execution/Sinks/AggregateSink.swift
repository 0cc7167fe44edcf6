internal import Tables

/// Feeds its worker's parts to a partial aggregation.
final class AggregateSink: SinkWorker {
  let step: PlanStep?
  let partial: PartialAggregation
  private var ordinals = RowOrdinals()

  init(_ step: PlanStep, _ aggregate: Aggregate, memory: MemoryBudget) {
    self.step = step
    partial = PartialAggregation(aggregate, memory: memory)
  }

  func add(_ chunk: Chunk, part: Int) throws {
    step?.countIn(chunk.rowCount)
    try partial.add(chunk, ordinal: ordinals.next(chunk.rowCount, part: part))
  }
}

/// Numbers rows so that the numbers rise with the order of the input: the part in the upper half, the
/// row within it in the lower.
struct RowOrdinals {
  private var part = -1
  private var row: UInt64 = 0

  /// The number of the first of some rows.
  mutating func next(_ rows: Int, part: Int) -> UInt64 {
    if part != self.part { (self.part, row) = (part, 0) }
    let ordinal = UInt64(truncatingIfNeeded: part) << 32 | row
    // A join can make more rows of a part than there are numbers. From there on rows share numbers,
    // which never reach into those of the next part; their worker still meets them in order.
    row = min(row + UInt64(rows), UInt64(UInt32.max) - UInt64(Chunk.capacity))
    return ordinal
  }
}

extension PlanRun {
  /// Groups the rows of the step below.
  func aggregated(_ aggregate: Aggregate, _ step: PlanStep) throws -> MaterializedRows {
    let input = try pipeline(aggregate.input, step.inputs[0])
    let sinks = try feed(input) { AggregateSink(step, aggregate, memory: query.memory) }
    return try step.timed {
      let whole = sinks[0].partial
      for other in sinks.dropFirst() {
        if query.isCancelled { throw QueryCancelled() }
        try whole.merge(other.partial)
      }
      let rows = try MaterializedRows(whole.finished(), memory: query.memory)
      step.countOut(rows.rowCount)
      return rows
    }
  }

  /// Adds the columns of window functions.
  func windowed(_ window: Window, _ step: PlanStep) throws -> MaterializedRows {
    let input = try collected(try pipeline(window.input, step.inputs[0]), for: step)
    return try step.timed {
      let chunks = try WindowEvaluation.columns(
        for: window, over: input.chunks, types: window.input.types, memory: query.memory)
      let rows = try MaterializedRows(chunks, memory: query.memory)
      step.countOut(rows.rowCount)
      return rows
    }
  }
}
