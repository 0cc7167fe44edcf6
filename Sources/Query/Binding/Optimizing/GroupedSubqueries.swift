internal import Tables

/// Subqueries that are asked once for every row around them, as one grouping of all rows and a join.
///
/// `(SELECT sum(x) FROM t WHERE t.k = o.k)` is the sum of the group of `o.k` among all groups of `t.k`, and
/// `EXISTS (SELECT 1 FROM t WHERE t.k = o.k)`, where it stands in an OR, whether there is such a group.
struct GroupedSubqueries {
  /// The plan with the columns of the groups after its own.
  private(set) var plan: Plan
  private let pushed: (Plan) -> Plan
  private var answers: [Subquery: Expression] = [:]

  /// - Parameters:
  ///   - plan: Whose rows ask.
  ///   - pushed: Moves conditions within a plan to where they belong.
  init(_ plan: Plan, pushed: @escaping (Plan) -> Plan) {
    self.plan = plan
    self.pushed = pushed
  }

  /// An expression over the plan with the answers of groups in place of subqueries, where that can be.
  mutating func rewritten(_ expression: Expression) -> Expression {
    guard expression.hasSubquery else { return expression }
    var found: [Subquery: Expression] = [:]
    for subquery in expression.subqueries where found[subquery] == nil {
      found[subquery] = answer(subquery)
    }
    guard !found.isEmpty else { return expression }
    return expression.rewritten { part in
      if case .subquery(let subquery, _) = part { found[subquery] } else { nil }
    }
  }

  private mutating func answer(_ subquery: Subquery) -> Expression? {
    if let known = answers[subquery] { return known }
    guard !subquery.parameters.isEmpty else { return nil }
    let parts: (grouped: CorrelatedGroups, result: [Expression])?
    switch subquery.kind {
    case .exists: parts = CorrelatedGroups.ofRows(subquery.plan).map { ($0, []) }
    case .scalar:
      parts = CorrelatedGroups.ofAggregates(subquery.plan).map { ($0.groups, [$0.result]) }
    case .any, .all: parts = nil
    }
    guard let (groups, result) = parts, !groups.keys.isEmpty else { return nil }
    let outer = groups.keys.map { key in
      key.outer.rewritten { part -> Expression? in
        if case .parameter(let number, _) = part { subquery.parameters[number] } else { nil }
      }
    }
    // They are computed for every row, where they may have been for some.
    guard
      !outer.contains(where: {
        $0.columns.isEmpty || $0.canFailOnSomeRow || $0.isVolatile || $0.hasSubquery
      })
    else { return nil }
    let width = plan.width
    var sides = JoinConditions(leftWidth: width)
    for (key, outer) in zip(groups.keys, outer) {
      let inner = Expression.column(width + key.column, key.signature.parameters[0])
      sides.add(.call(key.signature, [outer, inner], at: 0))
    }
    // A column that is never NULL in a group, and NULL where there is none.
    let all = groups.plan.allColumns + [.literal(.boolean(true), .boolean)]
    plan = sides.join(.left, plan, pushed(.project(groups.plan, all)))
    let answer =
      result.first.map { $0.moved { width + $0 } }
      ?? .isNull(.column(width + all.count - 1, .boolean), negated: true)
    answers[subquery] = answer
    return answer
  }
}

/// The groups that a correlated subquery asks for, one at a time, all at once.
struct CorrelatedGroups {
  /// A row a group: the keys stand in ``keys``.
  var plan: Plan
  /// What of the row around it equals which column.
  var keys: [(outer: Expression, column: Int, signature: ScalarSignature)]

  /// Whether there are rows.
  static func ofRows(_ plan: Plan) -> CorrelatedGroups? {
    guard let rows = pulledUp(withoutColumns(plan)) else { return nil }
    let columns = rows.keys.map(\.column)
    let groups = Aggregate(
      input: rows.plan, keys: columns, sets: [Array(columns.indices)], calls: [])
    return CorrelatedGroups(
      plan: .aggregate(groups),
      keys: rows.keys.enumerated().map { ($0.element.outer, $0.offset, $0.element.signature) })
  }

  /// What EXISTS does not look at.
  private static func withoutColumns(_ plan: Plan) -> Plan {
    switch plan {
    case .project(let input, let expressions) where !expressions.contains(where: \.canFailOnSomeRow):
      withoutColumns(input)
    case .sort(let input, _), .distinct(let input, nil): withoutColumns(input)
    default: plan
    }
  }

  /// One row of aggregates without keys.
  ///
  /// - Returns: The groups, and the result over their columns, NULL being those of no group.
  static func ofAggregates(_ plan: Plan) -> (groups: CorrelatedGroups, result: Expression)? {
    var result: Expression?
    var plan = plan
    while case .project(let input, let expressions) = plan, expressions.count == 1 || result != nil
    {
      if let known = result {
        let size = known.size(withColumnsOf: expressions.map(\.size))
        guard size <= FilterPushdown.longest else { return nil }
        result = known.substituted(expressions)
      } else {
        result = expressions[0]
      }
      plan = input
    }
    guard case .aggregate(let aggregate) = plan, aggregate.keys.isEmpty,
      aggregate.sets.count <= 1, aggregate.copies == nil, let rows = pulledUp(aggregate.input)
    else { return nil }
    let value = result ?? .column(0, aggregate.calls.first?.type ?? .integer)
    // The value is asked for where the subquery stood, so that it may fail as that would.
    guard !value.hasParameter, !value.isVolatile, !value.hasSubquery,
      result != nil || aggregate.calls.count == 1
    else { return nil }
    let keys = rows.keys.map(\.column)
    let groups = Aggregate(
      input: rows.plan, keys: keys, sets: [Array(keys.indices)], calls: aggregate.calls)
    var ofNone: [Expression] = []
    for (place, call) in aggregate.calls.enumerated() {
      let column = Expression.column(keys.count + place, call.type)
      switch call.signature.name {
      case "count": ofNone.append(.coalesce([column, .literal(.integer(0), .integer)], .integer))
      case "sum", "avg", "min", "max": ofNone.append(column)
      default: return nil
      }
    }
    return (
      CorrelatedGroups(
        plan: .aggregate(groups),
        keys: rows.keys.enumerated().map { ($0.element.outer, $0.offset, $0.element.signature) }),
      value.substituted(ofNone)
    )
  }

  /// A plan without the equalities that read the row around it; what they compare stands in columns after
  /// its own.
  private static func pulledUp(_ plan: Plan) -> CorrelatedGroups? {
    switch plan {
    case .filter(let input, let condition):
      guard !input.hasParameters, isHarmless(input) else { return nil }
      var own: [Expression] = []
      var keys: [(outer: Expression, column: Int, signature: ScalarSignature)] = []
      var columns = input.allColumns
      for part in ImpliedConditions.factored(condition.conjuncts) {
        guard part.hasParameter else {
          own.append(part)
          continue
        }
        guard let (outer, inner, signature) = sides(part) else { return nil }
        keys.append((outer, columns.count, signature))
        columns.append(inner)
      }
      // All rows are looked at, where some may have been.
      guard !keys.isEmpty, !columns.contains(where: \.canFailOnSomeRow),
        !own.contains(where: \.canFailOnSomeRow),
        !own.contains(where: { $0.isVolatile || $0.hasSubquery })
      else { return nil }
      let rows = Expression.all(own).map { Plan.filter(input, $0) } ?? input
      return CorrelatedGroups(plan: .project(rows, columns), keys: keys)
    case .project(let input, let expressions):
      guard let below = pulledUp(input),
        !expressions.contains(where: {
          $0.hasParameter || $0.canFailOnSomeRow || $0.isVolatile || $0.hasSubquery
        })
      else { return nil }
      let all = below.plan.allColumns
      return CorrelatedGroups(
        plan: .project(below.plan, expressions + below.keys.map { all[$0.column] }),
        keys: below.keys.enumerated().map {
          ($0.element.outer, expressions.count + $0.offset, $0.element.signature)
        })
    default: return nil
    }
  }

  /// Whether all its rows may be computed where some were asked for, with the same answer.
  ///
  /// What is shared is computed as a whole in any case.
  private static func isHarmless(_ plan: Plan) -> Bool {
    if case .shared = plan { return true }
    return !plan.expressions.contains { $0.canFailOnSomeRow || $0.isVolatile }
      && plan.inputs.allSatisfy(isHarmless)
  }

  /// Both sides of an equality of a value of the row around and one of the row.
  private static func sides(_ condition: Expression) -> (
    outer: Expression, inner: Expression, signature: ScalarSignature
  )? {
    guard case .call(let signature, let operands, _) = condition, signature.name == "=",
      operands.count == 2, operands[0].type == operands[1].type, !condition.hasSubquery,
      !condition.isVolatile
    else { return nil }
    for (outer, inner) in [(operands[0], operands[1]), (operands[1], operands[0])]
    where outer.hasParameter && outer.columns.isEmpty && !inner.hasParameter
      && !inner.columns.isEmpty
    {
      return (outer, inner, signature)
    }
    return nil
  }
}
