internal import Query
internal import Synchronization
internal import Tables
internal import Workspace

/// Decides what of a statement's result can be published, or refuses it.
struct PublishedRun {
  private let sql: String
  private let catalogue: WorkspaceCatalogue
  private let options: QueryOptions

  init(_ sql: String, in catalogue: WorkspaceCatalogue, options: QueryOptions) {
    self.sql = sql
    self.catalogue = catalogue
    self.options = options
  }

  /// The statement as it is published, which is put on record.
  func recorded() throws -> Publication {
    let query = try recognised()
    guard let ledger = catalogue.ledger else {
      throw QueryError("--publish needs a workspace", hint: "name its folder with --workspace")
    }
    return try ledger.recording { earlier in
      let publication = try decided(query, beside: earlier)
      return (publication, publication.tables)
    }
  }

  /// The statement as it would be published beside what is on record and some other tables.
  func planned(beside others: [PublishedTable]) throws -> Publication {
    let query = try recognised()
    return try decided(query, beside: (try catalogue.ledger?.tables() ?? []) + others)
  }

  /// What would be withheld of the statement if it were published; `nil` for one that is not about
  /// persons.
  func preview() throws -> Publication? {
    // Names alone tell, so that nothing is opened for a statement that is not about persons.
    guard catalogue.ledger != nil,
      try StatementReferences(sql).tables.contains(where: {
        WorkspaceCatalogue.holdsPersons($0.name)
      })
    else { return nil }
    return try planned(beside: [])
  }

  private func recognised() throws -> PublishableQuery {
    let named = NamedTables(catalogue)
    let statement = try Binder.statement(sql, in: named, options: options.binding)
    guard case .query(let bound) = statement else {
      throw QueryError(
        "what is published is the result of a SELECT", hint: "ask for the rest without --publish")
    }
    for name in named.names {
      if let refusal = try catalogue.refusalToPublish(name) { throw refusal }
    }
    guard named.names.count == 1, let name = named.names.first,
      let source = try catalogue.publishable(name)
    else {
      throw QueryError(
        "what is published of persons comes from one table of responses, invitations and cases",
        hint: "ask for other tables by themselves: they hold no rows of persons")
    }
    return try PublishableQuery(bound.plan, of: source)
  }

  private func decided(
    _ query: PublishableQuery, beside earlier: [PublishedTable]
  ) throws -> Publication {
    let name = query.groups.table
    var others = earlier.filter { $0.table == name }
    guard let workspace = try catalogue.workspace() else {
      throw QueryError("--publish needs a workspace", hint: "name its folder with --workspace")
    }
    let reports = workspace.reportedCounts(of: name)
    var columns: Set<String> = []
    for table in query.tables + others { columns.formUnion(table.columns) }
    for count in reports { columns.formUnion(count.conditions.keys) }
    let rows = try counted(name, by: columns.sorted())
    let fixed = try catalogue.publishable(name)?.fixed ?? []
    guard let control = QueryDisclosure(rows, fixed: fixed, rules: workspace.disclosure) else {
      throw QueryError(
        "these are more combinations of persons' values than can be decided about",
        hint: "count by fewer columns")
    }
    var tables: [PublishedTable] = []
    for wanted in query.tables {
      // What was published before is published again as it was, unless the data have others of few now.
      let same = others.first { $0.isSame(as: wanted) }
      var table = wanted
      if let same, control.withholdsFew(of: same) {
        table = same
      } else {
        others.removeAll { $0.isSame(as: wanted) }
        table.withheld = control.withheld(of: table, beside: others, reports: reports)
        others.append(table)
      }
      tables.append(table)
    }
    return Publication(query, tables: tables, control)
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
        guard case .integer(let count) = chunk.columns[columns.count][row] else {
          throw QueryError("rows of persons cannot be counted")
        }
        rows.append(
          CountedRows(
            values: Dictionary(zip(columns, values), uniquingKeysWith: { first, _ in first }),
            count: Int(count)))
      }
    }
    return rows
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
