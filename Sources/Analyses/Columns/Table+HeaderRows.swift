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

  /// The line of a row in the file.
  func line(ofRow row: Int) -> Int? { location(ofRow: row).line }
}
