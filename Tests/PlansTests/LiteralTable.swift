import Tables

/// A table from comma-separated lines without quotes; the header is line 1. A cell becomes an
/// integer, a number, a day or a text, column by column, as a file reader would find them.
func literalTable(_ text: String, file: String = "plan.csv") -> Table {
  let lines = text.split(separator: "\n").map {
    $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
  let (names, rows) = (lines[0], lines.dropFirst())
  var fields: [Field] = []
  var columns: [Column] = []
  for (index, name) in names.enumerated() {
    let cells = rows.map { $0[index] }
    let values = cells.filter { !$0.isEmpty }
    let type: ColumnType =
      if values.isEmpty {
        .text
      } else if values.allSatisfy({ Int64($0) != nil }) {
        .integer
      } else if values.allSatisfy({ Double($0) != nil }) {
        .real
      } else if values.allSatisfy({ CalendarDate(iso: $0) != nil }) {
        .date
      } else {
        .text
      }
    var builder = ColumnBuilder(type)
    for cell in cells {
      let value: Cell? =
        switch type {
        case .integer: Int64(cell).map(Cell.integer)
        case .real: Double(cell).map(Cell.real)
        case .date: CalendarDate(iso: cell).map(Cell.date)
        default: cell.isEmpty ? nil : .text(cell)
        }
      builder.append(value ?? .null)
    }
    fields.append(Field(name, type))
    columns.append(builder.column)
  }
  let batch = Batch(
    columns: columns, rowCount: rows.count, lines: (0..<rows.count).map { Int32($0 + 2) })
  return Table(name: "plan", schema: Schema(fields), batches: [batch], file: file)
}

/// A day by its ISO text.
func day(_ text: String) -> CalendarDate {
  guard let day = CalendarDate(iso: text) else { preconditionFailure("no day: \(text)") }
  return day
}
