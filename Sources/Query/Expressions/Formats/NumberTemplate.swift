internal import Tables

/// A template of `to_char` for numbers: `FM999G990D00`.
struct NumberTemplate {
  enum Part: Equatable {
    /// A digit; zeros are written from the first `0` on.
    case digit(isZero: Bool)
    case comma
    case point
    /// The sign of the number, at its first digit or after its last.
    case sign
    /// A sign where it stands.
    case signHere
    case minus
    case plus
    /// `st`, `nd`, `rd` or `th` after a whole number.
    case ordinal(isUpper: Bool)
    /// The whole number in Roman numerals, instead of all digits.
    case roman(isUpper: Bool)
    case literal(String)
  }

  private(set) var parts: [Part] = []
  private(set) var isFilled = true
  private(set) var hasBrackets = false
  /// One digit before the point and an exponent.
  private(set) var isScientific = false
  /// The power of ten that `V` multiplies by, if it is there: how many `9` come after it.
  private(set) var shift: Int?
  /// Digits before and after the point.
  private(set) var before = 0
  private(set) var after = 0
  /// Digits after the point that are written even if they are zero.
  private(set) var always = 0

  init(_ template: String) throws {
    var rest = Substring(template).unicodeScalars
    while let scalar = rest.first {
      if let pattern = Self.patterns.first(where: { rest.starts(with: $0.unicodeScalars) }) {
        rest.removeFirst(pattern.unicodeScalars.count)
        try add(pattern)
        continue
      }
      rest.removeFirst()
      switch scalar {
      case "\"":
        var text = ""
        while let inner = rest.popFirst(), inner != "\"" {
          text.unicodeScalars.append(inner == "\\" ? rest.popFirst() ?? inner : inner)
        }
        parts.append(.literal(text))
      case "\\" where rest.first == "\"":
        rest.removeFirst()
        parts.append(.literal("\""))
      default: parts.append(.literal(String(scalar)))
      }
    }
    try checkSigns()
  }

  /// All in capitals or all in small letters; those that begin with another come before it.
  private static let patterns: [String] = {
    let names = ["EEEE", "FM", "MI", "PL", "PR", "RN", "SG", "TH", "S", "V", "L", "D", "G"]
    return names + names.map(Casing.lowered) + ["9", "0", ",", "."]
  }()

  var isRoman: Bool { parts.contains { if case .roman = $0 { true } else { false } } }

  private mutating func add(_ pattern: String) throws {
    let name = Casing.raised(pattern)
    let isUpper = pattern == name
    if isScientific {
      throw QueryError(
        name == "EEEE" ? "cannot use \"EEEE\" twice" : "\"EEEE\" must be the last pattern used")
    }
    switch name {
    case "9", "0": add(digitIsZero: name == "0")
    case ",", "G": parts.append(.comma)
    case ".", "D":
      if parts.contains(.point) { throw QueryError("multiple decimal points") }
      parts.append(.point)
    case "V": shift = shift ?? 0
    case "EEEE":
      try checkScientific()
      isScientific = true
    case "FM": isFilled = false
    case "S":
      if parts.contains(.sign) { throw QueryError("cannot use \"S\" twice") }
      parts.append(.sign)
    case "SG": parts.append(.signHere)
    case "MI": parts.append(.minus)
    case "PL": parts.append(.plus)
    case "PR": hasBrackets = true
    case "TH": parts.append(.ordinal(isUpper: isUpper))
    case "RN": parts.append(.roman(isUpper: isUpper))
    // The sign of a currency; texts are sorted and written as in the locale C, which has none.
    default: parts.append(.literal(" "))
    }
    if shift != nil, parts.contains(.point) {
      throw QueryError("cannot use \"V\" and decimal point together")
    }
  }

  private mutating func add(digitIsZero isZero: Bool) {
    let isAfter = parts.contains(.point)
    parts.append(.digit(isZero: isZero))
    if isAfter { after += 1 } else { before += 1 }
    if isAfter, isZero { always = after }
    if let shift, !isZero { self.shift = shift + 1 }
  }

  /// Signs, fillings and other forms of a number do not go with an exponent.
  private func checkScientific() throws {
    let others: [Part] = [.sign, .signHere, .minus, .plus]
    guard
      !isFilled || hasBrackets || shift != nil || isRoman || others.contains(where: parts.contains)
    else { return }
    throw QueryError(
      "\"EEEE\" is incompatible with other formats",
      hint: "beside EEEE, a template has digits and a decimal point only")
  }

  /// Only one pattern can say where the sign goes.
  private func checkSigns() throws {
    let others: [(Part, String)] = [(.signHere, "SG"), (.plus, "PL"), (.minus, "MI")]
    let used = others.filter { parts.contains($0.0) }.map(\.1) + (hasBrackets ? ["PR"] : [])
    guard parts.contains(.sign) || hasBrackets, let other = used.first,
      parts.contains(.sign) || used.count > 1
    else { return }
    throw QueryError(
      "cannot use \"\(parts.contains(.sign) ? "S" : "PR")\" and \"\(other)\" together")
  }
}
