internal import Diagnostics
internal import Query
internal import Tables

/// The number of rows that share some texts; a text is `nil` where the cell is missing.
struct CountedCell {
  let texts: [String?]
  var count: Int
}

/// Counts the rows of a table per combination of texts in some columns. Rows that lack one of the
/// columns in `known` do not count.
///
/// - Returns: A cell for each combination that occurs.
/// - Throws: A diagnostic `survey-query`; it would be a fault of this module, as the tables that
///   are counted have the columns.
func rowCounts(
  of table: Table, by columns: [String], known: [String] = [], at location: SourceLocation
) throws(Diagnostic) -> [CountedCell] {
  let plan = Aggregation(
    keys: columns, [.count()], where: known.isEmpty ? nil : .areKnown(known))
  return try aggregated(plan, table, at: location).map { group in
    CountedCell(texts: group.keys.map { String($0) }, count: Int(group.results[0]) ?? 0)
  }
}

/// Runs a plan, with the error model of definitions and data.
func aggregated(
  _ plan: Aggregation, _ table: Table, at location: SourceLocation
) throws(Diagnostic) -> [AggregatedGroup] {
  do {
    return try plan.run(on: table)
  } catch {
    throw Diagnostic(.error, "survey-query", at: location, error.description)
  }
}
