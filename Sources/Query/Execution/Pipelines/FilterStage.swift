internal import Tables

/// Lets the rows pass for which a condition is true.
final class FilterStage: PipelineStage {
  private let condition: Evaluator

  init(
    _ condition: Expression, _ step: PlanStep, _ worker: PipelineWorker,
    _ next: @escaping (Chunk) throws -> Void
  ) {
    self.condition = Evaluator(condition, context: worker.context)
    super.init(step, worker, next)
  }

  override func work(_ chunk: Chunk) throws {
    guard let rows = try condition.selected(chunk) else { return try emit(chunk) }
    if !rows.isEmpty { try emit(chunk.gathered(rows)) }
  }
}
