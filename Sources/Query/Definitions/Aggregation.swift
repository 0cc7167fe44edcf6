package import Tables

/// A grouped count of a table's rows, as the other parts of the project ask for it: the
/// `SELECT keys, results FROM table WHERE filter GROUP BY GROUPING SETS (…)` of SQL, with the lines
/// of the file that each group rests on.
package struct Aggregation: Hashable, Sendable {
  /// The columns to group by; none for one group of all rows. Several lists of columns are several
  /// groupings of the same rows, found in one pass.
  package var groupings: [[String]]
  /// Expressions with aggregates.
  package var results: [String]
  /// Which rows count.
  package var filter: String?

  package init(keys: [String] = [], results: [String], filter: String? = nil) {
    self.init(groupings: [keys], results: results, filter: filter)
  }

  package init(groupings: [[String]], results: [String], filter: String? = nil) {
    self.groupings = groupings
    self.results = results
    self.filter = filter
  }
}

/// The results of one group.
package struct AggregatedGroup: Hashable, Sendable {
  /// Which of the groupings the group belongs to.
  package var grouping = 0
  /// The values of that grouping's keys, in their order.
  package var keys: [Cell]
  /// The results, in their order.
  package var results: [Cell]
  /// Lines of the source file that the group counts, for tracing; the first and the last.
  package var lines: ClosedRange<Int>?
}

extension Aggregation {
  /// Runs the query. The groups of a grouping come in the order in which they first appear; without
  /// keys there is always exactly one group.
  package func run(on table: Table) throws(QueryError) -> [AggregatedGroup] {
    let keys = allKeys
    let line = Self.quoted(Self.lineColumn)
    // PostgreSQL's number for a grouping: a bit for each key that it leaves out, the first highest.
    let masks = groupings.map { grouping in
      keys.reduce(0) { $0 * 2 + (grouping.contains($1) ? 0 : 1) }
    }
    let mask = groupings.count > 1 && !keys.isEmpty ? "GROUPING(\(Self.list(keys)))" : "0"
    let columns =
      keys.map(Self.quoted) + results.map { "(\($0)\n)" }
      + ["min(\(line))", "max(\(line))", mask]
    var sql = "SELECT " + columns.joined(separator: ", ") + " FROM " + Self.quoted(table.name)
    if let filter { sql += " WHERE (\(filter)\n)" }
    if !keys.isEmpty {
      let sets = groupings.map { "(\(Self.list($0)))" }
      sql += " GROUP BY GROUPING SETS (\(sets.joined(separator: ", ")))"
    }
    return try RowQuery.rows(
      sql, tables: [table.name: TableSource(table, lineColumn: Self.lineColumn)]
    ).map { row in
      let end = keys.count + results.count
      var lines: ClosedRange<Int>?
      if let first = Int(row[end]), let last = Int(row[end + 1]) { lines = first...last }
      let grouping = Int(row[end + 2]).flatMap(masks.firstIndex) ?? 0
      return AggregatedGroup(
        grouping: grouping,
        keys: groupings[grouping].map { row[keys.firstIndex(of: $0) ?? 0] },
        results: Array(row[keys.count..<end]), lines: lines)
    }
  }

  /// The keys of all groupings, each once.
  private var allKeys: [String] {
    var keys: [String] = []
    for key in groupings.joined() where !keys.contains(key) { keys.append(key) }
    return keys
  }

  private static let lineColumn = "line of the file"

  private static func list(_ names: [String]) -> String {
    names.map(quoted).joined(separator: ", ")
  }

  /// A name as SQL writes it.
  package static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
