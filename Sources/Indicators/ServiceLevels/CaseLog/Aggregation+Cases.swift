import Query
import Tables

extension Aggregation {
  /// Counts rows that this module made: names and types are right, so that what the
  /// engine refuses would be a fault of ours.
  func counted(in source: any ChunkSource) -> [AggregatedGroup] {
    do throws(QueryError) {
      return try run(on: source)
    } catch {
      preconditionFailure("the cases cannot be counted: \(error)")
    }
  }
}
