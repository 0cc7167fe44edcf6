internal import Query
internal import Tables
internal import Workspace

/// A query whose result can be published: one that groups persons' rows by columns that a report may
/// count by, all of them or those with some values. Recognised by its plan, so that no way to write it
/// matters.
///
/// What stands above the groups, such as a quotient of two counts, HAVING or ORDER BY, sees only what of
/// the groups is published. What stands below is limited to what cannot fail, for an error would tell
/// of a row.
struct PublishableQuery: Sendable {
  /// The groups: how many rows each has.
  let groups: PublishedTable
  /// What each aggregate of the groups is made of.
  let figures: [PublishedTable]

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

  /// Every table of counts that the result is made of, the groups first.
  var tables: [PublishedTable] {
    figures.reduce(into: [groups]) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Recognises a plan.
  ///
  /// - Throws: What stands in the way, and how to ask instead.
  init(_ plan: Plan, of source: Source) throws(QueryError) {
    let refusal = PublicationRefusal(source: source)
    let aggregate = try Self.groups(in: plan, refusal)
    guard aggregate.sets.count <= 1 else {
      throw QueryError(
        "ROLLUP, CUBE and GROUPING SETS are not published", hint: "ask a query for each total")
    }
    let rows = try PublishableRows(aggregate.input, of: source)
    var keys: [String] = []
    for key in aggregate.keys {
      guard case .column(let name) = rows.columns[key] else {
        throw refusal("persons' rows are grouped by columns, not expressions")
      }
      keys.append(try rows.dimension(name))
    }
    groups = PublishedTable(table: source.name, keys: keys, rows.conditions)
    figures = try Self.figures(aggregate.calls, of: rows, keys: keys)
    for column in source.fixed
    where !keys.contains(column) && rows.conditions[column]?.count != 1 {
      throw QueryError(
        "a count that is published is about one \(column)",
        hint: "add \(column) to GROUP BY, or WHERE \(column) = '…'")
    }
  }

  /// The step that groups the rows, below steps that work row by row on its result.
  private static func groups(
    in plan: Plan, _ refusal: PublicationRefusal
  ) throws(QueryError) -> Aggregate {
    switch plan {
    case .aggregate(let aggregate): return aggregate
    case .project(let input, let expressions):
      guard !expressions.contains(where: \.hasSubquery) else { break }
      return try groups(in: input, refusal)
    case .filter(let input, let condition):
      guard !condition.hasSubquery else { break }
      return try groups(in: input, refusal)
    case .sort(let input, _): return try groups(in: input, refusal)
    case .limit(let input, let count, let offset):
      guard ![count, offset].contains(where: { $0?.hasSubquery == true }) else { break }
      return try groups(in: input, refusal)
    case .scan, .values: throw refusal("rows of persons are never published")
    case .window:
      // Rows that are left out would be missing in its sums, and nobody would see it.
      throw QueryError(
        "windows over counts of persons are not published",
        hint: "a share is   count(*) FILTER (WHERE …) * 1.0 / count(*)")
    case .join, .combine, .distinct, .shared, .recursive, .workingTable, .preaggregated: break
    }
    throw refusal("joins, subqueries, DISTINCT, UNION and WITH are not published")
  }

  /// Aggregates that depend on how many rows have which values, and on nothing else: not on their order.
  private static let aggregates: Set<String> = [
    "count", "sum", "avg", "min", "max", "median", "share", "bool_and", "bool_or", "every",
  ]

  private static func figures(
    _ calls: [AggregateCall], of rows: PublishableRows, keys: [String]
  ) throws(QueryError) -> [PublishedTable] {
    var figures: [PublishedTable] = []
    for call in calls {
      guard aggregates.contains(call.signature.name) else {
        throw QueryError(
          "\(call.signature.name) is not published of persons",
          hint: "published are \(aggregates.sorted().joined(separator: ", "))")
      }
      var columns: Set<String> = []
      for place in call.arguments + call.order.map(\.column) {
        columns.formUnion(try rows.dimensions(of: place))
      }
      var conditions = rows.conditions
      if let filter = call.filter {
        if let simple = try rows.conditions(of: filter) {
          conditions = conditions.narrowed(by: simple)
        } else {
          columns.formUnion(try rows.dimensions(of: filter))
        }
      }
      figures.append(
        PublishedTable(
          table: rows.source.name, keys: keys + columns.subtracting(keys).sorted(), conditions))
    }
    return figures
  }
}

extension PublishableQuery {
  /// A plan with rows in the place of its groups.
  ///
  /// - Throws: ``QueryError`` for a plan that is not one of these steps over groups: rows of persons must
  ///   not pass because a step is not known here.
  static func replacingGroups(in plan: Plan, with rows: Plan) throws(QueryError) -> Plan {
    switch plan {
    case .aggregate: return rows
    case .project(let input, let expressions):
      return .project(try replacingGroups(in: input, with: rows), expressions)
    case .filter(let input, let condition):
      return .filter(try replacingGroups(in: input, with: rows), condition)
    case .sort(let input, let order):
      return .sort(try replacingGroups(in: input, with: rows), order)
    case .limit(let input, let count, let offset):
      return .limit(try replacingGroups(in: input, with: rows), count: count, offset: offset)
    default: throw QueryError("this statement is not published: its groups are not found")
    }
  }

  /// The step that groups the rows.
  static func groups(in plan: Plan) -> Plan? {
    switch plan {
    case .aggregate: plan
    case .project(let input, _), .filter(let input, _), .sort(let input, _),
      .limit(let input, _, _):
      groups(in: input)
    default: nil
    }
  }
}

extension PublishedTable {
  fileprivate init(table: String, keys: [String], _ conditions: [String: Set<String>]) {
    self.init(table: table, keys: keys, conditions: conditions.mapValues { $0.sorted() })
  }
}
