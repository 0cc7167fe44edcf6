import Tables

@testable import Query

/// Reads the SQL of test cases: literals, casts by `::`, operators and calls. The same texts were
/// given to PostgreSQL.
struct CaseParser {
  private var tokens: [(text: String, isQuoted: Bool)] = []
  private var place = 0

  static func expression(_ text: String) throws -> Expression {
    var parser = CaseParser()
    parser.cut(text)
    let result = try parser.operation(0)
    guard parser.place == parser.tokens.count else {
      throw QueryError("case not read to the end: \(text)")
    }
    return result
  }

  private mutating func cut(_ sql: String) {
    let scalars = Array(sql.unicodeScalars)
    var i = 0
    func text(_ part: ArraySlice<Unicode.Scalar>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: part)
      return String(view)
    }
    let marks: Set<Unicode.Scalar> = Set("+-*/%^|=<>&#~!:@".unicodeScalars)
    while i < scalars.count {
      let start = i
      if scalars[i] == "'" {
        var value = String.UnicodeScalarView()
        i += 1
        while i < scalars.count {
          if scalars[i] == "'" {
            if i + 1 < scalars.count, scalars[i + 1] == "'" { i += 1 } else { break }
          }
          value.append(scalars[i])
          i += 1
        }
        i += 1
        tokens.append((String(value), true))
      } else if scalars[i] == " " {
        i += 1
      } else if scalars[i].properties.isAlphabetic || scalars[i].value &- 48 < 10 {
        let isNumber = scalars[i].value &- 48 < 10
        while i < scalars.count,
          scalars[i].properties.isAlphabetic || scalars[i].value &- 48 < 10 || scalars[i] == "_"
            || (isNumber && scalars[i] == ".")
            || (isNumber && (scalars[i] == "-" || scalars[i] == "+") && scalars[i - 1] == "e")
        { i += 1 }
        tokens.append((text(scalars[start..<i]), false))
      } else if marks.contains(scalars[i]) {
        while i < scalars.count, marks.contains(scalars[i]) {
          if i > start, scalars[i] == "-" || scalars[i] == "~", scalars[start] != "!" { break }
          i += 1
        }
        tokens.append((text(scalars[start..<i]), false))
      } else {
        i += 1
        tokens.append((text(scalars[start..<i]), false))
      }
    }
  }

  private var next: String? {
    place < tokens.count && !tokens[place].isQuoted ? tokens[place].text.lowercased() : nil
  }

  private mutating func take(_ text: String) -> Bool {
    guard next == text else { return false }
    place += 1
    return true
  }

  private mutating func need(_ text: String) throws {
    guard take(text) else { throw QueryError("case: \(text) expected at \(place)") }
  }

  private static let powers: [String: Int] = [
    "or": 1, "and": 2, "is": 4, "=": 5, "<>": 5, "<": 5, ">": 5, "<=": 5, ">=": 5, "like": 6,
    "ilike": 6, "similar": 6, "in": 6, "||": 7, "~": 7, "~*": 7, "&": 7, "|": 7, "#": 7,
    "<<": 7, ">>": 7, "+": 8, "-": 8, "*": 9, "/": 9, "%": 9, "^": 10, "::": 12,
  ]

  private mutating func operation(_ least: Int) throws -> Expression {
    var left = try operand()
    while let name = next, let power = Self.powers[name], power > least {
      place += 1
      switch name {
      case "::":
        let type = try typeName()
        left = .cast(left, type.0, type.1, at: 7)
      case "is":
        let negated = take("not")
        if take("distinct") {
          try need("from")
          let right = try operation(power)
          left = try resolved("IS DISTINCT FROM", [left, right])
          if negated { left = .not(left) }
        } else {
          try need("null")
          left = .isNull(left, negated: negated)
        }
      case "in":
        try need("(")
        let list = try arguments().map {
          if case .literal(.null, _) = $0 { Expression.literal(.null, left.type) } else { $0 }
        }
        left = .isIn(left, list, negated: false)
      case "and": left = .and([left, try operation(power)])
      case "or": left = .or([left, try operation(power)])
      case "similar", "like", "ilike":
        if name == "similar" { try need("to") }
        var all = [left, try operation(power)]
        if take("escape") { all.append(try operation(power)) }
        left = try resolved(name.uppercased(), all)
      default: left = try resolved(name, [left, try operation(power)])
      }
    }
    return left
  }

  private mutating func arguments() throws -> [Expression] {
    var all: [Expression] = []
    if take(")") { return all }
    repeat { all.append(try operation(0)) } while take(",")
    try need(")")
    return all
  }

  private mutating func operand() throws -> Expression {
    guard place < tokens.count else { throw QueryError("case: ends early") }
    let (text, isQuoted) = tokens[place]
    place += 1
    if isQuoted { return .literal(.text(text), .text) }
    switch text.lowercased() {
    case "(":
      let inner = try operation(0)
      try need(")")
      return inner
    case "-":
      let inner = try operation(11)
      if case .literal(.integer(let value), _) = inner {
        return .literal(.integer(-value), .integer)
      }
      if case .literal(.real(let value), _) = inner { return .literal(.real(-value), .real) }
      return try resolved("-", [inner])
    case "~", "@": return try resolved(text, [try operation(11)])
    case "not": return .not(try operation(3))
    case "null": return .literal(.null, .text)
    case "true": return .literal(.boolean(true), .boolean)
    case "false": return .literal(.boolean(false), .boolean)
    case "case": return try choice()
    case "date", "timestamp", "interval":
      if place < tokens.count, tokens[place].isQuoted {
        place -= 1
        let type = try typeName()
        return .cast(try operand(), type.0, type.1, at: 7)
      }
    default: break
    }
    if let first = text.unicodeScalars.first, first.value &- 48 < 10 {
      if let value = Int64(text) { return .literal(.integer(value), .integer) }
      return .literal(.real(Double(text) ?? 0), .real)
    }
    try need("(")
    return try resolved(text, try arguments())
  }

  private mutating func choice() throws -> Expression {
    var branches: [Expression.Branch] = []
    while take("when") {
      let condition = try operation(0)
      try need("then")
      branches.append(.init(condition: condition, result: try operation(0)))
    }
    let otherwise = take("else") ? try operation(0) : nil
    try need("end")
    return .choose(branches, otherwise: otherwise, branches[0].result.type)
  }

  private mutating func typeName() throws -> (ColumnType, CastLimit?) {
    let name = next ?? ""
    place += 1
    var numbers: [Int] = []
    if ["varchar", "numeric"].contains(name), take("(") {
      repeat {
        let sign = take("-") ? -1 : 1
        numbers.append(sign * (Int(next ?? "") ?? 0))
        place += 1
      } while take(",")
      try need(")")
    }
    switch name {
    case "int", "integer", "int4": return (.integer, .bits(32))
    case "int2", "smallint": return (.integer, .bits(16))
    case "int8", "bigint": return (.integer, nil)
    case "float8": return (.real, nil)
    case "numeric":
      guard let precision = numbers.first else { return (.numeric, nil) }
      return (.numeric, .digits(precision: precision, scale: numbers.count > 1 ? numbers[1] : 0))
    case "varchar": return (.text, numbers.first.map { .characters($0) })
    case "text": return (.text, nil)
    case "boolean", "bool": return (.boolean, nil)
    case "date": return (.date, nil)
    case "timestamp": return (.timestamp, nil)
    case "interval": return (.interval, nil)
    default: throw QueryError("case: unknown type \(name)")
    }
  }

  /// The call with the arguments cast to the signature that needs the fewest casts.
  private func resolved(_ name: String, _ arguments: [Expression]) throws -> Expression {
    if name == "coalesce" {
      return .coalesce(arguments, arguments.first { !Self.isUntyped($0) }?.type ?? .text)
    }
    var best: (cost: Int, call: Expression)?
    for signature in ScalarCatalogue.signatures where signature.name == name {
      var types = signature.parameters
      if signature.isVariadic, let last = types.last {
        while types.count < arguments.count { types.append(last) }
      }
      guard types.count == arguments.count else { continue }
      var cost = 0
      for (type, argument) in zip(types, arguments) { cost += Self.cost(argument, type) }
      guard cost < 100, best.map({ cost < $0.cost }) ?? true else { continue }
      let cast = zip(types, arguments).map { type, argument -> Expression in
        if argument.type == type { return argument }
        if case .literal(.null, _) = argument { return .literal(.null, type) }
        return .cast(argument, type, nil, at: 7)
      }
      best = (cost, .call(signature, cast, at: 7))
    }
    guard let best else { throw QueryError("case: no function \(name)") }
    return best.call
  }

  private static func isUntyped(_ expression: Expression) -> Bool {
    if case .literal(.text, _) = expression { return true }
    if case .literal(.null, _) = expression { return true }
    return false
  }

  private static func cost(_ argument: Expression, _ type: ColumnType) -> Int {
    if argument.type == type { return 0 }
    switch (argument.type, type) {
    case (.integer, .real): return 1
    case (.date, .timestamp): return 2
    default: return isUntyped(argument) ? 3 : 100
    }
  }
}
