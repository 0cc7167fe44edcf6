internal import Diagnostics
internal import Query
internal import Synchronization
internal import Tables
internal import Workspace

/// Runs a statement so that its result can be published, or refuses it.
struct PublishedRun {
  private let sql: String
  private let catalogue: WorkspaceCatalogue
  private let options: QueryOptions

  init(_ sql: String, in catalogue: WorkspaceCatalogue, options: QueryOptions) {
    self.sql = sql
    self.catalogue = catalogue
    self.options = options
  }

  /// The statement as it is published, which is put on record, and the columns of its result.
  func recorded() throws -> (query: PublishableQuery, withheld: Set<[String?]>) {
    let query = try recognised()
    guard let ledger = catalogue.ledger else {
      throw QueryError("--publish needs a workspace", hint: "name its folder with --workspace")
    }
    let table = try ledger.recording { try decided(query, beside: $0) }
    return (query, table.withheld)
  }

  /// How many rows of the statement would be withheld if it were published; `nil` for one that is not
  /// about persons.
  func preview() throws -> Int? {
    let named = NamedTables(catalogue)
    _ = try Binder.statement(sql, in: named, options: BindingOptions())
    guard try named.names.contains(where: { try catalogue.publishable($0) != nil }),
      let ledger = catalogue.ledger
    else { return nil }
    let query = try recognised()
    return try decided(query, beside: ledger.tables()).withheld.count
  }

  private func recognised() throws -> PublishableQuery {
    let named = NamedTables(catalogue)
    let statement = try Binder.statement(sql, in: named, options: BindingOptions())
    guard case .query(let bound) = statement else {
      throw QueryError("--publish takes a SELECT", hint: "ask for the rest without --publish")
    }
    guard named.names.count == 1, let name = named.names.first,
      let source = try catalogue.publishable(name)
    else {
      throw QueryError(
        "--publish takes one table of responses, invitations and cases",
        hint: "ask for other tables without --publish: they hold no rows of persons")
    }
    return try PublishableQuery(bound.plan, of: source)
  }

  private func decided(
    _ query: PublishableQuery, beside earlier: [PublishedTable]
  ) throws -> PublishedTable {
    let name = query.table.table
    let others = earlier.filter { $0.table == name }
    // What was published before is published again as it was.
    if let same = others.first(where: {
      $0.keys == query.table.keys && $0.conditions == query.table.conditions
    }) {
      return same
    }
    guard let workspace = try catalogue.workspace() else { return query.table }
    let reports = workspace.reportedCounts(of: name)
    var columns = query.table.columns
    for table in others { columns.formUnion(table.columns) }
    for count in reports { columns.formUnion(count.conditions.keys) }
    let rows = try counted(name, by: columns.sorted())
    let fixed = try catalogue.publishable(name)?.fixed ?? []
    guard let control = QueryDisclosure(rows, fixed: fixed, rules: workspace.disclosure) else {
      throw QueryError(
        "with --publish: these are more combinations of values than can be decided about",
        hint: "count by fewer columns")
    }
    var table = query.table
    table.withheld = control.withheld(of: table, beside: others, reports: reports)
    return table
  }

  /// The rows of a table, counted by the texts of some columns; the month of a case is that in which it
  /// came in.
  private func counted(_ table: String, by columns: [String]) throws -> [CountedRows] {
    let expressions = columns.map { column in
      column == "month" && table == "cases"
        ? "left(cast(received AS text), 7)"
        : "cast(\"\(column.replacing("\"", with: "\"\""))\" AS text)"
    }
    let keys = columns.indices.map { "\($0 + 1)" }.joined(separator: ", ")
    let sql =
      "SELECT \((expressions + ["count(*)"]).joined(separator: ", ")) FROM \(table) GROUP BY \(keys)"
    var rows: [CountedRows] = []
    try StatementRun(sql, in: catalogue, options: options).run(start: { _ in }) { chunk in
      for row in 0..<chunk.rowCount {
        let values = columns.indices.map { chunk.columns[$0][row].written }
        rows.append(
          CountedRows(
            values: Dictionary(zip(columns, values), uniquingKeysWith: { first, _ in first }),
            count: Int(chunk.columns[columns.count][row].written ?? "") ?? 0))
      }
    }
    return rows
  }
}

extension PublishableQuery {
  /// The rows of the result but for those that are withheld.
  func shown(_ chunk: Chunk, without withheld: Set<[String?]>) -> Chunk {
    var keyColumns = Array(repeating: 0, count: table.keys.count)
    for (column, output) in outputs.enumerated() {
      if case .key(let key) = output { keyColumns[key] = column }
    }
    let rows = (0..<chunk.rowCount).filter { row in
      !withheld.contains(keyColumns.map { chunk.columns[$0][row].written })
    }
    if rows.count == chunk.rowCount { return chunk }
    let columns = chunk.columns.map { column in
      Vector(rows.map { column[$0] }, type: column.type)
    }
    return Chunk(columns: columns, rowCount: rows.count)
  }
}

/// A catalogue that notes which tables a query names.
private final class NamedTables: Catalogue {
  private let catalogue: WorkspaceCatalogue
  private let state = Mutex<Set<String>>([])

  init(_ catalogue: WorkspaceCatalogue) { self.catalogue = catalogue }

  var names: Set<String> { state.withLock { $0 } }
  var tableNames: [String] { catalogue.tableNames }

  func source(named name: String) throws -> (any ChunkSource)? {
    _ = state.withLock { $0.insert(name) }
    return try catalogue.source(named: name)
  }
}
