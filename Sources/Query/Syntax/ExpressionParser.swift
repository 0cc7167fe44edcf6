internal import Diagnostics

extension Expression {
  /// Reads an expression in the syntax of SQL.
  ///
  /// Numbers, `'text'`, names, `"quoted names"`, `+ - * /`, comparisons, `AND OR NOT`,
  /// `IN (…)`, `IS [NOT] NULL`, and the aggregates `count sum avg min max` with
  /// `FILTER (WHERE …)`. Nesting is limited to 200 levels, the outermost included, and the whole
  /// expression to 1 000 operators: what walks the tree recurs once an operator.
  package init(parsing text: String) throws(QueryError) {
    var lexer = Lexer(text)
    var parser = ExpressionParser(tokens: try lexer.tokens())
    self = try parser.whole()
  }
}

private struct ExpressionParser {
  /// Words that are no names unless they stand in double quotes.
  private static let reserved: Set = ["AND", "OR", "NOT", "IN", "IS", "WHERE"]

  let tokens: [Token]
  var index = 0
  var depth = 0
  var operators = 0

  init(tokens: [Token]) {
    self.tokens = tokens
  }

  mutating func whole() throws(QueryError) -> Expression {
    let expression = try disjunction()
    guard current.kind == .end else { throw unexpected("the end of the expression") }
    return expression
  }

  private var current: Token { tokens[index] }

  private func unexpected(_ wanted: String) -> QueryError {
    let found =
      switch current.kind {
      case .number: "a number"
      case .text: "a text"
      case .name(let name), .quotedName(let name): "'\(name)'"
      case .symbol(let symbol): "'\(symbol)'"
      case .end: "the end"
      }
    return QueryError("expected \(wanted), found \(found)", at: current.position)
  }

  private mutating func take(_ symbol: String) -> Bool {
    guard current.kind == .symbol(symbol) else { return false }
    index += 1
    return true
  }

  private mutating func take(keyword: String) -> Bool {
    guard case .name(let name) = current.kind, name.uppercased() == keyword else { return false }
    index += 1
    return true
  }

  private mutating func expect(_ symbol: String) throws(QueryError) {
    guard take(symbol) else { throw unexpected("'\(symbol)'") }
  }

  private mutating func binary(
    _ op: BinaryOperator, _ left: Expression, _ right: Expression
  ) throws(QueryError) -> Expression {
    operators += 1
    guard operators <= 1000 else {
      throw QueryError("the expression has more than 1000 operators", at: current.position)
    }
    return .binary(op, left, right)
  }

  private mutating func disjunction() throws(QueryError) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 200 else {
      throw QueryError("the expression is nested too deeply", at: current.position)
    }
    var left = try conjunction()
    while take(keyword: "OR") { left = try binary(.or, left, try conjunction()) }
    return left
  }

  private mutating func conjunction() throws(QueryError) -> Expression {
    var left = try negation()
    while take(keyword: "AND") { left = try binary(.and, left, try negation()) }
    return left
  }

  private mutating func negation() throws(QueryError) -> Expression {
    var count = 0
    while take(keyword: "NOT") { count += 1 }
    let operand = try comparison()
    guard count > 0 else { return operand }
    // Two of them, not none, so that the operand must still be a condition.
    return count % 2 == 0 ? .not(.not(operand)) : .not(operand)
  }

  private mutating func comparison() throws(QueryError) -> Expression {
    let left = try sum()
    if take(keyword: "IS") {
      let negated = take(keyword: "NOT")
      guard take(keyword: "NULL") else { throw unexpected("NULL") }
      return .isNull(left, negated: negated)
    }
    let negated = take(keyword: "NOT")
    if take(keyword: "IN") {
      try expect("(")
      var list = [try sum()]
      while take(",") { list.append(try sum()) }
      try expect(")")
      return .isIn(left, list, negated: negated)
    }
    guard !negated else { throw unexpected("IN") }
    for symbol in ["=", "<>", "<=", ">=", "<", ">"] where take(symbol) {
      guard let op = BinaryOperator(rawValue: symbol) else { continue }
      return try binary(op, left, try sum())
    }
    return left
  }

  private mutating func sum() throws(QueryError) -> Expression {
    var left = try product()
    while true {
      if take("+") {
        left = try binary(.add, left, try product())
      } else if take("-") {
        left = try binary(.subtract, left, try product())
      } else {
        return left
      }
    }
  }

  private mutating func product() throws(QueryError) -> Expression {
    var left = try factor()
    while true {
      if take("*") {
        left = try binary(.multiply, left, try factor())
      } else if take("/") {
        left = try binary(.divide, left, try factor())
      } else {
        return left
      }
    }
  }

  private mutating func factor() throws(QueryError) -> Expression {
    var count = 0
    while take("-") { count += 1 }
    let operand = try primary()
    guard count > 0 else { return operand }
    return count % 2 == 0 ? .negated(.negated(operand)) : .negated(operand)
  }

  private mutating func primary() throws(QueryError) -> Expression {
    let token = current
    if case .name(let name) = token.kind, Self.reserved.contains(name.uppercased()) {
      throw unexpected("a value")
    }
    switch token.kind {
    case .number(let value):
      index += 1
      return .number(value)
    case .text(let value):
      index += 1
      return .text(value)
    case .quotedName(let name):
      index += 1
      return .name(name)
    case .name(let name):
      index += 1
      switch name.uppercased() {
      case "TRUE": return .boolean(true)
      case "FALSE": return .boolean(false)
      case "NULL": return .null
      default: return take("(") ? try call(name, at: token.position) : .name(name)
      }
    case .symbol("("):
      index += 1
      let inner = try disjunction()
      try expect(")")
      return inner
    case .symbol, .end:
      throw unexpected("a value")
    }
  }

  private mutating func call(_ name: String, at position: Int) throws(QueryError) -> Expression {
    guard let function = AggregateFunction(rawValue: name.lowercased()) else {
      throw QueryError(
        "there is no function '\(name)'", at: position,
        hint: suggestion(for: name, among: AggregateFunction.allCases.map(\.rawValue)))
    }
    var argument: Expression?
    if function == .count, take("*") {
      argument = nil
    } else {
      argument = try disjunction()
    }
    try expect(")")
    var filter: Expression?
    if take(keyword: "FILTER") {
      try expect("(")
      guard take(keyword: "WHERE") else { throw unexpected("WHERE") }
      filter = try disjunction()
      try expect(")")
    }
    return .aggregate(function, argument: argument, filter: filter)
  }
}
