internal import Tables

extension Binding {
  /// A function with its arguments, from the catalogue.
  func call(_ name: String, _ arguments: [BoundExpression], at place: Int, _ node: SyntaxNode)
    throws
    -> Expression
  {
    guard let overloads = FunctionTable.scalars[name] else {
      throw unknownFunction(name, arguments, node)
    }
    let fitting = overloads.map { (parameters: $0.parameters, isVariadic: $0.isVariadic) }
    var arguments = arguments
    if Self.takesAnything.contains(name) {
      // Values of any type become texts, where no overload takes them as they are; what stands in
      // quotes is text already.
      arguments = arguments.map { $0.isUnknown ? BoundExpression($0.expression, at: $0.at) : $0 }
      if FunctionTable.choice(fitting, for: arguments.map(\.type)) == .none {
        arguments = arguments.map(output)
      }
    }
    if Self.decimalFirst.contains(name), arguments.count == 2,
      !arguments.contains(where: { $0.type == .real })
    {
      // Of these PostgreSQL has decimals alone; doubles are ours.
      arguments[0] = BoundExpression(converted(arguments[0], to: .numeric), at: arguments[0].at)
    }
    switch FunctionTable.choice(fitting, of: arguments) {
    case .one(let index):
      let signature = overloads[index]
      let converted = arguments.enumerated().map { position, argument in
        self.converted(argument, to: FunctionTable.parameter(signature.parameters, position))
      }
      return .call(signature, converted, at: place)
    case .several:
      throw error(
        "function \(Self.form(name, arguments)) is not unique", at: place,
        hint: "give a type, as in '…'::text")
    case .none: throw wrongArguments(name, arguments, overloads.map(\.parameters), at: place)
    }
  }

  /// A value as text, as PostgreSQL puts it out: a truth value is one letter, which a cast makes a
  /// word.
  private func output(_ argument: BoundExpression) -> BoundExpression {
    if argument.isUnknown || argument.type == .text { return argument }
    guard argument.type == .boolean else {
      return BoundExpression(
        .cast(argument.expression, .text, nil, at: argument.at), at: argument.at)
    }
    func letter(_ letter: String) -> Expression { .literal(.text(letter), .text) }
    let branches = [
      Expression.Branch(condition: argument.expression, result: letter("t")),
      Expression.Branch(condition: .not(argument.expression), result: letter("f")),
    ]
    return BoundExpression(.choose(branches, otherwise: nil, .text), at: argument.at)
  }

  private static let decimalFirst: Set<String> = ["round", "trunc", "div", "log"]

  private static let takesAnything: Set<String> = ["concat", "concat_ws", "format"]

  static func form(_ name: String, _ arguments: [BoundExpression]) -> String {
    "\(name)(\(arguments.map(\.typeName).joined(separator: ", ")))"
  }

  /// FuncCall: scalar functions, aggregates, window functions.
  func function(_ node: SyntaxNode, in level: Level) throws -> BoundExpression {
    let place = at(node)
    let names = parts(node, "funcname")
    guard let name = names.last, names.count == 1 || names.first == "pg_catalog" else {
      throw error("schemas are not supported", node)
    }
    let folded = name.lowercased()
    if folded == "try_cast" { return try lenientCast(node, in: level) }
    let isAggregate = FunctionTable.aggregates[folded] != nil
    if node.node("over") != nil { return try windowFunction(folded, node, in: level) }
    if isAggregate { return try aggregate(folded, node, in: level) }
    if FunctionTable.rankings.contains(folded) {
      if node.isTrue("agg_within_group") {
        throw error(
          "hypothetical-set aggregates are not supported: \(folded)", node,
          hint: "count what comes before, as in count(*) FILTER (WHERE … < …) + 1")
      }
      throw error(
        "window function \(folded) requires an OVER clause", node,
        hint: "write \(folded)(…) OVER (ORDER BY …)")
    }
    for (field, word) in [
      ("agg_filter", "FILTER"), ("agg_order", "ORDER BY"), ("agg_distinct", "DISTINCT"),
      ("agg_star", "*"), ("agg_within_group", "WITHIN GROUP"),
    ] where node[field] != nil {
      if FunctionTable.scalars[folded] == nil { throw unknownFunction(folded, [], node) }
      throw error("\(word) specified, but \(folded) is not an aggregate function", node)
    }
    if folded == "make_interval", node.list("args").contains(where: { $0.kind == "NamedArgExpr" }) {
      return BoundExpression(
        try call(folded, intervalParts(node, in: level), at: place, node), at: place)
    }
    let arguments = try node.list("args").map { argument -> BoundExpression in
      if argument.kind == "NamedArgExpr" {
        throw error("function \(folded) has no named arguments", argument)
      }
      return try expression(argument, in: level)
    }
    if folded == "substring", names.count == 2, arguments.count == 3, arguments[1].type == .text {
      throw error(
        "SUBSTRING … SIMILAR is not supported", node,
        hint: "write substring(… FROM '…') with a regular expression")
    }
    if folded == "num_nulls" || folded == "num_nonnulls" {
      // Counts tests, so that it takes values of any types.
      let tests = arguments.map {
        BoundExpression(.isNull($0.expression, negated: folded == "num_nonnulls"), at: $0.at)
      }
      return BoundExpression(try call(folded, tests, at: place, node), at: place)
        .numbered(.integer)
    }
    if folded == "timezone", names.count == 2 {
      throw error("AT TIME ZONE is not supported", node, hint: "times have no zone")
    }
    if names.count == 2, FunctionTable.scalars[folded] == nil {
      // What SQL writes as btrim may be known as trim, and the other way round.
      let others = [
        "btrim": "trim", "trim": "btrim", "extract": "date_part", "substring": "substr",
      ]
      if let other = others[folded], FunctionTable.scalars[other] != nil {
        return BoundExpression(try call(other, arguments, at: place, node), at: place)
          .numbered(numberType(of: folded, arguments))
      }
    }
    let value = BoundExpression(try call(folded, arguments, at: place, node), at: place)
    let numbered = value.numbered(numberType(of: folded, arguments))
    return Self.smallCounts.contains(folded) ? numbered : kept(numbered)
  }

  /// `make_interval(days => 10)`: what is not named is 0.
  private func intervalParts(_ node: SyntaxNode, in level: Level) throws -> [BoundExpression] {
    let names = ["years", "months", "weeks", "days", "hours", "mins", "secs"]
    var parts = names.map { _ in BoundExpression(.literal(.integer(0), .integer), at: 0) }
    var seen: Set<Int> = []
    for (index, argument) in node.list("args").enumerated() {
      let name = argument.kind == "NamedArgExpr" ? argument.text("name") ?? "" : nil
      let known = name.map { names.firstIndex(of: $0) } ?? index
      guard let known, names.indices.contains(known) else {
        throw error(
          name.map { "make_interval has no part \"\($0)\"" } ?? "make_interval has seven parts",
          argument,
          hint: "known: " + names.joined(separator: ", "))
      }
      guard seen.insert(known).inserted else {
        throw error("part \"\(names[known])\" of make_interval is given twice", argument)
      }
      parts[known] = try expression(argument.node("arg") ?? argument, in: level)
    }
    return parts
  }
}
