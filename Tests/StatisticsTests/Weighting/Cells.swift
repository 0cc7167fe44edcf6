import Statistics

/// A table of counts as respondents: one row for each person, or one for each cell with its count
/// as the weight before.
struct Cells {
  /// Rows and columns of the table.
  let counts: [[Double]]

  /// The cells with a count, as (row, column).
  var places: [(row: Int, column: Int)] {
    counts.indices.flatMap { row in
      counts[row].indices.filter { counts[row][$0] > 0 }.map { (row, $0) }
    }
  }

  var weights: SamplingWeights {
    get throws { try SamplingWeights(places.map { counts[$0.row][$0.column] }) }
  }

  func margins(rows: [Double], columns: [Double]) throws -> [Margin] {
    [
      try Margin(
        name: "rows", labels: rows.indices.map { "r\($0)" }, codes: places.map(\.row),
        totals: rows),
      try Margin(
        name: "columns", labels: columns.indices.map { "c\($0)" }, codes: places.map(\.column),
        totals: columns),
    ]
  }
}
