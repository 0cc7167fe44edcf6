internal import Tables

/// A lateral query as a join, or as columns that are queries of their own.
struct LateralJoin {
  let left: Plan
  /// LEFT JOIN: a row before that finds nothing stays.
  let isOuter: Bool
  let query: Plan
  /// What the query's parameters stand for, over the row of `left`.
  let parameters: [Expression]
  /// ON, over the columns of both.
  let condition: Expression?

  /// The columns of `left`, then those of the query; `nil` where it cannot be done.
  var plan: Plan? {
    if let flat = LateralRows(query) { return joined(flat) }
    guard query.isOfOneRow(orNone: true) else { return nil }
    return query.isOfOneRow(orNone: false) ? columns(of: left) : columnsOfOneRow
  }

  /// A join: the query's conditions are those of the join.
  private func joined(_ rows: LateralRows) -> Plan {
    let width = left.width
    let columns = rows.columns.map(placed)
    var conditions = rows.conditions.map(placed)
    if let condition {
      conditions.append(condition.substituted(left.allColumns + columns))
    }
    guard isOuter else {
      let kind: Join.Kind = conditions.isEmpty ? .cross : .inner
      let join = Join(kind, left, rows.base, condition: Expression.all(conditions))
      return .project(.join(join), left.allColumns + columns)
    }
    // A mark tells rows of the query from the NULLs of a row that found none.
    let base = Plan.project(rows.base, rows.base.allColumns + [.literal(.boolean(true), .boolean)])
    let mark = Expression.column(width + rows.base.width, .boolean)
    let join = Join(.left, left, base, condition: Expression.all(conditions))
    return .project(
      .join(join),
      left.allColumns
        + columns.map { column in
          .choose([.init(condition: mark, result: column)], otherwise: nil, column.type)
        })
  }

  /// An expression of the query over the row of the join.
  private func placed(_ expression: Expression) -> Expression {
    let width = left.width
    return expression.rewritten { part in
      switch part {
      case .column(let column, let type): .column(column + width, type)
      case .parameter(let number, _): parameters[number]
      default: nil
      }
    }
  }

  /// One row for each row before: each column is a query.
  private func columns(of input: Plan) -> Plan {
    let columns = query.allColumns.map { column -> Expression in
      let subquery = Subquery(
        kind: .scalar, plan: .project(query, [column]), parameters: parameters, type: column.type)
      return .subquery(subquery, at: 0)
    }
    let wide = Plan.project(input, input.allColumns + columns)
    guard let condition else { return wide }
    guard isOuter else { return .filter(wide, condition) }
    return .project(
      wide,
      wide.allColumns.enumerated().map { index, column in
        index < input.width
          ? column
          : .choose([.init(condition: condition, result: column)], otherwise: nil, column.type)
      })
  }

  /// One row or none; a LEFT JOIN turns none into NULLs, as queries in an expression do.
  private var columnsOfOneRow: Plan {
    if isOuter { return columns(of: left) }
    let exists = Subquery(kind: .exists, plan: query, parameters: parameters, type: .boolean)
    return columns(of: .filter(left, .subquery(exists, at: 0)))
  }
}

extension Plan {
  /// Whether it gives exactly one row; `orNone`: or none.
  fileprivate func isOfOneRow(orNone: Bool) -> Bool {
    switch self {
    case .aggregate(let aggregate): aggregate.keys.isEmpty && aggregate.sets.count == 1
    case .project(let input, _), .sort(let input, _):
      input.isOfOneRow(orNone: orNone)
    case .filter(let input, _), .distinct(let input, _): orNone && input.isOfOneRow(orNone: true)
    case .limit(let input, let count, _):
      if orNone, case .literal(.integer(let count), _)? = count, count <= 1 {
        true
      } else {
        orNone && input.isOfOneRow(orNone: true)
      }
    default: false
    }
  }
}
