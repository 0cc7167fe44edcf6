/// A table of counts of persons' rows by some columns, as a query or a report publishes it.
package struct PublishedTable: Hashable, Codable, Sendable {
  /// The table that is counted: `responses`, `invitations`, `cases`.
  package var table: String
  /// The columns whose values the rows are counted by.
  package var keys: [String]
  /// The rows that are counted: those with one of these values in each of these columns.
  package var conditions: [String: [String]]
  /// The values of the keys of rows whose count was withheld.
  package var withheld: Set<[String?]>

  /// A table.
  package init(
    table: String, keys: [String], conditions: [String: [String]], withheld: Set<[String?]> = []
  ) {
    self.table = table
    self.keys = keys
    self.conditions = conditions
    self.withheld = withheld
  }

  /// Whether it counts the same by the same, whatever is withheld.
  package func isSame(as other: Self) -> Bool {
    table == other.table && keys == other.keys && conditions == other.conditions
  }

  /// Every column that it names.
  package var columns: Set<String> { Set(keys).union(conditions.keys) }
}

/// How many rows have some values in some columns.
package struct CountedRows: Hashable, Sendable {
  /// The values by column.
  package var values: [String: String?]
  /// How many rows have them.
  package var count: Int

  /// Some rows.
  package init(values: [String: String?], count: Int) {
    self.values = values
    self.count = count
  }
}

/// A count of a report, as the rows that it counts.
package struct ReportedCount: Sendable {
  /// The values that its rows have, any of each column.
  package var conditions: [String: Set<String>]
  /// Whether the report withholds it.
  package var isWithheld: Bool
  /// How many the report counts: where its rows are others than those with these values, the report
  /// says nothing about them.
  package var count: Int
}
