internal import Tables

extension Expression {
  /// The expression for people, over columns of these names.
  func printed(_ names: [String]) -> String {
    var printer = ExpressionPrinter(names: names)
    printer.add(self, depth: 0)
    return printer.text
  }
}

/// Writes an expression, down to some depth and length.
private struct ExpressionPrinter {
  let names: [String]
  var text = ""
  /// What `operand` stands for, the innermost last.
  private var operands: [[Expression]] = []
  private static let deepest = 24
  private static let longest = 160

  init(names: [String]) { self.names = names }

  mutating func add(_ expression: Expression, depth: Int) {
    if depth > Self.deepest || text.utf8.count > Self.longest {
      if !text.hasSuffix("…") { text += "…" }
      return
    }
    switch expression {
    case .literal(let cell, _): text += ExplainNotation.literal(cell)
    case .column(let column, _): text += ExplainNotation.name(column, names)
    case .parameter(let number, _): text += "outer \(number + 1)"
    case .call(let signature, let arguments, _): addCall(signature.name, arguments, depth)
    case .and(let all): add(all, between: " and ", depth)
    case .or(let all): add(all, between: " or ", depth)
    case .not(let operand):
      text += "not "
      addOperand(operand, depth)
    case .isNull(let operand, let negated):
      addOperand(operand, depth)
      text += negated ? " is not null" : " is null"
    case .choose(let branches, let otherwise, _):
      text += "case"
      for branch in branches {
        text += " when "
        add(branch.condition, depth: depth + 1)
        text += " then "
        add(branch.result, depth: depth + 1)
      }
      if let otherwise {
        text += " else "
        add(otherwise, depth: depth + 1)
      }
      text += " end"
    case .coalesce(let all, _): addCall("coalesce", all, depth)
    case .cast(let operand, let type, .orNull?, _):
      text += "try_cast("
      add(operand, depth: depth + 1)
      text += ", \(type.rawValue))"
    case .cast(let operand, let type, _, _):
      addOperand(operand, depth)
      text += "::\(type.rawValue)"
    case .isIn(let operand, let values, let negated):
      addOperand(operand, depth)
      text += negated ? " not in" : " in"
      addCall(" ", values, depth)
    case .subquery(let subquery, _): addSubquery(subquery, depth)
    case .with(let shared, let body):
      operands.append(shared)
      add(body, depth: depth)
      operands.removeLast()
    case .operand(let number, _):
      guard let shared = operands.popLast() else { return }
      addOperand(shared[number], depth)
      operands.append(shared)
    }
  }

  private mutating func addCall(_ name: String, _ arguments: [Expression], _ depth: Int) {
    let isOperator = name.first.map { !$0.isLowercase && $0 != " " } ?? false
    if isOperator, arguments.count == 2 {
      return add(arguments, between: " \(name.lowercased()) ", depth)
    }
    if isOperator, arguments.count == 1 {
      text += name
      return addOperand(arguments[0], depth)
    }
    text += name + "("
    for (index, argument) in arguments.enumerated() {
      if index > 0 { text += ", " }
      add(argument, depth: depth + 1)
    }
    text += ")"
  }

  private mutating func add(_ operands: [Expression], between word: String, _ depth: Int) {
    for (index, operand) in operands.enumerated() {
      if index > 0 { text += word }
      addOperand(operand, depth)
    }
  }

  private mutating func addOperand(_ operand: Expression, _ depth: Int) {
    let isSimple =
      switch operand {
      case .and, .or, .not, .isNull, .isIn: false
      case .call(let signature, _, _): signature.name.first?.isLowercase ?? true
      default: true
      }
    if !isSimple { text += "(" }
    add(operand, depth: depth + 1)
    if !isSimple { text += ")" }
  }

  private mutating func addSubquery(_ subquery: Subquery, _ depth: Int) {
    switch subquery.kind {
    case .scalar: text += "(subquery)"
    case .exists: text += "exists (subquery)"
    case .any(let operands, let comparison):
      add(operands, between: ", ", depth)
      text += " \(comparison) any (subquery)"
    case .all(let operands, let comparison):
      add(operands, between: ", ", depth)
      text += " \(comparison) all (subquery)"
    }
  }
}

extension SortKey {
  func printed(_ names: [String]) -> String {
    ExplainNotation.name(column, names) + (isDescending ? " desc" : "")
      + (nullsFirst ? " nulls first" : "") + (collation == .swedish ? " in Swedish" : "")
  }
}

extension AggregateCall {
  func printed(_ names: [String]) -> String {
    var inside = arguments.enumerated().map { index, column in
      constants[index].map { ExplainNotation.literal($0) } ?? ExplainNotation.name(column, names)
    }
    if signature.name == "count", inside.isEmpty { inside = ["*"] }
    var text = "\(signature.name)(\(isDistinct ? "distinct " : "")\(ExplainNotation.list(inside))"
    if !order.isEmpty {
      text += " order by \(ExplainNotation.list(order.map { $0.printed(names) }))"
    }
    text += ")"
    if let filter { text += " filter \(ExplainNotation.name(filter, names))" }
    return text
  }
}

extension WindowCall {
  func printed(_ names: [String]) -> String {
    let call =
      switch function {
      case .ranking(let function, let arguments, _):
        "\(function)(\(ExplainNotation.list(arguments.map { ExplainNotation.name($0, names) })))"
      case .aggregate(let call): call.printed(names)
      }
    var over: [String] = []
    if !partition.isEmpty {
      over.append("by \(ExplainNotation.list(partition.map { ExplainNotation.name($0, names) }))")
    }
    if !order.isEmpty {
      over.append("order by \(ExplainNotation.list(order.map { $0.printed(names) }))")
    }
    return "\(call) over (\(over.joined(separator: " ")))"
  }
}
