internal import Diagnostics
internal import Query
internal import Tables

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
