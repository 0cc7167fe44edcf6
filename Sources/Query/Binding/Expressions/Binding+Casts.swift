internal import Tables

/// Casts, strict and lenient.
extension Binding {
  /// TypeCast: `CAST(x AS type)`, `x::type`, `TRY_CAST(x AS type)`.
  func cast(_ node: SyntaxNode, in level: Level) throws -> BoundExpression {
    guard let typeNode = node.node("typeName") else { throw error("a cast has no type", node) }
    guard let argument = node.node("arg") else { throw error("an operand is missing", node) }
    let operand = try expression(argument, in: level)
    let target = try type(typeNode)
    let place = node.byte.map(position) ?? operand.at
    if target.type == .interval,
      let operand = try unitInterval(typeNode, operand, target.limit)
    {
      return operand
    }
    return try cast(
      operand, to: target, at: place,
      isLenient: node.byte.map(text.lenientCasts.contains) ?? false)
  }

  /// `try_cast(x, 'type')`: NULL for what cannot be cast.
  func lenientCast(_ node: SyntaxNode, in level: Level) throws -> BoundExpression {
    let arguments = node.list("args")
    guard arguments.count == 2, let named = try? constant(arguments[1]).expression,
      case .literal(.text(let name), _) = named
    else {
      throw error(
        "try_cast takes a value and the name of a type", node,
        hint: "write try_cast(…, 'integer') or TRY_CAST(… AS integer)")
    }
    let operand = try expression(arguments[0], in: level)
    let place = at(arguments[1])
    let target: (type: ColumnType, limit: CastLimit?, name: String)
    do {
      guard let typeNode = Self.typeNode(name) else {
        throw error("type \"\(name)\" does not exist", at: place)
      }
      target = try type(typeNode)
    } catch var error as QueryError {
      error.position = place
      throw error
    }
    return try cast(operand, to: target, at: at(node), isLenient: true)
  }

  /// The parse tree of a type's name.
  private static func typeNode(_ name: String) -> SyntaxNode? {
    let isName = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || " (),".unicodeScalars.contains($0)
    }
    guard isName, let statement = try? Parser.parse("SELECT CAST(NULL AS \(name))").statement,
      statement["fromClause"] == nil, statement.list("targetList").count == 1
    else { return nil }
    return statement.list("targetList").first?.node("val")?.node("typeName")
  }

  private func cast(
    _ operand: BoundExpression, to target: (type: ColumnType, limit: CastLimit?, name: String),
    at place: Int, isLenient: Bool
  ) throws -> BoundExpression {
    let (type, limit, name) = target
    guard Self.canCast(operand, to: type) else {
      throw error(
        "cannot cast type \(operand.typeName) to \(name)", at: place,
        hint: Self.castHint(operand.type, type))
    }
    if case .literal(.null, _) = operand.expression {
      return BoundExpression(.literal(.null, type), at: place)
        .numbered(NumberType(named: name))
    }
    if type == .text, limit == nil, operand.isUnknown {
      return BoundExpression(operand.expression, at: place)
    }
    let number = NumberType(named: name)
    if type == operand.type, limit == nil, !operand.isUnknown {
      return BoundExpression(operand.expression, at: place).numbered(number)
    }
    let at = operand.isUnknown ? operand.at : place
    return BoundExpression(
      .cast(operand.expression, type, isLenient ? .orNull(limit) : limit, at: at), at: place
    ).numbered(number)
  }

  /// `interval '2' month`, `interval '1 2:03' day to minute`: units that the type names.
  private func unitInterval(_ node: SyntaxNode, _ operand: BoundExpression, _ limit: CastLimit?)
    throws
    -> BoundExpression?
  {
    guard let modifier = node.list("typmods").first,
      case .literal(.integer(let mask), _) = try constant(modifier).expression,
      let unit = IntervalUnit(mask: mask)
    else { return nil }
    guard case .literal(.text(let text), _) = operand.expression else {
      throw error(
        "an interval of named units is not supported but for a text", node,
        hint: "write … * interval '1 hour'")
    }
    let whole = Expression.literal(.text(unit.written(text)), .text)
    let length = BoundExpression(.cast(whole, .interval, limit, at: operand.at), at: operand.at)
    guard unit.name != "second" else { return length }
    // What is smaller than the smallest unit is cut off.
    let name = BoundExpression(.literal(.text(unit.name), .text), at: operand.at)
    return BoundExpression(
      try operation("date_trunc", [name, length], at: operand.at), at: operand.at)
  }

  private static func canCast(_ operand: BoundExpression, to type: ColumnType) -> Bool {
    if operand.isUnknown || operand.type == type || type == .text || operand.type == .text {
      return true
    }
    switch (operand.type, type) {
    case (.integer, .real), (.real, .integer), (.integer, .boolean), (.boolean, .integer),
      (.integer, .numeric), (.real, .numeric), (.numeric, .integer), (.numeric, .real),
      (.date, .timestamp), (.timestamp, .date):
      return true
    default: return false
    }
  }

  private static func castHint(_ from: ColumnType, _ to: ColumnType) -> String? {
    switch (from, to) {
    case (.real, .boolean), (.numeric, .boolean): "compare it, as in … <> 0"
    case (.boolean, .real), (.boolean, .numeric): "cast it to integer first"
    case (.interval, _): "use extract(epoch FROM …) for seconds"
    case (.integer, .interval), (.real, .interval), (.numeric, .interval):
      "multiply, as in … * interval '1 day'"
    case (.integer, .date), (.real, .date), (.numeric, .date):
      "add to a day, as in date '1970-01-01' + …"
    case (.date, .integer), (.date, .real), (.date, .numeric):
      "subtract a day, or use extract(year FROM …)"
    default: nil
    }
  }
}
