internal import Diagnostics
internal import Tables

extension Table {
  /// The rows that repeat the header, as files do that were put together. What an export writes
  /// below its header, readers leave out.
  var headerRows: Set<Int> {
    // The name of a column is a text, so a column that holds it is one of texts.
    guard let name = schema.names.first, schema.fields.allSatisfy({ $0.type == .text }) else {
      return []
    }
    var found: Set<Int> = []
    var first = 0
    for batch in batches {
      defer { first += batch.rowCount }
      guard case .text(let codes, let dictionary) = batch.columns[0].storage,
        let code = dictionary.values.firstIndex(of: name)
      else { continue }
      for row in codes.indices where codes[row] == UInt32(code) {
        let repeats = zip(batch.columns, schema.names).allSatisfy { $0[row] == .text($1) }
        if repeats { found.insert(first + row) }
      }
    }
    return found
  }

  /// The table without some of its rows.
  func leavingOut(_ rows: Set<Int>) -> Table {
    guard !rows.isEmpty else { return self }
    var first = 0
    let batches = batches.map { batch in
      let kept = (0..<batch.rowCount).filter { !rows.contains(first + $0) }
      first += batch.rowCount
      guard kept.count < batch.rowCount else { return batch }
      return Batch(
        columns: batch.columns.map { column in
          var builder = ColumnBuilder(column.type)
          for row in kept { builder.append(column[row]) }
          return builder.column
        }, rowCount: kept.count, lines: batch.lines.isEmpty ? [] : kept.map { batch.lines[$0] })
    }
    return Table(name: name, schema: schema, batches: batches, file: file)
  }

  /// The line of a row in the file.
  func line(ofRow row: Int) -> Int? { location(ofRow: row).line }
}
