internal import Diagnostics
internal import Tables

extension Binding {
  /// The value as another type, with the cast written out.
  ///
  /// Only for values that may take the type: see `ColumnType.becomes`.
  func converted(_ bound: BoundExpression, to type: ColumnType) -> Expression {
    if bound.isUnknown {
      if case .literal(.null, _) = bound.expression { return .literal(.null, type) }
      if type == .text { return bound.expression }
      return .cast(bound.expression, type, nil, at: bound.at)
    }
    if bound.type == type { return bound.expression }
    switch (type, bound.expression) {
    case (.real, .literal(.integer(let number), _)): return .literal(.real(Double(number)), .real)
    case (.numeric, .literal(.integer(let number), _)):
      return .literal(.numeric(DecimalNumber(Int128(number))), .numeric)
    case (.real, .literal(.numeric(let number), _)) where number.double.isFinite:
      return .literal(.real(number.double), .real)
    default: break
    }
    return .cast(bound.expression, type, nil, at: bound.at)
  }

  /// The value as a condition.
  func condition(_ bound: BoundExpression, of what: String) throws -> Expression {
    guard bound.isUnknown || bound.type == .boolean else {
      throw error(
        "argument of \(what) must be type boolean, not type \(bound.typeName)", at: bound.at,
        hint: "compare it with something, as in … <> 0")
    }
    return converted(bound, to: .boolean)
  }

  /// The one type of several values, as of CASE or UNION.
  func common(_ values: [BoundExpression], of what: String) throws -> ColumnType {
    var type: ColumnType?
    for value in values where !value.isUnknown {
      guard let known = type else {
        type = value.type
        continue
      }
      if known == value.type || value.type.becomes(known) { continue }
      guard known.becomes(value.type) else {
        throw error(
          "\(what) types \(known.rawValue) and \(value.typeName) cannot be matched",
          at: value.at, hint: "cast one of them, as in …::\(known.rawValue)")
      }
      type = value.type
    }
    return type ?? .text
  }

  /// The type of a cast.
  func type(_ node: SyntaxNode) throws -> (type: ColumnType, limit: CastLimit?, name: String) {
    let names = parts(node, "names").filter { $0 != "pg_catalog" }
    guard let name = names.first, names.count == 1 else {
      throw error("type \"\(names.joined(separator: "."))\" does not exist", node)
    }
    if !node.list("arrayBounds").isEmpty || node.isTrue("setof") {
      throw error("arrays are not supported", node, hint: "keep one value a row")
    }
    let modifiers = try node.list("typmods").map { modifier -> Int in
      guard case .literal(.integer(let number), _)? = try? constant(modifier).expression,
        let number = Int(exactly: number)
      else { throw error("type modifiers must be constants", modifier) }
      return number
    }
    func plain(_ type: ColumnType, _ limit: CastLimit? = nil) throws -> (
      ColumnType, CastLimit?, String
    ) {
      guard modifiers.isEmpty else {
        throw error("type modifier is not allowed for type \"\(name)\"", node)
      }
      return (type, limit, name)
    }
    switch name.lowercased() {
    case "int2", "smallint": return try plain(.integer, .bits(16))
    case "int4", "int", "integer": return try plain(.integer, .bits(32))
    case "int8", "bigint": return try plain(.integer)
    case "float4", "float8", "real", "float", "double": return try plain(.real)
    case "numeric", "decimal":
      guard let precision = modifiers.first else { return (.numeric, nil, name) }
      let scale = modifiers.count > 1 ? modifiers[1] : 0
      guard (1...1000).contains(precision) else {
        throw error("NUMERIC precision \(precision) must be between 1 and 1000", node)
      }
      guard (-1000...1000).contains(scale) else {
        throw error("NUMERIC scale \(scale) must be between -1000 and 1000", node)
      }
      let limit = CastLimit.digits(precision: precision, scale: scale)
      return (.numeric, limit, name)
    case "text": return try plain(.text)
    case "varchar", "bpchar", "char", "character":
      let isVarying = name.lowercased() == "varchar"
      if let count = modifiers.first, count < 1 {
        throw error(
          "length for type \(name == "bpchar" ? "char" : name) must be at least 1", node)
      }
      if isVarying { return (.text, modifiers.first.map { .characters($0) }, name) }
      // PostgreSQL's parser writes bpchar(1) for char alone.
      return (.text, .blankPadded(modifiers.first ?? (name == "bpchar" ? nil : 1)), name)
    case "bool", "boolean": return try plain(.boolean)
    case "date": return try plain(.date)
    case "timestamp":
      return (.timestamp, modifiers.first.flatMap(Self.fraction), name)
    case "interval":
      // The first modifier names the units.
      return (.interval, modifiers.dropFirst().first.flatMap(Self.fraction), name)
    default:
      throw error(
        "type \"\(name)\" \(Self.others[name] == nil ? "does not exist" : "is not supported")",
        node, hint: Self.others[name] ?? nearestType(name))
    }
  }

  /// A limit of digits of a second, where it takes some away.
  private static func fraction(_ digits: Int) -> CastLimit? {
    digits < 6 ? .fraction(max(0, digits)) : nil
  }

  private static let others = [
    "timestamptz": "use timestamp: times have no zone", "timetz": "use timestamp or interval",
    "time": "use timestamp or interval", "json": "use text", "jsonb": "use text",
    "uuid": "use text", "bytea": "use text", "xml": "use text", "money": "use numeric(12, 2)",
    "inet": "use text", "bit": "use integer or boolean", "varbit": "use integer or boolean",
    "name": "use text", "oid": "use bigint", "point": "use two columns",
  ]

  private func nearestType(_ name: String) -> String? {
    let habits = [
      "string": "text", "str": "text", "datetime": "timestamp", "number": "numeric",
      "tinyint": "smallint", "hugeint": "bigint", "long": "bigint", "int64": "bigint",
      "int32": "integer", "float64": "double precision", "nvarchar": "varchar",
    ]
    if let name = habits[name.lowercased()] { return "did you mean '\(name)'?" }
    let known = [
      "smallint", "integer", "bigint", "real", "numeric", "text", "varchar", "boolean", "date",
      "timestamp", "interval",
    ]
    return suggestion(for: name, among: known)
  }
}
