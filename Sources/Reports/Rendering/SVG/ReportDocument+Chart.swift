extension ReportDocument {
  /// The block of the table that a chart speaks of: where several bear its name, the nearest one;
  /// `nil` for a chart that brings its own.
  func placeOfTable(ofChartAt place: Int) -> Int? {
    guard case .chart(let chart) = blocks[place], chart.data == nil else { return nil }
    let found = blocks.indices.filter { index in
      if case .table(let table) = blocks[index] { table.id == chart.table } else { false }
    }
    return found.min { abs($0 - place) < abs($1 - place) }
  }

  /// The table that a chart speaks of, or brings.
  func table(ofChartAt place: Int) -> ReportTable? {
    if case .chart(let chart) = blocks[place], let data = chart.data { return data }
    guard let found = placeOfTable(ofChartAt: place), case .table(let table) = blocks[found] else {
      return nil
    }
    return table
  }
}
