internal import Tables

/// A join whose pairs must meet a condition besides having equal keys: candidates are made and judged
/// in batches.
final class ConditionalProbe: JoinProbe {
  private let condition: Evaluator?
  /// Columns of the left and of the right that the condition reads.
  private let isRead: Set<Int>

  override init(
    _ shape: JoinShape, _ build: JoinBuild, _ step: PlanStep, _ worker: PipelineWorker,
    _ next: @escaping (Chunk) throws -> Void
  ) {
    condition = shape.condition.map { Evaluator($0, context: worker.context) }
    isRead = shape.condition?.columns ?? []
    super.init(shape, build, step, worker, next)
  }

  /// Candidates on their way, and the left rows that they belong to.
  private struct Batch {
    var lefts: [Int32] = []
    var rights: [Int32] = []
    /// The first left row whose end has not been told.
    var firstRow = 0
    /// Whether each left row has met the condition with some partner.
    var isMatched: [Bool]
  }

  override func work(_ chunk: Chunk) throws {
    let numbers = numbers(of: chunk)
    let isExistence = !shape.kind.outputsRight
    var batch = Batch(isMatched: Array(repeating: false, count: chunk.rowCount))
    for row in 0..<chunk.rowCount {
      let places = numbers.map { build.candidates(of: $0[row]) } ?? 0..<build.rows.rowCount
      for place in places {
        batch.lefts.append(Int32(truncatingIfNeeded: row))
        batch.rights.append(build.row(at: place))
        if batch.lefts.count < Chunk.capacity { continue }
        try judge(&batch, chunk, through: row, isComplete: place + 1 == places.upperBound)
        // One partner is enough.
        if isExistence, batch.isMatched[row] { break }
      }
    }
    if chunk.rowCount > 0 {
      try judge(&batch, chunk, through: chunk.rowCount - 1, isComplete: true)
    }
    guard isExistence else { return }
    let wanted = shape.kind == .semi
    let rows = (0..<Int32(chunk.rowCount)).filter { batch.isMatched[Int($0)] == wanted }
    if rows.count == chunk.rowCount { return try emit(chunk) }
    if !rows.isEmpty { try emit(chunk.gathered(rows)) }
  }

  /// Keeps the pairs that meet the condition and hands them on.
  ///
  /// `row` is the last left row with candidates in the batch; `isComplete` tells whether there are
  /// no more of that row.
  private func judge(
    _ batch: inout Batch, _ chunk: Chunk, through row: Int, isComplete: Bool
  ) throws {
    try worker.enter(step)
    let passed = try passing(batch, chunk)
    defer {
      batch.lefts.removeAll(keepingCapacity: true)
      batch.rights.removeAll(keepingCapacity: true)
    }
    for pair in passed { batch.isMatched[Int(batch.lefts[Int(pair)])] = true }
    if !shape.kind.outputsRight { return }
    guard shape.kind.keepsLeft else {
      return try emit(
        chunk, passed.map { batch.lefts[Int($0)] }, passed.map { batch.rights[Int($0)] },
        hasGaps: false)
    }
    let end = isComplete ? row + 1 : row
    var lefts: [Int32] = []
    var rights: [Int32] = []
    var next = 0
    for left in batch.firstRow..<max(end, row + 1) {
      while next < passed.count, batch.lefts[Int(passed[next])] == left {
        lefts.append(Int32(left))
        rights.append(batch.rights[Int(passed[next])])
        next += 1
      }
      if left < end, !batch.isMatched[left] {
        lefts.append(Int32(left))
        rights.append(-1)
      }
    }
    batch.firstRow = end
    try emit(chunk, lefts, rights, hasGaps: rights.contains { $0 < 0 })
  }

  /// The pairs of a batch that meet the condition.
  private func passing(_ batch: Batch, _ chunk: Chunk) throws -> [Int32] {
    if batch.lefts.isEmpty { return [] }
    // Columns that the condition does not read stay as they are: nobody looks at them.
    let left = chunk.columns.enumerated().map { column, vector in
      isRead.contains(column) ? vector.gathered(batch.lefts) : vector
    }
    let right = build.rows.columns.enumerated().map { column, vector in
      isRead.contains(chunk.columns.count + column) ? vector.gathered(batch.rights) : vector
    }
    let pairs = Chunk(columns: left + right, rowCount: batch.lefts.count)
    return try condition?.selected(pairs) ?? Array(0..<Int32(batch.lefts.count))
  }
}
