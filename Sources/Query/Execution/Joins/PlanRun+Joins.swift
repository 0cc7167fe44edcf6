internal import Tables

extension PlanRun {
  /// Builds the right side of a join, then lets the left flow past it.
  func joined(_ join: Join, _ step: PlanStep) throws -> Pipeline {
    if let condition = join.condition { answerAhead([condition]) }
    var right = try pipeline(join.right, step.inputs[1])
    var types = join.right.types
    var keys = join.keys.map(\.right)
    if !join.kind.outputsRight, join.condition == nil {
      // Only whether a key is there matters.
      right = right.through(
        StageMaker { [keys] in ColumnsStage(keys, step.inputs[1], $0, $1) })
      types = keys.map { types[$0] }
      keys = Array(keys.indices)
    }
    let rows = try collected(right, for: step)
    let build = try step.timed { try JoinBuild(rows, types: types, keys: keys, run: self) }
    let left = try pipeline(join.left, step.inputs[0])
    let shape = JoinShape(join)
    let probed = left.through(
      StageMaker { worker, next in
        if shape.condition == nil { return PlainProbe(shape, build, step, worker, next) }
        return ConditionalProbe(shape, build, step, worker, next)
      })
    guard join.kind == .right || join.kind == .full else { return probed }
    // Which right rows have no partner is known when every worker has finished its stage: they are a
    // pipeline of their own, made after the first has run.
    let leftTypes = join.left.types
    var turn = 0
    var sequence = Pipeline { () -> Pipeline? in
      turn += 1
      switch turn {
      case 1: return probed
      case 2: return Pipeline(try unmatched(of: build, leftTypes, step))
      default: return nil
      }
    }
    sequence.growsTexts = probed.growsTexts
    return sequence
  }

  /// The right rows without partners, with NULLs on the left.
  private func unmatched(
    of build: JoinBuild, _ leftTypes: [ColumnType], _ step: PlanStep
  ) throws -> MaterializedRows {
    try step.timed {
      let rows = build.rows.gathered(build.unmatched())
      step.countOut(rows.rowCount)
      let nulls = leftTypes.map { Vector.constant(.null, $0, count: rows.rowCount) }
      return try MaterializedRows(
        [Chunk(columns: nulls + rows.columns, rowCount: rows.rowCount)], memory: query.memory)
    }
  }
}

extension Join.Kind {
  /// Whether the output has the columns of the right.
  var outputsRight: Bool { self != .semi && self != .anti }
  /// Whether left rows without partners come out with NULLs on the right.
  var keepsLeft: Bool { self == .left || self == .full }
  /// Whether right rows without partners come out.
  var keepsRight: Bool { self == .right || self == .full }
}

/// What workers need to know of a join.
struct JoinShape: Sendable {
  let kind: Join.Kind
  /// The columns of the left keys.
  let keys: [Int]
  let condition: Expression?

  init(_ join: Join) {
    kind = join.kind
    keys = join.keys.map(\.left)
    condition = join.condition
  }
}

/// Takes some of the columns, without being a step of the plan.
private final class ColumnsStage: PipelineStage {
  private let columns: [Int]

  init(
    _ columns: [Int], _ step: PlanStep, _ worker: PipelineWorker,
    _ next: @escaping (Chunk) throws -> Void
  ) {
    self.columns = columns
    self.next = next
    super.init(step, worker, next)
  }

  private let next: (Chunk) throws -> Void

  override func work(_ chunk: Chunk) throws {
    try next(Chunk(columns: columns.map { chunk.columns[$0] }, rowCount: chunk.rowCount))
  }
}
