internal import Query
internal import Tables
internal import Workspace

/// A query whose result can be published: counts of persons' rows by columns that a report may count by,
/// of all rows or those with some values. Recognised by its plan, so that no way to write it matters.
struct PublishableQuery {
  /// What it counts by what.
  let table: PublishedTable
  /// What each column of the result is.
  let outputs: [Output]

  /// A column of the result.
  enum Output: Hashable {
    /// The key of that number.
    case key(Int)
    case count
  }

  /// A table of persons' rows, and what it may be counted by.
  struct Source {
    /// Its name.
    var name: String
    /// The columns that it may be counted by.
    var dimensions: Set<String>
    /// The columns that a count must be about one value of: of two waves or questions somebody would be
    /// counted twice.
    var fixed: [String]
  }

  /// Recognises a plan.
  ///
  /// - Throws: What stands in the way, and how to ask instead.
  init(_ plan: Plan, of source: Source) throws(QueryError) {
    var shape = Shape(source: source)
    let outputs = try shape.outputs(of: plan)
    self.outputs = outputs
    // A row is told by its keys: it could not be left out otherwise.
    for (place, key) in shape.keys.enumerated() where !outputs.contains(.key(place)) {
      throw QueryError(
        "with --publish: the result lacks the column \(key) that it is grouped by",
        hint: "add \(key) to SELECT")
    }
    table = PublishedTable(
      table: source.name, keys: shape.keys, conditions: shape.conditions.mapValues { $0.sorted() })
    for column in source.fixed
    where !shape.keys.contains(column) && shape.conditions[column]?.count != 1 {
      throw QueryError(
        "a count that is published is about one \(column)",
        hint: "add \(column) to GROUP BY, or WHERE \(column) = '…'")
    }
  }
}

/// Takes a plan apart from the top.
private struct Shape {
  let source: PublishableQuery.Source
  var keys: [String] = []
  var conditions: [String: Set<String>] = [:]

  init(source: PublishableQuery.Source) { self.source = source }

  /// What the columns of a plan are, from its groups upwards.
  mutating func outputs(of plan: Plan) throws(QueryError) -> [PublishableQuery.Output] {
    switch plan {
    case .aggregate(let aggregate):
      return try groups(aggregate)
    case .project(let input, let expressions):
      let inner = try outputs(of: input)
      var result: [PublishableQuery.Output] = []
      for expression in expressions {
        guard case .column(let place, _) = expression else {
          throw refusal("a column is computed from counts", hint: "name the columns and count(*)")
        }
        result.append(inner[place])
      }
      return result
    case .sort(let input, let order):
      let inner = try outputs(of: input)
      guard order.allSatisfy({ inner[$0.column] != .count }) else {
        throw refusal(
          "the order of the rows would tell of counts that are withheld",
          hint: "ORDER BY the columns of GROUP BY")
      }
      return inner
    case .limit:
      throw refusal("LIMIT would tell of rows that are left out", hint: "WHERE question IN ('…')")
    case .filter:
      throw refusal(
        "HAVING, or a condition on rows, would tell of counts that are withheld",
        hint: example)
    case .scan, .values:
      throw refusal("rows of persons are never published", hint: example)
    case .window, .join, .combine, .distinct, .shared, .recursive, .workingTable, .preaggregated:
      throw refusal("joins, DISTINCT, UNION, WITH and windows are not published", hint: example)
    }
  }

  private var example: String {
    let columns = (source.fixed + ["…"]).joined(separator: ", ")
    return "SELECT \(columns), count(*) FROM \(source.name) GROUP BY \(columns)"
  }

  private func refusal(_ message: String, hint: String) -> QueryError {
    QueryError("with --publish: " + message, hint: hint)
  }

  private mutating func groups(_ aggregate: Aggregate) throws(QueryError) -> [PublishableQuery
    .Output]
  {
    guard aggregate.sets.count <= 1 else {
      throw refusal(
        "ROLLUP, CUBE and GROUPING SETS are not published", hint: "ask a query for each total")
    }
    for call in aggregate.calls {
      guard call.signature.name == "count", call.arguments.isEmpty, call.filter == nil,
        !call.isDistinct
      else {
        throw refusal(
          "\(call.signature.name) is not published, only count(*)",
          hint: "shares are quotients of counts: count by the answer's code")
      }
    }
    let columns = try dimensions(of: aggregate.input)
    for key in aggregate.keys {
      guard let name = columns[key] else {
        throw refusal("GROUP BY takes columns, not expressions", hint: example)
      }
      keys.append(try dimension(name))
    }
    return aggregate.keys.indices.map { .key($0) } + aggregate.calls.map { _ in .count }
  }

  private func dimension(_ name: String) throws(QueryError) -> String {
    guard source.dimensions.contains(name) else {
      let known = source.dimensions.sorted().joined(separator: ", ")
      throw refusal("counts by \(name) are not published", hint: "columns to count by: \(known)")
    }
    return name
  }

  /// The column of the table that each column of a plan is, below the groups; conditions are noted.
  private mutating func dimensions(of plan: Plan) throws(QueryError) -> [String?] {
    switch plan {
    case .scan(let scan):
      return scan.columns.map { scan.source.schema.fields[$0].name }
    case .project(let input, let expressions):
      let inner = try dimensions(of: input)
      return expressions.map { if case .column(let place, _) = $0 { inner[place] } else { nil } }
    case .filter(let input, let condition):
      let inner = try dimensions(of: input)
      try note(condition, inner)
      return inner
    default:
      throw refusal("joins, subqueries, DISTINCT and windows are not published", hint: example)
    }
  }

  private mutating func note(_ condition: Expression, _ columns: [String?]) throws(QueryError) {
    switch condition {
    case .and(let parts):
      for part in parts { try note(part, columns) }
    case .call(let signature, let operands, _) where signature.name == "=" && operands.count == 2:
      let swapped = [operands[1], operands[0]]
      if try note(operands, columns) { return }
      guard try note(swapped, columns) else { throw conditionRefusal }
    case .isIn(let column, let values, negated: false):
      guard try note([column] + values, columns) else { throw conditionRefusal }
    case .column(_, .boolean):
      guard try note([condition, .literal(.boolean(true), .boolean)], columns) else {
        throw conditionRefusal
      }
    case .not(let column):
      guard try note([column, .literal(.boolean(false), .boolean)], columns) else {
        throw conditionRefusal
      }
    default: throw conditionRefusal
    }
  }

  /// Notes that a column has one of some values, if that is what the parts are.
  private mutating func note(
    _ parts: [Expression], _ columns: [String?]
  ) throws(QueryError) -> Bool {
    guard case .column(let place, _) = parts[0], let name = columns[place] else { return false }
    var values: Set<String> = []
    for part in parts.dropFirst() {
      guard case .literal(let cell, _) = part, let value = cell.written else { return false }
      values.insert(value)
    }
    let column = try dimension(name)
    conditions[column] = conditions[column]?.intersection(values) ?? values
    return true
  }

  private var conditionRefusal: QueryError {
    refusal(
      "WHERE takes columns that have one of some values, joined by AND",
      hint: "WHERE wave = '…' AND question IN ('…', '…')")
  }
}
