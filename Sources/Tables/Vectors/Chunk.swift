/// Some rows of a table or on their way through a query, column by column.
package struct Chunk: Sendable {
  /// The most rows that a chunk holds, as a rule.
  package static let capacity = 65_536

  package var columns: [Vector]
  package var rowCount: Int

  package init(columns: [Vector], rowCount: Int) {
    self.columns = columns
    self.rowCount = rowCount
  }

  /// Rows by number, in that order.
  package func gathered(_ rows: [Int32]) -> Chunk {
    Chunk(columns: columns.map { $0.gathered(rows) }, rowCount: rows.count)
  }
}
