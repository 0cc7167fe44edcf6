internal import Diagnostics
internal import Tables

/// Turns SQL into a plan.
package enum Binder {
  /// Reads and binds one statement; a semicolon may end it.
  ///
  /// - Throws: ``QueryError`` with the place in the text.
  package static func statement(
    _ sql: String, in catalogue: any Catalogue, options: BindingOptions = .init()
  ) throws -> Statement {
    try LargeStack.run {
      let parsed = try Parser.parse(sql)
      guard let node = parsed.statement else { return .showTables }
      let binding = Binding(catalogue: catalogue, options: options, text: parsed)
      let query = try binding.statement(node)
      switch parsed.command {
      case .query, .showTables: return .query(query)
      case .explain(let analyze): return .explain(query, analyze: analyze)
      case .describe: return .describe(query)
      case .summarize: return .summarize(query)
      }
    }
  }
}

/// The binding of one statement.
final class Binding {
  let catalogue: any Catalogue
  let options: BindingOptions
  let text: ParsedText
  /// The numbers of recursive queries so far.
  var recursions = 0
  /// Steps that one statement may have: what is written once may be read often.
  var steps = 0

  init(catalogue: any Catalogue, options: BindingOptions, text: ParsedText) {
    self.catalogue = catalogue
    self.options = options
    self.text = text
  }

  /// The place of a node.
  func at(_ node: SyntaxNode) -> Int { (node.byte ?? node.firstByte).map(position) ?? 0 }

  func position(_ byte: Int) -> Int { text.places.position(ofByte: byte) }

  /// An error at a node.
  func error(_ message: String, _ node: SyntaxNode?, hint: String? = nil) -> QueryError {
    let place = node.map(at) ?? 0
    return QueryError(message, at: place > 0 ? place : nil, hint: hint)
  }

  /// An error about a column that is none of some.
  func error(
    _ message: String, _ node: SyntaxNode?, noColumn name: String, of names: [String],
    hint: String? = nil
  ) -> QueryError {
    var error = error(message, node, hint: hint ?? nearest(to: name, in: names))
    error.found = names
    return error
  }

  /// An error at a place.
  func error(_ message: String, at place: Int, hint: String? = nil) -> QueryError {
    QueryError(message, at: place > 0 ? place : nil, hint: hint)
  }

  func statement(_ node: SyntaxNode) throws -> BoundQuery {
    guard node.kind == "SelectStmt" else {
      let first = text.bytes.firstIndex { $0 > 32 } ?? 0
      throw QueryError(
        "\(Self.name(ofStatement: node.kind)) is not supported", at: position(first),
        hint: "queries only read: begin with SELECT, WITH, FROM, VALUES, DESCRIBE or SUMMARIZE")
    }
    let output = try query(node, Surroundings(correlation: Correlation(outer: nil), withs: nil))
    return BoundQuery(
      plan: Optimizer.optimized(output.plan), names: output.columns.map(\.name))
  }

  /// `CreateStmt` is CREATE TABLE.
  private static func name(ofStatement kind: String) -> String {
    let known = [
      "InsertStmt": "INSERT", "UpdateStmt": "UPDATE", "DeleteStmt": "DELETE",
      "MergeStmt": "MERGE", "CreateStmt": "CREATE TABLE", "CreateTableAsStmt": "CREATE TABLE AS",
      "ViewStmt": "CREATE VIEW", "IndexStmt": "CREATE INDEX", "DropStmt": "DROP",
      "AlterTableStmt": "ALTER TABLE", "TruncateStmt": "TRUNCATE", "CopyStmt": "COPY",
      "TransactionStmt": "a transaction", "VariableSetStmt": "SET", "VariableShowStmt": "SHOW",
      "ExplainStmt": "EXPLAIN with these options", "CallStmt": "CALL", "DoStmt": "DO",
      "PrepareStmt": "PREPARE", "ExecuteStmt": "EXECUTE", "VacuumStmt": "VACUUM",
      "GrantStmt": "GRANT", "CreateFunctionStmt": "CREATE FUNCTION", "RenameStmt": "ALTER",
      "DeclareCursorStmt": "DECLARE", "CreateSchemaStmt": "CREATE SCHEMA", "LoadStmt": "LOAD",
    ]
    if let name = known[kind] { return name }
    var name = ""
    for character in kind.hasSuffix("Stmt") ? String(kind.dropLast(4)) : kind {
      if character.isUppercase, !name.isEmpty { name += " " }
      name += character.uppercased()
    }
    return name
  }
}
