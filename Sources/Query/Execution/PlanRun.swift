internal import TableFiles
internal import Tables

/// One run of a plan: of the whole query, of a subquery for some values, or of a round of a recursive
/// query.
///
/// A value: a run with other parameters, rounds or threads is another one, so that workers may start runs
/// of subqueries while this one goes on. What all runs of a query share is in ``QueryRun``.
struct PlanRun: Sendable {
  let query: QueryRun
  /// The values of the row around a correlated subquery.
  let parameters: [Cell]
  /// The rows of the last round by the number of the recursive plan.
  let working: [Int: MaterializedRows]
  let threads: Int
  /// Shared plans that depend on `parameters` or `working`.
  let shares: SharedResults
  /// How many subqueries it stands in.
  let depth: Int

  /// What expressions need.
  var context: EvaluationContext {
    var context = EvaluationContext(
      parameters: parameters, now: query.options.now, workingDays: query.options.workingDays
    ) { subquery, values in try rows(of: subquery, values) }
    context.mostBytes = query.memory.limit ?? TableFile.mostInMemory
    return context
  }

  /// Makes the pipeline of a plan. Steps below that must be complete first run now.
  func pipeline(_ plan: Plan, _ step: PlanStep) throws -> Pipeline {
    if query.isCancelled { throw QueryCancelled() }
    switch plan {
    case .scan(let scan): return try reading(scan, step)
    case .preaggregated(let counted): return Pipeline(try preaggregated(counted, step))
    case .values(let written, let types):
      let rows = try step.timed {
        try MaterializedRows(values(written, types), memory: query.memory)
      }
      step.countOut(rows.rowCount)
      return Pipeline(rows)
    case .filter(let input, let condition):
      answerAhead([condition])
      return try pipeline(input, step.inputs[0]).through(
        StageMaker { FilterStage(condition, step, $0, $1) })
    case .project(let input, let expressions):
      answerAhead(expressions)
      return try pipeline(input, step.inputs[0]).through(
        StageMaker { ProjectStage(expressions, step, $0, $1) },
        growsTexts: expressions.contains { $0.type == .text && !$0.isColumn })
    case .aggregate(let aggregate): return Pipeline(try aggregated(aggregate, step))
    case .window(let window): return Pipeline(try windowed(window, step))
    case .join(let join): return try joined(join, step)
    case .combine(let operation): return try combined(operation, plan, step)
    case .distinct(let input, let columns):
      return Pipeline(
        try distinct(try pipeline(input, step.inputs[0]), input.types, on: columns, step))
    case .sort(let input, let keys):
      return Pipeline(try sorted(input, by: keys, limit: nil, step))
    case .limit: return Pipeline(try limited(plan, step))
    case .shared(let shared): return Pipeline(try self.shared(shared, step))
    case .recursive(let recursive): return try rounds(of: recursive, step)
    case .workingTable(let number, _):
      guard let rows = working[number] else {
        throw QueryError("a recursive query is read outside of its own rounds")
      }
      step.countOut(rows.rowCount)
      return Pipeline(rows)
    }
  }

  /// Runs a plan and keeps its rows.
  func materialized(_ plan: Plan, _ step: PlanStep) throws -> MaterializedRows {
    if case .limit = plan { return try limited(plan, step) }
    return try collected(try pipeline(plan, step), for: nil)
  }

  /// Runs a pipeline and keeps its rows in order.
  func collected(_ pipeline: Pipeline, for step: PlanStep?) throws -> MaterializedRows {
    if case .parts(let source) = pipeline.origin, pipeline.stages.isEmpty,
      let scan = source.scan as? MaterializedScan
    {
      step?.countIn(scan.rows.rowCount)
      return scan.rows
    }
    let sinks = try feed(pipeline) { CollectSink(step, memory: query.memory) }
    return CollectSink.rows(of: sinks)
  }

  private func reading(_ scan: Scan, _ step: PlanStep) throws -> Pipeline {
    let pass = try step.timed { try scan.source.open(columns: scan.columns) }
    query.add(pass)
    return Pipeline(
      PartSource(
        scan: pass, step: step, rowCount: scan.source.rowCount, byteCount: scan.source.byteCount,
        partCount: nil),
      growsTexts: !(scan.source is TableSource))
  }

  private func values(_ rows: [[Expression]], _ types: [ColumnType]) throws -> [Chunk] {
    let context = context
    let nothing = Chunk(columns: [], rowCount: 1)
    let cells = try rows.map { row in
      try row.map { expression in
        if case .literal(let cell, _) = expression { return cell }
        return try Evaluator(expression, context: context).evaluate(nothing)[0]
      }
    }
    let columns = types.indices.map { column in
      Vector(cells.map { $0[column] }, type: types[column])
    }
    return [Chunk(columns: columns, rowCount: rows.count)]
  }

  private func shared(_ shared: SharedPlan, _ step: PlanStep) throws -> MaterializedRows {
    // What depends on the row around or on a round has other rows in each run: only the rest may be
    // computed once for the whole query.
    let owner = query.plan.isIndependent(shared) ? query.whole : self
    let source = query.plan.step(of: shared) ?? step
    let rows = try owner.with(threads: threads).shareRows(shared, source)
    step.countOut(rows.rowCount)
    return rows
  }

  private func shareRows(_ shared: SharedPlan, _ step: PlanStep) throws -> MaterializedRows {
    try shares.rows(of: shared) { try materialized(shared.plan, step) }
  }

  /// The same run with other threads.
  func with(threads: Int) -> PlanRun {
    PlanRun(
      query: query, parameters: parameters, working: working, threads: threads, shares: shares,
      depth: depth)
  }

  /// The same run over the rows of another round.
  func with(working rows: MaterializedRows, of number: Int) -> PlanRun {
    var tables = working
    tables[number] = rows
    return PlanRun(
      query: query, parameters: parameters, working: tables, threads: threads,
      shares: SharedResults(), depth: depth)
  }
}

extension Expression {
  /// Whether it is a column and nothing else.
  var isColumn: Bool { if case .column = self { true } else { false } }
}
