import Tables

@testable import Query

/// A table from columns of cells, cut into batches of so many rows. Rows stand on lines from 2.
func queryTable(
  _ columns: [(name: String, type: ColumnType, cells: [Cell])], batchSize: Int = Batch.capacity,
  name: String = "svar"
) -> Table {
  let rowCount = columns.first?.cells.count ?? 0
  let batches = stride(from: 0, to: rowCount, by: batchSize).map { start in
    let rows = start..<min(start + batchSize, rowCount)
    return Batch(
      columns: columns.map { column in
        var builder = ColumnBuilder(column.type)
        for row in rows { builder.append(column.cells[row]) }
        return builder.column
      }, rowCount: rows.count, lines: rows.map { Int32($0 + 2) })
  }
  return Table(
    name: name, schema: Schema(columns.map { Field($0.name, $0.type) }), batches: batches)
}

/// A plan from SQL texts; a result is named by its text.
func plan(
  _ results: [String], by keys: [String] = [], where filter: String? = nil
) throws(QueryError) -> Aggregation {
  var plan = Aggregation(keys: keys, results: [])
  for text in results { plan.results.append(.init(text, try Expression(parsing: text))) }
  if let filter { plan.filter = try Expression(parsing: filter) }
  return plan
}

/// The value of a text without names.
func value(_ text: String, _ names: [String: Cell] = [:]) throws(QueryError) -> Cell {
  try Expression(parsing: text).evaluated { name throws(QueryError) in names[name] ?? .null }
}
