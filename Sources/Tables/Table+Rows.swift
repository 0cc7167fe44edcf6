extension Table {
  /// The table without some of its rows.
  package func leavingOut(_ rows: Set<Int>) -> Table {
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

  /// One cell, by the number of its row; a column that does not exist holds nulls.
  package func cell(_ name: String, ofRow row: Int) -> Cell {
    guard let position = schema.position(of: name) else { return .null }
    var rest = row
    for chunk in chunks {
      if rest < chunk.rowCount { return chunk.columns[position][rest] }
      rest -= chunk.rowCount
    }
    return .null
  }
}
