internal import Tables

/// Leaves out columns that nobody reads, and projections that do nothing.
final class ColumnPruning {
  /// What is read of each shared plan; known only when all its readers have been seen.
  private var needs: [SharedPlan: Set<Int>] = [:]
  private var old: [SharedPlan] = []
  private var new: [SharedPlan: (plan: SharedPlan, map: [Int: Int])] = [:]
  private var isCollecting = true
  private let subqueryPlan: (Subquery) -> Plan
  private var subqueries: [Subquery: Plan] = [:]

  /// `subqueryPlan` gives the plan of a subquery before pruning.
  private init(subqueryPlan: @escaping (Subquery) -> Plan) {
    self.subqueryPlan = subqueryPlan
  }

  /// A plan of the same columns.
  static func pruned(_ plan: Plan, subqueryPlan: @escaping (Subquery) -> Plan) -> Plan {
    let pruning = ColumnPruning(subqueryPlan: subqueryPlan)
    let all = Array(0..<plan.width)
    _ = pruning.exactly(plan, all)
    // A shared plan is read by plans that come later only.
    var next = 0
    while next < pruning.old.count {
      let shared = pruning.old[next]
      next += 1
      _ = pruning.exactly(
        shared.plan, (pruning.needs[shared] ?? []).sorted())
    }
    pruning.isCollecting = false
    return pruning.exactly(plan, all)
  }

  /// The plan with exactly these columns.
  private func exactly(_ plan: Plan, _ columns: [Int]) -> Plan {
    let (plan, map) = pruned(plan, Set(columns))
    let positions = columns.map { map[$0] ?? 0 }
    if positions == Array(0..<plan.width) { return plan }
    if case .project(let input, let expressions) = plan {
      let chosen = positions.map { expressions[$0] }
      return .project(input, chosen)
    }
    let types = plan.types
    return .project(plan, positions.map { .column($0, types[$0]) })
  }

  private func pruned(_ expression: Expression, _ map: [Int: Int]) -> Expression {
    expression.rewritten { part in
      switch part {
      case .column(let column, let type): return .column(map[column] ?? 0, type)
      case .subquery(let subquery, let at):
        let raw = subqueries[subquery] ?? subqueryPlan(subquery)
        subqueries[subquery] = raw
        let plan: Plan
        if case .exists = subquery.kind {
          plan = pruned(raw, []).plan
        } else {
          plan = exactly(raw, Array(0..<raw.width))
        }
        let kind = subquery.kind.rewritten { pruned($0, map) }
        return .subquery(
          Subquery(
            kind: kind, plan: plan, parameters: subquery.parameters.map { pruned($0, map) },
            type: subquery.type), at: at)
      default: return nil
      }
    }
  }

  /// The plan with these columns at least, and where they are now.
  private func pruned(_ plan: Plan, _ needed: Set<Int>) -> (plan: Plan, map: [Int: Int]) {
    func identity(_ plan: Plan) -> (Plan, [Int: Int]) {
      (plan, Dictionary(uniqueKeysWithValues: (0..<plan.width).map { ($0, $0) }))
    }
    switch plan {
    case .scan(var scan):
      let kept = needed.sorted()
      scan.columns = kept.map { scan.columns[$0] }
      return (.scan(scan), positions(kept))
    case .values(let rows, let types):
      let kept = needed.sorted()
      let rows = rows.map { row in kept.map { pruned(row[$0], [:]) } }
      return (.values(rows, types: kept.map { types[$0] }), positions(kept))
    case .preaggregated, .workingTable: return identity(plan)
    case .filter(let input, let condition):
      let (input, map) = pruned(input, needed.union(condition.columns))
      return (.filter(input, pruned(condition, map)), map)
    case .project(let input, let expressions): return projected(input, expressions, needed)
    case .aggregate(let aggregate): return aggregated(aggregate, needed)
    case .window(let window): return windowed(window, needed)
    case .join(let join): return joined(join, needed)
    case .combine(var operation):
      let isUnionAll = operation.kind == .union && operation.keepsDuplicates
      let kept = isUnionAll ? needed.sorted() : Array(0..<plan.width)
      operation.left = exactly(operation.left, kept)
      operation.right = exactly(operation.right, kept)
      return (.combine(operation), positions(kept))
    case .distinct(let input, let on):
      guard let on else {
        return identity(.distinct(exactly(input, Array(0..<input.width)), on: nil))
      }
      let (input, map) = pruned(input, needed.union(on))
      return (.distinct(input, on: on.map { map[$0] ?? 0 }), map)
    case .sort(let input, let keys):
      let (input, map) = pruned(input, needed.union(keys.map(\.column)))
      return (.sort(input, keys.map { $0.moved(map) }), map)
    case .limit(let input, let count, let offset):
      let (input, map) = pruned(input, needed)
      return (.limit(input, count: count, offset: offset), map)
    case .shared(let shared): return sharing(shared, needed)
    case .recursive(var recursive):
      let all = Array(0..<plan.width)
      recursive.first = exactly(recursive.first, all)
      recursive.next = exactly(recursive.next, all)
      return identity(.recursive(recursive))
    }
  }

  private func positions(_ kept: [Int]) -> [Int: Int] {
    Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($0.element, $0.offset) })
  }

  private func projected(_ input: Plan, _ expressions: [Expression], _ needed: Set<Int>) -> (
    plan: Plan, map: [Int: Int]
  ) {
    let kept = needed.sorted()
    var expressions = kept.map { expressions[$0] }
    var input = input
    // A projection of a projection is one, unless something would be computed twice.
    while case .project(let below, let inner) = input {
      var uses: [Int: Int] = [:]
      for expression in expressions {
        expression.forEachPart {
          if case .column(let column, _) = $0 { uses[column, default: 0] += 1 }
        }
      }
      guard uses.allSatisfy({ inner[$0.key].isTrivial || $0.value == 1 }),
        !uses.keys.contains(where: { inner[$0].isVolatile })
      else { break }
      expressions = expressions.map { $0.substituted(inner) }
      input = below
    }
    let read = expressions.reduce(into: Set<Int>()) { $0.formUnion($1.columns) }
    let (plan, map) = pruned(input, read)
    let isOnlyColumns = expressions.allSatisfy(\.isTrivialColumn)
    if isOnlyColumns {
      var places: [Int: Int] = [:]
      for (old, expression) in zip(kept, expressions) {
        if case .column(let column, _) = expression { places[old] = map[column] ?? 0 }
      }
      return (plan, places)
    }
    let projection = Plan.project(plan, expressions.map { pruned($0, map) })
    return (CommonSubexpressions.computedOnce(projection), positions(kept))
  }

  private func aggregated(_ aggregate: Aggregate, _ needed: Set<Int>) -> (
    plan: Plan, map: [Int: Int]
  ) {
    var aggregate = aggregate
    let first = aggregate.keys.count + (aggregate.sets.count > 1 ? 1 : 0)
    let kept = aggregate.calls.indices.filter { needed.contains(first + $0) }
    var read = Set(aggregate.keys)
    for call in kept { read.formUnion(aggregate.calls[call].columns) }
    let (input, map) = pruned(aggregate.input, read)
    aggregate.input = input
    aggregate.keys = aggregate.keys.map { map[$0] ?? 0 }
    aggregate.calls = kept.map { aggregate.calls[$0].moved(map) }
    return (
      .aggregate(aggregate), positions(Array(0..<first) + kept.map { first + $0 })
    )
  }

  private func windowed(_ window: Window, _ needed: Set<Int>) -> (plan: Plan, map: [Int: Int]) {
    let width = window.input.width
    let kept = window.calls.indices.filter { needed.contains(width + $0) }
    var read = needed.filter { $0 < width }
    for call in kept { read.formUnion(window.calls[call].columns) }
    let (input, map) = pruned(window.input, read)
    if kept.isEmpty { return (input, map) }
    var new = map
    for (offset, call) in kept.enumerated() { new[width + call] = input.width + offset }
    return (.window(Window(input: input, calls: kept.map { window.calls[$0].moved(map) })), new)
  }

  private func joined(_ join: Join, _ needed: Set<Int>) -> (plan: Plan, map: [Int: Int]) {
    var join = join
    let width = join.left.width
    var left = needed.filter { $0 < width }
    var right = Set(needed.filter { $0 >= width }.map { $0 - width })
    for key in join.keys {
      left.insert(key.left)
      right.insert(key.right)
    }
    for column in join.condition?.columns ?? [] {
      if column < width { left.insert(column) } else { right.insert(column - width) }
    }
    let (newLeft, leftMap) = pruned(join.left, left)
    let (newRight, rightMap) = pruned(join.right, right)
    join.left = newLeft
    join.right = newRight
    join.keys = join.keys.map { (left: leftMap[$0.left] ?? 0, right: rightMap[$0.right] ?? 0) }
    var map = leftMap
    let newWidth = newLeft.width
    for (old, new) in rightMap { map[old + width] = new + newWidth }
    join.condition = join.condition.map { pruned($0, map) }
    return (.join(join), map)
  }

  private func sharing(_ shared: SharedPlan, _ needed: Set<Int>) -> (
    plan: Plan, map: [Int: Int]
  ) {
    if isCollecting {
      let known = needs[shared] ?? []
      // A plan that needs more than was thought is looked at again.
      if needs[shared] == nil || !needed.isSubset(of: known) { old.append(shared) }
      needs[shared] = known.union(needed)
      return (.shared(shared), positions(Array(0..<shared.plan.width)))
    }
    if let (plan, map) = new[shared] { return (.shared(plan), map) }
    let kept = (needs[shared] ?? needed).sorted()
    let plan = SharedPlan(name: shared.name, plan: exactly(shared.plan, kept))
    let map = positions(kept)
    new[shared] = (plan, map)
    return (.shared(plan), map)
  }
}

extension Expression {
  fileprivate var isTrivialColumn: Bool { if case .column = self { true } else { false } }
}
