internal import Tables

extension PlanRun {
  /// Runs a pipeline and handles its chunks in order on this thread, until told to stop.
  func stream(
    _ pipeline: Pipeline, for step: PlanStep?, _ handle: (Chunk) throws -> Bool
  ) throws {
    _ = try forEachSource(of: pipeline) { source, stages, growsTexts in
      let outcomes = PartOutcomes()
      let count = source.workers(in: self)
      query.countThreads(count)
      if count > 1 {
        return try streamParallel(
          source, stages, outcomes: outcomes, count: count, detaches: growsTexts, handle)
      }
      return try withoutActuallyEscaping(handle) { handle in
        let sink = DirectOutput(step, handle)
        PipelineWorker(self).work(
          on: source, stages: stages, base: 0, outcomes: outcomes, into: sink)
        try finish(outcomes)
        return !sink.isOver
      }
    }
  }

  private func streamParallel(
    _ source: PartSource, _ stages: [StageMaker], outcomes: PartOutcomes, count: Int,
    detaches: Bool,
    _ handle: (Chunk) throws -> Bool
  ) throws -> Bool {
    let output = OrderedOutput(workers: count, memory: query.memory)
    let workers = WorkerThreads(count) { [self] _ in
      let sink = OrderedOutput.Worker(output, detaches: detaches)
      PipelineWorker(self).work(
        on: source, stages: stages, base: 0, outcomes: outcomes, into: sink)
      output.workerEnded()
    }
    output.started(workers.count)
    if workers.count == 0 {
      throw QueryError("the system gives no thread to run the query")
    }
    var wantsMore = true
    var failure: (any Error)?
    do {
      while wantsMore, let chunk = try output.next() {
        if query.isCancelled { throw QueryCancelled() }
        wantsMore = try handle(chunk)
      }
    } catch {
      failure = error
    }
    outcomes.stop()
    output.stop()
    workers.join()
    if query.isCancelled { throw QueryCancelled() }
    if let failure { throw failure }
    if wantsMore { try outcomes.check() }
    return wantsMore
  }
}

/// Handles chunks on the thread that makes them.
private final class DirectOutput: SinkWorker {
  let step: PlanStep?
  private let handle: (Chunk) throws -> Bool
  private(set) var isOver = false

  init(_ step: PlanStep?, _ handle: @escaping (Chunk) throws -> Bool) {
    self.step = step
    self.handle = handle
  }

  func add(_ chunk: Chunk, part: Int) throws {
    if try !handle(chunk) {
      isOver = true
      throw EnoughRows()
    }
  }
}
