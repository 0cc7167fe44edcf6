internal import Tables

extension PlanRun {
  /// UNION, INTERSECT, EXCEPT.
  func combined(_ operation: SetOperation, _ plan: Plan, _ step: PlanStep) throws -> Pipeline {
    guard operation.kind == .union else {
      return Pipeline(try matched(operation, step))
    }
    var branches = zip(plan.branches, step.inputs).makeIterator()
    let all = Pipeline { () -> Pipeline? in
      guard let (branch, branchStep) = branches.next() else { return nil }
      return try pipeline(branch, branchStep)
    }
    if operation.keepsDuplicates {
      return all.through(StageMaker { PassStage(step, $0, $1) })
    }
    return Pipeline(try distinct(all, plan.types, on: nil, step))
  }

  /// INTERSECT and EXCEPT by counting: how often each row stands on the right decides which rows of
  /// the left stay, in their order.
  private func matched(_ operation: SetOperation, _ step: PlanStep) throws -> MaterializedRows {
    let right = try collected(try pipeline(operation.right, step.inputs[1]), for: step)
    let left = try collected(try pipeline(operation.left, step.inputs[0]), for: step)
    return try step.timed {
      var counter = RowCounter(operation, types: operation.left.types, memory: query.memory)
      for chunk in right.chunks {
        if query.isCancelled { throw QueryCancelled() }
        try counter.addRight(chunk)
      }
      let chunks = try left.chunks.compactMap { chunk -> Chunk? in
        if query.isCancelled { throw QueryCancelled() }
        let rows = try counter.rowsThatStay(chunk)
        return rows.isEmpty ? nil : chunk.gathered(rows)
      }
      let rows = try MaterializedRows(chunks, memory: query.memory)
      step.countOut(rows.rowCount)
      return rows
    }
  }
}

/// Hands rows on, for steps that only count.
private final class PassStage: PipelineStage {
  override func work(_ chunk: Chunk) throws { try emit(chunk) }
}

/// How often each row stands on the right of INTERSECT or EXCEPT, less those that the left has used.
private struct RowCounter {
  private let operation: SetOperation
  private let keys: KeyTable
  private let hasColumns: Bool
  private var counts: [Int] = []
  private var isDone: [Bool] = []

  init(_ operation: SetOperation, types: [ColumnType], memory: MemoryBudget) {
    self.operation = operation
    hasColumns = !types.isEmpty
    keys = KeyTable(types: types, memory: memory)
  }

  private mutating func numbers(_ chunk: Chunk) throws -> [UInt32] {
    let numbers =
      hasColumns
      ? try keys.numbers(adding: chunk.columns, rowCount: chunk.rowCount)
      : Array(repeating: 0, count: chunk.rowCount)
    while counts.count < max(keys.count, 1) {
      counts.append(0)
      isDone.append(false)
    }
    return numbers
  }

  mutating func addRight(_ chunk: Chunk) throws {
    for number in try numbers(chunk) { counts[Int(number)] += 1 }
  }

  mutating func rowsThatStay(_ chunk: Chunk) throws -> [Int32] {
    var rows: [Int32] = []
    for (row, number) in try numbers(chunk).enumerated() {
      let key = Int(number)
      let isMatched = counts[key] > 0
      if operation.keepsDuplicates {
        if isMatched { counts[key] -= 1 }
      } else {
        if isDone[key] { continue }
        isDone[key] = true
      }
      if isMatched == (operation.kind == .intersect) { rows.append(Int32(row)) }
    }
    return rows
  }
}
