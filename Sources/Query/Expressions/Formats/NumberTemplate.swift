internal import Tables

/// A template of `to_char` for numbers: `FM999G990D00`.
struct NumberTemplate {
  private enum Part: Equatable {
    /// A digit; zeros are written from the first `0` on.
    case digit(isZero: Bool)
    case comma
    case point
    case sign
    case minus
    case plus
    case literal(String)
  }

  private var parts: [Part] = []
  private var isFilled = true
  private var hasBrackets = false
  /// Digits before and after the point.
  private var before = 0
  private var after = 0
  /// Digits after the point that are written even if they are zero.
  private var always = 0

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
        parts.append(.sign)
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
        case "S", "s": parts.append(.sign)
        case "\"":
          var text = ""
          while let inner = rest.popFirst(), inner != "\"" { text.unicodeScalars.append(inner) }
          parts.append(.literal(text))
        default: parts.append(.literal(String(scalar)))
        }
      }
    }
  }

  func text(_ value: Double) -> String {
    var decimal = Decimal(DecimalRounding.rounded(value, digits: Int64(after)))
    decimal.isNegative = value < 0
    return text(decimal)
  }

  func text(_ value: Int64) -> String {
    var decimal = Decimal(0)
    decimal.isNegative = value < 0
    decimal.digits = String(value.magnitude).utf8.map { $0 - 48 }
    decimal.point = value == 0 ? 0 : decimal.digits.count
    if value == 0 { decimal.digits = [] }
    return text(decimal)
  }

  private func text(_ value: Decimal) -> String {
    let isNegative = value.isNegative
    let isTooLarge = value.point > before
    /// The digit for 10^place.
    func digit(_ place: Int) -> Character {
      if isTooLarge { return "#" }
      let index = value.point - 1 - place
      guard value.digits.indices.contains(index) else { return "0" }
      return Character(Unicode.Scalar(48 + value.digits[index]))
    }
    let written = Swift.max(value.point, 0)
    let hasSign = parts.contains(.sign) || parts.contains(.minus)
    // Filled templates without a point write at least one digit.
    var place = before
    var isStarted = false
    var isAfter = false
    var result = ""
    /// Where the number itself starts, for its sign.
    var start: String.Index?
    /// Where its field starts, with the blanks before it.
    var field: String.Index?
    let lastShown = lastDigitAfter(value)
    func begin() {
      if start == nil { start = result.endIndex }
    }
    for part in parts {
      switch part {
      case .digit, .comma, .point: field = field ?? result.endIndex
      default: break
      }
      switch part {
      case .digit(let isZero):
        if isAfter {
          place -= 1
          if isFilled || isZero || -place <= lastShown || isTooLarge { result.append(digit(place)) }
          continue
        }
        place -= 1
        let isLast = place == 0 && after == 0 && !parts.contains(.point)
        if !isStarted, place < written || isZero || isTooLarge || isLast { isStarted = true }
        if isStarted {
          begin()
          result.append(digit(place))
        } else if isFilled {
          result.append(" ")
        }
      case .comma:
        if isStarted || isAfter {
          result.append(",")
        } else if isFilled {
          result.append(" ")
        }
      case .point:
        isAfter = true
        begin()
        result.append(".")
      case .sign:
        if parts.first == .sign || start == nil {
          continue
        }
        result.append(isNegative ? "-" : "+")
      case .minus:
        if isNegative { result.append("-") } else if isFilled { result.append(" ") }
      case .plus:
        if !isNegative { result.append("+") } else if isFilled { result.append(" ") }
      case .literal(let text): result += text
      }
    }
    let first = start ?? result.endIndex
    if hasBrackets {
      if isNegative {
        result.insert("<", at: first)
        result.append(">")
      } else if isFilled {
        result = " " + result + " "
      }
      return result
    }
    let isSignFirst =
      parts.firstIndex(of: .sign).map { sign in
        !parts[..<sign].contains { if case .digit = $0 { true } else { false } }
      } ?? false
    if isSignFirst {
      result.insert(isNegative ? "-" : "+", at: first)
    } else if !hasSign {
      if isNegative {
        result.insert("-", at: first)
      } else if isFilled {
        result.insert(" ", at: field ?? first)
      }
    }
    return result
  }

  /// The last place after the point that has a digit to show.
  private func lastDigitAfter(_ value: Decimal) -> Int {
    Swift.max(always, value.digits.count - value.point)
  }
}
