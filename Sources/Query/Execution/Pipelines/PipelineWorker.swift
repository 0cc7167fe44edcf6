internal import Tables

/// What one thread carries along while it takes parts of a pipeline.
final class PipelineWorker {
  let run: PlanRun
  let context: EvaluationContext
  /// The part at work, numbered on over all sources of the pipeline.
  private(set) var part = 0
  private var step: PlanStep?
  private var mark = 0

  init(_ run: PlanRun) {
    self.run = run
    context = run.context
  }

  /// Says that time from now on goes to a step, and looks whether the query was cancelled.
  @inline(__always)
  func enter(_ next: PlanStep?) throws(QueryCancelled) {
    account(next)
    if run.query.isCancelled { throw QueryCancelled() }
  }

  private func account(_ next: PlanStep?) {
    let now = Machine.nanoseconds
    step?.countTime(from: mark, to: now)
    step = next
    mark = now
  }

  /// Takes parts until there are none left, something fails, or nobody wants more.
  ///
  /// A failed part ends this worker, not the others: parts with lower numbers go on to their end, since
  /// an error of theirs comes first in the order of the rows. Errors are recorded, never thrown: the thread
  /// that started the workers throws when all have ended.
  ///
  /// `base`: what to add to the numbers of the parts.
  func work(
    on source: PartSource, stages: [StageMaker], base: Int, outcomes: PartOutcomes,
    into sink: any SinkWorker
  ) {
    var first: (Chunk) throws -> Void = { [unowned self] chunk in
      try enter(sink.step)
      try sink.add(chunk, part: part)
    }
    var chain: [PipelineStage] = []
    for maker in stages.reversed() {
      let stage = maker.make(self, first)
      first = { try stage.push($0) }
      chain.append(stage)
    }
    defer {
      for stage in chain { stage.finish() }
      account(nil)
    }
    var reader = source.scan.reader()
    while outcomes.mayTakeParts {
      account(source.step)
      let next: (part: Int, chunks: [Chunk])?
      do {
        next = try reader.next()
      } catch {
        outcomes.readingFailed(error)
        sink.readingFailed()
        return
      }
      guard let next else { return }
      outcomes.took(next.part)
      source.step?.countPart()
      part = base + next.part
      // Chunks are pushed through before the next part is read: reading may grow the pools of their texts.
      do {
        for chunk in next.chunks where chunk.rowCount > 0 {
          try enter(source.step)
          guard outcomes.needs(next.part) else { return }
          source.step?.countOut(chunk.rowCount)
          try first(chunk)
        }
        try sink.end(part: part)
      } catch {
        outcomes.failed(next.part, error)
        sink.fail(part: part, error)
        return
      }
    }
  }
}

/// One worker's end of a pipeline.
protocol SinkWorker: AnyObject {
  /// The step that it counts for.
  var step: PlanStep? { get }
  /// Takes rows; parts rise, and the rows of a part come in order.
  func add(_ chunk: Chunk, part: Int) throws
  /// The part is complete.
  func end(part: Int) throws
  /// The part failed; there are no more of it, and the worker takes no others.
  func fail(part: Int, _ error: any Error)
  /// A part that nobody knows the number of could not be read.
  func readingFailed()
}

extension SinkWorker {
  func end(part: Int) throws {}
  func fail(part: Int, _ error: any Error) {}
  func readingFailed() {}
}
