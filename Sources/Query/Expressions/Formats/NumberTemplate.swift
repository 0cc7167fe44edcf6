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
    case literal(String)
  }

  private(set) var parts: [Part] = []
  private(set) var isFilled = true
  private(set) var hasBrackets = false
  /// Digits before and after the point.
  private(set) var before = 0
  private(set) var after = 0
  /// Digits after the point that are written even if they are zero.
  private(set) var always = 0

  init(_ template: String) throws {
    var rest = Substring(template).unicodeScalars
    var isAfter = false
    func starts(_ text: String) -> Bool {
      rest.prefix(text.utf8.count).map(Casing.raised).elementsEqual(text.unicodeScalars)
    }
    while let scalar = rest.first {
      if starts("FM") {
        isFilled = false
        rest.removeFirst(2)
      } else if starts("MI") {
        parts.append(.minus)
        rest.removeFirst(2)
      } else if starts("PL") {
        parts.append(.plus)
        rest.removeFirst(2)
      } else if starts("PR") {
        hasBrackets = true
        rest.removeFirst(2)
      } else if starts("SG") {
        parts.append(.signHere)
        rest.removeFirst(2)
      } else if let name = ["EEEE", "RN", "TH", "V", "L"].first(where: starts) {
        throw QueryError("pattern \"\(name)\" of to_char is not supported for numbers")
      } else {
        rest.removeFirst()
        switch scalar {
        case "9", "0":
          parts.append(.digit(isZero: scalar == "0"))
          if isAfter { after += 1 } else { before += 1 }
          if isAfter, scalar == "0" { always = after }
        case ",", "G", "g": parts.append(.comma)
        case ".", "D", "d":
          if isAfter { throw QueryError("multiple decimal points") }
          isAfter = true
          parts.append(.point)
        case "S", "s":
          if parts.contains(.sign) { throw QueryError("cannot use \"S\" twice") }
          parts.append(.sign)
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
    }
    try checkSigns()
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
