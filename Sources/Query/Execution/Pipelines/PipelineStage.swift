internal import Tables

/// One worker's part of a step through which chunks flow. Lives on one thread.
class PipelineStage {
  let step: PlanStep
  let worker: PipelineWorker
  private let next: (Chunk) throws -> Void

  init(_ step: PlanStep, _ worker: PipelineWorker, _ next: @escaping (Chunk) throws -> Void) {
    self.step = step
    self.worker = worker
    self.next = next
  }

  /// Takes a chunk from the step below.
  final func push(_ chunk: Chunk) throws {
    try worker.enter(step)
    step.countIn(chunk.rowCount)
    try work(chunk)
  }

  /// Hands a chunk to the step above, unless it is empty.
  final func emit(_ chunk: Chunk) throws {
    guard chunk.rowCount > 0 else { return }
    step.countOut(chunk.rowCount)
    try next(chunk)
    try worker.enter(step)
  }

  /// Does the work: calls ``emit(_:)`` any number of times.
  func work(_ chunk: Chunk) throws {}

  /// The worker will bring no more chunks, because there are none or because it failed. Stages that gather
  /// something for all workers give it away here; nothing can be emitted any more.
  func finish() {}
}
