internal import Tables

extension Table {
  /// The cells of the first rows, by the places of their columns: a result may name two the same.
  func firstRows(_ count: Int) -> [[Cell]] {
    var rows: [[Cell]] = []
    for chunk in chunks {
      for row in 0..<min(chunk.rowCount, count - rows.count) {
        rows.append(chunk.columns.map { $0[row] })
      }
    }
    return rows
  }

  /// The first row whose first cell reads so.
  func row(named name: String) -> [Cell]? {
    for chunk in chunks {
      guard let first = chunk.columns.first else { return nil }
      for row in 0..<chunk.rowCount where first[row].written == name {
        return chunk.columns.map { $0[row] }
      }
    }
    return nil
  }
}
