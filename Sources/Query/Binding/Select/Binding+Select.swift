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
    level.references = []
    var ranges: [Range<Int>] = []
    func tracked<Value>(_ body: () throws -> Value) rethrows -> Value {
      let start = level.references.count
      let value = try body()
      ranges.append(start..<level.references.count)
      return value
    }
    var targets: [Target] = []
    for target in node.list("targetList") {
      level.clause = .select
      let expanded = try tracked { try self.targets(target, in: level) }
      let range = ranges.removeLast()
      // Each column of * has its own place in the references.
      for index in expanded.indices {
        ranges.append(
          expanded.count == 1 ? range : range.lowerBound + index..<range.lowerBound + index + 1)
      }
      targets += expanded
    }
    let sorts = try node.list("sortClause").map { sort in
      try tracked { try self.sort(sort, targets, in: level) }
    }
    let distinctOn = try distinctOn(node, targets, in: level, tracked)
    level.clause = .having
    let having = try node.node("havingClause").map { having in
      try tracked { try condition(try expression(having, in: level), of: "HAVING") }
    }
    // Windows may hold aggregates: all are known now.
    let groupNodes = node.list("groupClause")
    let known = level.references.count
    var grouping = try grouping(groupNodes, targets, in: level)
    if node.isTrue("groupDistinct") { grouping.dropEqualSets() }
    level.references.removeSubrange(known...)

    var builder = SelectBuilder(self, level, plan: plan)
    if !groupNodes.isEmpty || having != nil || !level.aggregates.isEmpty
      || !level.groupings.isEmpty
    {
      try builder.group(grouping)
    }
    func placed(_ expression: Expression, _ range: Range<Int>) throws -> Expression {
      try builder.placed(expression, level.references[range])
    }
    if let having, let range = ranges.last { builder.filter(try placed(having, range)) }
    try builder.addWindows()

    var columns = try zip(targets, ranges).map { try placed($0.bound.expression, $1) }
    let outputs = targets.map {
      OutputColumn(name: $0.name, type: $0.bound.type, isUnknown: $0.bound.isUnknown)
    }
    func position(_ expression: Expression, _ range: Range<Int>) throws -> Int {
      let value = try placed(expression, range)
      let plain = value.withoutPlaces
      if let index = columns.firstIndex(where: { $0.withoutPlaces == plain }) { return index }
      columns.append(value)
      return columns.count - 1
    }
    let isDistinct = node["distinctClause"] != nil && distinctOn.isEmpty
    let keys = try sorts.enumerated().map { index, sort in
      let position = try position(sort.bound.expression, ranges[targets.count + index])
      if isDistinct, position >= targets.count {
        throw error(
          "for SELECT DISTINCT, ORDER BY expressions must appear in select list",
          at: sort.bound.at)
      }
      return sort.key(position)
    }
    let on = try distinctOn.enumerated().map { index, value in
      try position(value.expression, ranges[targets.count + sorts.count + index])
    }
    if !on.isEmpty, !keys.isEmpty {
      let leading = keys.prefix(while: { on.contains($0.column) }).map(\.column)
      if Set(leading) != Set(on), keys.count > leading.count {
        throw error(
          "SELECT DISTINCT ON expressions must match initial ORDER BY expressions",
          at: distinctOn[0].at)
      }
    }
    plan = .project(builder.plan, columns)
    if isDistinct { plan = .distinct(plan, on: nil) }
    if !keys.isEmpty { plan = .sort(plan, keys) }
    if !on.isEmpty { plan = .distinct(plan, on: on) }
    plan = try limited(plan, node, surroundings, order: keys)
    if columns.count > targets.count {
      plan = .project(
        plan, columns.indices.prefix(targets.count).map { .column($0, columns[$0].type) })
    }
    return Output(plan: plan, columns: outputs)
  }

  /// A target of the list; several for `*`.
  private func targets(_ node: SyntaxNode, in level: Level) throws -> [Target] {
    guard let value = node.node("val") else { throw error("a column is missing", node) }
    let place = at(node)
    let fields = value.list("fields")
    if value.kind == "ColumnRef", fields.last?.kind == "A_Star" {
      let names = parts(value, "fields")
      var columns = level.from.visible
      if let table = names.last {
        guard names.count == 1 else { throw error("schemas are not supported", value) }
        guard let found = try named(table, level.from.tables, at: place) else {
          throw error(
            "missing FROM-clause entry for table \"\(table)\"", value,
            hint: suggestion(for: table, among: level.from.tables.map(\.name)))
        }
        columns = found.columns
      } else if level.from.tables.isEmpty {
        throw error("SELECT * with no tables specified is not valid", value)
      }
      for column in columns {
        let full = column.table.isEmpty ? column.name : "\(column.table).\(column.name)"
        level.references.append((column.value.columns.min() ?? -1, full, place))
      }
      return columns.map { Target(name: $0.name, bound: Bound($0.value, at: place)) }
    }
    let bound = try expression(value, in: level)
    if let name = node.text("name") { return [Target(name: name, bound: bound)] }
    var name = self.name(of: value)
    if value.kind == "ColumnRef",
      let column = level.index().columns(name).first(where: { $0.value == bound.expression })
    {
      // The file's own spelling.
      name = column.name
    }
    return [Target(name: name, bound: bound)]
  }

  /// An item of ORDER BY: a position, a name of the result, or an expression.
  private func sort(_ node: SyntaxNode, _ targets: [Target], in level: Level) throws -> BoundSort {
    guard let written = node.node("node") else { throw error("ORDER BY is empty", node) }
    level.clause = .orderBy
    let isCollated = written.kind == "CollateClause"
    let value = isCollated ? written.node("arg") ?? written : written
    let collation = isCollated ? try collation(written) : nil
    if isCollated, value.kind == "A_Const" { throw error("collations need a text column", written) }
    let bound = try targetOrExpression(value, targets, in: level)
    if isCollated, bound.type != .text {
      throw error("collations are not supported by type \(bound.typeName)", written)
    }
    return try self.sort(node, bound, collation: collation)
  }

  private func targetOrExpression(_ node: SyntaxNode, _ targets: [Target], in level: Level) throws
    -> Bound
  {
    let columns = targets.map { OutputColumn(name: $0.name, type: $0.bound.type) }
    if node.kind == "A_Const" {
      guard let index = try outputColumn(node, columns, clause: level.clause) else {
        throw error("non-integer constant in \(level.clause.rawValue)", node)
      }
      return targets[index].bound
    }
    if node.kind == "ColumnRef", let name = parts(node, "fields").last,
      node.list("fields").count == 1
    {
      let exact = targets.indices.filter { targets[$0].name == name }
      let folded = name.lowercased()
      let matches =
        exact.isEmpty ? targets.indices.filter { targets[$0].name.lowercased() == folded } : exact
      // The same column under the same name is no question.
      let values = Set(matches.map { targets[$0].bound.expression.withoutPlaces })
      if values.count > 1 {
        throw error("\(level.clause.rawValue) \"\(name)\" is ambiguous", node)
      }
      if let first = matches.first {
        let bound = targets[first].bound
        // References are counted for each item of their own.
        for column in bound.expression.columns.sorted() {
          level.references.append((column, name, at(node)))
        }
        return bound
      }
    }
    return try expression(node, in: level)
  }

  private func distinctOn(
    _ node: SyntaxNode, _ targets: [Target], in level: Level,
    _ tracked: (() throws -> Bound) throws -> Bound
  ) throws -> [Bound] {
    guard node["distinctClause"] != nil else { return [] }
    level.clause = .distinctOn
    return try node.list("distinctClause").filter { !$0.kind.isEmpty }.map { value in
      var bound = try tracked { try targetOrExpression(value, targets, in: level) }
      // The place in the list of DISTINCT ON, not that of the output column which it names.
      bound.at = at(value)
      return bound
    }
  }
}

extension Grouping {
  /// GROUP BY DISTINCT.
  mutating func dropEqualSets() {
    var seen: Set<Set<Int>> = []
    keep { seen.insert(Set($0)).inserted }
  }
}
