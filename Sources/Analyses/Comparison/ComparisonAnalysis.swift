package import Diagnostics
internal import Statistics
package import Tables

/// The groups of a table against each other.
package struct ComparisonAnalysis: Sendable {
  /// What was asked for.
  package let request: ComparisonRequest
  /// The file, as the user would type it.
  package let file: String
  /// How many rows were read.
  package let rowCount: Int
  /// The rows that are not compared, and why.
  package let leftOut: [LeftOut]
  /// How many numbers have a percent sign while others have none.
  package let percentsAmongPlain: Int
  /// What is compared.
  package let kind: ComparedValue
  /// The groups, in order.
  package let groups: [GroupFigures]
  /// Whether the groups are periods in time, so that a difference is a change.
  package let areGroupsInTime: Bool
  /// What the tests say; the first one decides.
  package let results: ComparisonResults

  /// Compares the groups of a table.
  ///
  /// - Throws: A diagnostic `column`, `column-type`, `category`, `comparison` or `statistics`.
  package init(_ request: ComparisonRequest, of whole: Table) throws(Diagnostic) {
    let headers = whole.headerRows
    let table = whole.leavingOut(headers)
    let chosen = try ChosenGroups(request, table)
    let value = try ComparedColumn(request, table)
    self.request = request
    kind = value.kind
    file = table.file ?? table.name
    rowCount = whole.rowCount
    areGroupsInTime = chosen.areInTime
    switch value.kind {
    case .numbers:
      let comparison = try NumbersComparison(request, chosen, table)
      (groups, results) = (comparison.groups, comparison.results)
    case .share, .words:
      let comparison = try WordsComparison(request, chosen, value.kind, table)
      (groups, results) = (comparison.groups, comparison.results)
    }
    var tally = LeftOutTally()
    var rows: [Int] = []
    for row in 0..<table.rowCount {
      if let reason = chosen.gap(row) ?? value.gap(row) {
        tally.add(reason, row: row)
      } else {
        rows.append(row)
      }
    }
    if results.paired != nil {
      for (row, reason) in chosen.unpaired(rows) { tally.add(reason, row: row) }
    }
    leftOut = LeftOut.headers(headers, of: whole) + tally.rows(line: table.line(ofRow:))
    percentsAmongPlain = value.percentsAmongPlain
  }
}
