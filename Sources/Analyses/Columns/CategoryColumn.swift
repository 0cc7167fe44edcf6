package import Diagnostics
package import Tables

/// A column as categories, row by row.
package struct CategoryColumn: Sendable {
  /// The name of the column.
  package let name: String
  /// The categories in order: periods as in the calendar, numbers by size, texts by their
  /// characters and the numbers in them.
  package let labels: [String]
  /// The position of each row's category in ``labels``; `nil` where the cell is empty or missing.
  package let codes: [Int?]
  private let gaps: CellGaps

  /// Reads a column of any type.
  ///
  /// - Parameters:
  ///   - name: The column.
  ///   - table: The table.
  ///   - isMissing: Whether a text stands for a missing value.
  /// - Throws: A diagnostic `column` if there is no such column.
  package init(
    _ name: String, of table: Table, without isMissing: (String) -> Bool = { _ in false }
  ) throws(Diagnostic) {
    _ = try table.position(ofNamed: name)
    guard let column = TextColumn(name, of: table) else {
      preconditionFailure("the column exists")
    }
    let kept = column.values.indices.filter { !isMissing(column.values[$0]) }
    let order = NaturalOrder.sorted(kept.map { column.values[$0] }).map { kept[$0] }
    var places = [Int?](repeating: nil, count: column.values.count)
    for (place, position) in order.enumerated() { places[position] = place }
    self.name = name
    labels = order.map { column.values[$0] }
    codes = (0..<table.rowCount).map { row in column.code(row).flatMap { places[$0] } }
    gaps = CellGaps(
      column,
      zip(column.values, places).map { $1 == nil ? .missing(column: name, word: $0) : nil })
  }

  /// The code of a category that a person named.
  ///
  /// - Throws: A diagnostic `category` with the closest one.
  package func code(of label: String, in table: Table) throws(Diagnostic) -> Int {
    if let code = labels.firstIndex(of: label) { return code }
    throw Diagnostic(
      .error, "category", at: table.wholeLocation, "column '\(name)' never holds '\(label)'",
      fixes: [nearest(to: label, in: labels)].compactMap(\.self), found: labels)
  }

  /// Why a row has no category; `nil` if it has one.
  func gap(_ row: Int) -> LeftOutReason? {
    codes[row] == nil ? gaps[row] ?? .empty(column: name) : nil
  }
}
