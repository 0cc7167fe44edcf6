import Query
import Tables

/// The value of an expression for one row, by the evaluator of the library over a chunk of one row:
/// here the steps of plans are proved; expressions have a reference of their own.
enum RowEvaluation {
  @Sendable static func value(
    _ expression: Expression, _ row: [Cell], _ parameters: [Cell],
    _ run: (Subquery, [Cell]) throws -> [[Cell]]
  ) throws -> Cell {
    var types: [Int: ColumnType] = [:]
    collect(expression, &types)
    let columns = row.enumerated().map { position, cell in
      Vector.constant(cell, types[position] ?? type(of: cell), count: 1)
    }
    return try withoutActuallyEscaping(run) { run in
      // The evaluator is done before this returns.
      nonisolated(unsafe) let run = run
      let context = EvaluationContext(
        parameters: parameters, now: Timestamp(secondsSince1970: 1_705_320_000),
        run: { try run($0, $1) })
      return try Evaluator(expression, context: context)
        .evaluate(Chunk(columns: columns, rowCount: 1))[0]
    }
  }

  private static func type(of cell: Cell) -> ColumnType {
    switch cell {
    case .null, .text: .text
    case .integer: .integer
    case .real: .real
    case .numeric: .numeric
    case .boolean: .boolean
    case .date: .date
    case .timestamp: .timestamp
    case .interval: .interval
    }
  }

  /// The types of the columns that an expression names.
  private static func collect(_ expression: Expression, _ types: inout [Int: ColumnType]) {
    switch expression {
    case .literal, .parameter, .operand: return
    case .column(let position, let type): types[position] = type
    case .call(_, let operands, _), .and(let operands), .or(let operands),
      .coalesce(let operands, _):
      for operand in operands { collect(operand, &types) }
    case .not(let operand), .isNull(let operand, _), .cast(let operand, _, _, _):
      collect(operand, &types)
    case .choose(let branches, let otherwise, _):
      for branch in branches {
        collect(branch.condition, &types)
        collect(branch.result, &types)
      }
      if let otherwise { collect(otherwise, &types) }
    case .with(let operands, let body):
      for operand in operands + [body] { collect(operand, &types) }
    case .isIn(let operand, let list, _):
      for operand in [operand] + list { collect(operand, &types) }
    case .subquery(let subquery, _):
      for parameter in subquery.parameters { collect(parameter, &types) }
      switch subquery.kind {
      case .scalar, .exists: return
      case .any(let operands, _), .all(let operands, _):
        for operand in operands { collect(operand, &types) }
      }
    }
  }
}
