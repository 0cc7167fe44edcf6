internal import Diagnostics
internal import Tables

extension Binding {
  /// A SELECT with its ORDER BY and LIMIT.
  func select(_ node: SyntaxNode, _ surroundings: Surroundings) throws -> Output {
    let level = Level(surroundings, from: .nothing)
    level.from = try from(node.list("fromClause"), surroundings)
    for window in node.list("windowClause") {
      let name = window.text("name") ?? ""
      if level.namedWindows.updateValue(window, forKey: name) != nil {
        throw error("window \"\(name)\" is already defined", window)
      }
    }
    var plan = level.from.plan
    if let filter = node.node("whereClause") {
      level.clause = .where
      plan = .filter(plan, try condition(try expression(filter, in: level), of: "WHERE"))
    }
    let clauses = try selectClauses(of: node, in: level)
    if let first = level.aggregates.first, readsWorkingTable(node.list("fromClause"), surroundings)
    {
      throw error(
        "aggregate functions are not allowed in a recursive query's recursive term", at: first.at)
    }
    let grouping = try grouping(of: node, clauses.targets.map(\.value), in: level)
    var builder = SelectBuilder(self, level, plan: plan)
    if !node.list("groupClause").isEmpty || clauses.having != nil || !level.aggregates.isEmpty
      || !level.groupings.isEmpty
    {
      try builder.group(grouping)
    }
    if let having = clauses.having {
      builder.filter(try builder.placed(having.value, having.references))
    }
    try builder.addWindows()
    return try output(node, clauses, builder, surroundings)
  }

  /// The GROUP BY. It is bound after the other clauses, whose names keep their references.
  private func grouping(
    of node: SyntaxNode, _ targets: [Target], in level: Level
  ) throws -> Grouping {
    let known = level.references.count
    defer { level.references.removeSubrange(known...) }
    var grouping = try grouping(node.list("groupClause"), targets, in: level)
    if node.isTrue("groupDistinct") { grouping.dropEqualSets() }
    return grouping
  }

  /// The list over what is grouped and windowed, then DISTINCT, ORDER BY and LIMIT.
  private func output(
    _ node: SyntaxNode, _ clauses: SelectClauses, _ builder: SelectBuilder,
    _ surroundings: Surroundings
  ) throws -> Output {
    let targets = clauses.targets
    var columns = try targets.enumerated().map { index, target in
      try builder.placed(target: index, target.value.bound.expression, target.references)
    }
    // What ORDER BY and DISTINCT ON name besides is computed beside the list, and left out at the end.
    func position(_ bound: BoundExpression, _ references: Range<Int>) throws -> Int {
      if let target = bound.target { return target }
      let value = try builder.placed(bound.expression, references)
      let plain = value.withoutPlaces
      if let index = columns.firstIndex(where: { $0.withoutPlaces == plain }) { return index }
      columns.append(value)
      return columns.count - 1
    }
    let isDistinct = node["distinctClause"] != nil && clauses.distinctOn.isEmpty
    let keys = try clauses.sorts.map { sort in
      let position = try position(sort.value.bound, sort.references)
      if isDistinct, position >= targets.count {
        throw error(
          "for SELECT DISTINCT, ORDER BY expressions must appear in select list",
          at: sort.value.bound.at)
      }
      return sort.value.key(position)
    }
    let on = try clauses.distinctOn.map { try position($0.value, $0.references) }
    if let first = clauses.distinctOn.first, !keys.isEmpty {
      let leading = keys.prefix(while: { on.contains($0.column) }).map(\.column)
      if Set(leading) != Set(on), keys.count > leading.count {
        throw error(
          "SELECT DISTINCT ON expressions must match initial ORDER BY expressions",
          at: first.value.at)
      }
    }
    var plan = Plan.project(builder.plan, columns)
    if isDistinct { plan = .distinct(plan, on: nil) }
    if !keys.isEmpty { plan = .sort(plan, keys) }
    if !on.isEmpty { plan = .distinct(plan, on: on) }
    plan = try limited(plan, node, surroundings, order: keys)
    if columns.count > targets.count {
      plan = .project(
        plan, columns.indices.prefix(targets.count).map { .column($0, columns[$0].type) })
    }
    return Output(
      plan: plan,
      columns: targets.map(\.value).map {
        OutputColumn(
          name: $0.name, type: $0.bound.type, isUnknown: $0.bound.isUnknown,
          number: $0.bound.number, holdsNothing: $0.bound.holdsNothing)
      })
  }
}

extension Grouping {
  /// GROUP BY DISTINCT.
  mutating func dropEqualSets() {
    var seen: Set<Set<Int>> = []
    keep { seen.insert(Set($0)).inserted }
  }
}
