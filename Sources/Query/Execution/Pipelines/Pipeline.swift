internal import Tables

/// Rows that flow from numbered parts through stages without being kept.
///
/// A value that says what to do; nothing runs before ``PlanRun/feed(_:_:)`` or
/// ``PlanRun/stream(_:for:_:)`` takes it. A pipeline may be run once: its scan hands each part out once.
///
/// Every result is the same for any number of threads because of three rules. Parts are cut by the
/// source, never by the number of workers. A part is the work of one worker from the scan to the sink,
/// so that its rows stay in order without a lock. Whatever a sink makes of several parts depends on
/// their numbers or on nothing; never on which worker had them, or when.
struct Pipeline {
  enum Origin {
    case parts(PartSource)
    /// Pipelines one after another, each made when its turn comes.
    case sequence(() throws -> Pipeline?)
  }

  var origin: Origin
  /// What every chunk passes, in order.
  var stages: [StageMaker] = []
  /// Whether texts may stand in pools that a worker still fills. A pool that grows may move its bytes,
  /// so such chunks must not reach another thread but detached. True is always safe; it costs a copy.
  var growsTexts: Bool

  init(_ source: PartSource, growsTexts: Bool) {
    origin = .parts(source)
    self.growsTexts = growsTexts
  }

  /// Reads rows that are kept.
  init(_ rows: MaterializedRows) {
    self.init(
      PartSource(
        scan: MaterializedScan(rows), step: nil, rowCount: rows.rowCount, byteCount: nil,
        partCount: rows.chunks.count),
      growsTexts: false)
  }

  /// Pipelines one after another; `next` makes them until it gives `nil`.
  init(sequence next: @escaping () throws -> Pipeline?) {
    origin = .sequence(next)
    growsTexts = true
  }

  /// Adds a stage at the end.
  func through(_ stage: StageMaker, growsTexts: Bool = false) -> Pipeline {
    var longer = self
    longer.stages.append(stage)
    longer.growsTexts = longer.growsTexts || growsTexts
    return longer
  }
}

/// A scan that workers share, and what is known of its size.
struct PartSource: Sendable {
  let scan: any ChunkScan
  /// The step that reading counts for.
  let step: PlanStep?
  let rowCount: Int?
  let byteCount: Int?
  let partCount: Int?

  /// How many workers it is worth starting: a thread costs more than some thousand rows.
  func workers(in run: PlanRun) -> Int {
    let threads = run.threads
    if let rowCount, rowCount < run.query.options.rowsForThreads { return 1 }
    if rowCount == nil, let byteCount, byteCount < 1 << 20 { return 1 }
    return max(1, min(threads, partCount ?? threads))
  }
}

/// Makes a worker's own stage. Stages, with the evaluators and caches in them, are never shared: whatever
/// the closure captures is, and must not change.
struct StageMaker: Sendable {
  let make: @Sendable (PipelineWorker, @escaping (Chunk) throws -> Void) -> PipelineStage
}
