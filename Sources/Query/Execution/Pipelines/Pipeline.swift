internal import Tables

/// Rows that flow from numbered parts through stages without being kept.
struct Pipeline {
  enum Origin {
    case parts(PartSource)
    /// Pipelines one after another, each made when its turn comes.
    case sequence(() throws -> Pipeline?)
  }

  var origin: Origin
  /// What every chunk passes, in order.
  var stages: [StageMaker] = []
  /// Whether texts may stand in pools that a worker still fills.
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

/// Makes a worker's own stage.
struct StageMaker: Sendable {
  let make: @Sendable (PipelineWorker, @escaping (Chunk) throws -> Void) -> PipelineStage
}
