internal import Tables

/// A scan of coded columns whose different rows are counted before anything else is done with them: filters,
/// expressions and aggregates above it work once a different row, not once a row.
package struct PreaggregatedScan: Sendable {
  package let scan: Scan
  let columns: [CombinationColumn]
  let filters: [CodeFilter]
  let rowCount: Int
  /// The conditions that the filters take care of, and those that are left.
  let applied: [Expression]
  let rest: [Expression]

  /// `nil` where the different rows are not known to be much fewer than the rows.
  ///
  /// - Parameters:
  ///   - scan: What is scanned.
  ///   - conditions: What rows must satisfy.
  ///   - read: The places of the columns that are read besides.
  ///   - rowsPerCombination: How many rows there must be for each possible combination of values.
  init?(
    _ scan: Scan, where conditions: [Expression], reading read: Set<Int>, rowsPerCombination: Double
  ) {
    // Counts and the numbers of first rows have 32 bits.
    guard let source = scan.source as? any CodedSource, source.codedRowCount < Int(UInt32.max)
    else { return nil }
    var filters: [CodeFilter] = []
    var (applied, rest): ([Expression], [Expression]) = ([], [])
    for condition in conditions {
      if let place = condition.columns.first, condition.columns.count == 1, condition.isFixed,
        let coded = source.coded(scan.columns[place]), coded.values.count <= source.codedRowCount,
        let filter = CodeFilter(condition, on: coded)
      {
        filters.append(filter)
        applied.append(condition)
      } else {
        rest.append(condition)
      }
    }
    // What can fail must see the rows that the conditions before it let through, no fewer.
    if rest.contains(where: \.canFail) { (filters, applied, rest) = ([], [], conditions) }
    let read = rest.reduce(into: read) { $0.formUnion($1.columns) }
    let rows = filters.reduce(Double(source.codedRowCount)) { $0 * $1.share }
    let limit = Int(min(Double(CombinationCounts.limit), rows / rowsPerCombination))
    var columns: [CombinationColumn] = []
    var combinations = 1
    for (place, column) in scan.columns.enumerated() {
      guard let coded = source.coded(column) else { return nil }
      columns.append(CombinationColumn(coded, isRead: read.contains(place)))
      combinations *= columns[place].size
      if combinations > limit { return nil }
    }
    if columns.isEmpty { return nil }
    self.scan = scan
    self.columns = columns
    self.filters = filters
    self.applied = applied
    self.rest = rest
    rowCount = source.codedRowCount
  }
}
