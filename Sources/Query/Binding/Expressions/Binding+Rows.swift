internal import Tables

/// Rows of values: `(a, b) < (1, 2)`, `(a, b) IS NULL`.
extension Binding {
  /// Rows compared column by column.
  func rows(
    _ left: SyntaxNode, _ name: String, _ right: SyntaxNode, in level: Level, at place: Int
  ) throws -> Expression {
    guard left.kind == "RowExpr", right.kind == "RowExpr" else {
      let hasQuery = left.kind == "SubLink" || right.kind == "SubLink"
      throw error(
        "a row can only be compared with a row", at: place,
        hint: hasQuery && name == "=" ? "write (…, …) IN (SELECT …)" : nil)
    }
    let pairs = (left.list("args"), right.list("args"))
    guard pairs.0.count == pairs.1.count, !pairs.0.isEmpty else {
      throw error("unequal number of entries in row expressions", at: place)
    }
    let operands = try zip(pairs.0, pairs.1).map {
      (try collated($0, in: level), try collated($1, in: level))
    }
    func each(_ name: String) throws -> [Expression] {
      try operands.map { try operation(name, [$0.0, $0.1], at: place) }
    }
    func each(_ name: String, _ values: [BoundExpression]) throws -> [Expression] {
      try operands.indices.map {
        try operation(name, [values[2 * $0], values[2 * $0 + 1]], at: place)
      }
    }
    func any(_ tests: [Expression]) -> Expression { tests.count == 1 ? tests[0] : .or(tests) }
    switch name {
    case "=": return Expression.all(try each("=")) ?? .literal(.boolean(true), .boolean)
    case "<>", "IS DISTINCT FROM": return any(try each(name))
    case "<", "<=", ">", ">=":
      // (a, b) < (c, d) is a < c OR (a = c AND b < d).
      return try sharing(operands.flatMap { [$0.0, $0.1] }) { values in
        let equal = try each("=", values)
        let strict = try each(String(name.prefix(1)), values)
        let last = try each(name, values)
        return any(
          operands.indices.map { index -> Expression in
            let deciding = index == operands.count - 1 ? last[index] : strict[index]
            return index == 0 ? deciding : .and(Array(equal[..<index]) + [deciding])
          })
      }
    default: throw error("operator \(name) does not compare rows", at: place)
    }
  }

  /// `IS NULL` and `IS NOT NULL`; of a row they ask for all its values, so that neither may hold.
  func nullTest(_ node: SyntaxNode, in level: Level) throws -> Expression {
    guard let operand = node.node("arg") else { throw error("an operand is missing", node) }
    let negated = node.text("nulltesttype") == "IS_NOT_NULL"
    let values = operand.kind == "RowExpr" ? operand.list("args") : [operand]
    let tests = try values.map {
      Expression.isNull(try expression($0, in: level).expression, negated: negated)
    }
    return Expression.all(tests) ?? .literal(.boolean(true), .boolean)
  }
}
