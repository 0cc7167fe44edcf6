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
    try Self.rows(statement(table), table).map { row in
      AggregatedGroup(row, keys: Array(keys.indices), results: keys.count..<row.count - 2)
    }
  }

  /// Runs several aggregations without keys, at least one, as one statement.
  ///
  /// - Parameters:
  ///   - aggregations: What to find.
  ///   - table: Where to find it.
  /// - Returns: The group of each; `nil` if one cannot be run, which alone tells why.
  package static func together(
    _ aggregations: [FormulaAggregation], on table: Table
  ) -> [AggregatedGroup]? {
    // Each gives one row, so that all of them side by side are one row.
    let parts = aggregations.enumerated().map { number, aggregation in
      "(" + aggregation.statement(table) + ") AS " + quoted("\(number)")
    }
    let row = (try? rows("SELECT * FROM " + parts.joined(separator: ", "), table))?.first
    guard let row, row.count == aggregations.reduce(0, { $0 + $1.results.count + 2 }) else {
      return nil
    }
    var start = 0
    return aggregations.map { aggregation in
      let part = Array(row[start..<start + aggregation.results.count + 2])
      start += part.count
      return AggregatedGroup(part, keys: [], results: 0..<aggregation.results.count)
    }
  }

  private func statement(_ table: Table) -> String {
    let line = Self.quoted(Aggregation.lineColumn)
    let columns =
      keys.map(Self.quoted) + results.map(Formula.inBrackets) + ["min(\(line))", "max(\(line))"]
    var sql = "SELECT " + columns.joined(separator: ", ") + " FROM " + Self.quoted(table.name)
    if let filter { sql += " WHERE " + Formula.inBrackets(filter) }
    if !keys.isEmpty { sql += " GROUP BY " + keys.map(Self.quoted).joined(separator: ", ") }
    return sql
  }

  private static func rows(_ sql: String, _ table: Table) throws(QueryError) -> [[Cell]] {
    let source = TableSource(table, lineColumn: Aggregation.lineColumn)
    return try RowQuery.rows(sql, tables: [table.name: source])
  }

  /// A name as SQL writes it.
  package static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
