/// A value of JSON whose members keep their order.
enum JSONValue: ExpressibleByStringLiteral {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case members([(String, JSONValue)])

  init(stringLiteral text: String) { self = .string(text) }

  /// An object without the members that have no value.
  static func object(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .members(members.compactMap { name, value in value.map { (name, $0) } })
  }

  /// An array, or nothing where it would be empty.
  static func array(ifAny values: [JSONValue]) -> JSONValue? {
    values.isEmpty ? nil : .array(values)
  }

  /// The value as text: small values on one line, members of larger ones on lines of their own.
  var text: String { text(levels: Self.levels) }

  /// The value as text with so many levels laid out.
  func text(levels: Int) -> String {
    var text = ""
    write(to: &text, indent: 0, isSmall: false, levels)
    return text + "\n"
  }

  private func write(to text: inout String, indent: Int, isSmall: Bool, _ levels: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += value.isFinite ? Self.text(value) : "null"
    case .string(let value): Self.write(value, to: &text)
    case .array(let values):
      write(values.map { (nil, $0) }, "[", "]", to: &text, indent, isSmall, levels)
    case .members(let members):
      write(members.map { ($0.0, $0.1) }, "{", "}", to: &text, indent, isSmall, levels)
    }
  }

  /// Three levels are laid out, which tells blocks, tables and rows apart; what is below is on one line.
  private func write(
    _ members: [(name: String?, value: JSONValue)], _ open: String, _ close: String,
    to text: inout String, _ indent: Int, _ isSmall: Bool, _ levels: Int
  ) {
    let isOnOneLine = isSmall || members.isEmpty || indent >= levels
    let gap = "\n" + String(repeating: "  ", count: indent + 1)
    text += open
    for (place, member) in members.enumerated() {
      if place > 0 { text += isOnOneLine ? ", " : "," }
      if !isOnOneLine { text += gap }
      if let name = member.name {
        Self.write(name, to: &text)
        text += ": "
      }
      member.value.write(to: &text, indent: indent + 1, isSmall: isOnOneLine, levels)
    }
    if !isOnOneLine { text += gap.dropLast(2) }
    text += close
  }

  static let levels = 5

  /// As Swift writes it, which is the shortest that reads back the same; JSON knows no `1e+300`'s plus
  /// otherwise, but takes it.
  private static func text(_ value: Double) -> String { "\(value)" }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case _
      where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
        || (0x2028...0x2029).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
