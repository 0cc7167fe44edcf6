internal import Tables

extension Plan {
  /// The same groups over the different rows of a table and how often each occurs, where these are
  /// much fewer: then filters, expressions and aggregates work on them alone.
  ///
  /// Nothing may show the difference. What is volatile is drawn once a row, so it is left on the rows. An
  /// expression that fails does so for a value that occurs, and different rows stand in the order in
  /// which they first occur: the first error is the same. Every state must honour the copies to the
  /// bit, or refuse them (``AggregateCall/takesCopies(types:)``).
  ///
  /// `rowsPerCombination`: how many rows there must be for each possible combination of values.
  func preaggregated(rowsPerCombination: Double) -> Plan? {
    switch self {
    case .aggregate(var aggregate) where aggregate.copies == nil:
      let types = aggregate.input.types
      let read = aggregate.calls.reduce(into: Set(aggregate.keys)) { $0.formUnion($1.columns) }
      guard aggregate.calls.allSatisfy({ $0.takesCopies(types: types) }),
        let (input, copies) = aggregate.input.overPreaggregatedScan(
          reading: read, rowsPerCombination)
      else { return nil }
      aggregate.input = input
      aggregate.copies = copies
      return .aggregate(aggregate)
    case .distinct(let input, on: nil):
      let types = input.types
      guard
        let (counted, _) = input.overPreaggregatedScan(
          reading: Set(types.indices), rowsPerCombination)
      else {
        return nil
      }
      return .distinct(
        .project(counted, types.enumerated().map { .column($0.offset, $0.element) }), on: nil)
    default: return nil
    }
  }

  /// This chain of filters and projections over the different rows of its table, and the
  /// column of the copies. Columns that are not among those read may hold anything.
  private func overPreaggregatedScan(
    reading read: Set<Int>, _ rowsPerCombination: Double
  ) -> (plan: Plan, copies: Int)? {
    switch self {
    case .scan(let scan):
      return PreaggregatedScan(
        scan, where: [], reading: read, rowsPerCombination: rowsPerCombination
      ).map {
        (.preaggregated($0), scan.columns.count)
      }
    case .filter(.scan(let scan), let condition) where !condition.isVolatile:
      guard
        let counted = PreaggregatedScan(
          scan, where: condition.conjuncts, reading: read, rowsPerCombination: rowsPerCombination)
      else { return nil }
      let plan = Expression.all(counted.rest).map { Plan.filter(.preaggregated(counted), $0) }
      return (plan ?? .preaggregated(counted), scan.columns.count)
    case .filter(let input, let condition) where !condition.isVolatile:
      let below = input.overPreaggregatedScan(
        reading: read.union(condition.columns), rowsPerCombination)
      return below.map { (.filter($0.plan, condition), $0.copies) }
    case .project(let input, let expressions)
    where !expressions.contains(where: \.isVolatile):
      let below = input.overPreaggregatedScan(
        reading: expressions.reduce(into: []) { $0.formUnion($1.columns) }, rowsPerCombination)
      return below.map {
        (.project($0.plan, expressions + [.column($0.copies, .integer)]), expressions.count)
      }
    default: return nil
    }
  }
}
