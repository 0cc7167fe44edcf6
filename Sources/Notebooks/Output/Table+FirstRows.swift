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

  /// The first two rows whose first cell reads so: whoever wants one must see that there are more.
  func rows(named name: String) -> [[Cell]] {
    var rows: [[Cell]] = []
    for chunk in chunks {
      guard let first = chunk.columns.first else { break }
      for row in 0..<chunk.rowCount where first[row].written == name {
        rows.append(chunk.columns.map { $0[row] })
        if rows.count == 2 { return rows }
      }
    }
    return rows
  }
}
