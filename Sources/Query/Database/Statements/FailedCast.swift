internal import Tables

/// Finds where the value stands that a cast could not use.
struct FailedCast {
  private let query: BoundQuery

  init(_ query: BoundQuery) {
    self.query = query
  }

  /// The error with the row, column and table of its value, where they can be told: the cast is of a
  /// column that a table is read for.
  func located(_ error: QueryError) -> QueryError {
    guard let value = error.value, let place = error.position,
      let (scan, column) = Self.column(castAt: place, in: query.plan)
    else { return error }
    var error = error
    let name = scan.source.schema.fields[column].name
    let row = try? Self.row(of: value, in: scan.source, column)
    error.origin =
      (row.flatMap { $0 }.map { "row \($0) of " } ?? "") + "\"\(scan.name)\", column '\(name)'"
    return error
  }

  /// The column of a table that is cast at a place of the query.
  private static func column(castAt place: Int, in plan: Plan) -> (Scan, Int)? {
    for expression in plan.expressions {
      var operand: Int?
      _ = expression.contains { part in
        if case .cast(.column(let column, .text), _, _, place) = part { operand = column }
        return operand != nil
      }
      if let operand, let found = origin(ofColumn: operand, below: plan) { return found }
    }
    return plan.inputs.lazy.compactMap { column(castAt: place, in: $0) }.first
  }

  /// Where a column of the rows that a step reads comes from, if it is handed up as it is.
  private static func origin(ofColumn column: Int, below plan: Plan) -> (Scan, Int)? {
    var column = column
    for input in plan.inputs {
      if column < input.width { return origin(ofColumn: column, in: input) }
      column -= input.width
    }
    return nil
  }

  private static func origin(ofColumn column: Int, in plan: Plan) -> (Scan, Int)? {
    switch plan {
    case .scan(let scan): return (scan, scan.columns[column])
    case .project(let input, let expressions):
      guard case .column(let inner, _) = expressions[column] else { return nil }
      return origin(ofColumn: inner, in: input)
    case .filter, .sort, .limit, .distinct, .join: return origin(ofColumn: column, below: plan)
    case .shared(let shared): return origin(ofColumn: column, in: shared.plan)
    default: return nil
    }
  }

  /// The first row that holds a text, from 1.
  private static func row(
    of value: String, in source: any ChunkSource, _ column: Int
  ) throws -> Int? {
    var reader = try source.open(columns: [column]).reader()
    var rows = 0
    while let (_, chunks) = try reader.next() {
      for chunk in chunks {
        for row in 0..<chunk.rowCount where chunk.columns[0][row] == .text(value) {
          return rows + row + 1
        }
        rows += chunk.rowCount
      }
    }
    return nil
  }
}
