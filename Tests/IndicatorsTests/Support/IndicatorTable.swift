import Tables

/// A table from comma-separated lines without quotes; a column of nothing but numbers is one of
/// numbers, as a file reader would find it.
func indicatorTable(_ text: String, file: String, hasLines: Bool = true) -> Table {
  let lines = text.split(separator: "\n").map {
    $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
  let (names, rows) = (lines[0], lines.dropFirst())
  var fields: [Field] = []
  var columns: [Column] = []
  for (index, name) in names.enumerated() {
    let cells = rows.map { $0[index] }
    let values = cells.filter { !$0.isEmpty }
    let isNumeric = !values.isEmpty && values.allSatisfy { Double($0)?.isFinite == true }
    let type: ColumnType =
      isNumeric ? (values.allSatisfy { Int64($0) != nil } ? .integer : .real) : .text
    var builder = ColumnBuilder(type)
    for cell in cells {
      let value: Cell? =
        switch type {
        case .integer: Int64(cell).map(Cell.integer)
        case .real: Double(cell).map(Cell.real)
        default: cell.isEmpty ? nil : .text(cell)
        }
      builder.append(value ?? .null)
    }
    fields.append(Field(name, type))
    columns.append(builder.column)
  }
  let batch = Batch(
    columns: columns, rowCount: rows.count,
    lines: hasLines ? (0..<rows.count).map { Int32($0 + 2) } : [])
  return Table(name: file, schema: Schema(fields), batches: [batch], file: file)
}
