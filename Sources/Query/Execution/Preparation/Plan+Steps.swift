internal import Tables

extension Plan {
  /// The plans whose steps stand right below: a chain of UNIONs is one step.
  var stepInputs: [Plan] {
    if case .combine(let operation) = self, operation.kind == .union { return branches }
    return inputs
  }

  /// The inputs of a UNION with those of the UNIONs right below that do the same, so that a long chain
  /// is one step.
  var branches: [Plan] {
    guard case .combine(let top) = self, top.kind == .union else { return [self] }
    var found: [Plan] = []
    var open = [top.right, top.left]
    while let next = open.popLast() {
      // Duplicates that a UNION ALL below keeps go away in the UNION above.
      if case .combine(let below) = next, below.kind == .union,
        below.keepsDuplicates || !top.keepsDuplicates
      {
        open += [below.right, below.left]
      } else {
        found.append(next)
      }
    }
    return found
  }

  /// The same step over other inputs, as many as ``stepInputs`` has; a shared plan stays as it is.
  func over(_ inputs: [Plan]) -> Plan {
    switch self {
    case .scan, .preaggregated, .values, .workingTable, .shared: return self
    case .filter(_, let condition): return .filter(inputs[0], condition)
    case .project(_, let expressions): return .project(inputs[0], expressions)
    case .distinct(_, let on): return .distinct(inputs[0], on: on)
    case .sort(_, let keys): return .sort(inputs[0], keys)
    case .limit(_, let count, let offset):
      return .limit(inputs[0], count: count, offset: offset)
    case .aggregate(var aggregate):
      aggregate.input = inputs[0]
      return .aggregate(aggregate)
    case .window(var window):
      window.input = inputs[0]
      return .window(window)
    case .join(var join):
      (join.left, join.right) = (inputs[0], inputs[1])
      return .join(join)
    case .combine(var operation):
      // A chain of UNIONs is one step with many inputs.
      var left = inputs[0]
      for right in inputs.dropFirst().dropLast() {
        left = .combine(
          SetOperation(
            operation.kind, keepsDuplicates: operation.keepsDuplicates, left, right))
      }
      (operation.left, operation.right) = (left, inputs[inputs.count - 1])
      return .combine(operation)
    case .recursive(var recursive):
      (recursive.first, recursive.next) = (inputs[0], inputs[1])
      return .recursive(recursive)
    }
  }

  /// Looks at this plan and all below, with those in subqueries if wanted; once at a shared plan.
  func visit(withSubqueries: Bool, _ body: (Plan) -> Void) {
    var open = [self]
    var shared: Set<SharedPlan> = []
    while let next = open.popLast() {
      if case .shared(let plan) = next, !shared.insert(plan).inserted {
        continue
      }
      body(next)
      open += next.stepInputs
      if withSubqueries {
        open += next.expressions.flatMap(\.subqueries).map(\.plan)
      }
    }
  }

  /// Whether it reads a row around it.
  var readsParameters: Bool {
    var isFound = false
    visit(withSubqueries: false) { plan in
      isFound = isFound || plan.expressions.contains { $0.hasParameter }
    }
    return isFound
  }

  /// Whether it reads the rounds of a recursive query that it stands in.
  var readsOuterRounds: Bool {
    var read: Set<Int> = []
    var own: Set<Int> = []
    visit(withSubqueries: true) { plan in
      if case .workingTable(let number, _) = plan { read.insert(number) }
      if case .recursive(let recursive) = plan { own.insert(recursive.number) }
    }
    return !read.isSubset(of: own)
  }

  /// How many steps stand above each other at most, with subqueries.
  var depth: Int {
    var deepest = 0
    var open = [(plan: self, depth: 1)]
    var shared: [SharedPlan: Int] = [:]
    while let next = open.popLast() {
      if case .shared(let plan) = next.plan {
        // Again only where it stands deeper.
        if let known = shared[plan], known >= next.depth { continue }
        shared[plan] = next.depth
      }
      deepest = max(deepest, next.depth)
      if deepest > PreparedPlan.deepest { break }
      open += next.plan.stepInputs.map { ($0, next.depth + 1) }
      open += next.plan.expressions.flatMap(\.subqueries).map { ($0.plan, next.depth + 1) }
    }
    return deepest
  }
}
