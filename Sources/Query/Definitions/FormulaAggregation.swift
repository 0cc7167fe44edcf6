package import Tables

/// The figures of a definition file over the rows of a table: expressions that a person wrote, which
/// only SQL can read. The project's own counts are an ``Aggregation``.
package struct FormulaAggregation: Hashable, Sendable {
  /// The columns to group by; none for one group of all rows.
  package var keys: [String]
  /// Expressions with aggregates.
  package var results: [String]
  /// Which rows count.
  package var filter: String?

  package init(keys: [String] = [], results: [String], filter: String? = nil) {
    self.keys = keys
    self.results = results
    self.filter = filter
  }
}

extension FormulaAggregation {
  /// Runs the query. The groups come in the order in which they first appear; without keys there is
  /// always exactly one group.
  package func run(on table: Table) throws(QueryError) -> [AggregatedGroup] {
    let line = Self.quoted(Aggregation.lineColumn)
    let columns =
      keys.map(Self.quoted) + results.map { "(\($0)\n)" } + ["min(\(line))", "max(\(line))"]
    var sql = "SELECT " + columns.joined(separator: ", ") + " FROM " + Self.quoted(table.name)
    if let filter { sql += " WHERE (\(filter)\n)" }
    if !keys.isEmpty { sql += " GROUP BY " + keys.map(Self.quoted).joined(separator: ", ") }
    let source = TableSource(table, lineColumn: Aggregation.lineColumn)
    return try RowQuery.rows(sql, tables: [table.name: source]).map { row in
      AggregatedGroup(row, keys: Array(keys.indices), results: keys.count..<row.count - 2)
    }
  }

  /// A name as SQL writes it.
  package static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
