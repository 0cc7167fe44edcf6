internal import Tables

extension NumberTemplate {
  func text(_ value: Double) -> String {
    var decimal = ShortestDigits(DecimalRounding.rounded(value, digits: Int64(after)))
    decimal.isNegative = value < 0
    return text(decimal)
  }

  func text(_ value: Int64) -> String {
    var decimal = ShortestDigits(0)
    decimal.isNegative = value < 0
    decimal.digits = String(value.magnitude).utf8.map { $0 - 48 }
    decimal.point = value == 0 ? 0 : decimal.digits.count
    if value == 0 { decimal.digits = [] }
    return text(decimal)
  }

  func text(_ value: DecimalNumber) -> String {
    let rounded = value.rounded(to: after)
    var decimal = ShortestDigits(0)
    decimal.isNegative = value.isNegative
    if !rounded.isZero {
      let units = rounded.shortened.units
      decimal.digits = units.digits.utf8.map { $0 - 48 }
      decimal.point = decimal.digits.count - rounded.shortened.scale
      while decimal.digits.last == 0 { decimal.digits.removeLast() }
    }
    return text(decimal)
  }

  private func text(_ value: ShortestDigits) -> String {
    var writer = NumberWriter(self, value)
    for part in parts { writer.write(part) }
    return writer.signed
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
    case .literal(let text): result += text
    }
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
    } else if !parts.contains(.signHere), !parts.contains(.minus) {
      if isNegative {
        text.insert("-", at: first)
      } else if isFilled {
        text.insert(" ", at: field ?? first)
      }
    }
    return text
  }
}
