internal import Tables

/// The type that PostgreSQL gives a number, from the narrowest on.
///
/// Whole numbers are 64 bits here and all others doubles, whatever it is. It decides what they mean:
/// where a whole number overflows, that a quotient of decimals keeps its fraction, which way a tie
/// rounds, and whether a sum of it is `bigint` or `numeric`.
enum NumberType: Int, Comparable {
  case smallint, integer, bigint, numeric, double

  /// Of a whole number that a query writes.
  init(_ constant: Int64) { self = Int32(exactly: constant) == nil ? .bigint : .integer }

  /// By the name of a type.
  init?(named name: String) {
    switch name.lowercased() {
    case "int2", "smallint": self = .smallint
    case "int4", "int", "integer": self = .integer
    case "int8", "bigint": self = .bigint
    case "numeric", "decimal": self = .numeric
    case "float4", "float8", "real", "float", "double": self = .double
    default: return nil
    }
  }

  /// The least size that a whole number of it may not leave; `nil` where the machine's is the limit.
  var bits: Int? {
    switch self {
    case .smallint: 16
    case .integer: 32
    case .bigint, .numeric, .double: nil
    }
  }

  static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

extension BoundExpression {
  /// PostgreSQL's type of the number: that of columns of files unless something else is known. `nil` for
  /// all other values.
  var numberType: NumberType? {
    if isUnknown { return nil }
    switch type {
    case .integer: return number ?? .bigint
    case .real: return number ?? .double
    default: return nil
    }
  }

  /// The same with what PostgreSQL calls it.
  func numbered(_ number: NumberType?) -> BoundExpression {
    var copy = self
    copy.number = number
    return copy
  }
}

extension [BoundExpression] {
  /// The one type of several numbers.
  var numberType: NumberType? { compactMap(\.numberType).max() }
}

extension Binding {
  private static let arithmetic: Set<String> = ["+", "-", "*", "/", "%", "^", "&", "|", "#", "~"]

  /// An operator of one or two operands, with what PostgreSQL's types of numbers ask for.
  func calculation(_ name: String, _ operands: [BoundExpression], at place: Int) throws
    -> BoundExpression
  {
    var operands = operands
    let numbers = operands.compactMap(\.numberType)
    let isArithmetic =
      Self.arithmetic.contains(name) && !numbers.isEmpty
      && operands.allSatisfy { $0.isUnknown || $0.numberType != nil }
    if isArithmetic, name == "/", numbers.max() == .numeric {
      operands = operands.map {
        $0.type == .integer ? BoundExpression(converted($0, to: .real), at: $0.at) : $0
      }
    }
    let expression =
      operands.count == 2
      ? try binary(name, operands[0], operands[1], at: place)
      : try operation(name, operands, at: place)
    let result = BoundExpression(expression, at: place)
    guard isArithmetic, let number = numbers.max() else {
      // Days between days.
      return name == "-" && expression.type == .integer ? result.numbered(.integer) : result
    }
    if expression.type == .real {
      return result.numbered(number == .numeric ? .numeric : .double)
    }
    guard expression.type == .integer else { return result }
    return kept(result.numbered(number))
  }

  /// A whole number within the bounds of its type, or an error.
  func kept(_ bound: BoundExpression) -> BoundExpression {
    guard bound.type == .integer, let bits = bound.number?.bits else { return bound }
    return BoundExpression(
      .cast(bound.expression, .integer, .bits(bits), at: bound.at), at: bound.at
    )
    .numbered(bound.number)
  }

  /// Functions of PostgreSQL's type integer, which never leave it.
  static let smallCounts: Set<String> = [
    "length", "char_length", "character_length", "octet_length", "bit_length", "strpos", "position",
    "ascii", "width_bucket",
  ]

  /// PostgreSQL's type of a function's result, where it is not that of the value as such.
  func numberType(of name: String, _ arguments: [BoundExpression]) -> NumberType? {
    let numbers = arguments.compactMap(\.numberType)
    switch name {
    case "abs", "@", "mod", "gcd", "lcm": return numbers.max()
    case "round", "trunc":
      return arguments.count == 2 ? .numeric : numbers.max() == .numeric ? .numeric : .double
    case "ceil", "ceiling", "floor", "sign", "power", "pow", "sqrt", "exp", "ln", "log", "log10":
      return numbers.max() == .numeric ? .numeric : .double
    case "div", "extract": return .numeric
    default: return Self.smallCounts.contains(name) ? .integer : nil
    }
  }

  /// PostgreSQL's type of an aggregate's result.
  func numberType(ofAggregate name: String, _ arguments: [BoundExpression]) -> NumberType? {
    let last = arguments.last?.numberType
    switch name {
    case "sum": return last.map { $0 < .bigint ? .bigint : $0 == .bigint ? .numeric : $0 }
    case "avg", "variance", "var_samp", "var_pop", "stddev", "stddev_samp", "stddev_pop":
      return last == .double ? .double : .numeric
    case "min", "max", "any_value", "mode", "percentile_disc", "bit_and", "bit_or": return last
    default: return nil
    }
  }

  /// A number as another type of number: decimals round ties away from zero, doubles to the even
  /// neighbour.
  func rounding(_ operand: BoundExpression, to type: ColumnType) -> Expression {
    guard type == .integer, operand.type == .real, operand.numberType == .numeric,
      let round = FunctionTable.scalars["round"]?.first(where: {
        $0.parameters == [.real, .integer]
      })
    else { return operand.expression }
    return .call(
      round, [operand.expression, .literal(.integer(0), .integer)], at: operand.at)
  }
}
