package import Diagnostics
package import Tables

/// A column as categories, row by row.
package struct CategoryColumn: Sendable {
  /// The name of the column.
  package let name: String
  /// The categories in order: numbers by size, texts by their characters.
  package let labels: [String]
  /// The position of each row's category in ``labels``; `nil` where the cell is empty.
  package let codes: [Int?]

  /// Reads a column of any type.
  ///
  /// - Throws: A diagnostic `column` if there is no such column.
  package init(_ name: String, of table: Table) throws(Diagnostic) {
    _ = try table.position(ofNamed: name)
    guard let column = TextColumn(name, of: table) else {
      preconditionFailure("the column exists")
    }
    let order = column.values.indices.sorted { Self.precedes(column.values[$0], column.values[$1]) }
    var places = Array(repeating: 0, count: order.count)
    for (place, position) in order.enumerated() { places[position] = place }
    self.name = name
    labels = order.map { column.values[$0] }
    codes = (0..<table.rowCount).map { row in column.code(row).map { places[$0] } }
  }

  /// The code of a category that a person named.
  ///
  /// - Throws: A diagnostic `category` with the closest one.
  package func code(of label: String, in table: Table) throws(Diagnostic) -> Int {
    if let code = labels.firstIndex(of: label) { return code }
    throw Diagnostic(
      .error, "category", at: table.wholeLocation, "column '\(name)' never holds '\(label)'",
      fixes: [suggestion(for: label, among: labels)].compactMap(\.self))
  }

  private static func precedes(_ a: String, _ b: String) -> Bool {
    if let a = Double(a), let b = Double(b) { return a < b }
    return a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
  }
}
