internal import Tables

extension PlanRun {
  /// WITH RECURSIVE: a round at a time, as long as rows are asked for.
  func rounds(of recursive: Recursive, _ step: PlanStep) throws -> Pipeline {
    let types = recursive.first.types
    var seen = FirstRows(Array(types.indices), types: types, memory: query.memory)
    var last: MaterializedRows?
    return Pipeline { () -> Pipeline? in
      if query.isCancelled { throw QueryCancelled() }
      var rows: MaterializedRows
      if let last {
        if last.rowCount == 0 { return nil }
        rows = try with(working: last, of: recursive.number).materialized(
          recursive.next, step.inputs[1])
      } else {
        rows = try materialized(recursive.first, step.inputs[0])
      }
      step.countIn(rows.rowCount)
      if !recursive.keepsDuplicates {
        rows = try step.timed {
          try MaterializedRows(
            rows.chunks.compactMap { try seen.firsts(of: $0) }, memory: query.memory)
        }
      }
      step.countOut(rows.rowCount)
      last = rows
      return rows.rowCount == 0 ? nil : Pipeline(rows)
    }
  }
}
