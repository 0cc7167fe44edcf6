internal import Tables

extension PlanRun {
  /// Runs a pipeline into sinks, one a worker, and gives them back.
  ///
  /// The sinks come in no order that means anything: which of them had which parts differs from run to
  /// run. Whoever merges them goes by part numbers (``CollectSink/ordered(_:)``, ``RowOrdinals``) or does
  /// what no order can change. All workers have ended when this returns, so their pools stand still.
  ///
  /// `make`: makes a sink; called on this thread, once at least.
  func feed<Sink: SinkWorker>(_ pipeline: Pipeline, _ make: () -> Sink) throws -> [Sink] {
    var sinks = [make()]
    var base = 0
    _ = try forEachSource(of: pipeline) { source, stages, _ in
      let outcomes = PartOutcomes()
      let count = source.workers(in: self)
      query.countThreads(count)
      while sinks.count < count { sinks.append(make()) }
      let hands = sinks.map { UnsynchronizedBox<any SinkWorker>($0) }
      let start = base
      // This thread works too, so that a run needs no other; fewer than asked for may start.
      let work: @Sendable (Int) -> Void = { [self] index in
        PipelineWorker(self).work(
          on: source, stages: stages, base: start, outcomes: outcomes, into: hands[index].value)
      }
      let others = WorkerThreads(count - 1) { work($0 + 1) }
      work(0)
      others.join()
      try finish(outcomes)
      // The parts of the next source come after all of this one.
      base += outcomes.partCount
      return true
    }
    return sinks
  }

  /// Throws what went wrong in a source that is done.
  func finish(_ outcomes: PartOutcomes) throws {
    if query.isCancelled { throw QueryCancelled() }
    try outcomes.check()
  }

  /// Visits the sources of a pipeline in order, each with all of its stages, until told to stop.
  func forEachSource(
    of pipeline: Pipeline, above: [StageMaker] = [], growsTexts: Bool = false,
    _ body: (PartSource, [StageMaker], _ growsTexts: Bool) throws -> Bool
  ) throws -> Bool {
    let stages = pipeline.stages + above
    switch pipeline.origin {
    case .parts(let source):
      return try body(source, stages, pipeline.growsTexts || growsTexts)
    case .sequence(let next):
      while let part = try next() {
        if query.isCancelled { throw QueryCancelled() }
        guard
          try forEachSource(of: part, above: stages, growsTexts: pipeline.growsTexts, body)
        else { return false }
      }
      return true
    }
  }
}
