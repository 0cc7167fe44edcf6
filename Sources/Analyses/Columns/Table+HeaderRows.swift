internal import Diagnostics
internal import Tables

extension Table {
  /// The rows that are no data although they stand below the header.
  ///
  /// Qualtrics writes the texts of the questions and then `{"ImportId":…}` below the header, and
  /// files that were put together repeat it.
  var headerRows: Set<Int> {
    let columns = schema.names.compactMap { TextColumn($0, of: self) }
    // The name of a column is a text, so such a column cannot have become one of numbers.
    guard schema.fields.contains(where: { $0.type == .text }) else { return [] }
    var found: Set<Int> = []
    if let last = (0..<min(rowCount, Self.mostHeaderRows)).last(where: { row in
      let texts = columns.compactMap { $0[row] }
      return !texts.isEmpty && texts.allSatisfy { $0.hasPrefix("{\"ImportId\":") }
    }) {
      found.formUnion(0...last)
    }
    guard columns.count == schema.fields.count,
      schema.fields.allSatisfy({ $0.type == .text })
    else { return found }
    let names = schema.names
    let own = zip(columns, names).map { column, name in column.values.firstIndex(of: name) }
    guard own.allSatisfy({ $0 != nil }) else { return found }
    for row in 0..<rowCount where zip(columns, own).allSatisfy({ $0.code(row) == $1 }) {
      found.insert(row)
    }
    return found
  }

  private static var mostHeaderRows: Int { 2 }

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
