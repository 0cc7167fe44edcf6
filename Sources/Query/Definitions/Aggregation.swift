package import Tables

/// A grouped count of a table's rows, as the other parts of the project ask for it: the
/// `SELECT keys, results FROM table WHERE filter GROUP BY keys` of SQL, with the lines of the file
/// that each group rests on.
package struct Aggregation: Hashable, Sendable {
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

/// The results of one group.
package struct AggregatedGroup: Hashable, Sendable {
  /// The values of the keys, in their order.
  package var keys: [Cell]
  /// The results, in their order.
  package var results: [Cell]
  /// Lines of the source file that the group counts, for tracing; the first and the last.
  package var lines: ClosedRange<Int>?
}

extension Aggregation {
  /// Runs the query. Groups come in the order in which they first appear; without keys there is
  /// always exactly one group.
  package func run(on table: Table) throws(QueryError) -> [AggregatedGroup] {
    let keys = keys.map(Self.quoted)
    let line = Self.quoted(Self.lineColumn)
    let columns = keys + results.map { "(\($0)\n)" } + ["min(\(line))", "max(\(line))"]
    var sql = "SELECT " + columns.joined(separator: ", ") + " FROM " + Self.quoted(table.name)
    if let filter { sql += " WHERE (\(filter)\n)" }
    if !keys.isEmpty { sql += " GROUP BY " + keys.joined(separator: ", ") }
    return try RowQuery.rows(
      sql, tables: [table.name: TableSource(table, lineColumn: Self.lineColumn)]
    ).map { row in
      let end = keys.count + results.count
      var lines: ClosedRange<Int>?
      if case .integer(let first) = row[end], case .integer(let last) = row[end + 1] {
        lines = Int(first)...Int(last)
      }
      return AggregatedGroup(
        keys: Array(row[..<keys.count]), results: Array(row[keys.count..<end]), lines: lines)
    }
  }

  private static let lineColumn = "line of the file"

  /// A name as SQL writes it.
  package static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
