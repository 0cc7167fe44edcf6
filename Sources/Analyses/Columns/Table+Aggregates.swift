internal import Diagnostics
internal import Query
internal import Tables

extension Table {
  /// Counts, sums and means of columns that were read from this table, row by row.
  ///
  /// - Throws: A diagnostic `statistics` for a result that no number can hold.
  func aggregates(
    _ plan: Aggregation, of columns: [(name: String, column: Vector)]
  ) throws(Diagnostic) -> [AggregatedGroup] {
    do throws(QueryError) {
      return try plan.run(on: Table(name: "rows", columns: columns))
    } catch {
      throw Diagnostic(
        .error, "statistics", at: wholeLocation, "the rows cannot be added up",
        because: error.description)
    }
  }
}
