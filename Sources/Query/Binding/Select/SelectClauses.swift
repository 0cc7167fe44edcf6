internal import Diagnostics
internal import Tables

/// What a SELECT says of its rows, bound over the row of FROM: nothing is grouped yet.
struct SelectClauses {
  /// A bound part, and which of the level's references its names made: where a column may not be
  /// named because it is not grouped by, they tell the place.
  struct Part<Value> {
    var value: Value
    var references: Range<Int>
  }

  var targets: [Part<Target>] = []
  var sorts: [Part<BoundSort>] = []
  var distinctOn: [Part<BoundExpression>] = []
  var having: Part<Expression>?
}

extension Binding {
  /// Binds the list, ORDER BY, DISTINCT ON and HAVING. All aggregates and windows of the level are known
  /// from then on.
  func selectClauses(of node: SyntaxNode, in level: Level) throws -> SelectClauses {
    level.references = []
    func part<Value>(_ body: () throws -> Value) rethrows -> SelectClauses.Part<Value> {
      let start = level.references.count
      let value = try body()
      return .init(value: value, references: start..<level.references.count)
    }
    var clauses = SelectClauses()
    for target in node.list("targetList") {
      level.clause = .select
      let expanded = try part { try self.targets(target, in: level) }
      let first = expanded.references.lowerBound
      // Each column of * has its own place in the references.
      clauses.targets += expanded.value.enumerated().map { index, target in
        SelectClauses.Part(
          value: target,
          references: expanded.value.count == 1
            ? expanded.references : first + index..<first + index + 1)
      }
    }
    let targets = clauses.targets.map(\.value)
    clauses.sorts = try node.list("sortClause").map { sort in
      try part { try self.sort(sort, targets, in: level) }
    }
    if node["distinctClause"] != nil {
      level.clause = .distinctOn
      let values = node.list("distinctClause").filter { !$0.kind.isEmpty }
      clauses.distinctOn = try values.map { value in
        try part {
          var bound = try targetOrExpression(value, targets, in: level)
          // The place in the list of DISTINCT ON, not that of the output column which it names.
          bound.at = at(value)
          return bound
        }
      }
    }
    level.clause = .having
    clauses.having = try node.node("havingClause").map { having in
      try part { try condition(try expression(having, in: level), of: "HAVING") }
    }
    return clauses
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
      return columns.map {
        Target(name: $0.name, bound: $0.bound($0.value, at: place))
      }
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
    -> BoundExpression
  {
    let columns = targets.map { OutputColumn(name: $0.name, type: $0.bound.type) }
    if node.kind == "A_Const" {
      guard let index = try outputColumn(node, columns, clause: level.clause) else {
        throw error("non-integer constant in \(level.clause.rawValue)", node)
      }
      var bound = targets[index].bound
      bound.target = index
      return bound
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
        var bound = targets[first].bound
        bound.target = first
        // References are counted for each item of their own.
        for column in bound.expression.columns.sorted() {
          level.references.append((column, name, at(node)))
        }
        return bound
      }
    }
    return try expression(node, in: level)
  }
}
