internal import Tables

extension Binding {
  /// A query in an expression.
  func subquery(_ node: SyntaxNode, in level: Level) throws -> BoundExpression {
    let place = at(node)
    guard let query = node.node("subselect") else { throw error("a query is missing", node) }
    let correlation = Correlation(outer: level)
    let kindName = node.text("subLinkType") ?? ""
    let tests: [BoundExpression] =
      try node.node("testexpr").map { test in
        let nodes = test.kind == "RowExpr" ? test.list("args") : [test]
        return try nodes.map { try expression($0, in: level) }
      } ?? []
    let output = try self.query(
      query, Surroundings(correlation: correlation, withs: level.surroundings.withs))
    func result(_ kind: Subquery.Kind, _ plan: Plan, _ type: ColumnType)
      -> BoundExpression
    {
      let bound = Subquery(kind: kind, plan: plan, parameters: correlation.parameters, type: type)
      return BoundExpression(.subquery(known(bound, node, in: level), at: place), at: place)
    }
    switch kindName {
    case "EXISTS_SUBLINK": return result(.exists, output.plan, .boolean)
    case "EXPR_SUBLINK":
      guard output.columns.count == 1 else {
        throw error("subquery must return only one column", node)
      }
      return result(.scalar, output.plan, output.columns[0].type)
        .numbered(output.columns[0].number)
    case "ANY_SUBLINK", "ALL_SUBLINK":
      guard output.columns.count == tests.count else {
        let many = output.columns.count > tests.count
        throw error("subquery has too \(many ? "many" : "few") columns", node)
      }
      let name = parts(node, "operName").last ?? "="
      guard Self.comparisons.contains(name) else {
        throw error("operator \(name) is not supported before ANY and ALL", node)
      }
      // The comparison says what types both sides take.
      var operands: [Expression] = []
      var wanted: [ColumnType] = []
      for (test, (index, column)) in zip(tests, output.columns.enumerated()) {
        let other = BoundExpression(
          .column(index, column.type), isUnknown: column.isUnknown, at: place)
        guard
          case .call(let signature, let sides, _) = try operation(name, [test, other], at: place)
        else { throw error("operator \(name) is not supported before ANY and ALL", node) }
        operands.append(sides[0])
        wanted.append(signature.parameters[1])
      }
      let plan = self.plan(output, as: wanted)
      let kind: Subquery.Kind =
        kindName == "ANY_SUBLINK"
        ? .any(operands: operands, comparison: name) : .all(operands: operands, comparison: name)
      return result(kind, plan, .boolean)
    case "ARRAY_SUBLINK": throw error("arrays are not supported", node, hint: "use string_agg")
    default: throw error("a row of values from a query is not supported", node)
    }
  }

  /// The first binding of the same text in this SELECT, so that `GROUP BY (SELECT …)` and `ORDER BY
  /// (SELECT …)` are known to be what the list holds. What differs from run to run is not the same.
  private func known(_ subquery: Subquery, _ node: SyntaxNode, in level: Level) -> Subquery {
    if subquery.plan.isVolatile || subquery.operands.contains(where: \.isVolatile) {
      return subquery
    }
    let shape = node.shape
    for other in level.subqueries[shape] ?? []
    where node.says(other.node, numbers: { hidden($0) == hidden($1) }) {
      return other.subquery
    }
    level.subqueries[shape, default: []].append((node, subquery))
    return subquery
  }

  /// A query's plan with its columns as other types.
  func plan(_ output: Output, as types: [ColumnType]) -> Plan {
    if output.columns.map(\.type) == types { return output.plan }
    return .project(
      output.plan,
      zip(output.columns, types).enumerated().map { index, pair in
        let column = Expression.column(index, pair.0.type)
        return pair.0.type == pair.1 ? column : .cast(column, pair.1, nil, at: 0)
      })
  }
}

extension Plan {
  /// Whether two runs may differ; what is shared runs once.
  fileprivate var isVolatile: Bool {
    if case .shared = self { return false }
    return inputs.contains(where: \.isVolatile)
      || expressions.contains { expression in
        expression.isVolatile || expression.subqueries.contains { $0.plan.isVolatile }
      }
  }
}
