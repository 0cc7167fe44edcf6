internal import Tables

/// EXISTS and IN as joins.
enum SemiJoins {
  /// The join that keeps the rows of a plan for which a condition holds, if it is a subquery that can
  /// be joined. The left input of the result is to be set.
  static func join(_ plan: Plan, _ condition: Expression) -> Join? {
    if case .not(.subquery(let subquery, _)) = condition {
      // NOT IN is no anti join: a NULL on either side makes it unknown.
      guard case .exists = subquery.kind else { return nil }
      return joined(plan, subquery, .anti)
    }
    guard case .subquery(let subquery, _) = condition else { return nil }
    return joined(plan, subquery, .semi)
  }

  private static func joined(_ left: Plan, _ subquery: Subquery, _ kind: Join.Kind) -> Join? {
    let width = left.width
    var conditions: [Expression] = []
    var right = subquery.plan
    switch subquery.kind {
    case .exists:
      guard !subquery.parameters.isEmpty, let pulled = pulledUp(right, keepsColumns: false)
      else { return nil }
      right = pulled.plan
      conditions = pulled.conditions.map { place($0, subquery.parameters, after: width) }
    case .any(let operands, comparison: "="):
      guard !operands.contains(where: \.hasSubquery) else { return nil }
      var columns = right.allColumns
      if !subquery.parameters.isEmpty {
        guard let pulled = pulledUp(right, keepsColumns: true) else { return nil }
        right = pulled.plan
        columns = pulled.columns
        conditions = pulled.conditions.map { place($0, subquery.parameters, after: width) }
      }
      guard columns.count == operands.count else { return nil }
      for (operand, column) in zip(operands, columns) {
        let column = place(column, subquery.parameters, after: width)
        let equals = ScalarSignature("=", [operand.type, column.type], .boolean)
        conditions.append(.call(equals, [operand, column], at: 0))
      }
    default: return nil
    }
    let hasKey = conditions.contains { JoinConditions.sides($0, isLeft: { $0 < width }) != nil }
    guard hasKey, !right.hasParameters else { return nil }
    return Join(kind, left, right, condition: Expression.all(conditions))
  }

  /// A condition within the subquery as one over both sides of the join.
  private static func place(
    _ condition: Expression, _ parameters: [Expression], after width: Int
  ) -> Expression {
    condition.rewritten { part in
      switch part {
      case .column(let column, let type): .column(column + width, type)
      case .parameter(let number, _): parameters[number]
      default: nil
      }
    }
  }

  /// The plan of a correlated subquery without the conditions that read the row around it.
  private static func pulledUp(_ plan: Plan, keepsColumns: Bool) -> (
    plan: Plan, conditions: [Expression], columns: [Expression]
  )? {
    switch plan {
    case .project(let input, let expressions):
      guard let below = pulledUp(input, keepsColumns: keepsColumns) else { return nil }
      if expressions.contains(where: { $0.hasSubquery || $0.isVolatile }), keepsColumns {
        return nil
      }
      return (
        below.plan, below.conditions, expressions.map { $0.substituted(below.columns) }
      )
    case .sort(let input, _), .distinct(let input, nil):
      return pulledUp(input, keepsColumns: keepsColumns)
    case .filter(let input, let condition):
      guard !input.hasParameters else { return nil }
      let conjuncts = condition.conjuncts
      let own = conjuncts.filter { !$0.hasParameter }
      let pulled = conjuncts.filter(\.hasParameter)
      guard !pulled.contains(where: { $0.hasSubquery || $0.isVolatile }) else { return nil }
      let rest = Expression.all(own).map { Plan.filter(input, $0) } ?? input
      return (rest, pulled, input.allColumns)
    default: return nil
    }
  }
}
