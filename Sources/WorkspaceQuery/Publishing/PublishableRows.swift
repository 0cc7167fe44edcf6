internal import Query
internal import Tables

/// The rows of persons below the groups of a query: which of them, and what their columns are.
struct PublishableRows {
  let source: PublishableQuery.Source
  /// What each column is.
  let columns: [Column]
  /// The rows are those with one of these values in each of these columns.
  let conditions: [String: Set<String>]

  /// A column of rows.
  enum Column {
    /// One of the table.
    case column(String)
    /// One that is computed from others.
    indirect case expression(Expression, of: [Column])
  }

  /// Takes the rows apart.
  ///
  /// - Throws: What stands in the way, and how to ask instead.
  init(_ plan: Plan, of source: PublishableQuery.Source) throws(QueryError) {
    self.source = source
    let refusal = PublicationRefusal(source: source)
    switch plan {
    case .scan(let scan):
      columns = scan.columns.map { .column(scan.source.schema.fields[$0].name) }
      conditions = [:]
    case .project(let input, let expressions):
      let rows = try PublishableRows(input, of: source)
      columns = expressions.map { expression in
        if case .column(let place, _) = expression { return rows.columns[place] }
        return .expression(expression, of: rows.columns)
      }
      conditions = rows.conditions
    case .filter(let input, let condition):
      let rows = try PublishableRows(input, of: source)
      guard let own = try rows.conditions(of: condition, rows.columns) else {
        throw refusal(
          "WHERE takes columns that have one of some values, joined by AND",
          hint: "WHERE wave = '…' AND question IN ('…', '…')")
      }
      columns = rows.columns
      conditions = rows.conditions.narrowed(by: own)
    default:
      throw refusal("joins, subqueries, DISTINCT and windows are not published")
    }
  }

  /// The name of a column, if rows may be counted by it.
  func dimension(_ name: String) throws(QueryError) -> String {
    guard source.dimensions.contains(name) else {
      let known = source.dimensions.sorted().joined(separator: ", ")
      throw QueryError(
        "counts by \(name) are not published", hint: "columns to count by: \(known)")
    }
    return name
  }

  // MARK: Conditions

  /// The values that a column of truth values asks for; `nil` for another kind of condition.
  func conditions(of place: Int) throws(QueryError) -> [String: Set<String>]? {
    switch columns[place] {
    case .column(let name): [try dimension(name): ["true"]]
    case .expression(let condition, let columns): try conditions(of: condition, columns)
    }
  }

  private func conditions(
    of condition: Expression, _ columns: [Column]
  ) throws(QueryError) -> [String: Set<String>]? {
    switch condition {
    case .and(let parts):
      var result: [String: Set<String>] = [:]
      for part in parts {
        guard let own = try conditions(of: part, columns) else { return nil }
        result = result.narrowed(by: own)
      }
      return result
    case .call(let signature, let operands, _) where signature.name == "=" && operands.count == 2:
      if let own = try asked(operands[0], [operands[1]], columns) { return own }
      return try asked(operands[1], [operands[0]], columns)
    case .isIn(let column, let values, negated: false):
      return try asked(column, values, columns)
    case .column(_, .boolean):
      return try asked(condition, [.literal(.boolean(true), .boolean)], columns)
    case .not(let column):
      return try asked(column, [.literal(.boolean(false), .boolean)], columns)
    default: return nil
    }
  }

  /// That a column has one of some values, if that is what the parts are.
  private func asked(
    _ column: Expression, _ values: [Expression], _ columns: [Column]
  ) throws(QueryError) -> [String: Set<String>]? {
    guard case .column(let place, _) = column, case .column(let name) = columns[place] else {
      return nil
    }
    var written: Set<String> = []
    for value in values {
      guard case .literal(let cell, _) = value, let text = cell.written else { return nil }
      written.insert(text)
    }
    return [try dimension(name): written]
  }

  // MARK: Expressions

  /// The columns of the table from which a column is computed.
  ///
  /// - Throws: A refusal of columns that rows may not be counted by, and of what could fail in a row.
  func dimensions(of place: Int) throws(QueryError) -> Set<String> {
    try dimensions(of: columns[place])
  }

  private func dimensions(of column: Column) throws(QueryError) -> Set<String> {
    switch column {
    case .column(let name): [try dimension(name)]
    case .expression(let expression, let columns): try dimensions(of: expression, columns)
    }
  }

  private static let comparisons: Set<String> = ["=", "<>", "<", "<=", ">", ">="]

  private func dimensions(
    of expression: Expression, _ columns: [Column]
  ) throws(QueryError) -> Set<String> {
    var parts: [Expression]
    switch expression {
    case .literal(let cell, _):
      guard Self.isSmall(cell) else {
        throw QueryError(
          "numbers beyond 1 000 000 000 are not taken with rows of persons",
          hint: "multiply the result instead")
      }
      return []
    case .column(let place, _): return try dimensions(of: columns[place])
    case .call(let signature, let operands, _) where Self.comparisons.contains(signature.name):
      parts = operands
    case .and(let operands), .or(let operands), .coalesce(let operands, _): parts = operands
    case .with(let operands, let body): parts = operands + [body]
    case .operand: return []
    case .not(let operand), .isNull(let operand, _): parts = [operand]
    case .isIn(let operand, let values, _): parts = [operand] + values
    case .choose(let branches, let otherwise, _):
      parts = branches.flatMap { [$0.condition, $0.result] }
      if let otherwise { parts.append(otherwise) }
    case .cast(let operand, let type, let limit, _) where Self.neverFails(operand, type, limit):
      parts = [operand]
    default:
      throw QueryError(
        "only CASE, comparisons, AND, OR, COALESCE and try_cast are taken inside an aggregate of persons' "
          + "rows", hint: "compute with the results: avg(…) * 100 instead of avg(… * 100)")
    }
    var result: Set<String> = []
    for part in parts { result.formUnion(try dimensions(of: part, columns)) }
    return result
  }

  private static func neverFails(
    _ operand: Expression, _ type: ColumnType, _ limit: CastLimit?
  ) -> Bool {
    switch limit {
    case .orNull: true
    case nil: type == .text || operand.type.becomes(type)
    default: false
    }
  }

  /// Whether no sum over rows can leave the range of whole numbers, which would tell how many they are.
  private static func isSmall(_ cell: Cell) -> Bool {
    switch cell {
    case .integer(let value): value.magnitude <= 1_000_000_000
    case .real(let value): value.magnitude <= 1_000_000_000
    case .numeric(let value): value.double.magnitude <= 1_000_000_000
    default: true
    }
  }
}

extension [String: Set<String>] {
  /// The values that both allow.
  func narrowed(by others: Self) -> Self {
    merging(others) { $0.intersection($1) }
  }
}
