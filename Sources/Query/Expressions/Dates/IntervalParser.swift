internal import Tables

/// Reads lengths of time: `1 year 2 months -3 days 04:05:06`, `1.5 hours ago`, `P1Y2M3DT4H5M6S`.
struct IntervalParser {
  private var months = 0.0
  private var days = 0.0
  private var seconds = 0.0

  static func interval(_ text: String) throws -> CalendarInterval {
    var parser = IntervalParser()
    let word = Casing.lowered(Blanks.trimmed(text))
    guard !word.isEmpty, word.utf8.allSatisfy({ $0 < 0x80 }) else { throw invalid }
    if word.utf8.first == UInt8(ascii: "p") {
      try parser.readISO(Array(word.utf8.dropFirst()))
    } else {
      try parser.readWords(Array(word.utf8))
    }
    return try parser.result()
  }

  private static var invalid: QueryError {
    QueryError("invalid input syntax for type interval")
  }

  private func result() throws -> CalendarInterval {
    guard let months = Int32(exactly: months.rounded()),
      let days = Int32(exactly: days.rounded()),
      let seconds = Int64(exactly: seconds.rounded(.toNearestOrEven))
    else { throw QueryError("interval field value out of range") }
    return CalendarInterval(months: months, days: days, seconds: seconds)
  }

  private mutating func readWords(_ bytes: [UInt8]) throws {
    var place = 0
    var isEmpty = true
    while place < bytes.count {
      if Blanks.isBlank(bytes[place]) || bytes[place] == UInt8(ascii: "@") {
        place += 1
        continue
      }
      if let word = Self.word(bytes, &place) {
        guard word == "ago", !isEmpty else { throw Self.invalid }
        (months, days, seconds) = (-months, -days, -seconds)
        while place < bytes.count {
          guard Blanks.isBlank(bytes[place]) else { throw Self.invalid }
          place += 1
        }
        break
      }
      let start = place
      let value = try Self.number(bytes, &place)
      isEmpty = false
      if place < bytes.count, bytes[place] == UInt8(ascii: ":") {
        try readClock(bytes, &place, hours: value, isNegative: bytes[start] == UInt8(ascii: "-"))
        continue
      }
      if place < bytes.count, bytes[place] == UInt8(ascii: "-") {
        // 1-2: years and months.
        place += 1
        let more = try Self.number(bytes, &place)
        guard more < 12 else { throw QueryError("interval field value out of range") }
        months += value * 12 + (bytes[start] == UInt8(ascii: "-") ? -more : more)
        continue
      }
      while place < bytes.count, Blanks.isBlank(bytes[place]) { place += 1 }
      if place == bytes.count {
        seconds += value
      } else {
        guard let unit = Self.word(bytes, &place) else { throw Self.invalid }
        try add(value, unit)
      }
    }
    if isEmpty { throw Self.invalid }
  }

  private static func word(_ bytes: [UInt8], _ place: inout Int) -> String? {
    let start = place
    while place < bytes.count, bytes[place] &- 97 < 26 { place += 1 }
    return place > start ? String(decoding: bytes[start..<place], as: UTF8.self) : nil
  }

  private static func number(_ bytes: [UInt8], _ place: inout Int) throws -> Double {
    var sign = ""
    if place < bytes.count, bytes[place] == 43 || bytes[place] == 45 {
      sign = bytes[place] == 45 ? "-" : ""
      place += 1
      // `1 month - 1 day`.
      while place < bytes.count, Blanks.isBlank(bytes[place]) { place += 1 }
    }
    let start = place
    while place < bytes.count, bytes[place] &- 48 < 10 || bytes[place] == 46 { place += 1 }
    var text = sign + String(decoding: bytes[start..<place], as: UTF8.self)
    if text.utf8.last == 46 { text += "0" }
    guard text.utf8.contains(where: { $0 &- 48 < 10 }), let value = Double(text),
      value.isFinite
    else { throw invalid }
    return value
  }

  private mutating func readClock(
    _ bytes: [UInt8], _ place: inout Int, hours: Double, isNegative: Bool
  ) throws {
    var parts = [hours.magnitude]
    while place < bytes.count, bytes[place] == UInt8(ascii: ":"), parts.count < 3 {
      place += 1
      guard place < bytes.count, bytes[place] &- 48 < 10 else { throw Self.invalid }
      parts.append(try Self.number(bytes, &place))
    }
    guard parts[1] < 60, parts.count < 3 || parts[2] <= 60 else {
      throw QueryError("interval field value out of range")
    }
    let total = parts[0] * 3600 + parts[1] * 60 + (parts.count > 2 ? parts[2] : 0)
    seconds += isNegative ? -total : total
  }

  private mutating func add(_ value: Double, _ unit: String) throws {
    switch unit {
    case "y", "yr", "yrs", "year", "years": addMonths(value * 12)
    case "mon", "mons", "month", "months": addMonths(value)
    case "decade", "decades", "dec", "decs": addMonths(value * 120)
    case "c", "cent", "century", "centuries": addMonths(value * 1200)
    case "mil", "mils", "millennium", "millennia": addMonths(value * 12_000)
    case "w", "week", "weeks": addDays(value * 7)
    case "d", "day", "days": addDays(value)
    case "h", "hr", "hrs", "hour", "hours": seconds += value * 3600
    case "m", "min", "mins", "minute", "minutes": seconds += value * 60
    case "s", "sec", "secs", "second", "seconds": seconds += value
    case "ms", "msec", "msecs", "millisecond", "milliseconds": seconds += value / 1000
    case "us", "usec", "usecs", "microsecond", "microseconds": seconds += value / 1_000_000
    default: throw Self.invalid
    }
  }

  /// Parts of a month are days of 1/30, parts of a day seconds.
  private mutating func addMonths(_ value: Double) {
    let whole = value.rounded(.towardZero)
    months += whole
    addDays(((value - whole) * 30 * 1e6).rounded() / 1e6)
  }

  private mutating func addDays(_ value: Double) {
    let whole = value.rounded(.towardZero)
    days += whole
    seconds += ((value - whole) * 86_400 * 1e6).rounded() / 1e6
  }

  /// `P1Y2M3W4DT5H6M7S`, without its first letter.
  private mutating func readISO(_ bytes: [UInt8]) throws {
    var place = 0
    var isTime = false
    guard !bytes.isEmpty else { throw Self.invalid }
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "t"), !isTime {
        isTime = true
        place += 1
        guard place < bytes.count else { throw Self.invalid }
        continue
      }
      let value = try Self.number(bytes, &place)
      guard place < bytes.count else { throw Self.invalid }
      switch (bytes[place], isTime) {
      case (UInt8(ascii: "y"), false): addMonths(value * 12)
      case (UInt8(ascii: "m"), false): addMonths(value)
      case (UInt8(ascii: "w"), false): addDays(value * 7)
      case (UInt8(ascii: "d"), false): addDays(value)
      case (UInt8(ascii: "h"), true): seconds += value * 3600
      case (UInt8(ascii: "m"), true): seconds += value * 60
      case (UInt8(ascii: "s"), true): seconds += value
      default: throw Self.invalid
      }
      place += 1
    }
  }
}
