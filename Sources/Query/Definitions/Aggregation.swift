package import Tables

/// A grouped count of a table's rows, as the other parts of the project ask for it, with the lines of
/// the file that each group rests on. It becomes a ``Plan`` as it stands: no SQL is written or read.
package struct Aggregation: Hashable, Sendable {
  /// A figure of each group. Rows whose value is missing do not count.
  package enum Figure: Hashable, Sendable {
    /// The number of rows, or of those that meet a condition.
    case count(where: RowCondition? = nil)
    case sum(String)
    case mean(String)
    case median(String)
    /// The value below which a part of the values lies, between neighbours: `percentile_cont`.
    case quantile(Double, String)
    case largest(String)
  }

  /// What must hold of a row. A missing value meets no condition.
  package enum RowCondition: Hashable, Sendable {
    /// A column of truth values is true.
    case isTrue(String)
    case equals(String, Cell)
    /// None of the columns lacks a value.
    case areKnown([String])
    case all([RowCondition])
  }

  /// The columns to group by; none for one group of all rows. Several lists of columns are several
  /// groupings of the same rows, found in one pass.
  package var groupings: [[String]]
  /// What to find of each group.
  package var figures: [Figure]
  /// Which rows count; all if `nil`.
  package var condition: RowCondition?

  package init(
    keys: [String] = [], _ figures: [Figure], where condition: RowCondition? = nil
  ) {
    self.init(groupings: [keys], figures, where: condition)
  }

  package init(
    groupings: [[String]], _ figures: [Figure], where condition: RowCondition? = nil
  ) {
    self.groupings = groupings
    self.figures = figures
    self.condition = condition
  }

  /// The line of the file, as a column of a table's source.
  static let lineColumn = "line of the file"
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

extension AggregatedGroup {
  /// A row of a result: keys and figures by their places, the first and the last line at the end.
  init(_ row: [Cell], grouping: Int = 0, keys: [Int], results: Range<Int>) {
    self.init(
      grouping: grouping, keys: keys.map { row[$0] }, results: Array(row[results]), lines: nil)
    if let first = Int(row[row.count - 2]), let last = Int(row[row.count - 1]) {
      lines = first...last
    }
  }
}

extension Aggregation {
  /// Runs the plan. The groups of a grouping come in the order in which they first appear; without
  /// keys there is always exactly one group.
  ///
  /// - Throws: ``QueryError`` for a column that there is not, or whose type the figure does not
  ///   take; for a sum that no number can hold.
  package func run(on table: Table) throws(QueryError) -> [AggregatedGroup] {
    let builder = try AggregationPlan(self, TableSource(table, lineColumn: Self.lineColumn))
    let keyCount = builder.keys.count
    let hasNumber = groupings.count > 1
    let first = keyCount + (hasNumber ? 1 : 0)
    return try RowQuery.rows(BoundQuery(plan: builder.plan, names: builder.names)).map { row in
      let grouping = hasNumber ? Int(row[keyCount]) ?? 0 : 0
      return AggregatedGroup(
        row, grouping: grouping, keys: builder.sets[grouping],
        results: first..<first + figures.count)
    }
  }
}
