internal import Diagnostics
internal import Tables

extension Binding {
  /// A constant of the query.
  func constant(_ node: SyntaxNode) throws -> BoundExpression {
    let place = at(node)
    if let text = node.node("sval") {
      return BoundExpression(
        .literal(.text(text.text("sval") ?? ""), .text), isUnknown: true, at: place)
    }
    if let number = node.node("ival") {
      let value = number.number("ival") ?? hidden(node)
      return BoundExpression(.literal(.integer(Int64(value)), .integer), at: place)
        .numbered(NumberType(Int64(value)))
    }
    if let number = node.node("fval") {
      let value = try BoundExpression(decimal(number.text("fval") ?? "", node), at: place)
      if case .literal(.integer(let whole), _) = value.expression {
        return value.numbered(NumberType(whole))
      }
      return value
    }
    if let truth = node.node("boolval") {
      return BoundExpression(.literal(.boolean(truth.isTrue("boolval")), .boolean), at: place)
    }
    if node.isTrue("isnull") {
      return BoundExpression(.literal(.null, .text), isUnknown: true, at: place)
    }
    throw error("bit strings are not supported", node, hint: "use integers")
  }

  /// The value of a parameter, as if it stood in the query. A text is cast to what it is compared with,
  /// as one in quotes is.
  func parameter(_ node: SyntaxNode) throws -> BoundExpression {
    let place = at(node)
    guard let name = node.byte.flatMap({ text.parameters[$0] }) else {
      throw error(
        "there is no parameter $\(node.number("number") ?? 0)", node,
        hint: "parameters have names, as in $year")
    }
    guard let value = options.parameters[name] else {
      throw error(
        "there is no parameter $\(name)", node,
        hint: suggestion(for: name, among: options.parameters.keys.sorted()))
    }
    func bound(_ type: ColumnType, isUnknown: Bool = false) -> BoundExpression {
      BoundExpression(.literal(value, type), isUnknown: isUnknown, at: place)
    }
    // A fraction as the digits that it is written with.
    func decimal(_ number: Double) -> BoundExpression {
      guard let digits = DecimalNumber(number.description) else { return bound(.real) }
      let shown = digits.shortened.scale == 0 ? digits.shortened : digits
      return BoundExpression(.literal(.numeric(shown), .numeric), at: place)
    }
    switch value {
    case .null, .text: return bound(.text, isUnknown: true)
    case .integer(let number): return bound(.integer).numbered(NumberType(number))
    case .real(let number): return decimal(number)
    case .numeric: return bound(.numeric)
    case .boolean: return bound(.boolean)
    case .date: return bound(.date)
    case .timestamp: return bound(.timestamp)
    case .interval: return bound(.interval)
    }
  }

  private func decimal(_ digits: String, _ node: SyntaxNode) throws -> Expression {
    if let number = Int64(digits) { return .literal(.integer(number), .integer) }
    guard let number = DecimalNumber(digits) else {
      throw error("value overflows numeric format", node)
    }
    return .literal(.numeric(number), .numeric)
  }

  /// The parser leaves out zero and numbers below: the text has them.
  func hidden(_ node: SyntaxNode) -> Int {
    guard var position = node.byte, text.bytes.indices.contains(position),
      text.bytes[position] == UInt8(ascii: "-")
    else { return 0 }
    let bytes = text.bytes
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        var value = 0
        while position < bytes.count, (48...57).contains(bytes[position]), value < 1 << 40 {
          value = value * 10 + Int(bytes[position] - 48)
          position += 1
        }
        return -value
      case UInt8(ascii: "/"):
        position += 2
        while position + 1 < bytes.count,
          !(bytes[position] == UInt8(ascii: "*") && bytes[position + 1] == UInt8(ascii: "/"))
        {
          position += 1
        }
        position += 2
      case UInt8(ascii: "-")
      where position + 1 < bytes.count
        && bytes[position + 1] == UInt8(ascii: "-"):
        while position < bytes.count, bytes[position] != 10 { position += 1 }
      default: position += 1
      }
    }
    return 0
  }

  /// The value of an expression without columns.
  func value(_ expression: Expression, at place: Int, of what: String) throws -> Cell {
    if case .literal(let cell, _) = expression { return cell }
    guard expression.isFixed, expression.columns.isEmpty else {
      throw error("\(what) must be a constant", at: place)
    }
    let context = EvaluationContext(now: Timestamp(secondsSince1970: 0)) { _, _ in [] }
    return try Evaluator(expression, context: context)
      .evaluate(Chunk(columns: [], rowCount: 1))[0]
  }
}
