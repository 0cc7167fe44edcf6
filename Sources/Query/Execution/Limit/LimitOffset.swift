internal import Tables

/// Which rows LIMIT and OFFSET leave.
struct LimitOffset {
  /// Rows yet to skip.
  var offset: Int
  /// Rows yet to come; `nil` for all.
  var count: Int?

  /// Whether no row is wanted any more.
  var isOver: Bool { count == 0 }

  /// The first rows that suffice.
  var end: Int? {
    guard let count else { return nil }
    let (end, overflow) = offset.addingReportingOverflow(count)
    return overflow ? nil : end
  }

  /// The rows of the next chunk that are wanted.
  mutating func take(_ chunk: Chunk) -> Chunk {
    let skipped = min(offset, chunk.rowCount)
    let taken = min(count ?? .max, chunk.rowCount - skipped)
    offset -= skipped
    if let left = count { count = left - taken }
    return chunk.slice(skipped..<skipped + taken)
  }
}

extension PlanRun {
  /// The values of LIMIT and OFFSET.
  func limitOffset(count: Expression?, offset: Expression?) throws -> LimitOffset {
    func value(_ expression: Expression?, _ name: String) throws -> Int? {
      guard let expression else { return nil }
      let row = Chunk(columns: [], rowCount: 1)
      let cell =
        if case .literal(let cell, _) = expression { cell } else {
          try Evaluator(expression, context: context).evaluate(row)[0]
        }
      switch cell {
      case .null: return nil
      case .integer(let number):
        if number < 0 { throw QueryError("\(name) must not be negative") }
        return Int(number)
      default: throw QueryError("argument of \(name) must be of type integer")
      }
    }
    return LimitOffset(offset: try value(offset, "OFFSET") ?? 0, count: try value(count, "LIMIT"))
  }

  /// The rows that LIMIT and OFFSET leave, kept.
  func limited(_ plan: Plan, _ step: PlanStep) throws -> MaterializedRows {
    guard case .limit(let input, let count, let offset) = plan else {
      return try materialized(plan, step)
    }
    var window = try limitOffset(count: count, offset: offset)
    let reservation = RowReservation(query.memory)
    var chunks: [Chunk] = []
    try streamLimited(input, &window, step) { chunk in
      try reservation.add(chunk)
      chunks.append(chunk)
    }
    return MaterializedRows(chunks, counted: [reservation.memory])
  }

  /// Handles the rows of a limited plan in order, and reads no further than needed.
  func streamLimited(
    _ input: Plan, _ window: inout LimitOffset, _ step: PlanStep, _ handle: (Chunk) throws -> Void
  ) throws {
    if window.isOver { return }
    let pipeline: Pipeline
    if case .sort(let below, let keys) = input {
      let rows = try sorted(below, by: keys, limit: window.end, step.inputs[0])
      pipeline = Pipeline(rows)
    } else {
      pipeline = try self.pipeline(input, step.inputs[0])
    }
    var left = window
    try stream(pipeline, for: step) { chunk in
      let rows = step.timed {
        step.countIn(chunk.rowCount)
        return left.take(chunk)
      }
      if rows.rowCount > 0 {
        step.countOut(rows.rowCount)
        try handle(rows)
      }
      return !left.isOver
    }
    window = left
  }
}
