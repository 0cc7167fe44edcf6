internal import Tables

extension Plan {
  /// The same groups over the different rows of a table and how often each occurs, where these are
  /// much fewer: then filters, expressions and aggregates work on them alone.
  ///
  /// `rowsPerCell`: how many rows there must be for each possible combination of values.
  func tallied(rowsPerCell: Double) -> Plan? {
    switch self {
    case .aggregate(var aggregate) where aggregate.copies == nil:
      let types = aggregate.input.types
      let read = aggregate.calls.reduce(into: Set(aggregate.keys)) { $0.formUnion($1.columns) }
      guard aggregate.calls.allSatisfy({ $0.takesCopies(types: types) }),
        let (input, copies) = aggregate.input.overTally(reading: read, rowsPerCell)
      else { return nil }
      aggregate.input = input
      aggregate.copies = copies
      return .aggregate(aggregate)
    case .distinct(let input, on: nil):
      let types = input.types
      guard let (tally, _) = input.overTally(reading: Set(types.indices), rowsPerCell) else {
        return nil
      }
      return .distinct(
        .project(tally, types.enumerated().map { .column($0.offset, $0.element) }), on: nil)
    default: return nil
    }
  }

  /// This chain of filters and projections over the tally of its table instead of its rows, and the
  /// column of the copies. Columns that are not among those read may hold anything.
  private func overTally(
    reading read: Set<Int>, _ rowsPerCell: Double
  ) -> (plan: Plan, copies: Int)? {
    switch self {
    case .scan(let scan):
      return TallyScan(scan, where: [], reading: read, rowsPerCell: rowsPerCell).map {
        (.tally($0), scan.columns.count)
      }
    case .filter(.scan(let scan), let condition) where !condition.isVolatile:
      guard
        let tally = TallyScan(
          scan, where: condition.conjuncts, reading: read, rowsPerCell: rowsPerCell)
      else { return nil }
      let plan = Expression.all(tally.rest).map { Plan.filter(.tally(tally), $0) }
      return (plan ?? .tally(tally), scan.columns.count)
    case .filter(let input, let condition) where !condition.isVolatile:
      let below = input.overTally(reading: read.union(condition.columns), rowsPerCell)
      return below.map { (.filter($0.plan, condition), $0.copies) }
    case .project(let input, let expressions)
    where !expressions.contains(where: \.isVolatile):
      let below = input.overTally(
        reading: expressions.reduce(into: []) { $0.formUnion($1.columns) }, rowsPerCell)
      return below.map {
        (.project($0.plan, expressions + [.column($0.copies, .integer)]), expressions.count)
      }
    default: return nil
    }
  }
}
