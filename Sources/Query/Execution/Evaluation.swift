internal import Diagnostics
package import Tables

extension Expression {
  /// The value of an expression without aggregates.
  ///
  /// Null logic is that of SQL: an operation on NULL is NULL, `AND` and `OR` are three-valued.
  /// They read their right side only when the left one does not decide, so that
  /// `n <> 0 AND x / n > 1` never divides by zero.
  ///
  /// The closure gives a name its value; it throws for a name that it does not know.
  package func evaluated(
    _ value: (String) throws(QueryError) -> Cell
  ) throws(QueryError) -> Cell {
    switch self {
    case .number(let number): return .real(number)
    case .text(let text): return .text(text)
    case .boolean(let boolean): return .boolean(boolean)
    case .null: return .null
    case .name(let name): return try value(name)
    case .negated(let operand):
      let cell = try operand.evaluated(value)
      if cell == .null { return .null }
      guard let number = cell.number else { throw QueryError("'-' needs a number") }
      return .real(-number)
    case .not(let operand):
      return try operand.truth(value).map { .boolean(!$0) } ?? .null
    case .binary(.and, let left, let right):
      let a = try left.truth(value)
      if a == false { return .boolean(false) }
      let b = try right.truth(value)
      if b == false { return .boolean(false) }
      return a == nil || b == nil ? .null : .boolean(true)
    case .binary(.or, let left, let right):
      let a = try left.truth(value)
      if a == true { return .boolean(true) }
      let b = try right.truth(value)
      if b == true { return .boolean(true) }
      return a == nil || b == nil ? .null : .boolean(false)
    case .binary(let op, let left, let right):
      return try op.applied(try left.evaluated(value), try right.evaluated(value))
    case .isIn(let operand, let list, let negated):
      return try Self.membership(
        try operand.evaluated(value), list, negated: negated, value)
    case .isNull(let operand, let negated):
      return .boolean((try operand.evaluated(value) == .null) != negated)
    case .aggregate(let function, _, _):
      throw QueryError("\(function.rawValue) is not allowed here")
    }
  }

  /// The truth of a condition, `nil` when unknown.
  func truth(_ value: (String) throws(QueryError) -> Cell) throws(QueryError) -> Bool? {
    switch try evaluated(value) {
    case .null: return nil
    case .boolean(let boolean): return boolean
    case let cell: throw QueryError("a condition is needed, not \(cell.kind)")
    }
  }

  private static func membership(
    _ operand: Cell, _ list: [Expression], negated: Bool,
    _ value: (String) throws(QueryError) -> Cell
  ) throws(QueryError) -> Cell {
    guard operand != .null else { return .null }
    var sawNull = false
    for item in list {
      let candidate = try item.evaluated(value)
      if candidate == .null {
        sawNull = true
      } else if try operand.equals(candidate) {
        return .boolean(!negated)
      }
    }
    return sawNull ? .null : .boolean(negated)
  }
}

extension BinaryOperator {
  fileprivate func applied(_ a: Cell, _ b: Cell) throws(QueryError) -> Cell {
    if a == .null || b == .null { return .null }
    switch self {
    case .equal: return .boolean(try a.equals(b))
    case .notEqual: return .boolean(!(try a.equals(b)))
    case .less: return .boolean(try a.isLess(than: b))
    case .lessOrEqual: return .boolean(!(try b.isLess(than: a)))
    case .greater: return .boolean(try b.isLess(than: a))
    case .greaterOrEqual: return .boolean(!(try a.isLess(than: b)))
    case .and, .or: throw QueryError("a condition is needed, not \(a.kind)")
    case .add, .subtract, .multiply, .divide: return .real(try arithmetic(a, b))
    }
  }

  private func arithmetic(_ a: Cell, _ b: Cell) throws(QueryError) -> Double {
    guard let x = a.number, let y = b.number else {
      throw QueryError("'\(rawValue)' needs numbers, not \((a.number == nil ? a : b).kind)")
    }
    let result: Double
    switch self {
    case .add: result = x + y
    case .subtract: result = x - y
    case .multiply: result = x * y
    default:
      guard y != 0 else { throw QueryError("division by zero") }
      result = x / y
    }
    guard result.isFinite else { throw QueryError("the result of '\(rawValue)' is out of range") }
    return result
  }
}
