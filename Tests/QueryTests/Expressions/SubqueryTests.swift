import Tables
import Testing

@testable import Query

/// Subqueries inside expressions: what the reference gives, and how often they run.
@Suite struct SubqueryTests {
  private static let plan = Plan.values([], types: [.integer])
  private static let chunk = Chunk(
    columns: [
      Vector([.integer(1), .integer(2), .null, .integer(3), .integer(2)], type: .integer),
      Vector([.text("a"), .null, .text("b"), .text("e\u{301}"), .text("é")], type: .text),
    ], rowCount: 5)

  private static func call(_ name: String) -> Subquery.Kind {
    .any(operands: [.column(0, .integer)], comparison: name)
  }

  private func compare(_ expression: Expression, _ rows: [[Cell]]) throws {
    let context = EvaluationContext(now: Timestamp(secondsSince1970: 0)) { _, values in
      values.isEmpty ? rows : values.contains(.null) ? [] : [values]
    }
    let vector = try Evaluator(expression, context: context).evaluate(Self.chunk)
    let reference = ReferenceEvaluator(expression, context: context)
    for row in 0..<Self.chunk.rowCount {
      let wanted = try reference.value(Self.chunk.columns.map { $0[row] })
      #expect(vector[row] == wanted, "row \(row): \(expression), \(rows)")
    }
  }

  @Test(arguments: ["=", "<>", "<", "<=", ">", ">="])
  func quantifiersOfOneColumn(_ comparison: String) throws {
    let operand = [Expression.column(0, .integer)]
    let lists: [[Int64?]] = [
      [], [1], [2], [2, 2], [1, 2], [1, 3], [nil], [2, nil], [1, 2, 3, nil],
    ]
    for list in lists {
      let rows = list.map { [$0.map { Cell.integer($0) } ?? .null] }
      for kind in [
        Subquery.Kind.any(operands: operand, comparison: comparison),
        .all(operands: operand, comparison: comparison),
      ] {
        let subquery = Subquery(kind: kind, plan: Self.plan, parameters: [], type: .boolean)
        try compare(.subquery(subquery, at: 3), rows)
      }
    }
  }

  @Test(arguments: ["=", "<>"])
  func quantifiersOfRows(_ comparison: String) throws {
    let operands: [Expression] = [.column(0, .integer), .column(1, .text)]
    let lists: [[[Cell]]] = [
      [], [[.integer(1), .text("a")]], [[.integer(1), .null]], [[.null, .null]],
      [[.integer(3), .text("é")], [.integer(2), .text("x")]],
    ]
    for rows in lists {
      for kind in [
        Subquery.Kind.any(operands: operands, comparison: comparison),
        .all(operands: operands, comparison: comparison),
      ] {
        let subquery = Subquery(kind: kind, plan: Self.plan, parameters: [], type: .boolean)
        try compare(.subquery(subquery, at: 3), rows)
      }
    }
  }

  @Test func scalarsAndExistence() throws {
    let scalar = Subquery(kind: .scalar, plan: Self.plan, parameters: [], type: .integer)
    try compare(.subquery(scalar, at: 3), [[.integer(7)]])
    try compare(.subquery(scalar, at: 3), [])
    let exists = Subquery(kind: .exists, plan: Self.plan, parameters: [], type: .boolean)
    try compare(.subquery(exists, at: 3), [[.integer(7)], [.null]])
    try compare(.subquery(exists, at: 3), [])
    for (column, type) in [(0, ColumnType.integer), (1, .text)] {
      let correlated = Subquery(
        kind: .scalar, plan: Self.plan, parameters: [.column(column, type)], type: type)
      try compare(.subquery(correlated, at: 3), [])
    }
  }

  @Test func rowsBeyondTheFirstAreRefused() throws {
    let scalar = Subquery(kind: .scalar, plan: Self.plan, parameters: [], type: .integer)
    let context = EvaluationContext(now: Timestamp(secondsSince1970: 0)) { _, _ in
      [[.integer(1)], [.integer(2)]]
    }
    let evaluator = Evaluator(.subquery(scalar, at: 3), context: context)
    #expect(
      throws: QueryError(
        "more than one row returned by a subquery used as an expression", at: 3)
    ) { try evaluator.evaluate(Self.chunk) }
    // Without rows nothing runs.
    #expect(try evaluator.evaluate(Self.chunk.gathered([])).count == 0)
    let ordered = Subquery(
      kind: .any(
        operands: [.column(0, .integer), .column(1, .text)], comparison: "<"), plan: Self.plan,
      parameters: [], type: .boolean)
    #expect(
      throws: QueryError("rows are compared with a subquery by = and <> only", at: 4)
    ) { try Evaluator(.subquery(ordered, at: 4), context: context).evaluate(Self.chunk) }
  }

  @Test func runsOncePerParameterValue() throws {
    final class Counter: @unchecked Sendable { var runs: [[Cell]] = [] }
    let counter = Counter()
    let context = EvaluationContext(now: Timestamp(secondsSince1970: 0)) { _, values in
      counter.runs.append(values)
      return [values]
    }
    let subquery = Subquery(
      kind: .scalar, plan: Self.plan, parameters: [.column(0, .integer)], type: .integer)
    let evaluator = Evaluator(.subquery(subquery, at: 1), context: context)
    _ = try evaluator.evaluate(Self.chunk)
    _ = try evaluator.evaluate(Self.chunk)
    #expect(counter.runs == [[.integer(1)], [.integer(2)], [.null], [.integer(3)]])
  }
}
