package import Diagnostics
package import Tables

/// A column as numbers, row by row.
package struct NumberColumn: Sendable {
  /// The name of the column.
  package let name: String
  /// A number for each row; `nil` where the cell is empty.
  package let values: [Double?]

  /// Reads a column. True and false count as 1 and 0.
  ///
  /// - Throws: A diagnostic `column` if there is no such column, or `column-type` if it holds text
  ///   or days.
  package init(_ name: String, of table: Table) throws(Diagnostic) {
    let position = try table.position(ofNamed: name)
    var values: [Double?] = []
    values.reserveCapacity(table.rowCount)
    for chunk in table.chunks {
      let column = chunk.columns[position]
      func append(_ number: (Int) -> Double) {
        for row in 0..<chunk.rowCount { values.append(column.isNull(row) ? nil : number(row)) }
      }
      switch column.storage {
      case .real(let numbers): append { numbers[$0] }
      case .integer(let numbers): append { Double(numbers[$0]) }
      case .boolean(let truths): append { truths[$0] ? 1 : 0 }
      case .text where column.nullCount == chunk.rowCount: append { _ in 0 }
      case .text(let codes, let pool):
        throw Self.refusal(
          name, table, kind: "text",
          row: (0..<chunk.rowCount).first { row in
            !column.isNull(row) && Double(pool.string(codes[row])) == nil
          })
      case .date, .timestamp, .interval: throw Self.refusal(name, table, kind: "days", row: nil)
      }
    }
    self.name = name
    self.values = values
  }

  private static func refusal(
    _ name: String, _ table: Table, kind: String, row: Int?
  ) -> Diagnostic {
    Diagnostic(
      .error, "column-type", at: row.map(table.location(ofRow:)) ?? table.wholeLocation,
      "column '\(name)' holds \(kind) where numbers are needed",
      fixes: [
        "name a column of numbers",
        "count words that mean 'no answer' as missing by leaving those fields empty",
      ])
  }
}
