internal import Synchronization
internal import Tables

/// What is known of a subquery's results in one run.
final class SubqueryAnswers: Sendable {
  /// The rows of a subquery that does not depend on the row around it.
  let only = OnceValue<[[Cell]], any Error>()
  private let byValues = Mutex<(rows: [[Cell]: [[Cell]]], cells: Int)>(([:], 0))
  /// The most cells that are remembered.
  private static let capacity = 1 << 20

  func known(for values: [Cell]) -> [[Cell]]? { byValues.withLock { $0.rows[values] } }

  func remember(_ rows: [[Cell]], for values: [Cell]) {
    let cells = rows.reduce(values.count + 1) { $0 + $1.count + 1 }
    byValues.withLock { known in
      if known.cells + cells > Self.capacity { known = ([:], 0) }
      if cells > Self.capacity { return }
      if known.rows.updateValue(rows, forKey: values) == nil { known.cells += cells }
    }
  }
}

extension PlanRun {
  /// How deep subqueries may stand in each other.
  static let deepest = 64

  /// The rows of a subquery, computed on this thread unless they are known: a worker asks, and workers that
  /// started others of their own would be as many as there are threads, squared.
  func rows(of subquery: Subquery, _ values: [Cell]) throws -> [[Cell]] {
    guard let subplan = query.plan.subplan(of: subquery) else {
      throw QueryError("a subquery is run that the query does not hold")
    }
    guard subplan.canBeCached else { return try answer(subplan, values, threads: 1) }
    let answers = query.answers(of: subquery)
    if subquery.parameters.isEmpty {
      return try answers.only.value { try answer(subplan, values, threads: 1) }
    }
    if let known = answers.known(for: values) { return known }
    let rows = try answer(subplan, values, threads: 1)
    answers.remember(rows, for: values)
    return rows
  }

  /// Computes with all threads, before they are busy, what uncorrelated subqueries give. An error is
  /// told by the first row that asks.
  func answerAhead(_ expressions: [Expression]) {
    guard threads > 1 else { return }
    for subquery in expressions.flatMap(\.subqueriesOfEveryRow)
    where subquery.parameters.isEmpty {
      guard let subplan = query.plan.subplan(of: subquery), subplan.canBeCached else { continue }
      _ = try? query.answers(of: subquery).only.value {
        try answer(subplan, [], threads: threads)
      }
    }
  }

  private func answer(_ subplan: Subplan, _ values: [Cell], threads: Int) throws -> [[Cell]] {
    if depth >= Self.deepest { throw QueryError("subqueries are nested too deeply") }
    let run = PlanRun(
      query: query, parameters: values, working: working, threads: threads, shares: SharedResults(),
      depth: depth + 1)
    var rows: [[Cell]] = []
    let pipeline = try run.pipeline(subplan.plan, subplan.step)
    try run.stream(pipeline, for: nil) { chunk in
      for row in 0..<chunk.rowCount {
        rows.append(chunk.columns.map { $0[row] })
        if rows.count == subplan.enough { return false }
      }
      return true
    }
    return rows
  }
}
