internal import Tables

/// Reads values from bytes. All that reads a cell of a file asks this.
struct ValueParser {
  /// The words that stand for a missing value in typed columns.
  let missing: MissingWords

  /// What a value looks like.
  func classify(_ value: Bytes) -> ValueClass {
    let value = Blanks.trimmed(value)
    guard let first = value.first, !missing.contains(value) else {
      return ValueClass(kind: .missing)
    }
    if first >= UInt8(ascii: "A"), first < 0xC0 {
      if value.count == 1 {
        if first == UInt8(ascii: "t") { return ValueClass(kind: .letterTrue) }
        if first == UInt8(ascii: "f") { return ValueClass(kind: .letterFalse) }
      }
      return boolean(value) == nil ? unusual(value) : ValueClass(kind: .boolean)
    }
    if DateScan.looksLikeISO(value) {
      if DateScan.isoDate(value) != nil { return ValueClass(kind: .date) }
      if DateScan.isoTimestamp(value) != nil { return ValueClass(kind: .timestamp) }
    }
    if let scan = NumberScan(value) {
      if scan.isIdentifier { return ValueClass(kind: .identifier) }
      return classify(scan) { scan.real(value) }
    }
    return unusual(value)
  }

  /// A day or a number in a writing that few files have.
  @inline(never)
  private func unusual(_ value: Bytes) -> ValueClass {
    if let day = WrittenDay(value) {
      if day.hasZone { return ValueClass(kind: .zonedMoment) }
      return ValueClass(kind: day.time == nil ? .date : .timestamp, order: day.order)
    }
    guard let number = WrittenNumber(value) else { return ValueClass(kind: .text) }
    switch number.flaw {
    case .bound: return ValueClass(kind: .bound)
    case .footnote: return ValueClass(kind: .footnote)
    case .unit: return ValueClass(kind: .unitNumber)
    case nil: break
    }
    if number.scan.isIdentifier { return ValueClass(kind: .identifier) }
    var result = classify(number.scan) { number.real }
    result.unit = number.unit ?? result.unit
    guard number.groupMark != 0 else { return result }
    result.isLong = false
    let isPoint = number.groupMark == UInt8(ascii: ".")
    switch result.kind {
    case .integer: result.kind = isPoint ? .pointInteger : .commaInteger
    case .pointGroup, .commaGroup: result.kind = isPoint ? .commaReal : .pointReal
    default: break
    }
    return result
  }

  private func classify(_ scan: NumberScan, real: () -> Double?) -> ValueClass {
    var result = ValueClass(kind: .integer, unit: scan.isPercent ? .percent : nil)
    if scan.mark != 0 {
      let isComma = scan.mark == UInt8(ascii: ",")
      if scan.mayBeGroup {
        result.kind = isComma ? .commaGroup : .pointGroup
        result.endsInZero = scan.mantissa % 10 == 0
      } else {
        result.kind = isComma ? .commaReal : .pointReal
      }
    } else if scan.exponent != nil {
      result.kind = .plainReal
    } else {
      result.isLong = scan.wholeDigits > 3
    }
    // A number too large for a double is none.
    if scan.exponent != nil || scan.wholeDigits > 300, result.kind != .integer, real() == nil {
      result.kind = .text
    }
    return result
  }

  /// Whether a value stands for a missing one.
  func isMissing(_ value: Bytes) -> Bool {
    let value = Blanks.trimmed(value)
    return value.isEmpty || missing.contains(value)
  }

  /// `true` or `false` in any case, or the letters `t` and `f`.
  func boolean(_ value: Bytes) -> Bool? {
    let value = Blanks.trimmed(value)
    func matches(_ word: StaticString) -> Bool {
      word.withUTF8Buffer { word in
        value.count == word.count && value.indices.allSatisfy { value[$0] | 0x20 == word[$0] }
      }
    }
    if value.count == 1 {
      return value[0] == UInt8(ascii: "t") ? true : value[0] == UInt8(ascii: "f") ? false : nil
    }
    return matches("true") ? true : matches("false") ? false : nil
  }

  /// A whole number. With a mark, the fraction must be zero.
  func integer(_ value: Bytes, _ style: CellStyle) -> Int64? {
    number(value, style) { scan, bytes in
      scan.integer ?? scan.real(bytes).flatMap { Int64(exactly: $0) }
    }
  }

  /// A number.
  func real(_ value: Bytes, _ style: CellStyle) -> Double? {
    number(value, style) { $0.real($1) }
  }

  /// Hands over a number with the mark of the style, or none.
  private func number<Value>(
    _ value: Bytes, _ style: CellStyle, _ read: (NumberScan, Bytes) -> Value?
  ) -> Value? {
    let value = Blanks.trimmed(value)
    if let scan = NumberScan(value) { return number(scan, value, style, read) }
    guard let written = WrittenNumber(value), written.flaw == nil else { return nil }
    return written.digits.withUnsafeBufferPointer { digits in
      // Groups beside a decimal mark tell which is which.
      written.groupMark == 0
        ? number(written.scan, digits, style, read) : read(written.scan, digits)
    }
  }

  private func number<Value>(
    _ scan: NumberScan, _ bytes: Bytes, _ style: CellStyle, _ read: (NumberScan, Bytes) -> Value?
  ) -> Value? {
    if scan.mark == 0 || scan.mark == UInt8(ascii: style.decimalComma ? "," : ".") {
      return read(scan, bytes)
    }
    return scan.mayBeGroup && style.groups != .unknown ? read(scan.grouped, bytes) : nil
  }

  /// A day.
  func date(_ value: Bytes, _ style: CellStyle) -> CalendarDate? {
    let value = Blanks.trimmed(value)
    if let date = DateScan.isoDate(value) { return date }
    guard let day = WrittenDay(value), day.time == nil, !day.hasZone else {
      return DateScan.compactDate(value)
    }
    return day.date(style.dayOrder)
  }

  /// A moment; a day is its first second.
  func timestamp(_ value: Bytes, _ style: CellStyle) -> Timestamp? {
    let value = Blanks.trimmed(value)
    if let moment = DateScan.isoTimestamp(value) { return moment }
    guard let day = WrittenDay(value), !day.hasZone else {
      return (DateScan.isoDate(value) ?? DateScan.compactDate(value)).flatMap { Timestamp($0) }
    }
    guard let date = day.date(style.dayOrder) else { return nil }
    guard let time = day.time else { return Timestamp(date) }
    return Timestamp(
      date, hour: time.hour, minute: time.minute, second: time.second,
      microsecond: time.microsecond)
  }
}
