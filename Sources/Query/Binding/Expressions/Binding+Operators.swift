internal import Diagnostics
internal import Tables

extension Binding {
  /// An operator of the catalogue with its operands.
  func operation(
    _ name: String, _ operands: [BoundExpression], at place: Int, written: String? = nil
  ) throws
    -> Expression
  {
    if let comparison = try collatedComparison(name, operands, at: place) { return comparison }
    if let comparison = try wholeComparison(name, operands, at: place) { return comparison }
    let overloads = FunctionTable.scalars[name] ?? []
    let fitting = overloads.map { (parameters: $0.parameters, isVariadic: $0.isVariadic) }
    var operands = operands
    if Self.comparisons.contains(name) { operands = Self.withoutPadding(operands) }
    if name == "||", operands.count == 2 {
      // A text takes whatever stands beside it.
      for (this, other) in [(0, 1), (1, 0)]
      where operands[this].type == .text && !operands[other].isUnknown
        && operands[other].type != .text
      {
        let cast = Expression.cast(operands[other].expression, .text, nil, at: operands[other].at)
        operands[other] = BoundExpression(cast, at: operands[other].at)
      }
    }
    let choice = FunctionTable.choice(fitting, of: operands)
    switch choice {
    case .one(let index):
      let signature = overloads[index]
      let arguments = operands.enumerated().map { position, operand in
        converted(operand, to: FunctionTable.parameter(signature.parameters, position))
      }
      return .call(signature, arguments, at: place)
    case .several where Self.comparisons.contains(name):
      return try operation(
        name, operands.map { BoundExpression($0.expression, at: $0.at) }, at: place,
        written: written)
    case .none, .several:
      let types = operands.map(\.typeName)
      let symbol = written ?? name
      let form = types.count == 1 ? "\(symbol) \(types[0])" : "\(types[0]) \(symbol) \(types[1])"
      if choice == .several {
        throw error(
          "operator is not unique: \(form)", at: place,
          hint: "give a type, as in \(types.count == 1 ? "" : "… \(symbol) ")'…'::integer")
      }
      throw error(
        "operator does not exist: \(form)", at: place, hint: hint(name, operands, known: overloads))
    }
  }

  /// A text in quotes beside a `char(n)` is one, too: blanks at its end mean nothing.
  private static func withoutPadding(_ operands: [BoundExpression]) -> [BoundExpression] {
    let isPadded = operands.contains {
      if case .cast(_, .text, .blankPadded?, _) = $0.expression { true } else { false }
    }
    guard isPadded else { return operands }
    return operands.map { operand in
      guard operand.isUnknown, case .literal(.text(let text), _) = operand.expression else {
        return operand
      }
      var plain = text.unicodeScalars
      while plain.last == " " { plain.removeLast() }
      var copy = operand
      copy.expression = .literal(.text(String(plain)), .text)
      return copy
    }
  }

  static let comparisons: Set<String> = ["=", "<>", "<", "<=", ">", ">="]

  private func hint(_ name: String, _ operands: [BoundExpression], known: [ScalarSignature])
    -> String?
  {
    switch name {
    case "==": return "write ="
    case "&&": return "write AND"
    case "!": return "write NOT"
    case "!==": return "write <>"
    default: break
    }
    if known.isEmpty { return "the operators are + - * / % ^ || = <> < <= > >= ~ ~*" }
    guard operands.count == 2 else { return nil }
    let types = operands.map(\.type)
    if types[0] == .text || types[1] == .text, name == "+" {
      return "join texts with ||, or cast the text, as in …::numeric"
    }
    // A cast of one side to the type of the other, where that works.
    for (this, other) in [(0, 1), (1, 0)] where types[this] == .text {
      let type = types[other]
      if known.contains(where: { $0.parameters == [type, type] }) {
        return "cast the text, as in …::\(Self.castOfText(to: type).rawValue)"
      }
    }
    for (this, other) in [(0, 1), (1, 0)] where types[other] == .text {
      if known.contains(where: { $0.parameters == [.text, .text] }) {
        return "cast the \(types[this].rawValue), as in …::text"
      }
    }
    return "cast one side to the type of the other"
  }

  /// A_Expr, all kinds.
  func operatorExpression(_ node: SyntaxNode, in level: Level) throws -> BoundExpression {
    let place = at(node)
    guard let name = parts(node, "name").last else {
      throw error("an operator has no name", node)
    }
    func bound(_ expression: Expression) -> BoundExpression {
      BoundExpression(expression, at: place)
    }
    switch node.text("kind") ?? "" {
    case "AEXPR_OP": return try plainOperator(node, name, in: level)
    case "AEXPR_DISTINCT": return bound(try distinctness(node, name, in: level))
    case "AEXPR_NOT_DISTINCT": return bound(.not(try distinctness(node, name, in: level)))
    case "AEXPR_NULLIF":
      let first = try operand(node.node("lexpr"), of: name, in: level, at: place)
      let second = try operand(node.node("rexpr"), of: name, in: level, at: place)
      let type = first.type
      return bound(
        try sharing([first]) { first in
          let same = try operation("=", [first[0], second], at: place)
          return .choose(
            [.init(condition: same, result: .literal(.null, type))],
            otherwise: first[0].expression, type)
        }
      ).numbered(first.number)
    case "AEXPR_IN":
      let items = node.node("rexpr")?.list("items") ?? []
      return bound(
        try list(node.node("lexpr"), items, negated: name == "<>", in: level, at: place))
    case "AEXPR_LIKE", "AEXPR_ILIKE", "AEXPR_SIMILAR":
      return bound(try pattern(node, name, in: level))
    case "AEXPR_BETWEEN", "AEXPR_NOT_BETWEEN", "AEXPR_BETWEEN_SYM", "AEXPR_NOT_BETWEEN_SYM":
      return bound(try between(node, in: level))
    case "AEXPR_OP_ANY": return bound(try quantified(node, name, isAny: true, in: level))
    case "AEXPR_OP_ALL": return bound(try quantified(node, name, isAny: false, in: level))
    default:
      throw error("this operator is not supported", node)
    }
  }

  private func operand(
    _ node: SyntaxNode?, of name: String, in level: Level, at place: Int
  ) throws -> BoundExpression {
    guard let node else { throw error("an operand is missing", at: place) }
    return try Self.comparisons.contains(name)
      ? collated(node, in: level) : expression(node, in: level)
  }

  /// An operator by its name, of one or two operands or of rows.
  private func plainOperator(
    _ node: SyntaxNode, _ name: String, in level: Level
  ) throws -> BoundExpression {
    let place = at(node)
    let left = node.node("lexpr")
    let right = node.node("rexpr")
    if let left, let right, left.kind == "RowExpr" || right.kind == "RowExpr" {
      return BoundExpression(try rows(left, name, right, in: level, at: place), at: place)
    }
    let second = try operand(right, of: name, in: level, at: place)
    guard let left else {
      if name == "+" { return second }
      if name == "-", case .literal(let cell, _) = second.expression {
        let least: Int64 = second.number == .integer ? Int64(Int32.min) : .min
        if case .integer(let number) = cell, number != least {
          return BoundExpression(.literal(.integer(-number), .integer), at: place)
            .numbered(second.number)
        }
        if case .numeric(let number) = cell {
          return BoundExpression(.literal(.numeric(-number), .numeric), at: place)
        }
      }
      return try calculation(name, [second], at: place)
    }
    let first = try operand(left, of: name, in: level, at: place)
    return try calculation(name, [first, second], at: place)
  }

  /// IS DISTINCT FROM, of values or rows.
  private func distinctness(
    _ node: SyntaxNode, _ name: String, in level: Level
  ) throws -> Expression {
    let place = at(node)
    let left = node.node("lexpr")
    let right = node.node("rexpr")
    if let left, let right, left.kind == "RowExpr" || right.kind == "RowExpr" {
      return try rows(left, "IS DISTINCT FROM", right, in: level, at: place)
    }
    return try operation(
      "IS DISTINCT FROM",
      [
        try operand(left, of: name, in: level, at: place),
        try operand(right, of: name, in: level, at: place),
      ], at: place)
  }

  /// A comparison with ANY or ALL of an array that is written out.
  private func quantified(
    _ node: SyntaxNode, _ name: String, isAny: Bool, in level: Level
  ) throws -> Expression {
    let place = at(node)
    let left = node.node("lexpr")
    guard let right = node.node("rexpr"), right.kind == "A_ArrayExpr" else {
      throw error("ANY and ALL take a query or ARRAY[…]", node, hint: "write x IN (1, 2, 3)")
    }
    let elements = right.list("elements")
    if isAny, name == "=" {
      return try list(left, elements, negated: false, in: level, at: place)
    }
    let value = try operand(left, of: name, in: level, at: place)
    let others = try elements.map { try operand($0, of: name, in: level, at: place) }
    return try sharing([value]) { value in
      let tests = try others.map { try binary(name, value[0], $0, at: place) }
      if tests.isEmpty { return .literal(.boolean(!isAny), .boolean) }
      return tests.count == 1 ? tests[0] : isAny ? .or(tests) : .and(tests)
    }
  }

  /// An operator of two operands; `!~` and the like are negations.
  func binary(_ name: String, _ left: BoundExpression, _ right: BoundExpression, at place: Int)
    throws -> Expression
  {
    switch name {
    case "!~": return .not(try operation("~", [left, right], at: place, written: name))
    case "!~*": return .not(try operation("~*", [left, right], at: place, written: name))
    case "~~": return try operation("LIKE", [left, right], at: place, written: name)
    case "~~*": return try operation("ILIKE", [left, right], at: place, written: name)
    case "!~~": return .not(try operation("LIKE", [left, right], at: place, written: name))
    case "!~~*": return .not(try operation("ILIKE", [left, right], at: place, written: name))
    default: return try operation(name, [left, right], at: place)
    }
  }

  /// IN over a list.
  private func list(
    _ left: SyntaxNode?, _ items: [SyntaxNode], negated: Bool, in level: Level, at place: Int
  ) throws -> Expression {
    guard let left else { throw error("an operand is missing", at: place) }
    if left.kind == "RowExpr" {
      let tests = try items.map { try rows(left, "=", $0, in: level, at: place) }
      let any = tests.count == 1 ? tests[0] : .or(tests)
      return negated ? .not(any) : any
    }
    let value = try collated(left, in: level)
    let list = try items.map { try collated($0, in: level) }
    if list.isEmpty { return .literal(.boolean(negated), .boolean) }
    var types: Set<ColumnType> = []
    for item in list
    where !item.isUnknown && !value.isUnknown && types.insert(item.type).inserted {
      // The message is that of the comparison.
      _ = try operation("=", [value, item], at: place)
    }
    let type = try common([value] + list, of: "IN")
    return .isIn(
      converted(value, to: type), list.map { converted($0, to: type) }, negated: negated)
  }

  private func pattern(_ node: SyntaxNode, _ name: String, in level: Level) throws -> Expression {
    let place = at(node)
    guard let left = node.node("lexpr"), let right = node.node("rexpr") else {
      throw error("an operand is missing", node)
    }
    var operands = [try expression(left, in: level)]
    let function = right.kind == "FuncCall" ? parts(right, "funcname").last : nil
    if function == "like_escape" || function == "similar_to_escape" || function == "similar_escape"
    {
      operands += try right.list("args").map { try expression($0, in: level) }
    } else {
      operands.append(try expression(right, in: level))
    }
    let symbol: String
    switch node.text("kind") {
    case "AEXPR_LIKE": symbol = "LIKE"
    case "AEXPR_ILIKE": symbol = "ILIKE"
    default: symbol = "SIMILAR"
    }
    let matches = try operation(symbol, operands, at: place)
    return name.hasPrefix("!") ? .not(matches) : matches
  }

  private func between(_ node: SyntaxNode, in level: Level) throws -> Expression {
    let place = at(node)
    let bounds = node.node("rexpr")?.list("items") ?? []
    guard let left = node.node("lexpr"), bounds.count == 2 else {
      throw error("BETWEEN takes two bounds", node)
    }
    let value = try collated(left, in: level)
    let low = try collated(bounds[0], in: level)
    let high = try collated(bounds[1], in: level)
    let kind = node.text("kind") ?? ""
    func within(
      _ value: BoundExpression, _ low: BoundExpression, _ high: BoundExpression
    ) throws -> Expression {
      .and([
        try operation(">=", [value, low], at: place),
        try operation("<=", [value, high], at: place),
      ])
    }
    let result =
      kind.hasSuffix("_SYM")
      ? try sharing([value, low, high]) {
        .or([try within($0[0], $0[1], $0[2]), try within($0[0], $0[2], $0[1])])
      }
      : try sharing([value]) { try within($0[0], low, high) }
    return kind.contains("NOT") ? .not(result) : result
  }
}
