internal import Tables

/// Moves conditions towards the tables: below joins, groupings and projections, into join keys.
final class FilterPushdown {
  /// The most parts of an expression that is written over the columns below a projection.
  static let longest = 1000

  private var shared: [SharedPlan: SharedPlan] = [:]

  /// The plan with only the rows for which all conditions hold.
  func pushed(_ plan: Plan, _ conditions: [Expression] = []) -> Plan {
    switch plan {
    case .scan, .preaggregated, .values, .workingTable: return filtered(plan, conditions)
    case .filter(let input, let condition):
      return pushed(input, ImpliedConditions.factored(condition.conjuncts) + conditions)
    case .project(let input, let expressions): return projected(input, expressions, conditions)
    case .aggregate(let aggregate): return aggregated(aggregate, conditions)
    case .window(let window): return windowed(window, conditions)
    case .join(let join): return joined(join, conditions)
    case .combine(var operation):
      let (below, above) = split(conditions) { !$0.hasSubquery && !$0.isVolatile }
      operation.left = pushed(operation.left, below)
      operation.right = pushed(operation.right, below)
      return filtered(.combine(operation), above)
    case .distinct(let input, let on):
      let (below, above) = split(conditions) { condition in
        on.map { condition.columns.isSubset(of: $0) } ?? true
      }
      return filtered(.distinct(pushed(input, below), on: on), above)
    case .sort(let input, let keys): return .sort(pushed(input, conditions), keys)
    case .limit(let input, let count, let offset):
      return filtered(.limit(pushed(input), count: count, offset: offset), conditions)
    case .shared(let old):
      let new = shared[old] ?? SharedPlan(name: old.name, plan: pushed(old.plan))
      shared[old] = new
      return filtered(.shared(new), conditions)
    case .recursive(var recursive):
      recursive.first = pushed(recursive.first)
      recursive.next = pushed(recursive.next)
      return filtered(.recursive(recursive), conditions)
    }
  }

  private func projected(
    _ input: Plan, _ expressions: [Expression], _ conditions: [Expression]
  ) -> Plan {
    var below: [Expression] = []
    var above: [Expression] = []
    let sizes = expressions.map(\.size)
    for condition in conditions {
      let isCostly = condition.columns.contains {
        expressions[$0].hasSubquery || expressions[$0].isVolatile
      }
      // What is named twice is written twice, level by level.
      if isCostly || condition.size(withColumnsOf: sizes) > Self.longest {
        above.append(condition)
      } else {
        below.append(condition.substituted(expressions))
      }
    }
    var groups = GroupedSubqueries(pushed(input, below)) { self.pushed($0) }
    let answered = expressions.map { groups.rewritten($0) }
    return filtered(.project(groups.plan, answered), above)
  }

  private func aggregated(_ aggregate: Aggregate, _ conditions: [Expression]) -> Plan {
    // Only what speaks of keys alone, so that whole groups go or stay. Without keys there is a group even
    // of no rows, and with several sets a row counts in groups that leave the key out.
    let (below, above) = split(conditions) { condition in
      aggregate.sets.count <= 1 && !aggregate.keys.isEmpty && !condition.columns.isEmpty
        && condition.columns.allSatisfy { $0 < aggregate.keys.count }
    }
    var aggregate = aggregate
    aggregate.input = pushed(aggregate.input, below.map { $0.moved { aggregate.keys[$0] } })
    return filtered(.aggregate(aggregate), above)
  }

  private func windowed(_ window: Window, _ conditions: [Expression]) -> Plan {
    // Only what speaks of columns by which every call is partitioned: whole partitions go or stay.
    let common = window.calls.dropFirst().reduce(Set(window.calls.first?.partition ?? [])) {
      $0.intersection($1.partition)
    }
    let (below, above) = split(conditions) {
      !$0.columns.isEmpty && $0.columns.isSubset(of: common)
    }
    var window = window
    window.input = pushed(window.input, below)
    return filtered(.window(window), above)
  }

  private func split(_ conditions: [Expression], _ isBelow: (Expression) -> Bool) -> (
    below: [Expression], above: [Expression]
  ) {
    (
      conditions.filter { !$0.isVolatile && isBelow($0) },
      conditions.filter { $0.isVolatile || !isBelow($0) }
    )
  }

  /// A filter where it belongs; EXISTS, IN and what asks for one group of many become joins.
  private func filtered(_ plan: Plan, _ conditions: [Expression]) -> Plan {
    var plan = plan
    var rest: [Expression] = []
    var joins: [Join] = []
    for condition in conditions {
      if let join = SemiJoins.join(plan, condition) {
        joins.append(join)
      } else {
        rest.append(condition)
      }
    }
    // What asks for rows of other tables comes last.
    let plain = rest.filter { !$0.hasSubquery }
    if let condition = Expression.all(plain) { plan = .filter(plan, condition) }
    for var join in joins {
      join.left = plan
      plan = semiJoined(join)
    }
    guard let asking = Expression.all(rest.filter(\.hasSubquery)) else { return plan }
    let columns = plan.allColumns
    var groups = GroupedSubqueries(plan) { self.pushed($0) }
    let condition = groups.rewritten(asking)
    plan = .filter(groups.plan, condition)
    return plan.width == columns.count ? plan : .project(plan, columns)
  }

  private func joined(_ join: Join, _ conditions: [Expression]) -> Plan {
    let leftWidth = join.left.width
    switch join.kind {
    case .inner, .cross:
      var group = InnerJoinGroup()
      group.collect(.join(join))
      return group.joined(conditions, self)
    case .left, .right:
      let preserved: (Int) -> Bool =
        join.kind == .left ? { $0 < leftWidth } : { $0 >= leftWidth }
      if conditions.contains(where: { $0.rejectsNull { !preserved($0) } }) {
        var inner = join
        inner.kind = .inner
        return joined(inner, conditions)
      }
      let (below, above) = split(conditions) {
        !$0.columns.isEmpty && $0.columns.allSatisfy(preserved)
      }
      return filtered(outer(join, below), above)
    case .full: return filtered(outer(join, []), conditions)
    case .semi, .anti:
      var join = join
      join.left = pushed(join.left, conditions)
      return semiJoined(join)
    }
  }

  /// An outer join with conditions on its preserved side.
  private func outer(_ join: Join, _ preserved: [Expression]) -> Plan {
    let leftWidth = join.left.width
    var left = join.kind == .left ? preserved : []
    var right = join.kind == .right ? preserved.map { $0.moved { $0 - leftWidth } } : []
    var sides = JoinConditions(leftWidth: leftWidth)
    for condition in ImpliedConditions.factored(join.condition?.conjuncts ?? []) {
      let columns = condition.columns
      if join.kind == .left, !columns.isEmpty, columns.allSatisfy({ $0 >= leftWidth }) {
        right.append(condition.moved { $0 - leftWidth })
      } else if join.kind == .right, !columns.isEmpty, columns.allSatisfy({ $0 < leftWidth }) {
        left.append(condition)
      } else {
        sides.add(condition)
      }
    }
    return sides.join(join.kind, pushed(join.left, left), pushed(join.right, right))
  }

  private func semiJoined(_ join: Join) -> Plan {
    let leftWidth = join.left.width
    var right: [Expression] = []
    var sides = JoinConditions(leftWidth: leftWidth)
    for condition in ImpliedConditions.factored(join.condition?.conjuncts ?? []) {
      let columns = condition.columns
      if !columns.isEmpty, columns.allSatisfy({ $0 >= leftWidth }) {
        right.append(condition.moved { $0 - leftWidth })
      } else {
        sides.add(condition)
      }
    }
    return sides.join(join.kind, join.left, pushed(join.right, right))
  }
}
