/// A scalar or aggregate expression, as plain values that can be compared, printed and sent away.
package indirect enum Expression: Hashable, Sendable {
  /// A number.
  case number(Double)
  /// A text in single quotes.
  case text(String)
  /// TRUE or FALSE.
  case boolean(Bool)
  /// NULL.
  case null
  /// A column, or a name that the caller gives a value.
  case name(String)
  /// `-x`
  case negated(Expression)
  /// `NOT x`
  case not(Expression)
  /// Two operands.
  case binary(BinaryOperator, Expression, Expression)
  /// `x [NOT] IN (a, b, …)`
  case isIn(Expression, [Expression], negated: Bool)
  /// `x IS [NOT] NULL`
  case isNull(Expression, negated: Bool)
  /// `function([argument]) [FILTER (WHERE condition)]`; no argument stands for `count(*)`.
  case aggregate(AggregateFunction, argument: Expression?, filter: Expression?)
}

/// An operator between two operands.
package enum BinaryOperator: String, Hashable, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case equal = "="
  case notEqual = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case and = "AND"
  case or = "OR"
}

extension Expression {
  /// Every name the expression uses, in order of appearance.
  package var names: [String] {
    switch self {
    case .number, .text, .boolean, .null: []
    case .name(let name): [name]
    case .negated(let operand), .not(let operand), .isNull(let operand, _): operand.names
    case .binary(_, let left, let right): left.names + right.names
    case .isIn(let operand, let list, _): operand.names + list.flatMap(\.names)
    case .aggregate(_, let argument, let filter):
      (argument?.names ?? []) + (filter?.names ?? [])
    }
  }
}
