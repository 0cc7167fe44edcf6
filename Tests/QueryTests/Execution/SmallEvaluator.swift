import Query
import Tables

/// The few expressions that plans in these tests use.
enum SmallEvaluator {
  static let scalar: ReferenceExecutor.Scalar = { expression, row, parameters, run in
    try value(expression, row, parameters, run)
  }

  private static func value(
    _ expression: Expression, _ row: [Cell], _ parameters: [Cell],
    _ run: (Subquery, [Cell]) throws -> [[Cell]]
  ) throws -> Cell {
    func inner(_ operand: Expression) throws -> Cell { try value(operand, row, parameters, run) }
    switch expression {
    case .literal(let cell, _): return cell
    case .column(let column, _): return row[column]
    case .parameter(let number, _): return parameters[number]
    case .and(let operands):
      let values = try operands.map(inner)
      if values.contains(.boolean(false)) { return .boolean(false) }
      return values.contains(.null) ? .null : .boolean(true)
    case .isNull(let operand, let negated):
      return .boolean((try inner(operand) == .null) != negated)
    case .subquery(let subquery, _):
      let rows = try run(subquery, try subquery.parameters.map(inner))
      if case .exists = subquery.kind { return .boolean(!rows.isEmpty) }
      return rows.first?.first ?? .null
    case .call(let signature, let operands, _):
      let values = try operands.map(inner)
      guard case .integer(let a) = values[0], case .integer(let b) = values[1] else {
        if signature.name == "=", !values.contains(.null) {
          return .boolean(values[0] == values[1])
        }
        return .null
      }
      switch signature.name {
      case "=": return .boolean(a == b)
      case "<": return .boolean(a < b)
      case ">": return .boolean(a > b)
      case "+": return .integer(a + b)
      case "/":
        if b == 0 { throw QueryError("division by zero") }
        return .integer(a / b)
      default: return .integer(a * b)
      }
    default: throw QueryError("the tests use no such expression")
    }
  }
}

/// Short ways to write expressions.
extension Expression {
  static func whole(_ value: Int) -> Expression { .literal(.integer(Int64(value)), .integer) }
  static func number(_ column: Int) -> Expression { .column(column, .integer) }
  static func call(_ name: String, _ a: Expression, _ b: Expression) -> Expression {
    let isArithmetic = ["+", "*", "/"].contains(name)
    return .call(
      ScalarSignature(name, [a.type, b.type], isArithmetic ? .integer : .boolean),
      [a, b], at: 0)
  }
}
