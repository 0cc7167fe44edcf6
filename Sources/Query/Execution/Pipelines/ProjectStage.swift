internal import Tables

/// Computes the columns of the output.
final class ProjectStage: PipelineStage {
  private enum Column {
    case input(Int)
    case computed(Evaluator)
  }
  private let columns: [Column]

  init(
    _ expressions: [Expression], _ step: PlanStep, _ worker: PipelineWorker,
    _ next: @escaping (Chunk) throws -> Void
  ) {
    columns = expressions.map { expression in
      if case .column(let column, _) = expression { return .input(column) }
      return .computed(Evaluator(expression, context: worker.context))
    }
    super.init(step, worker, next)
  }

  override func work(_ chunk: Chunk) throws {
    let vectors = try columns.map { column in
      switch column {
      case .input(let position): chunk.columns[position]
      case .computed(let evaluator): try evaluator.evaluate(chunk)
      }
    }
    try emit(Chunk(columns: vectors, rowCount: chunk.rowCount))
  }
}
