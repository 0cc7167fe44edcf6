internal import Tables

/// A column of the SELECT list.
struct Target {
  var name: String
  var bound: BoundExpression
}

/// Puts the steps of one SELECT on top of each other: grouping, then windows, then the list.
struct SelectBuilder {
  let binding: Binding
  let level: Level
  var plan: Plan
  /// From the row of FROM to that of the grouped query; `nil` where nothing is grouped.
  private var grouping: Grouping?
  private var windowStart: Int?

  init(_ binding: Binding, _ level: Level, plan: Plan) {
    self.binding = binding
    self.level = level
    self.plan = plan
  }

  /// Aggregates the rows.
  mutating func group(_ grouping: Grouping) throws {
    var inputs: [Expression] = []
    var known: [Expression: Int] = [:]
    func column(_ expression: Expression) -> Int {
      let plain = expression.withoutPlaces
      if let index = known[plain] { return index }
      known[plain] = inputs.count
      inputs.append(expression)
      return inputs.count - 1
    }
    let keys = grouping.keys.map(column)
    let calls = level.aggregates.map { $0.call(column) }
    let sets = grouping.sets
    plan = .aggregate(
      Aggregate(input: .project(plan, inputs), keys: keys, sets: sets, calls: calls))
    self.grouping = grouping
  }

  /// An expression over the row of FROM as one over the row of the plan so far.
  ///
  /// `references`: which of the level's references the expression made.
  func placed(_ expression: Expression, _ references: Range<Int>) throws -> Expression {
    try placed(expression, level.references[references])
  }

  /// A column of the list. What is grouped by is its key, even a constant, which a grouping set may
  /// leave out.
  func placed(target: Int, _ expression: Expression, _ references: Range<Int>) throws -> Expression
  {
    if let key = grouping?.index(target: target) { return .column(key, expression.type) }
    return try placed(expression, references)
  }

  /// The references are the columns that the expression names, with their places.
  private func placed(
    _ expression: Expression, _ references: ArraySlice<(column: Int, name: String, at: Int)>
  )
    throws -> Expression
  {
    guard let grouping else { return windowed(expression) }
    let first = grouping.keys.count + (grouping.sets.count > 1 ? 1 : 0)
    var seen: [Int: Int] = [:]
    func count(_ part: Expression) {
      part.forEachPart { if case .column(let column, _) = $0 { seen[column, default: 0] += 1 } }
    }
    let result = try expression.rewritten { part in
      if case .literal = part { return nil }
      if let key = grouping.index(of: part) {
        count(part)
        return .column(key, part.type)
      }
      guard case .column(let column, let type) = part else { return nil }
      if column >= Level.groupingBase { return try groupingValue(column, grouping) }
      if column >= Level.windowBase { return nil }
      if column >= Level.aggregateBase {
        return .column(first + column - Level.aggregateBase, type)
      }
      let uses = references.filter { $0.column == column }
      let use = uses.dropFirst(seen[column] ?? 0).first ?? uses.last
      throw binding.error(
        "column \"\(use?.name ?? name(column))\" must appear in the GROUP BY clause or be used in "
          + "an aggregate function", at: use?.at ?? 0,
        hint: "add it to GROUP BY, or use min(…) or max(…) of it")
    }
    return windowed(result)
  }

  private func name(_ column: Int) -> String {
    let found = level.from.visible.first { $0.value.columns.contains(column) }
    return found.map { $0.table.isEmpty ? $0.name : "\($0.table).\($0.name)" } ?? "?"
  }

  private func windowed(_ expression: Expression) -> Expression {
    guard let windowStart else { return expression }
    return expression.moved {
      $0 >= Level.windowBase && $0 < Level.groupingBase ? windowStart + $0 - Level.windowBase : $0
    }
  }

  /// grouping(a, b): a bit an argument, set where the grouping set leaves it out.
  private func groupingValue(_ column: Int, _ grouping: Grouping) throws -> Expression {
    let (arguments, place) = level.groupings[column - Level.groupingBase]
    let keys = try arguments.map { argument -> Int in
      guard let key = grouping.index(of: argument) else {
        throw binding.error(
          "arguments to GROUPING must be grouping expressions of the associated query level",
          at: place)
      }
      return key
    }
    let values = grouping.sets.map { set in
      keys.reduce(Int64(0)) { $0 << 1 | (set.contains($1) ? 0 : 1) }
    }
    func number(_ value: Int64) -> Expression { .literal(.integer(value), .integer) }
    guard let last = values.last, values.contains(where: { $0 != last }) else {
      return number(values.last ?? 0)
    }
    let equals = ScalarSignature("=", [.integer, .integer], .boolean)
    let set = Expression.column(grouping.keys.count, .integer)
    return .choose(
      values.indices.dropLast().map {
        .init(
          condition: .call(equals, [set, number(Int64($0))], at: 0), result: number(values[$0]))
      }, otherwise: number(last), .integer)
  }

  /// Keeps rows of the plan so far.
  mutating func filter(_ condition: Expression) {
    plan = .filter(plan, condition)
  }

  /// Adds the columns of the window functions.
  mutating func addWindows() throws {
    guard !level.windows.isEmpty else { return }
    let width = plan.width
    var inputs = plan.allColumns
    var known: [Expression: Int] = [:]
    func column(_ expression: Expression) -> Int {
      if case .column(let column, _) = expression { return column }
      let plain = expression.withoutPlaces
      if let index = known[plain] { return index }
      known[plain] = inputs.count
      inputs.append(expression)
      return inputs.count - 1
    }
    let calls = try level.windows.map { pending -> WindowCall in
      let pending = try pending.rewritten { try placed($0, level.references[...]) }
      let function: WindowCall.Function =
        switch pending.function {
        case .ranking(let name, let arguments, let type, _):
          .ranking(name, arguments: arguments.map(column), type: type)
        case .aggregate(let aggregate): .aggregate(aggregate.call(column))
        }
      return WindowCall(
        function, partition: pending.partition.map(column),
        order: pending.order.map {
          SortKey(
            column($0.expression), isDescending: $0.isDescending, nullsFirst: $0.nullsFirst,
            collation: $0.collation)
        }, frame: pending.frame, at: pending.at)
    }
    let input = inputs.count == width ? plan : Plan.project(plan, inputs)
    plan = .window(Window(input: input, calls: calls))
    windowStart = inputs.count
  }
}
