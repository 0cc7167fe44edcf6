/// What a statement names, known before anything is read: for whoever has to know what a result depends
/// on.
package struct StatementReferences: Hashable, Sendable {
  /// A name, and where it stands first: a Unicode scalar of the text, from 1.
  package struct Name: Hashable, Sendable {
    package var name: String
    package var position: Int
  }

  /// The tables and files in FROM, each once, in order; names that WITH gives are none.
  package internal(set) var tables: [Name] = []
  /// The parameters, without their `$`, each once.
  package internal(set) var parameters: [Name] = []
  /// The functions that are called, by name, such as `working_days`; CURRENT_DATE is one too.
  package internal(set) var functions: [Name] = []
  /// Whether it asks for rows of tables: not EXPLAIN, DESCRIBE, SUMMARIZE or SHOW TABLES.
  package internal(set) var isQuery = true

  /// Reads a statement.
  ///
  /// - Throws: ``QueryError`` for what is no statement.
  package init(_ sql: String) throws {
    self = try LargeStack.run {
      let parsed = try Parser.parse(sql)
      var references = StatementReferences(parsed)
      if let statement = parsed.statement { references.visit(statement, known: [], parsed) }
      return references
    }
  }

  private init(_ parsed: ParsedText) {
    if case .query = parsed.command { isQuery = true } else { isQuery = false }
  }

  private mutating func visit(_ node: SyntaxNode, known: Set<String>, _ text: ParsedText) {
    var known = known
    if let with = node.node("withClause") {
      let queries = with.list("ctes")
      let names = queries.compactMap { $0.text("ctename") }
      if with.isTrue("recursive") { known.formUnion(names) }
      for query in queries {
        visit(query, known: known, text)
        if let name = query.text("ctename") { known.insert(name) }
      }
    }
    func add(_ name: String, to path: WritableKeyPath<StatementReferences, [Name]>) {
      guard !self[keyPath: path].contains(where: { $0.name == name }) else { return }
      let position = node.byte.map { text.places.position(ofByte: $0) } ?? 1
      self[keyPath: path].append(Name(name: name, position: position))
    }
    switch node.kind {
    case "RangeVar":
      if let name = node.text("relname"), !known.contains(name) { add(name, to: \.tables) }
    case "ParamRef":
      if let name = node.byte.flatMap({ text.parameters[$0] }) { add(name, to: \.parameters) }
    case "FuncCall" where node.list("funcname").last?.text("sval") == "read_csv":
      if let path = node.list("args").first?.node("sval")?.text("sval") { add(path, to: \.tables) }
      add("read_csv", to: \.functions)
    case "FuncCall":
      if let name = node.list("funcname").last?.text("sval") { add(name, to: \.functions) }
    case "SQLValueFunction":
      if let name = node.text("op") {
        add(name.dropFirst("SVFOP_".count).lowercased(), to: \.functions)
      }
    default: break
    }
    for field in node.fields where field.name != "withClause" {
      switch field.value {
      case .node(let child): visit(child, known: known, text)
      case .list(let values):
        for case .node(let child) in values { visit(child, known: known, text) }
      default: break
      }
    }
  }
}
