internal import Tables

extension Binding {
  /// A query: SELECT, VALUES, or several joined by UNION and the like, with WITH before and ORDER BY
  /// behind.
  func query(_ node: SyntaxNode, _ surroundings: Surroundings) throws -> Output {
    var surroundings = surroundings
    if let with = node.node("withClause") { try bind(with, in: node, &surroundings) }
    if let locking = node.list("lockingClause").first {
      throw error(
        "FOR UPDATE and FOR SHARE are not supported", locking.byte == nil ? node : locking)
    }
    if let into = node.node("intoClause") {
      throw error("SELECT INTO is not supported", into.node("rel") ?? node)
    }
    let operation = node.text("op") ?? "SETOP_NONE"
    if operation == "SETOP_NONE", node["valuesLists"] == nil {
      return try select(node, surroundings)
    }
    var output =
      try operation == "SETOP_NONE"
      ? values(node, surroundings) : combined(node, operation, surroundings)
    try order(&output, node, surroundings)
    return output
  }

  /// VALUES.
  private func values(_ node: SyntaxNode, _ surroundings: Surroundings) throws -> Output {
    let level = Level(surroundings, from: .nothing)
    level.clause = .values
    let rows = try node.list("valuesLists").map { row in
      try row.list("items").map { try expression($0, in: level) }
    }
    let width = rows.first?.count ?? 0
    if let other = rows.first(where: { $0.count != width }) {
      throw error("VALUES lists must all be the same length", at: other.first?.at ?? 0)
    }
    let types = try (0..<width).map { column in
      try common(rows.map { $0[column] }, of: "VALUES")
    }
    let columns = types.enumerated().map { index, type in
      OutputColumn(
        name: "column\(index + 1)", type: type, isUnknown: rows.allSatisfy { $0[index].isUnknown },
        number: rows.map { $0[index] }.numberType)
    }
    let values = rows.map { row in zip(row, types).map { converted($0, to: $1) } }
    return Output(plan: .values(values, types: types), columns: columns)
  }

  /// UNION, INTERSECT, EXCEPT.
  private func combined(_ node: SyntaxNode, _ operation: String, _ surroundings: Surroundings)
    throws -> Output
  {
    guard let leftNode = node.node("larg"), let rightNode = node.node("rarg") else {
      throw error("a query is missing", node)
    }
    let left = try query(leftNode, surroundings)
    let right = try query(rightNode, surroundings)
    let kind: SetOperation.Kind
    switch operation {
    case "SETOP_INTERSECT": kind = .intersect
    case "SETOP_EXCEPT": kind = .except
    default: kind = .union
    }
    let word = operation.dropFirst("SETOP_".count)
    return try unified(left, right, String(word), rightNode) {
      .combine(SetOperation(kind, keepsDuplicates: node.isTrue("all"), $0, $1))
    }
  }

  /// Two queries with one type a column.
  private func unified(
    _ left: Output, _ right: Output, _ word: String, _ node: SyntaxNode,
    _ plan: (Plan, Plan) -> Plan
  ) throws -> Output {
    guard left.columns.count == right.columns.count else {
      throw error(
        "each \(word) query must have the same number of columns", node,
        hint: "the first has \(left.columns.count), this one \(right.columns.count)")
    }
    let place = at(node)
    let columns = try zip(left.columns, right.columns).map { a, b -> OutputColumn in
      let both = [a, b].map {
        BoundExpression(.literal(.null, $0.type), isUnknown: $0.isUnknown, at: place)
          .numbered($0.number)
      }
      return OutputColumn(
        name: a.name, type: try common(both, of: word), isUnknown: a.isUnknown && b.isUnknown,
        number: both.numberType)
    }
    let types = columns.map(\.type)
    return Output(
      plan: plan(self.plan(left, as: types), self.plan(right, as: types)), columns: columns)
  }

  /// ORDER BY, LIMIT and OFFSET over a result whose columns are named.
  private func order(_ output: inout Output, _ node: SyntaxNode, _ surroundings: Surroundings)
    throws
  {
    let sorts = node.list("sortClause")
    var keys: [SortKey] = []
    if !sorts.isEmpty {
      keys = try sorts.map { sort -> SortKey in
        guard let written = sort.node("node") else { throw error("ORDER BY is empty", node) }
        let isCollated = written.kind == "CollateClause"
        let value = isCollated ? written.node("arg") ?? written : written
        guard let column = try outputColumn(value, output.columns, clause: .orderBy) else {
          throw error(
            "only result columns can be named in ORDER BY of UNION, INTERSECT, EXCEPT and VALUES",
            value, hint: "put the query into FROM (…) and order it there")
        }
        let type = output.columns[column].type
        return try self.sort(
          sort, BoundExpression(.column(column, type), at: at(value)),
          collation: isCollated ? collation(written) : nil
        ).key(column)
      }
      output.plan = .sort(output.plan, keys)
    }
    output.plan = try limited(output.plan, node, surroundings, order: keys)
  }

  /// The column that a position or a name of the result means.
  func outputColumn(_ node: SyntaxNode, _ columns: [OutputColumn], clause: Clause) throws -> Int? {
    if node.kind == "A_Const" {
      guard case .literal(.integer(let number), _) = try constant(node).expression else {
        throw error("non-integer constant in \(clause.rawValue)", node)
      }
      guard number >= 1, number <= columns.count else {
        throw error("\(clause.rawValue) position \(number) is not in select list", node)
      }
      return Int(number) - 1
    }
    let names = parts(node, "fields")
    guard node.kind == "ColumnRef", names.count == 1, node.list("fields").count == 1 else {
      return nil
    }
    var matches = columns.indices.filter { columns[$0].name == names[0] }
    if matches.isEmpty {
      let folded = names[0].lowercased()
      matches = columns.indices.filter { columns[$0].name.lowercased() == folded }
    }
    guard matches.count <= 1 else {
      throw error("\(clause.rawValue) \"\(names[0])\" is ambiguous", node)
    }
    return matches.first
  }

  /// WITH: each query gets its name.
  private func bind(_ with: SyntaxNode, in node: SyntaxNode, _ surroundings: inout Surroundings)
    throws
  {
    let queries = with.list("ctes")
    guard queries.count <= 200 else { throw error("more than 200 queries in WITH", queries[200]) }
    let isRecursive = with.isTrue("recursive")
    var seen: Set<String> = []
    for query in queries {
      let name = query.text("ctename") ?? ""
      guard seen.insert(name).inserted else {
        throw error("WITH query name \"\(name)\" specified more than once", query)
      }
      guard let body = query.node("ctequery"),
        body.kind == "SelectStmt"
      else { throw error("WITH holds queries only", query) }
      if query["search_clause"] != nil || query["cycle_clause"] != nil {
        throw error("SEARCH and CYCLE are not supported", query)
      }
      if isRecursive { try checkOrder(of: query, body, queries) }
      var output =
        isRecursive && Self.uses(of: name, in: body) > 0
        ? try recursive(body, name, query, surroundings) : try self.query(body, surroundings)
      let names = parts(query, "aliascolnames")
      if names.count > output.columns.count {
        throw error(
          "WITH query \"\(name)\" has \(output.columns.count) columns available but "
            + "\(names.count) columns specified", query)
      }
      for (index, name) in names.enumerated() { output.columns[index].name = name }
      for index in output.columns.indices { output.columns[index].isUnknown = false }
      let own = isRecursive ? Self.uses(of: name, in: body) : 0
      let isKept =
        query.text("ctematerialized") == "CTEMaterializeAlways"
        || Self.uses(of: name, in: node) - own > 1
      if isKept, query.text("ctematerialized") != "CTEMaterializeNever",
        !output.plan.hasParameters
      {
        output.plan = .shared(SharedPlan(name: name, plan: output.plan))
      }
      surroundings.withs = WithScope(
        WithScope.Entry(
          name: name, plan: output.plan, columns: output.columns, isWorking: false,
          correlation: surroundings.correlation), outer: surroundings.withs)
    }
  }

  /// How often a name stands in FROM; twice for one in a subquery, which may run for every row.
  static func uses(of name: String, in node: SyntaxNode) -> Int {
    var uses = 0
    var waiting = [(node: node, weight: 1)]
    while let (node, weight) = waiting.popLast() {
      if node.kind == "RangeVar", node.text("relname") == name, node["schemaname"] == nil {
        uses += weight
      }
      let weight = node.kind == "SubLink" ? 2 : weight
      for child in node.children { waiting.append((child, weight)) }
    }
    return uses
  }

  /// WITH RECURSIVE of a query that reads itself.
  private func recursive(
    _ body: SyntaxNode, _ name: String, _ query: SyntaxNode, _ surroundings: Surroundings
  ) throws -> Output {
    guard body.text("op") == "SETOP_UNION", let left = body.node("larg"),
      let right = body.node("rarg")
    else {
      throw error(
        "recursive query \"\(name)\" does not have the form non-recursive-term UNION [ALL] "
          + "recursive-term", query)
    }
    try checkReferences(to: name, left, right)
    if body["sortClause"] != nil || body["limitCount"] != nil || body["limitOffset"] != nil {
      throw error("ORDER BY and LIMIT in a recursive query are not supported", query)
    }
    var surroundings = surroundings
    if let with = body.node("withClause") { try bind(with, in: body, &surroundings) }
    var first = try self.query(left, surroundings)
    let names = parts(query, "aliascolnames")
    for index in first.columns.indices {
      if index < names.count { first.columns[index].name = names[index] }
      first.columns[index].isUnknown = false
    }
    recursions += 1
    let number = recursions
    let types = first.columns.map(\.type)
    let working = WithScope.Entry(
      name: name, plan: .workingTable(number, types: types), columns: first.columns,
      isWorking: true, correlation: surroundings.correlation)
    var within = surroundings
    within.withs = WithScope(working, outer: surroundings.withs)
    let next = try self.query(right, within)
    let both = try unified(first, next, "UNION", right) { left, right in
      .recursive(
        Recursive(
          number: number, first: left, next: right, keepsDuplicates: body.isTrue("all")))
    }
    for (index, pair) in zip(types, both.columns).enumerated() where pair.0 != pair.1.type {
      throw error(
        "recursive query \"\(name)\" column \(index + 1) has type \(pair.0.rawValue) in "
          + "non-recursive term but type \(pair.1.type.rawValue) overall", left,
        hint: "cast the output of the non-recursive term to the correct type")
    }
    return both
  }
}
