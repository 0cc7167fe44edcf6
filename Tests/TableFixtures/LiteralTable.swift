package import Tables

/// A table from comma-separated lines without quotes; the header is line 1. Columns become whole
/// numbers, numbers, days or texts, as a file reader would find them.
package func literalTable(
  _ text: String, file: String = "table.csv", name: String? = nil, hasLines: Bool = true
) -> Table {
  let lines = text.split(separator: "\n").map {
    $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
  let (names, rows) = (lines[0], lines.dropFirst())
  var fields: [Field] = []
  var columns: [Vector] = []
  for (index, name) in names.enumerated() {
    let cells = rows.map { $0[index] }
    let type = type(of: cells.filter { !$0.isEmpty })
    var builder = ColumnBuilder(type)
    for text in cells { builder.append(cell(text, type) ?? .null) }
    fields.append(Field(name, type))
    columns.append(builder.column)
  }
  return Table(
    name: name ?? file, schema: Schema(fields), columns: columns,
    lines: hasLines ? rows.indices.map { Int32($0 + 1) } : [], file: file)
}

/// A table of text columns, each cell as it stands; `nil` where nothing stands.
package func textTable(
  _ name: String, columns: [String], rows: [[String?]], file: String? = nil, firstLine: Int? = nil
) -> Table {
  Table(
    name: name, schema: Schema(columns.map { Field($0, .text) }),
    columns: columns.indices.map { column in Vector(rows.map { $0[column] }) },
    lines: firstLine.map { first in rows.indices.map { Int32($0 + first) } } ?? [], file: file)
}

/// A day by its ISO text.
package func day(_ text: String) -> CalendarDate {
  guard let day = CalendarDate(iso: text) else { preconditionFailure("no day: \(text)") }
  return day
}

private func type(of values: [String]) -> ColumnType {
  let types: [ColumnType] = [.integer, .real, .date]
  if values.isEmpty { return .text }
  return types.first { type in values.allSatisfy { cell($0, type) != nil } } ?? .text
}

private func cell(_ text: String, _ type: ColumnType) -> Cell? {
  switch type {
  case .integer: Int64(text).map(Cell.integer)
  case .real: Double(text).flatMap { $0.isFinite ? .real($0) : nil }
  case .date: CalendarDate(iso: text).map(Cell.date)
  default: text.isEmpty ? nil : .text(text)
  }
}
