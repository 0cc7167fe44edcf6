internal import Tables

/// What a value looks like.
enum ValueKind {
  /// Empty, blank, or a word for a missing value.
  case missing
  case boolean
  /// A whole number of at most 18 digits.
  case integer
  /// A number with a decimal point.
  case pointReal
  /// A number with a decimal comma.
  case commaReal
  /// A number with an exponent and no mark.
  case plainReal
  case date
  case timestamp
  /// Digits that are no number: leading zeros, too many digits, a telephone number.
  case identifier
  case text
}

/// What a value looks like, with the details that decide between readings.
struct ValueClass {
  var kind: ValueKind
  var isPercent = false
  /// Whether a comma in it cannot part thousands.
  var isSureComma = false

  /// Whether it is a number in some reading.
  var isNumber: Bool {
    switch kind {
    case .integer, .pointReal, .commaReal, .plainReal: true
    default: false
    }
  }
}

/// Reads values from bytes.
struct ValueParser {
  /// The words that stand for a missing value in typed columns.
  let missing: MissingWords

  /// What a value looks like.
  func classify(_ value: Bytes) -> ValueClass {
    let value = Blanks.trimmed(value)
    guard let first = value.first, !missing.contains(value) else {
      return ValueClass(kind: .missing)
    }
    if first >= UInt8(ascii: "A"), first != 0xE2 {
      return ValueClass(kind: boolean(value) == nil ? .text : .boolean)
    }
    if DateScan.looksLikeISO(value) {
      if DateScan.date(value) != nil { return ValueClass(kind: .date) }
      if DateScan.timestamp(value) != nil { return ValueClass(kind: .timestamp) }
    }
    if let scan = NumberScan(value) {
      if scan.isIdentifier { return ValueClass(kind: .identifier) }
      return classify(scan, value)
    }
    return ValueClass(kind: DateScan.date(value) == nil ? .text : .date)
  }

  private func classify(_ scan: NumberScan, _ value: Bytes) -> ValueClass {
    var result = ValueClass(kind: .integer, isPercent: scan.isPercent)
    if scan.mark == UInt8(ascii: ",") {
      result.kind = .commaReal
      result.isSureComma = scan.fractionDigits != 3 || scan.wholeDigits > 3
    } else if scan.mark != 0 {
      result.kind = .pointReal
    } else if scan.exponent != nil {
      result.kind = .plainReal
    }
    // A number too large for a double is none.
    if scan.exponent != nil || scan.wholeDigits > 300, result.kind != .integer,
      scan.real(value) == nil
    {
      result.kind = .text
    }
    return result
  }

  /// Whether a value stands for a missing one.
  func isMissing(_ value: Bytes) -> Bool {
    let value = Blanks.trimmed(value)
    return value.isEmpty || missing.contains(value)
  }

  /// `true` or `false`, in any case.
  func boolean(_ value: Bytes) -> Bool? {
    let value = Blanks.trimmed(value)
    func matches(_ word: StaticString) -> Bool {
      word.withUTF8Buffer { word in
        value.count == word.count && value.indices.allSatisfy { value[$0] | 0x20 == word[$0] }
      }
    }
    return matches("true") ? true : matches("false") ? false : nil
  }

  /// A whole number. With a mark, the fraction must be zero.
  func integer(_ value: Bytes, decimalComma: Bool) -> Int64? {
    let value = Blanks.trimmed(value)
    guard let scan = NumberScan(value) else { return nil }
    if let integer = scan.integer { return integer }
    return real(scan, value, decimalComma: decimalComma).flatMap { Int64(exactly: $0) }
  }

  /// A number.
  func real(_ value: Bytes, decimalComma: Bool) -> Double? {
    let value = Blanks.trimmed(value)
    guard let scan = NumberScan(value) else { return nil }
    return real(scan, value, decimalComma: decimalComma)
  }

  private func real(_ scan: NumberScan, _ value: Bytes, decimalComma: Bool) -> Double? {
    let mark = UInt8(ascii: decimalComma ? "," : ".")
    return scan.mark == 0 || scan.mark == mark ? scan.real(value) : nil
  }

  /// A day.
  func date(_ value: Bytes) -> CalendarDate? { DateScan.date(Blanks.trimmed(value)) }

  /// A moment; a day is its first second.
  func timestamp(_ value: Bytes) -> Timestamp? {
    let value = Blanks.trimmed(value)
    return DateScan.timestamp(value) ?? DateScan.date(value).flatMap { Timestamp($0) }
  }
}
