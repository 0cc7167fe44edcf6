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
    var header = name
    header.withUTF8 { header in
      for chunk in chunks {
        defer { first += chunk.rowCount }
        guard case .text(let codes, let pool) = chunk.columns[0].storage else { continue }
        for row in codes.indices
        where !chunk.columns[0].isNull(row) && pool.holds(header, as: codes[row]) {
          let repeats = zip(chunk.columns, schema.names).allSatisfy { $0[row] == .text($1) }
          if repeats { found.insert(first + row) }
        }
      }
    }
    return found
  }

  /// The table without some of its rows.
  func leavingOut(_ rows: Set<Int>) -> Table {
    guard !rows.isEmpty else { return self }
    let kept = (0..<rowCount).filter { !rows.contains($0) }
    var first = 0
    let chunks = chunks.map { chunk in
      let own = (0..<chunk.rowCount).filter { !rows.contains(first + $0) }
      first += chunk.rowCount
      return own.count < chunk.rowCount ? chunk.gathered(own.map { Int32($0) }) : chunk
    }
    return Table(
      name: name, schema: schema, chunks: chunks,
      lines: SourceLines(kept.compactMap { lines[$0].map { Int32($0) } }), file: file)
  }

  /// The line of a row in the file.
  func line(ofRow row: Int) -> Int? { location(ofRow: row).line }
}
