import Query
import Tables

extension Aggregation {
  /// Counts the rows of a table that this module made: names and types are right, so that what the
  /// engine refuses would be a fault of ours.
  func counted(in table: Table) -> [AggregatedGroup] {
    do throws(QueryError) {
      return try run(on: table)
    } catch {
      preconditionFailure("the cases cannot be counted: \(error)")
    }
  }
}
