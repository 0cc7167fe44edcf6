internal import Diagnostics
internal import Tables

/// A sort key before its column is known.
struct PendingSort: Hashable {
  var expression: Expression
  var isDescending: Bool
  var nullsFirst: Bool
  var collation: SortKey.Collation
}

/// An aggregate before its columns are known; over the row of FROM.
struct PendingAggregate: Hashable {
  var signature: AggregateSignature
  var arguments: [Expression]
  var constants: [Int: Cell]
  var filter: Expression?
  var isDistinct: Bool
  var order: [PendingSort]
  var options: [String: Cell]
  /// What PostgreSQL calls the result, if it is a number.
  var number: NumberType?
  var at: Int

  /// What makes two the same.
  var withoutPlaces: PendingAggregate {
    var copy = self
    copy.at = 0
    copy.arguments = arguments.map(\.withoutPlaces)
    copy.filter = filter?.withoutPlaces
    copy.order = order.map {
      var key = $0
      key.expression = $0.expression.withoutPlaces
      return key
    }
    return copy
  }

  /// The call, given where expressions are.
  func call(_ column: (Expression) throws -> Int) rethrows -> AggregateCall {
    var columns: [Int?] = []
    for (index, argument) in arguments.enumerated() {
      columns.append(constants[index] == nil ? try column(argument) : nil)
    }
    // Constants need no column: any number stands for theirs.
    let some = columns.compactMap { $0 }.first ?? 0
    return AggregateCall(
      signature, arguments: columns.map { $0 ?? some }, constants: constants,
      filter: try filter.map(column), isDistinct: isDistinct,
      order: try order.map {
        SortKey(
          try column($0.expression), isDescending: $0.isDescending, nullsFirst: $0.nullsFirst,
          collation: $0.collation)
      }, options: options, at: at)
  }

  /// The call whose values are computed only in the rows that its filter keeps, where others might be
  /// an error: `sum(1 / x) FILTER (WHERE x > 0)`.
  var guarded: PendingAggregate {
    guard let filter else { return self }
    func kept(_ value: Expression) -> Expression {
      value.canFail
        ? .choose([.init(condition: filter, result: value)], otherwise: nil, value.type) : value
    }
    var copy = self
    copy.arguments = arguments.enumerated().map { index, argument in
      constants[index] == nil ? kept(argument) : argument
    }
    for index in order.indices { copy.order[index].expression = kept(order[index].expression) }
    return copy
  }

  /// All its expressions with others in their place.
  func rewritten(_ body: (Expression) throws -> Expression) rethrows -> PendingAggregate {
    var copy = self
    copy.arguments = try arguments.enumerated().map { index, argument in
      constants[index] == nil ? try body(argument) : argument
    }
    copy.filter = try filter.map(body)
    copy.order = try order.map {
      var key = $0
      key.expression = try body($0.expression)
      return key
    }
    return copy
  }
}

extension Binding {
  /// An aggregate of a grouped query: a column that gets its place later.
  func aggregate(_ name: String, _ node: SyntaxNode, in level: Level) throws -> BoundExpression {
    switch level.clause {
    case .aggregate, .filter:
      throw error("aggregate function calls cannot be nested", node)
    case let clause where !clause.allowsAggregates:
      throw error(
        "aggregate functions are not allowed in \(clause.rawValue)", node,
        hint: clause == .where ? "write it in HAVING" : nil)
    default: break
    }
    let pending = try pendingAggregate(name, node, in: level, clause: .aggregate)
    let all = pending.arguments + (pending.filter.map { [$0] } ?? [])
    if all.contains(where: \.hasParameter), all.allSatisfy(\.columns.isEmpty) {
      throw error(
        "an aggregate over columns of the query around is not supported", node,
        hint: "compute it in a query of its own, in FROM or WITH")
    }
    let key = pending.withoutPlaces
    let index =
      level.aggregates.firstIndex { $0.withoutPlaces == key } ?? level.aggregates.count
    if index == level.aggregates.count { level.aggregates.append(pending) }
    return BoundExpression(
      .column(Level.aggregateBase + index, pending.signature.result), at: at(node)
    ).numbered(pending.number)
  }

  /// An aggregate with all that stands in and behind its parentheses.
  func pendingAggregate(_ name: String, _ node: SyntaxNode, in level: Level, clause: Clause) throws
    -> PendingAggregate
  {
    let outer = level.clause
    defer { level.clause = outer }
    level.clause = clause
    let place = at(node)
    var arguments: [BoundExpression] = []
    var given: [(name: String, node: SyntaxNode)] = []
    for argument in node.list("args") {
      if argument.kind == "NamedArgExpr" {
        given.append((argument.text("name") ?? "", argument))
      } else if argument.kind == "RowExpr", node.isTrue("agg_distinct") {
        throw error(
          "\(name)(DISTINCT …) of several columns is not supported", argument,
          hint: "count the rows of (SELECT DISTINCT …) in FROM")
      } else if name == "min" || name == "max" {
        arguments.append(try collated(argument, in: level))
      } else {
        arguments.append(try expression(argument, in: level))
      }
    }
    if node.isTrue("func_variadic") { throw error("VARIADIC is not supported", node) }
    let sorts = try node.list("agg_order").map { try sort($0, in: level, clause: clause) }
    let isWithin = node.isTrue("agg_within_group")
    if isWithin { arguments += sorts.map(\.bound) }
    let overloads = (FunctionTable.aggregates[name] ?? []).filter {
      ($0.order == .withinGroup) == isWithin
    }
    if overloads.isEmpty {
      throw isWithin
        ? error(
          "\(name) is not an ordered-set aggregate, so it cannot have WITHIN GROUP", node)
        : error(
          "WITHIN GROUP is required for ordered-set aggregate \(name)", node,
          hint: "write \(name)(…) WITHIN GROUP (ORDER BY …)")
    }
    if node.isTrue("agg_star"), !overloads.contains(where: \.parameters.isEmpty) {
      throw error("function \(name)(*) does not exist", node, hint: "only count takes *")
    }
    if arguments.isEmpty, !node.isTrue("agg_star"), name == "count" {
      throw error("count(*) must be used to call a parameterless aggregate function", node)
    }
    let choice = FunctionTable.choice(
      overloads.map { (parameters: $0.parameters, isVariadic: false) },
      of: arguments)
    var chosen: AggregateSignature?
    switch choice {
    case .one(let index): chosen = overloads[index]
    // count('x'), min(NULL): any will do, and texts are what PostgreSQL takes.
    case .several:
      chosen = overloads.first { $0.parameters.allSatisfy { $0 == .text } } ?? overloads.first
    case .none: break
    }
    guard var signature = chosen else {
      throw wrongArguments(name, arguments, overloads.map(\.parameters), at: place)
    }
    signature = exact(signature, arguments)
    let expressions = zip(arguments, signature.parameters).map { converted($0, to: $1) }
    var constants: [Int: Cell] = [:]
    for position in signature.constants where expressions.indices.contains(position) {
      let what = "argument \(position + 1) of \(name)"
      constants[position] = try value(
        expressions[position], at: arguments[position].at, of: what)
    }
    if isWithin {
      if node.isTrue("agg_distinct") {
        throw error("cannot use DISTINCT with WITHIN GROUP", node)
      }
    }
    if node.isTrue("agg_distinct"), arguments.isEmpty {
      throw error("DISTINCT specified, but \(name) has no arguments", node)
    }
    level.clause = clause == .aggregate ? .filter : clause
    let filter = try node.node("agg_filter").map {
      try condition(try expression($0, in: level), of: "FILTER")
    }
    level.clause = clause
    var pending = PendingAggregate(
      signature: signature, arguments: expressions, constants: constants, filter: filter,
      isDistinct: node.isTrue("agg_distinct"),
      order: order(of: sorts, for: signature),
      options: try options(given, of: signature, in: level),
      number: numberType(ofAggregate: name, arguments), at: place)
    try check(pending, given, arguments)
    pending = pending.guarded
    if let argument = arguments.first, argument.collation == .swedish {
      if clause == .window {
        throw error(
          "\(name) with COLLATE is not supported as a window function", node,
          hint: "write first_value(…) OVER (… ORDER BY … COLLATE …)")
      }
      pending = collatedExtreme(pending, argument)
    }
    return pending
  }

  /// grouping(a, b): a column that gets its value later.
  func grouping(_ node: SyntaxNode, in level: Level) throws -> BoundExpression {
    guard level.clause.allowsAggregates else {
      throw error("grouping operations are not allowed in \(level.clause.rawValue)", node)
    }
    let known = level.references.count
    let keys = try node.list("args").map { try expression($0, in: level).expression }
    level.references.removeSubrange(known...)
    guard keys.count < 32 else { throw error("GROUPING must have fewer than 32 arguments", node) }
    let plain = keys.map(\.withoutPlaces)
    let index = level.groupings.firstIndex { $0.keys == plain } ?? level.groupings.count
    if index == level.groupings.count { level.groupings.append((plain, at(node))) }
    return BoundExpression(.column(Level.groupingBase + index, .integer), at: at(node))
      .numbered(.integer)
  }

  /// ORDER BY within an aggregate or a window.
  func sort(_ node: SyntaxNode, in level: Level, clause: Clause) throws -> BoundSort {
    guard let value = node.node("node") else { throw error("ORDER BY is empty", node) }
    var collation: SortKey.Collation?
    var inner = value
    if value.kind == "CollateClause" {
      collation = try self.collation(value)
      inner = value.node("arg") ?? value
    }
    let outer = level.clause
    defer { level.clause = outer }
    level.clause = clause
    return try sort(node, try expression(inner, in: level), collation: collation)
  }

  /// The direction of a sort key.
  func sort(_ node: SyntaxNode, _ bound: BoundExpression, collation: SortKey.Collation?) throws
    -> BoundSort
  {
    let isDescending: Bool
    switch node.text("sortby_dir") {
    case "SORTBY_DESC": isDescending = true
    case "SORTBY_USING":
      switch parts(node, "useOp").last {
      case "<": isDescending = false
      case ">": isDescending = true
      default: throw error("ORDER BY USING takes < or >", at: bound.at)
      }
    default: isDescending = false
    }
    let nullsFirst: Bool
    switch node.text("sortby_nulls") {
    case "SORTBY_NULLS_FIRST": nullsFirst = true
    case "SORTBY_NULLS_LAST": nullsFirst = false
    default: nullsFirst = isDescending
    }
    return BoundSort(
      bound: bound, isDescending: isDescending, nullsFirst: nullsFirst,
      collation: bound.type == .text
        ? collation ?? bound.collation ?? options.collation : .bytes)
  }
}

/// A sort key with its place.
struct BoundSort {
  var bound: BoundExpression
  var isDescending: Bool
  var nullsFirst: Bool
  var collation: SortKey.Collation

  var pending: PendingSort {
    PendingSort(
      expression: bound.expression, isDescending: isDescending, nullsFirst: nullsFirst,
      collation: collation)
  }

  func key(_ column: Int) -> SortKey {
    SortKey(column, isDescending: isDescending, nullsFirst: nullsFirst, collation: collation)
  }
}
