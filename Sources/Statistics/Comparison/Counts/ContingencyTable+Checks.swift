extension StatisticsError {
  /// A refusal that tables of counts know.
  static func table(_ fault: TableFault) -> StatisticsError { .comparison(.table(fault)) }
}

/// The checks that several statistics of a table share.
extension ContingencyTable {
  var rows: Int { rowTotals.count }
  var columns: Int { columnTotals.count }

  /// Lets a table through that has two rows and two columns or more, and counts in each of them.
  func checkMargins(for statistic: StatisticName) throws(StatisticsError) {
    guard rows >= 2, columns >= 2 else {
      throw .table(.tooFewCells(statistic, rows: rows, columns: columns))
    }
    if let row = rowTotals.firstIndex(of: 0) { throw .table(.emptyRow(statistic, row: row + 1)) }
    if let column = columnTotals.firstIndex(of: 0) {
      throw .table(.emptyColumn(statistic, column: column + 1))
    }
  }

  func checkTwoByTwo(for statistic: StatisticName) throws(StatisticsError) {
    guard rows == 2, columns == 2 else {
      throw .table(.notTwoByTwo(statistic, rows: rows, columns: columns))
    }
  }

  func checkTotal(for statistic: StatisticName, limit: Int) throws(StatisticsError) {
    guard total <= limit else { throw .table(.totalTooLargeFor(statistic, limit: limit)) }
  }

  /// The first cell with a count of 0 in these columns, counted from 1.
  func zeroCell(inColumns columns: Range<Int>) -> (row: Int, column: Int)? {
    for (i, row) in counts.enumerated() {
      for j in columns where row[j] == 0 { return (i + 1, j + 1) }
    }
    return nil
  }
}
