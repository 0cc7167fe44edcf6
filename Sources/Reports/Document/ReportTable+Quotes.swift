// Figures of a table for the sentences about it, by the numbers of their rows.

extension ReportTable {
  /// The fact of a cell, for a sentence: it knows the cell that it repeats.
  func fact(at row: Int, column id: String) -> Fact? {
    guard let column = column(id), rows.indices.contains(row),
      var fact = rows[row].cells[column].fact
    else { return nil }
    fact.cells = [CellReference(table: self.id, row: key(of: row), column: id)]
    return fact
  }

  /// A figure that was found elsewhere: the one of a cell, if that holds the same.
  func quoting(_ fact: Fact, at row: Int, column id: String) -> Fact {
    guard let quoted = self.fact(at: row, column: id), quoted.value == fact.value else {
      return fact
    }
    return quoted
  }

  /// How many rows out of some hold a cell that is asked for: the count knows its cells.
  func count(
    column id: String, in rows: some Sequence<Int>, where isCounted: (ReportCell) -> Bool
  ) -> Fact {
    guard let column = column(id) else { return 0 }
    let cells = rows.filter { isCounted(self.rows[$0].cells[column]) }.map {
      CellReference(table: self.id, row: key(of: $0), column: id)
    }
    return Fact(.count(cells.count), cells: cells)
  }
}
