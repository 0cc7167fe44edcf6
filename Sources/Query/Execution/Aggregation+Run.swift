internal import Diagnostics
package import Tables

/// The results of one group.
package struct AggregatedGroup: Hashable, Sendable {
  /// The values of the keys, in their order.
  package var keys: [Cell]
  /// The results, in their order.
  package var results: [Cell]
  /// Lines of the source file that the group counts, for tracing; the first and the last.
  package var lines: ClosedRange<Int>?
}

extension Aggregation {
  /// Runs the plan batch by batch. Groups come in the order in which they first appear; without keys
  /// there is always exactly one group. Names in results and filter that are no columns of the table
  /// take their values from the constants; a key is always a column.
  package func run(
    on table: Table, constants: [String: Cell] = [:]
  ) throws(QueryError) -> [AggregatedGroup] {
    try check(table, constants)
    var partial = PartialAggregation(plan: self, constants: constants)
    for batch in table.batches { try partial.add(batch, schema: table.schema) }
    return try partial.finished()
  }

  private func check(_ table: Table, _ constants: [String: Cell]) throws(QueryError) {
    let used = results.flatMap(\.expression.names) + (filter?.names ?? [])
    for name in keys + used.filter({ constants[$0] == nil })
    where table.schema.position(of: name) == nil {
      throw QueryError(
        "table '\(table.name)' has no column '\(name)'",
        hint: suggestion(for: name, among: table.schema.names))
    }
    // Found here, not row by row: an empty table must refuse what a full one refuses.
    try filter?.refuseAggregates()
    for result in results {
      var inner: [Expression] = []
      result.expression.forEachAggregate { inner += [$1, $2].compactMap(\.self) }
      for expression in inner { try expression.refuseAggregates() }
      let outside = result.expression.replacingAggregates { _, _, _ in .null }.names
      for name in outside where constants[name] == nil && !keys.contains(name) {
        throw Self.notGrouped(name)
      }
    }
  }

  fileprivate static func notGrouped(_ name: String) -> QueryError {
    QueryError("column '\(name)' must stand inside an aggregate or among the keys")
  }
}

/// The groups of a part of a table and their states, mergeable with those of another part.
struct PartialAggregation {
  private struct Call: Hashable {
    var function: AggregateFunction
    var argument: Expression?
    var filter: Expression?
  }

  private struct Group {
    var keys: [Cell]
    var states: [AggregateState]
    var lines: ClosedRange<Int>?

    mutating func include(_ other: ClosedRange<Int>?) {
      guard let other else { return }
      lines =
        lines.map {
          min($0.lowerBound, other.lowerBound)...max($0.upperBound, other.upperBound)
        } ?? other
    }
  }

  private let plan: Aggregation
  private let constants: [String: Cell]
  private let calls: [Call]
  private var positions: [[Cell]: Int] = [:]
  private var groups: [Group] = []

  init(plan: Aggregation, constants: [String: Cell] = [:]) {
    self.plan = plan
    self.constants = constants
    var calls: [Call] = []
    for result in plan.results {
      result.expression.forEachAggregate { function, argument, filter in
        let call = Call(function: function, argument: argument, filter: filter)
        if !calls.contains(call) { calls.append(call) }
      }
    }
    self.calls = calls
    if plan.keys.isEmpty { _ = position(of: []) }
  }

  mutating func add(_ batch: Batch, schema: Schema) throws(QueryError) {
    var columns: [String: Column] = [:]
    for (field, column) in zip(schema.fields, batch.columns) { columns[field.name] = column }
    let filter = plan.filter.map {
      BoundExpression($0, columns: columns, constants: constants)
    }
    let keys = plan.keys.map { columns[$0] }
    let bound = calls.map { call in
      (
        argument: call.argument.map {
          BoundExpression($0, columns: columns, constants: constants)
        },
        filter: call.filter.map { BoundExpression($0, columns: columns, constants: constants) }
      )
    }
    for row in 0..<batch.rowCount {
      if let filter, try filter.truth(row: row) != true { continue }
      let group = keys.isEmpty ? 0 : position(of: keys.map { $0?[row] ?? .null })
      if !batch.lines.isEmpty {
        let line = Int(batch.lines[row])
        groups[group].include(line...line)
      }
      for (index, call) in bound.enumerated() {
        if let filter = call.filter, try filter.truth(row: row) != true { continue }
        try groups[group].states[index].add(
          try call.argument?.value(row: row) ?? .boolean(true))
      }
    }
  }

  mutating func merge(_ other: PartialAggregation) throws(QueryError) {
    for group in other.groups {
      let position = position(of: group.keys)
      groups[position].include(group.lines)
      for index in calls.indices {
        try groups[position].states[index].merge(group.states[index])
      }
    }
  }

  func finished() throws(QueryError) -> [AggregatedGroup] {
    var finished: [AggregatedGroup] = []
    for group in groups {
      var results: [Cell] = []
      for result in plan.results {
        results.append(try value(of: result.expression, in: group))
      }
      finished.append(AggregatedGroup(keys: group.keys, results: results, lines: group.lines))
    }
    return finished
  }

  private func value(of expression: Expression, in group: Group) throws(QueryError) -> Cell {
    // An aggregate becomes a name that stands for its finished state.
    try expression.replacingAggregates { function, argument, filter in
      let call = Call(function: function, argument: argument, filter: filter)
      return .name("\u{0}\(calls.firstIndex(of: call) ?? 0)")
    }.evaluated { name throws(QueryError) in
      if name.first == "\u{0}", let index = Int(name.dropFirst()) {
        return try group.states[index].finished()
      }
      if let key = plan.keys.firstIndex(of: name) { return group.keys[key] }
      if let constant = constants[name] { return constant }
      throw Aggregation.notGrouped(name)
    }
  }

  private mutating func position(of keys: [Cell]) -> Int {
    if let position = positions[keys] { return position }
    positions[keys] = groups.count
    groups.append(Group(keys: keys, states: calls.map { AggregateState($0.function) }))
    return groups.count - 1
  }
}

extension Expression {
  fileprivate func refuseAggregates() throws(QueryError) {
    var first: AggregateFunction?
    forEachAggregate { function, _, _ in first = first ?? function }
    if let first { throw QueryError("\(first.rawValue) is not allowed here") }
  }

  fileprivate func forEachAggregate(
    _ visit: (AggregateFunction, Expression?, Expression?) -> Void
  ) {
    _ = replacingAggregates { function, argument, filter in
      visit(function, argument, filter)
      return .null
    }
  }

  fileprivate func replacingAggregates(
    _ replacement: (AggregateFunction, Expression?, Expression?) -> Expression
  ) -> Expression {
    switch self {
    case .number, .text, .boolean, .null, .name: self
    case .negated(let operand): .negated(operand.replacingAggregates(replacement))
    case .not(let operand): .not(operand.replacingAggregates(replacement))
    case .binary(let op, let left, let right):
      .binary(
        op, left.replacingAggregates(replacement), right.replacingAggregates(replacement))
    case .isIn(let operand, let list, let negated):
      .isIn(
        operand.replacingAggregates(replacement),
        list.map { $0.replacingAggregates(replacement) }, negated: negated)
    case .isNull(let operand, let negated):
      .isNull(operand.replacingAggregates(replacement), negated: negated)
    case .aggregate(let function, let argument, let filter):
      replacement(function, argument, filter)
    }
  }
}
