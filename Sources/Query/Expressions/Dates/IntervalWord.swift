internal import Tables

/// A piece of the text of an interval.
enum IntervalWord {
  case name(String)
  case number(IntervalNumber)
  /// `1-2`: years and months.
  case months(Int64, Int64, isNegative: Bool)
  /// `04:05:06.7`.
  case clock(String, isNegative: Bool)

  /// Splits bytes in lower case; marks between the pieces are passed over.
  static func words(_ bytes: [UInt8]) throws -> [IntervalWord] {
    var words: [IntervalWord] = []
    var place = 0
    func text(_ isPart: (UInt8) -> Bool) -> String {
      let start = place
      while place < bytes.count, isPart(bytes[place]) { place += 1 }
      return String(decoding: bytes[start..<place], as: UTF8.self)
    }
    while place < bytes.count {
      let byte = bytes[place]
      if byte &- 97 < 26 {
        words.append(.name(text { $0 &- 97 < 26 }))
        continue
      }
      let isSign = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      if isSign {
        place += 1
        // `1 month - 1 day`.
        _ = text(Blanks.isBlank)
      }
      guard place < bytes.count, bytes[place] &- 48 < 10 || bytes[place] == UInt8(ascii: ".") else {
        guard !isSign, place < bytes.count else { throw IntervalParser.invalid }
        place += 1
        continue
      }
      let digits = text { $0 &- 48 < 10 || $0 == 58 || $0 == 46 || $0 == 45 || $0 == 47 }
      words.append(try word(digits, isNegative: byte == UInt8(ascii: "-")))
    }
    return words
  }

  private static func word(_ digits: String, isNegative: Bool) throws -> IntervalWord {
    if digits.contains(":") {
      guard !digits.contains("-") else { throw IntervalParser.invalid }
      return .clock(digits, isNegative: isNegative)
    }
    guard digits.contains("-") else {
      return .number(try IntervalNumber((isNegative ? "-" : "") + digits))
    }
    let parts = digits.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let years = Int64(parts[0]), let months = Int64(parts[1]) else {
      throw IntervalParser.invalid
    }
    guard months < 12 else { throw IntervalParser.outOfRange }
    return .months(years, months, isNegative: isNegative)
  }
}

extension IntervalParser {
  /// `P1Y2M3W4DT5H6M7S`, `P0001-02-03T04:05:06` or `P00010203T040506`, without its first letter.
  mutating func readISO(_ bytes: [UInt8]) throws {
    var place = 0
    var isTime = false
    guard !bytes.isEmpty else { throw Self.invalid }
    func number() throws -> (IntervalNumber, digits: Int) {
      let start = place
      while place < bytes.count, bytes[place] &- 48 < 10 || (43...46).contains(bytes[place]),
        place == start || bytes[place] &- 48 < 10 || bytes[place] == 46
      { place += 1 }
      let text = String(decoding: bytes[start..<place], as: UTF8.self)
      return (try IntervalNumber(text), text.utf8.filter { $0 &- 48 < 10 }.count)
    }
    var sizes: ArraySlice<Int> = []
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "T"), !isTime {
        isTime = true
        sizes = []
        place += 1
        continue
      }
      let (value, digits) = try number()
      let unit = place < bytes.count ? bytes[place] : 0
      let isEnd = unit == 0 || unit == UInt8(ascii: "T")
      let mark = UInt8(ascii: isTime ? ":" : "-")
      if sizes.isEmpty, isEnd, digits == (isTime ? 6 : 8), value.fraction == 0 {
        let whole = value.whole
        if isTime {
          microseconds +=
            (Int128(whole / 10_000) * 3600 + Int128(whole / 100 % 100) * 60 + Int128(whole % 100))
            * 1_000_000
        } else {
          months += Int128(whole / 10_000) * 12 + Int128(whole / 100 % 100)
          days += Int128(whole % 100)
        }
        continue
      }
      if unit == mark || isEnd || !sizes.isEmpty {
        // Fields by their order.
        if sizes.isEmpty { sizes = [0, 1, 2] }
        guard let size = sizes.popFirst(), unit == mark || isEnd else { throw Self.invalid }
        switch (isTime, size) {
        case (false, 0): months += value.parts(of: 12)
        case (false, 1): addMonths(value)
        case (false, _): addDays(value, 1)
        case (true, 0): microseconds += value.parts(of: 3_600_000_000)
        case (true, 1): microseconds += value.parts(of: 60_000_000)
        case (true, _): microseconds += value.parts(of: 1_000_000)
        }
        if unit == mark {
          place += 1
          guard place < bytes.count, !sizes.isEmpty else { throw Self.invalid }
        }
        continue
      }
      switch (unit, isTime) {
      case (UInt8(ascii: "Y"), false): months += value.parts(of: 12)
      case (UInt8(ascii: "M"), false): addMonths(value)
      case (UInt8(ascii: "W"), false): addDays(value, 7)
      case (UInt8(ascii: "D"), false): addDays(value, 1)
      case (UInt8(ascii: "H"), true): microseconds += value.parts(of: 3_600_000_000)
      case (UInt8(ascii: "M"), true): microseconds += value.parts(of: 60_000_000)
      case (UInt8(ascii: "S"), true): microseconds += value.parts(of: 1_000_000)
      default: throw Self.invalid
      }
      place += 1
    }
  }
}
