internal import Tables

/// LATERAL: a query in FROM that reads the row of the tables before it.
extension Binding {
  static func isLateral(_ node: SyntaxNode) -> Bool {
    node.kind == "RangeSubselect" && node.isTrue("lateral")
  }

  /// The tables before with the columns of a lateral query behind theirs.
  func lateral(
    _ left: FromItem, _ kind: Join.Kind, _ node: SyntaxNode, on quals: SyntaxNode?,
    _ surroundings: Surroundings
  ) throws -> FromItem {
    let correlation = Correlation(outer: Level(surroundings, from: left))
    let right = try derived(node, Surroundings(correlation: correlation, withs: surroundings.withs))
    var item = try joined(left, right, Join(.cross, left.plan, right.plan), node)
    var condition: Expression?
    if let quals {
      let level = Level(surroundings, from: item)
      level.clause = .joinConditions
      condition = try self.condition(try expression(quals, in: level), of: "JOIN/ON")
      condition = condition.flatMap { Expression.all($0.conjuncts) }
    }
    if correlation.parameters.isEmpty {
      let kind = condition == nil && kind == .inner ? .cross : kind
      item.plan = .join(Join(kind, left.plan, right.plan, condition: condition))
      return item
    }
    guard kind != .right, kind != .full else {
      throw error(
        "the combining JOIN type must be INNER or LEFT for a LATERAL reference", node)
    }
    let lateral = LateralJoin(
      left: left.plan, isOuter: kind == .left, query: right.plan,
      parameters: correlation.parameters,
      condition: condition)
    guard let plan = lateral.plan else {
      throw error(
        "a LATERAL query of this form is not supported", node,
        hint: "WHERE, inner joins, aggregates without GROUP BY and LIMIT 1 work in it; for more, "
          + "number the rows with row_number() OVER (PARTITION BY …) in a query in FROM")
    }
    item.plan = plan
    return item
  }
}
