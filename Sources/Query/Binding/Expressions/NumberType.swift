internal import Tables

/// The type that PostgreSQL gives a number, from the narrowest on.
///
/// Whole numbers are 64 bits here, whatever it is. It decides what they mean: where a whole number overflows, and
/// whether a sum of it is `bigint` or `numeric`.
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
    case .numeric: return .numeric
    case .real: return .double
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
    let numbers = operands.compactMap(\.numberType)
    let isArithmetic =
      Self.arithmetic.contains(name) && !numbers.isEmpty
      && operands.allSatisfy { $0.isUnknown || $0.numberType != nil }
    let expression =
      operands.count == 2
      ? try binary(name, operands[0], operands[1], at: place)
      : try operation(name, operands, at: place)
    let result = BoundExpression(expression, at: place)
    guard isArithmetic, let number = numbers.max() else {
      // Days between days.
      return name == "-" && expression.type == .integer ? result.numbered(.integer) : result
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

  /// PostgreSQL's type of a whole number that a function gives, where it is not that of the value as such.
  func numberType(of name: String, _ arguments: [BoundExpression]) -> NumberType? {
    switch name {
    case "abs", "@", "mod", "gcd", "lcm": return arguments.compactMap(\.numberType).max()
    case "scale", "min_scale": return .integer
    default: return Self.smallCounts.contains(name) ? .integer : nil
    }
  }

  /// PostgreSQL's type of an aggregate's result.
  func numberType(ofAggregate name: String, _ arguments: [BoundExpression]) -> NumberType? {
    let last = arguments.last?.numberType
    switch name {
    case "sum": return last.map { max($0, .bigint) }
    case "min", "max", "any_value", "mode", "percentile_disc", "bit_and", "bit_or": return last
    default: return nil
    }
  }

  /// The aggregate as PostgreSQL has it: means of whole numbers are decimal, and so are sums of large ones.
  func exact(
    _ signature: AggregateSignature, _ arguments: [BoundExpression]
  ) -> AggregateSignature {
    let takesWhole = signature.parameters == [.integer]
    if signature.name == "sum", (arguments.first?.numberType ?? .bigint) < .bigint {
      return signature
    }
    return FunctionTable.aggregates[signature.name]?.first {
      takesWhole && $0.parameters == signature.parameters && $0.result == .numeric
    } ?? signature
  }

  /// A comparison of a whole number with a decimal constant as one of whole numbers, which is as right and much
  /// faster over a column: n > 2.5 is n > 2, and n >= 2.5 too. `nil` for all others.
  func wholeComparison(_ name: String, _ operands: [BoundExpression], at place: Int) throws
    -> Expression?
  {
    guard operands.count == 2, Self.turned[name] != nil else { return nil }
    if case .literal(.numeric, _) = operands[0].expression {
      guard operands[1].type == .integer, let turned = Self.turned[name] else { return nil }
      return try wholeComparison(turned, [operands[1], operands[0]], at: place)
    }
    guard operands[0].type == .integer, !operands[0].isUnknown,
      case .literal(.numeric(let number), _) = operands[1].expression,
      let floor = number.floor.integer
    else { return nil }
    let isWhole = number.integer != nil
    if !isWhole, name == "=" || name == "<>" { return nil }
    let operation = isWhole ? name : name == ">=" ? ">" : name == "<" ? "<=" : name
    let whole = BoundExpression(.literal(.integer(floor), .integer), at: operands[1].at)
    return try self.operation(operation, [operands[0], whole], at: place)
  }

  /// What a comparison is with its sides exchanged.
  private static let turned = [
    "=": "=", "<>": "<>", "<": ">", "<=": ">=", ">": "<", ">=": "<=",
  ]
}
