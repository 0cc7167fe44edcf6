internal import Diagnostics
internal import Tables

extension Binding {
  /// The most tables in one FROM.
  private static let mostTables = 200

  /// FROM, with its parts joined.
  func from(_ nodes: [SyntaxNode], _ surroundings: Surroundings) throws -> FromItem {
    guard let first = nodes.first else { return .nothing }
    guard nodes.count <= Self.mostTables else {
      throw error("more than \(Self.mostTables) tables in FROM", nodes[Self.mostTables])
    }
    var item = try fromItem(first, surroundings)
    for node in nodes.dropFirst() {
      if Self.isLateral(node) {
        item = try lateral(item, .cross, node, on: nil, surroundings)
        continue
      }
      let right = try fromItem(node, behind: item, surroundings)
      item = try joined(item, right, Join(.cross, item.plan, right.plan), node)
    }
    return item
  }

  /// What stands behind a comma; it cannot name the tables before that.
  private func fromItem(
    _ node: SyntaxNode, behind item: FromItem, _ surroundings: Surroundings
  ) throws -> FromItem {
    do {
      return try fromItem(node, surroundings)
    } catch var error as QueryError {
      let table = item.tables.first {
        error.message == "missing FROM-clause entry for table \"\($0.name)\""
      }
      if let table {
        error.hint =
          node.kind == "RangeSubselect"
          ? "write LATERAL before the query, which then sees \"\(table.name)\""
          : "a join does not see the tables before the comma: write CROSS JOIN in its place"
      }
      throw error
    }
  }

  func joined(_ left: FromItem, _ right: FromItem, _ join: Join, _ node: SyntaxNode) throws
    -> FromItem
  {
    for table in right.tables where left.tables.contains(where: { $0.name == table.name }) {
      throw error(
        "table name \"\(table.name)\" specified more than once", node,
        hint: "give one of them another name, as in \"\(table.name)\" AS other")
    }
    let moved = right.moved(by: left.plan.width)
    return FromItem(
      plan: .join(join), visible: left.visible + moved.visible,
      tables: left.tables + moved.tables)
  }

  private func fromItem(_ node: SyntaxNode, _ surroundings: Surroundings) throws -> FromItem {
    switch node.kind {
    case "RangeVar": return try table(node, surroundings)
    case "JoinExpr": return try join(node, surroundings)
    case "RangeSubselect":
      return try derived(node, surroundings)
    case "RangeFunction": return try tableFunction(node, surroundings)
    case "RangeTableSample": throw error("TABLESAMPLE is not supported", node)
    default: throw error("\(node.kind) is not supported in FROM", node)
    }
  }

  /// A query in FROM.
  func derived(_ node: SyntaxNode, _ surroundings: Surroundings) throws -> FromItem {
    guard let query = node.node("subquery") else { throw error("a query is missing", node) }
    let output = try self.query(query, surroundings)
    guard let alias = node.node("alias") else {
      throw error("subquery in FROM must have an alias", node, hint: "write (SELECT …) AS name")
    }
    return try aliased(output.plan, output.columns, alias, standard: "", node)
  }

  private func table(_ node: SyntaxNode, _ surroundings: Surroundings) throws -> FromItem {
    let name = node.text("relname") ?? ""
    if let schema = node.text("schemaname") {
      let looksLikeFile = ["csv", "tsv", "txt", "gz", "zst"].contains(name.lowercased())
      throw error(
        looksLikeFile
          ? "a file is written in double quotes" : "schemas are not supported: \(schema).\(name)",
        node, hint: looksLikeFile ? "write \"\(schema).\(name)\"" : "write \(name) alone")
    }
    if let entry = surroundings.withs?.named(name) {
      if entry.isWorking, entry.correlation !== surroundings.correlation {
        throw error(
          "recursive reference to query \"\(name)\" must not appear within a subquery", node)
      }
      if entry.correlation !== surroundings.correlation, entry.plan.hasParameters {
        throw error(
          "query \"\(name)\" reads columns of a query around and cannot be used in a subquery",
          node, hint: "write it within the subquery")
      }
      try count(entry.plan, node)
      return try aliased(entry.plan, entry.columns, node.node("alias"), standard: name, node)
    }
    guard let (source, found) = try source(name, node) else {
      let names = catalogue.tableNames + (surroundings.withs?.names ?? [])
      let looksLikeFile = name.contains(".") || name.contains("/")
      throw error(
        looksLikeFile ? "file \"\(name)\" does not exist" : "relation \"\(name)\" does not exist",
        node, hint: suggestion(for: name, among: names))
    }
    let fields = source.schema.fields
    let plan = Plan.scan(Scan(name: found, source: source, columns: Array(fields.indices)))
    return try aliased(
      plan, Self.columns(of: source), node.node("alias"), standard: found, node)
  }

  /// The columns of a source under their names.
  static func columns(of source: any ChunkSource) -> [OutputColumn] {
    let empty = source.emptyColumns
    return source.schema.fields.enumerated().map { place, field in
      OutputColumn(name: field.name, type: field.type, holdsNothing: empty.contains(place))
    }
  }

  /// A table of that name, or the only one that differs in case.
  private func source(_ name: String, _ node: SyntaxNode) throws -> (any ChunkSource, String)? {
    do {
      if let source = try catalogue.source(named: name) { return (source, name) }
      let folded = name.lowercased()
      let matches = catalogue.tableNames.filter { $0.lowercased() == folded && $0 != name }
      if matches.count == 1, let source = try catalogue.source(named: matches[0]) {
        return (source, matches[0])
      }
    } catch var error as QueryError {
      if error.position == nil { error.position = at(node) }
      throw error
    }
    return nil
  }

  /// What a statement may grow to when its WITH queries are put in place.
  private func count(_ plan: Plan, _ node: SyntaxNode) throws {
    steps += 1
    if steps > 2_000 { throw error("the query uses WITH queries too often", node) }
  }

  /// A table under its name in the query.
  func aliased(
    _ plan: Plan, _ columns: [OutputColumn], _ alias: SyntaxNode?, standard: String,
    _ node: SyntaxNode
  ) throws -> FromItem {
    let name = alias?.text("aliasname") ?? standard
    let names = alias.map { parts($0, "colnames") } ?? []
    if names.count > columns.count {
      throw error(
        "table \"\(name)\" has \(columns.count) columns available but \(names.count) columns "
          + "specified", node)
    }
    let visible = columns.enumerated().map { index, column in
      VisibleColumn(
        name: index < names.count ? names[index] : column.name, table: name,
        value: .column(index, column.type), number: column.number,
        holdsNothing: column.holdsNothing)
    }
    return FromItem(
      plan: plan, visible: visible, tables: [ScopeTable(name: name, columns: visible)])
  }

  private func join(_ node: SyntaxNode, _ surroundings: Surroundings) throws -> FromItem {
    guard let leftNode = node.node("larg"), let rightNode = node.node("rarg") else {
      throw error("a table is missing", node)
    }
    if node["join_using_alias"] != nil {
      throw error(
        "JOIN … USING … AS is not supported", node.node("join_using_alias") ?? rightNode,
        hint: "name the columns without a table")
    }
    let left = try fromItem(leftNode, surroundings)
    var kind: Join.Kind
    switch node.text("jointype") {
    case "JOIN_LEFT": kind = .left
    case "JOIN_RIGHT": kind = .right
    case "JOIN_FULL": kind = .full
    default: kind = .inner
    }
    if Self.isLateral(rightNode) {
      if node.isTrue("isNatural") || node["usingClause"] != nil || node["alias"] != nil {
        throw error("LATERAL is joined with ON only", rightNode, hint: "write ON …")
      }
      return try lateral(left, kind, rightNode, on: node.node("quals"), surroundings)
    }
    let right = try fromItem(rightNode, surroundings)
    var item = try joined(left, right, Join(kind, left.plan, right.plan), rightNode)
    var condition: Expression?
    var shared: [String] = []
    if node.isTrue("isNatural") {
      shared = left.visible.map(\.name).filter(Set(right.visible.map(\.name)).contains)
    } else {
      shared = parts(node, "usingClause")
    }
    if !shared.isEmpty {
      condition = try using(shared, left, right, kind, &item, rightNode)
    } else if let quals = node.node("quals") {
      let level = Level(surroundings, from: item)
      level.clause = .joinConditions
      condition = try self.condition(try expression(quals, in: level), of: "JOIN/ON")
    }
    if condition == nil, kind == .inner { kind = .cross }
    item.plan = .join(
      Join(
        kind, left.plan, right.plan, condition: condition.flatMap { Expression.all($0.conjuncts) }))
    if let alias = node.node("alias") {
      let columns = item.visible.map {
        OutputColumn(
          name: $0.name, type: $0.value.type, number: $0.number, holdsNothing: $0.holdsNothing)
      }
      let plan = Plan.project(item.plan, item.visible.map(\.value))
      return try aliased(plan, columns, alias, standard: "", node)
    }
    return item
  }

  /// The equality of a column of both sides; where one is text and the other is not, with a way to write it.
  private func equality(
    _ a: BoundExpression, _ b: BoundExpression, of name: String, _ left: FromItem,
    _ right: FromItem, at place: Int
  ) throws -> Expression {
    do {
      return try operation("=", [a, b], at: place)
    } catch var error as QueryError where (a.type == .text) != (b.type == .text) {
      let sides = [(left, a), (right, b)].map { side, bound in
        let table = side.tables.count == 1 ? "\(Self.quoted(side.tables[0].name))." : ""
        return "\(table)\(Self.quoted(name))" + (bound.type == .text ? "" : "::text")
      }
      error.hint = "some values are no numbers or days: write ON \(sides[0]) = \(sides[1])"
      throw error
    }
  }

  /// A name as a query has to write it.
  private static func quoted(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy { $0 &- 97 < 26 || $0 &- 48 < 10 || $0 == 95 }
    return isPlain ? name : "\"\(name.replacing("\"", with: "\"\""))\""
  }

  /// USING: an equality a column, and one column of the name for both.
  private func using(
    _ names: [String], _ left: FromItem, _ right: FromItem, _ kind: Join.Kind,
    _ item: inout FromItem, _ node: SyntaxNode
  ) throws -> Expression? {
    let width = left.plan.width
    var conditions: [Expression] = []
    var merged: [VisibleColumn] = []
    let indexes = (left: NameIndex(left.visible), right: NameIndex(right.visible))
    func find(_ name: String, _ side: FromItem, _ index: NameIndex, _ word: String) throws -> Int {
      let matches = index.places(of: name)
      guard let first = matches.first else {
        throw error(
          "column \"\(name)\" specified in USING clause does not exist in \(word) table", node,
          noColumn: name, of: side.visible.map(\.name))
      }
      if matches.count > 1 {
        throw error(
          "common column name \"\(name)\" appears more than once in \(word) table", node)
      }
      return first
    }
    var usedLeft: Set<Int> = []
    var usedRight: Set<Int> = []
    for name in names {
      let l = try find(name, left, indexes.left, "left")
      let r = try find(name, right, indexes.right, "right")
      usedLeft.insert(l)
      usedRight.insert(r)
      let place = at(node)
      let a = left.visible[l].bound(left.visible[l].value, at: place)
      let b = right.visible[r].bound(right.visible[r].value.moved { $0 + width }, at: place)
      conditions.append(try equality(a, b, of: name, left, right, at: place))
      let type = try common([a, b], of: "JOIN/USING")
      let value: Expression =
        switch kind {
        case .right: converted(b, to: type)
        case .full: .coalesce([converted(a, to: type), converted(b, to: type)], type)
        default: converted(a, to: type)
        }
      merged.append(
        VisibleColumn(
          name: left.visible[l].name, table: "", value: value, number: [a, b].numberType,
          holdsNothing: a.isUnknown && b.isUnknown))
    }
    let moved = right.moved(by: width).visible
    item.visible =
      merged + left.visible.indices.filter { !usedLeft.contains($0) }.map { left.visible[$0] }
      + moved.indices.filter { !usedRight.contains($0) }.map { moved[$0] }
    return Expression.all(conditions)
  }
}
