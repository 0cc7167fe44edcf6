internal import Diagnostics
internal import Tables

extension Binding {
  /// The parts of a name: `a.b` has two.
  func parts(_ node: SyntaxNode, _ field: String) -> [String] {
    node.list(field).compactMap { $0.text("sval") }
  }

  /// A column by name.
  func column(_ node: SyntaxNode, in level: Level) throws -> BoundExpression {
    let names = parts(node, "fields")
    let place = at(node)
    if node.list("fields").contains(where: { $0.kind == "A_Star" }) {
      throw error("* is not allowed here", node, hint: "name the columns")
    }
    guard let name = names.last, names.count <= 2 else {
      throw error(
        "a column is named by its table at most: \(names.joined(separator: "."))", node,
        hint: "schemas are not supported")
    }
    let table = names.count == 2 ? names[0] : nil
    if let (value, column) = try lookup(name, table: table, in: level, at: place) {
      return column.bound(value, at: place)
    }
    throw unknownColumn(name, table: table, in: level, node)
  }

  /// The column of a name here or in a query around, and its value here.
  private func lookup(_ name: String, table: String?, in level: Level, at place: Int) throws
    -> (value: Expression, column: VisibleColumn)?
  {
    if let found = try match(name, table: table, in: level, at: place) {
      if level.clause != .aggregate, level.clause != .filter {
        for column in found.value.columns.sorted() {
          let full = found.table.isEmpty ? found.name : "\(found.table).\(found.name)"
          level.references.append((column, full, place))
        }
      }
      return (found.value, found)
    }
    let correlation = level.surroundings.correlation
    guard let outer = correlation.outer,
      let (value, column) = try lookup(name, table: table, in: outer, at: place)
    else { return nil }
    return (correlation.parameter(for: value), column)
  }

  /// Exactly that name first, then the only one that differs in case.
  private func match(_ name: String, table: String?, in level: Level, at place: Int) throws
    -> VisibleColumn?
  {
    var index = level.index()
    if let table {
      guard let found = try named(table, level.from.tables, at: place) else { return nil }
      index = level.index(of: found)
    }
    let matches = index.columns(name)
    guard let first = matches.first else { return nil }
    if matches.count == 1 { return first }
    let tables = matches.map(\.table)
    let hint: String
    if Set(tables).count == tables.count, !tables.contains("") {
      hint = "write " + matches.map { "\($0.table).\($0.name)" }.joined(separator: " or ")
    } else {
      hint = "the names are " + matches.map { "\"\($0.name)\"" }.joined(separator: ", ")
    }
    throw error("column reference \"\(name)\" is ambiguous", at: place, hint: hint)
  }

  func named(_ name: String, _ tables: [ScopeTable], at place: Int) throws -> ScopeTable? {
    let exact = tables.filter { $0.name == name }
    let folded = name.lowercased()
    let matches = exact.isEmpty ? tables.filter { $0.name.lowercased() == folded } : exact
    if matches.count > 1 {
      throw error("table reference \"\(name)\" is ambiguous", at: place)
    }
    return matches.first
  }

  private func unknownColumn(
    _ name: String, table: String?, in level: Level, _ node: SyntaxNode
  ) -> QueryError {
    var tables: [ScopeTable] = []
    var visible: [VisibleColumn] = []
    var here: Level? = level
    while let level = here {
      tables += level.from.tables
      visible += level.from.visible
      here = level.surroundings.correlation.outer
    }
    if let table {
      guard let found = tables.first(where: { $0.name.lowercased() == table.lowercased() }) else {
        return error(
          "missing FROM-clause entry for table \"\(table)\"", node,
          hint: suggestion(for: table, among: tables.map(\.name)))
      }
      return error(
        "column \(table).\(name) does not exist", node,
        noColumn: name, of: found.columns.map(\.name))
    }
    if let found = tables.first(where: { $0.name == name }) {
      return error(
        "column \"\(name)\" does not exist", node, hint: "write \(found.name).* for its columns")
    }
    let names = visible.map(\.name)
    var hint = nearest(to: name, in: names)
    if hint == nil, let byte = node.byte, text.bytes.indices.contains(byte),
      text.bytes[byte] == UInt8(ascii: "\"")
    {
      hint = "write '\(name)' in single quotes for a text"
    }
    return error(
      "column \"\(name)\" does not exist", node, noColumn: name, of: names, hint: hint)
  }
}
