/// Counts in rows and columns: how many people are in group i and gave answer j.
///
/// The counts are of people (or other independent things), never percentages, and each person
/// stands in exactly one cell. The rows are the groups, the columns the answers. For a table of
/// two columns the first column is the event: the answer whose risk or odds are compared.
///
/// A row or column of zeros is allowed in the table; the statistics that it makes undefined refuse
/// it. Refusals of the statistics come as `StatisticsError.comparison` with a ``TableFault``.
public struct ContingencyTable: Hashable, Sendable {
  /// The counts, row after row.
  public let counts: [[Int]]

  /// The total of each row.
  public let rowTotals: [Int]

  /// The total of each column.
  public let columnTotals: [Int]

  /// The total of all counts.
  public let total: Int

  /// The largest total: 2⁵³. Beyond it floating point cannot tell neighbouring counts apart.
  public static let limit = 1 << 53

  /// Checks and keeps a table.
  ///
  /// - Parameter counts: at least one row, all rows equally long and not empty, no count negative.
  /// - Throws: `StatisticsError.comparison` with `TableFault.noCells`, `TableFault.ragged`,
  ///   `TableFault.negative` or `TableFault.totalTooLarge`.
  public init(_ counts: [[Int]]) throws(StatisticsError) {
    guard let width = counts.first?.count, width > 0 else { throw .table(.noCells) }
    var columnTotals = Array(repeating: 0, count: width)
    var rowTotals: [Int] = []
    var total = 0
    for (i, row) in counts.enumerated() {
      guard row.count == width else {
        throw .table(.ragged(row: i + 1, needed: width, given: row.count))
      }
      let before = total
      for (j, count) in row.enumerated() {
        guard count >= 0 else { throw .table(.negative(row: i + 1, column: j + 1)) }
        // Subtracts from the limit, because adding to the total could overflow.
        guard count <= Self.limit - total else {
          throw .table(.totalTooLarge(limit: Self.limit))
        }
        total += count
        columnTotals[j] += count
      }
      rowTotals.append(total - before)
    }
    self.counts = counts
    self.rowTotals = rowTotals
    self.columnTotals = columnTotals
    self.total = total
  }

  /// The table with rows and columns exchanged.
  public var transposed: ContingencyTable {
    ContingencyTable(
      counts: columnTotals.indices.map { column in counts.map { $0[column] } },
      rowTotals: columnTotals, columnTotals: rowTotals, total: total)
  }

  /// The counts that are expected if rows and columns are independent: the row total times the
  /// column total, divided by the total. All are 0 in a table of zeros.
  public var expectedCounts: [[Double]] {
    let scale = Double(max(1, total))
    return rowTotals.map { row in
      columnTotals.map { Double(row) * (Double($0) / scale) }
    }
  }

  private init(counts: [[Int]], rowTotals: [Int], columnTotals: [Int], total: Int) {
    self.counts = counts
    self.rowTotals = rowTotals
    self.columnTotals = columnTotals
    self.total = total
  }
}
