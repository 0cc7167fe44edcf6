internal import Tables

extension NumberTemplate {
  /// Doubles are rounded as the decimal numbers that they are written as, as all over the engine.
  func text(_ value: Double) -> String {
    let rounded = places.map { DecimalRounding.rounded(value, digits: Int64($0)) }
    var decimal = ShortestDigits(rounded ?? value)
    decimal.isNegative = value < 0
    return text(decimal)
  }

  func text(_ value: Int64) -> String { text(DecimalNumber(Int128(value))) }

  func text(_ value: DecimalNumber) -> String {
    let rounded = (places.map { value.rounded(to: $0) } ?? value).shortened
    var decimal = ShortestDigits(0)
    decimal.isNegative = value.isNegative
    if !rounded.isZero {
      decimal.digits = rounded.units.digits.utf8.map { $0 - 48 }
      decimal.point = decimal.digits.count - rounded.scale
      while decimal.digits.last == 0 { decimal.digits.removeLast() }
    }
    return text(decimal)
  }

  /// How many decimals of the number the template shows; `nil` where that depends on its exponent.
  private var places: Int? { isScientific ? nil : isRoman ? 0 : after + (shift ?? 0) }

  private func text(_ value: ShortestDigits) -> String {
    if isScientific { return scientific(value) }
    var value = value
    if let shift, !value.digits.isEmpty, !isRoman { value.point += shift }
    var writer = NumberWriter(self, value)
    for part in parts { writer.write(part) }
    return writer.signed
  }

  /// A blank or `-`, one digit, the decimals and an exponent of at least two digits. Ties go away
  /// from zero.
  private func scientific(_ value: ShortestDigits) -> String {
    var digits = value.digits
    var exponent = digits.isEmpty ? 0 : value.point - 1
    if digits.count > after + 1 {
      let isUp = digits[after + 1] >= 5
      digits.removeSubrange((after + 1)...)
      if isUp {
        while digits.last == 9 { digits.removeLast() }
        if let last = digits.indices.last {
          digits[last] += 1
        } else {
          digits = [1]
          exponent += 1
        }
      }
    }
    digits += repeatElement(0, count: after + 1 - digits.count)
    let decimals = digits.dropFirst().map(String.init).joined()
    return (value.isNegative ? "-" : " ") + String(digits[0]) + (after > 0 ? "." : "") + decimals
      + (exponent < 0 ? "e-" : "e+") + TimeText.padded(abs(exponent), 2)
  }
}

/// Writes one number, part by part of a template.
private struct NumberWriter {
  private let template: NumberTemplate
  private let value: ShortestDigits
  /// Whether the number has more digits than the template before the point: marks stand for them all.
  private let isTooLarge: Bool
  /// The power of ten of the digit that was written last.
  private var place: Int
  /// Whether a digit before the point has been written; before the first there may be blanks.
  private var isStarted = false
  private var isAfter = false
  private var result = ""
  /// Where the number itself starts, for its sign.
  private var start: String.Index?
  /// Where its field starts, with the blanks before it.
  private var field: String.Index?

  init(_ template: NumberTemplate, _ value: ShortestDigits) {
    self.template = template
    self.value = value
    isTooLarge = max(value.point, 1) > template.before
    place = template.before
  }

  mutating func write(_ part: NumberTemplate.Part) {
    switch part {
    case .digit, .point: if template.isRoman { return }
    default: break
    }
    switch part {
    case .digit, .comma, .point: field = field ?? result.endIndex
    default: break
    }
    switch part {
    case .digit(let isZero):
      place -= 1
      if isAfter { writeAfter(isZero: isZero) } else { writeBefore(isZero: isZero) }
    case .comma:
      if isStarted || isAfter {
        result.append(",")
      } else if template.isFilled {
        result.append(" ")
      }
    case .point:
      isAfter = true
      start = start ?? result.endIndex
      if template.after > 0 { result.append(".") }
    case .sign: break
    case .signHere:
      // The blanks of the number come after it.
      field = field ?? result.endIndex
      result.append(value.isNegative ? "-" : "+")
    case .minus: write("-", if: value.isNegative)
    case .plus: write("+", if: !value.isNegative)
    case .ordinal(let isUpper): writeOrdinal(isUpper: isUpper)
    case .roman(let isUpper):
      let numeral = RomanNumeral.text(value.whole) ?? String(repeating: "#", count: Self.romanWidth)
      if template.isFilled {
        result += String(repeating: " ", count: Self.romanWidth - numeral.utf8.count)
      }
      result += isUpper ? numeral : Casing.lowered(numeral)
    case .literal(let text): result += text
    }
  }

  /// The letters of 3 888, the longest numeral below 4 000.
  private static let romanWidth = 15

  private mutating func writeOrdinal(isUpper: Bool) {
    guard !isTooLarge, !value.isNegative, !template.isRoman, !template.parts.contains(.point),
      let whole = value.whole
    else { return }
    result += OrdinalEnding.text(whole, isUpper: isUpper)
  }

  private mutating func write(_ sign: Character, if isMeant: Bool) {
    if isMeant { result.append(sign) } else if template.isFilled { result.append(" ") }
  }

  private mutating func writeBefore(isZero: Bool) {
    // A template without a point writes at least one digit, and so does one without blanks for 0.
    let isBareZero = !template.isFilled && template.always == 0 && value.digits.isEmpty
    let hasPoint = template.after > 0 || template.parts.contains(.point)
    let isLast = place == 0 && (!hasPoint || isBareZero)
    if !isStarted, place < max(value.point, 0) || isZero || isTooLarge || isLast {
      isStarted = true
    }
    if isStarted {
      start = start ?? result.endIndex
      result.append(digit)
    } else if template.isFilled {
      result.append(" ")
    }
  }

  private mutating func writeAfter(isZero: Bool) {
    /// The last place after the point that has a digit to show.
    let last = max(template.always, value.digits.count - value.point)
    if template.isFilled || isZero || -place <= last || isTooLarge { result.append(digit) }
  }

  /// The digit for 10^place.
  private var digit: Character {
    if isTooLarge { return "#" }
    let index = value.point - 1 - place
    guard value.digits.indices.contains(index) else { return "0" }
    return Character(Unicode.Scalar(48 + value.digits[index]))
  }

  /// What was written, with the sign where the template has it.
  var signed: String {
    if template.isRoman { return result }
    var text = result
    let first = start ?? text.endIndex
    let (isNegative, isFilled) = (value.isNegative, template.isFilled)
    if template.hasBrackets {
      if isNegative {
        text.insert("<", at: first)
        text.append(">")
      } else if isFilled {
        text = " " + text + " "
      }
      return text
    }
    let parts = template.parts
    if let sign = parts.firstIndex(of: .sign) {
      let isBehind = !parts[sign...].prefix { $0 != .point }
        .contains { if case .digit = $0 { true } else { false } }
      let digits = result.lastIndex { $0.isNumber || $0 == "." || $0 == "#" }
      let end = digits.map { text.index(after: $0) } ?? text.endIndex
      text.insert(
        isNegative ? "-" : "+", at: isBehind || parts[..<sign].contains(.point) ? end : first)
    } else if !parts.contains(.signHere), !parts.contains(.minus), start != nil || field != nil {
      if isNegative {
        text.insert("-", at: first)
      } else if isFilled {
        text.insert(" ", at: field ?? first)
      }
    }
    return text
  }
}

extension ShortestDigits {
  /// The number, if it is whole and has at most 18 digits; negative ones are negative.
  fileprivate var whole: Int? {
    guard digits.count <= point, point <= 18 else { return digits.isEmpty ? 0 : nil }
    let size = (0..<point).reduce(0) {
      $0 * 10 + (digits.indices.contains($1) ? Int(digits[$1]) : 0)
    }
    return isNegative ? -size : size
  }
}
