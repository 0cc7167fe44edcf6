internal import Diagnostics
internal import Tables

extension Table {
  /// The rows that are no data although they stand below the header.
  ///
  /// Qualtrics writes the texts of the questions and then `{"ImportId":…}` below the header, and
  /// files that were put together repeat it.
  var headerRows: Set<Int> {
    var found: Set<Int> = []
    if let batch = batches.first,
      let last = (0..<min(batch.rowCount, 2)).last(where: { Self.isImportRow($0, of: batch) })
    {
      found.formUnion(0...last)
    }
    // The name of a column is a text, so a column that holds it is one of texts.
    guard let name = schema.names.first, schema.fields.allSatisfy({ $0.type == .text }) else {
      return found
    }
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

  private static func isImportRow(_ row: Int, of batch: Batch) -> Bool {
    let cells = batch.columns.map { $0[row] }.filter { $0 != .null }
    return !cells.isEmpty
      && cells.allSatisfy { if case .text(let text) = $0 { isImport(text) } else { false } }
  }

  private static func isImport(_ text: String) -> Bool {
    text.isEmpty || text.hasPrefix("{\"ImportId\":")
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
