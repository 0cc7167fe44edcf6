/// Some rows on their way through a query, column by column; 65 536 rows at most, as a rule.
package struct Chunk: Sendable {
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
