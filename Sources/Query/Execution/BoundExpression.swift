internal import Tables

/// An expression whose names are columns of a batch, ready to be evaluated row by row.
///
/// Comparisons of a column with a literal are by far the most of what filters hold, so they have
/// cases of their own: a text is looked up in the column's dictionary once, a number compares
/// without a ``Cell``.
indirect enum BoundExpression {
  case literal(Cell)
  case column(Column)
  /// Whether a text column holds the text of a code; no code: no row holds it.
  case textEquals(codes: [UInt32], nulls: NullMask, code: UInt32?, negated: Bool)
  case integerEquals([Int64], nulls: NullMask, Int64, negated: Bool)
  case and(BoundExpression, BoundExpression)
  /// Anything else, by the rules of ``Expression/evaluated(_:)``.
  case general(Expression, [String: Column], constants: [String: Cell])

  /// A name that is no column is a constant.
  init(
    _ expression: Expression, columns: [String: Column], constants: [String: Cell] = [:]
  ) {
    switch expression {
    case .number(let number): self = .literal(.real(number))
    case .text(let text): self = .literal(.text(text))
    case .name(let name):
      self = columns[name].map(BoundExpression.column) ?? .literal(constants[name] ?? .null)
    case .binary(.and, let left, let right):
      self = .and(
        BoundExpression(left, columns: columns, constants: constants),
        BoundExpression(right, columns: columns, constants: constants))
    case .binary(let op, .name(let name), let literal) where op == .equal || op == .notEqual:
      self =
        columns[name].flatMap { Self.comparison($0, literal, negated: op == .notEqual) }
        ?? .general(expression, columns, constants: constants)
    default: self = .general(expression, columns, constants: constants)
    }
  }

  private static func comparison(
    _ column: Column, _ literal: Expression, negated: Bool
  ) -> BoundExpression? {
    switch (column.storage, literal) {
    case (.text(let codes, let dictionary), .text(let text)):
      .textEquals(
        codes: codes, nulls: column.nulls, code: dictionary.code(of: text), negated: negated)
    case (.integer(let values), .number(let number)):
      Int64(exactly: number).map {
        .integerEquals(values, nulls: column.nulls, $0, negated: negated)
      }
    default: nil
    }
  }

  func value(row: Int) throws(QueryError) -> Cell {
    switch self {
    case .literal(let cell): cell
    case .column(let column): column[row]
    case .general(let expression, let columns, let constants):
      try expression.evaluated { name throws(QueryError) in
        columns[name]?[row] ?? constants[name] ?? .null
      }
    case .textEquals, .integerEquals, .and:
      try truth(row: row).map(Cell.boolean) ?? .null
    }
  }

  /// The truth of a condition, `nil` when unknown.
  func truth(row: Int) throws(QueryError) -> Bool? {
    switch self {
    case .textEquals(let codes, let nulls, let code, let negated):
      return nulls[row] ? nil : (codes[row] == code) != negated
    case .integerEquals(let values, let nulls, let value, let negated):
      return nulls[row] ? nil : (values[row] == value) != negated
    case .and(let left, let right):
      let a = try left.truth(row: row)
      if a == false { return false }
      let b = try right.truth(row: row)
      return b == false ? false : (a == nil || b == nil ? nil : true)
    case .literal, .column, .general:
      switch try value(row: row) {
      case .null: return nil
      case .boolean(let boolean): return boolean
      case let cell: throw QueryError("a condition is needed, not \(cell.kind)")
      }
    }
  }
}
