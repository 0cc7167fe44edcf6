internal import Tables

extension Plan {
  /// The steps right below.
  var inputs: [Plan] {
    switch self {
    case .scan, .values, .workingTable: []
    case .preaggregated(let counted): [.scan(counted.scan)]
    case .filter(let input, _), .project(let input, _), .distinct(let input, _),
      .sort(let input, _), .limit(let input, _, _):
      [input]
    case .aggregate(let aggregate): [aggregate.input]
    case .window(let window): [window.input]
    case .join(let join): [join.left, join.right]
    case .combine(let operation): [operation.left, operation.right]
    case .shared(let shared): [shared.plan]
    case .recursive(let recursive): [recursive.first, recursive.next]
    }
  }

  /// The expressions of this step.
  var expressions: [Expression] {
    switch self {
    case .values(let rows, _): rows.flatMap { $0 }
    case .filter(_, let condition): [condition]
    case .project(_, let expressions): expressions
    case .join(let join): join.condition.map { [$0] } ?? []
    case .limit(_, let count, let offset): [count, offset].compactMap { $0 }
    default: []
    }
  }

  /// Whether any step satisfies a condition.
  func contains(_ condition: (Plan) -> Bool) -> Bool {
    var seen: Set<SharedPlan> = []
    return contains(condition, seen: &seen)
  }

  /// What is shared is looked at once, however many read it: plans of plans that each read one twice would
  /// be looked at more often than there is time for.
  private func contains(_ condition: (Plan) -> Bool, seen: inout Set<SharedPlan>) -> Bool {
    if condition(self) { return true }
    if case .shared(let shared) = self, !seen.insert(shared).inserted { return false }
    for input in inputs where input.contains(condition, seen: &seen) { return true }
    return false
  }

  /// Whether it reads values of a row around it.
  var hasParameters: Bool { contains { $0.expressions.contains(where: \.hasParameter) } }

  /// The number of columns.
  package var width: Int {
    switch self {
    case .scan(let scan): scan.columns.count
    case .preaggregated(let counted): counted.scan.columns.count + 1
    case .values(_, let types), .workingTable(_, let types): types.count
    case .filter(let input, _), .distinct(let input, _), .sort(let input, _),
      .limit(let input, _, _):
      input.width
    case .project(_, let expressions): expressions.count
    case .aggregate(let aggregate):
      aggregate.keys.count + (aggregate.sets.count > 1 ? 1 : 0) + aggregate.calls.count
    case .window(let window): window.input.width + window.calls.count
    case .join(let join):
      switch join.kind {
      case .semi, .anti: join.left.width
      default: join.left.width + join.right.width
      }
    case .combine(let operation): operation.left.width
    case .shared(let shared): shared.types.count
    case .recursive(let recursive): recursive.first.width
    }
  }

  /// All columns, as expressions.
  var allColumns: [Expression] { types.enumerated().map { .column($0.offset, $0.element) } }
}
