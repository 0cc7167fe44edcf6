internal import Tables

extension Binding {
  /// A scalar expression of the query.
  func expression(_ node: SyntaxNode, in level: Level) throws -> BoundExpression {
    let place = at(node)
    func bound(_ expression: Expression) -> BoundExpression {
      BoundExpression(expression, at: place)
    }
    switch node.kind {
    case "A_Const": return try constant(node)
    case "ColumnRef": return try column(node, in: level)
    case "A_Expr": return try operatorExpression(node, in: level)
    case "BoolExpr": return bound(try logic(node, in: level))
    case "NullTest": return bound(try nullTest(node, in: level))
    case "BooleanTest": return bound(try truthTest(node, in: level))
    case "CaseExpr": return try choice(node, in: level)
    case "CoalesceExpr":
      let values = try node.list("args").map { try expression($0, in: level) }
      let type = try common(values, of: "COALESCE")
      return bound(.coalesce(values.map { converted($0, to: type) }, type))
        .numbered(values.numberType)
    case "MinMaxExpr":
      let name = node.text("op") == "IS_LEAST" ? "least" : "greatest"
      let values = try node.list("args").map { try expression($0, in: level) }
      let type = try common(values, of: name.uppercased())
      let same = values.map { BoundExpression(converted($0, to: type), at: $0.at) }
      return bound(try call(name, same, at: place, node)).numbered(values.numberType)
    case "TypeCast": return try cast(node, in: level)
    case "CollateClause":
      throw error(
        "COLLATE is supported in ORDER BY, comparisons, min and max only", node,
        hint: "write it around the whole text that is ordered or compared")
    case "FuncCall": return try function(node, in: level)
    case "SQLValueFunction": return bound(try sqlValue(node))
    case "SubLink": return try subquery(node, in: level)
    case "GroupingFunc": return try grouping(node, in: level)
    case "RowExpr":
      throw error(
        "rows of values are not supported here", node, hint: "name the columns one by one")
    case "A_Indirection" where !parts(node, "indirection").isEmpty:
      throw error(
        "a column of a row in parentheses is not supported", node,
        hint: "name it by its table, as in t.\(parts(node, "indirection")[0])")
    case "A_ArrayExpr", "A_Indirection":
      throw error("arrays are not supported", node, hint: "keep one value a row")
    case "ParamRef": return try parameter(node)
    case "NamedArgExpr":
      throw error("named arguments are for the options of aggregates", node)
    case "SetToDefault": throw error("DEFAULT is not allowed here", node)
    default: throw error("\(node.kind) is not supported", node)
    }
  }

  private func part(_ node: SyntaxNode, _ field: String, in level: Level) throws -> BoundExpression
  {
    guard let part = node.node(field) else { throw error("an operand is missing", node) }
    return try expression(part, in: level)
  }

  private func logic(_ node: SyntaxNode, in level: Level) throws -> Expression {
    let kind = node.text("boolop") ?? ""
    let word = kind == "AND_EXPR" ? "AND" : kind == "OR_EXPR" ? "OR" : "NOT"
    let operands = try node.list("args").map {
      try condition(try expression($0, in: level), of: word)
    }
    switch word {
    case "AND": return .and(operands)
    case "OR": return .or(operands)
    default:
      guard let operand = operands.first else { throw error("an operand is missing", node) }
      return .not(operand)
    }
  }

  private func truthTest(_ node: SyntaxNode, in level: Level) throws -> Expression {
    let kind = node.text("booltesttype") ?? ""
    let words = kind.split(separator: "_").joined(separator: " ")
    let operand = try condition(try part(node, "arg", in: level), of: words)
    let negated = kind.contains("NOT")
    if kind.hasSuffix("UNKNOWN") { return .isNull(operand, negated: negated) }
    // What is unknown counts as the other value.
    let isTrue = kind.hasSuffix("TRUE")
    let known = Expression.coalesce([operand, .literal(.boolean(!isTrue), .boolean)], .boolean)
    return isTrue != negated ? known : .not(known)
  }

  private func choice(_ node: SyntaxNode, in level: Level) throws -> BoundExpression {
    let tested = try node.node("arg").map { try expression($0, in: level) }
    let branches = node.list("args")
    var tests: [BoundExpression] = []
    var results: [BoundExpression] = []
    for branch in branches {
      tests.append(try part(branch, "expr", in: level))
      results.append(try part(branch, "result", in: level))
    }
    let otherwise = try node.node("defresult").map { try expression($0, in: level) }
    // PostgreSQL lets ELSE choose first.
    let values = (otherwise.map { [$0] } ?? []) + results
    let type = try common(values, of: "CASE")
    let choice = try sharing(tested.map { [$0] } ?? []) { tested in
      .choose(
        try branches.indices.map { place in
          let condition =
            if let tested = tested.first {
              try operation("=", [tested, tests[place]], at: at(branches[place]))
            } else {
              try condition(tests[place], of: "CASE/WHEN")
            }
          return .init(condition: condition, result: converted(results[place], to: type))
        }, otherwise: otherwise.map { converted($0, to: type) }, type)
    }
    return BoundExpression(choice, at: at(node)).numbered(values.numberType)
  }

  private func sqlValue(_ node: SyntaxNode) throws -> Expression {
    let place = at(node)
    switch node.text("op") ?? "" {
    case "SVFOP_CURRENT_DATE": return try call("current_date", [], at: place, node)
    case "SVFOP_CURRENT_TIMESTAMP", "SVFOP_CURRENT_TIMESTAMP_N", "SVFOP_LOCALTIMESTAMP",
      "SVFOP_LOCALTIMESTAMP_N":
      return try call("now", [], at: place, node)
    case let op:
      let name = op.dropFirst("SVFOP_".count)
      throw error(
        "\(name) is not supported", node, hint: "known: CURRENT_DATE, CURRENT_TIMESTAMP")
    }
  }
}
