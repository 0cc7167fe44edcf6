internal import Tables

extension DateTemplate {
  /// Reads a moment.
  func moment(_ text: String) throws -> Int64 {
    var reader = DateReader(text)
    for (index, part) in parts.enumerated() {
      if let field = part.field {
        let next = index + 1 < parts.count ? parts[index + 1] : nil
        try reader.read(field, part, isFollowed: next?.startsWithDigit ?? false)
      } else {
        reader.skip(part.literal)
      }
    }
    return try reader.moment()
  }
}

extension DateTemplate.Part {
  /// Whether a number before it can only end by its length.
  fileprivate var startsWithDigit: Bool {
    switch field {
    case nil: literal.unicodeScalars.first.map { $0.value &- 48 < 10 } ?? false
    case .monthName, .monthShort, .dayName, .dayShort, .roman, .half, .era, .zoneName: false
    default: true
    }
  }
}

/// Reads a text by a template, field after field. At the end of the text the rest is not given.
private struct DateReader {
  private let text: [Unicode.Scalar]
  private var place = 0
  private var parts = DateParts()
  private var seconds = 0
  private var microseconds = 0
  private var hour: Int?
  private var isAfternoon: Bool?
  /// How far the zone is ahead of UTC.
  private var zoneSeconds = 0
  private var isZoneBehind = false

  init(_ text: String) { self.text = Array(text.unicodeScalars) }

  private var next: Unicode.Scalar? { place < text.count ? text[place] : nil }

  /// Separators fit any separators; other characters take one each.
  mutating func skip(_ literal: String) {
    for scalar in literal.unicodeScalars {
      if Casing.isAlphanumeric(scalar) {
        place += 1
      } else if let next, !Casing.isAlphanumeric(next),
        !"-+".unicodeScalars.contains(next) || scalar == next
      {
        place += 1
      }
    }
    while next == " " { place += 1 }
  }

  mutating func read(
    _ field: DateTemplate.Field, _ part: DateTemplate.Part, isFollowed: Bool
  ) throws {
    while next == " " { place += 1 }
    guard place < text.count else { return }
    if let convention = field.convention { try parts.use(convention) }
    func bounded(_ digits: Int) -> Int {
      isFollowed && part.isFilled && part.ordinal == nil ? digits : 10
    }
    switch field {
    case .monthName, .monthShort: try set(\.month, name(MonthNames.all, part), part)
    case .dayName, .dayShort: _ = try name(WeekdayNames.all, part)
    case .half:
      let letters = String(word(4).filter { $0 != "." })
      guard letters == "am" || letters == "pm" else { throw invalid(part) }
      isAfternoon = letters == "pm"
    case .era:
      let letters = String(word(4).filter { $0 != "." })
      guard letters == "ad" || letters == "bc" else { throw invalid(part) }
      parts.isBeforeChrist = letters == "bc"
    case .roman: try set(\.month, numeral(part), part)
    case .zoneName, .zone:
      throw QueryError("formatting field \"\(part.name)\" is only supported in to_char")
    case .year(let digits), .isoYear(let digits):
      parts.yearDigits = digits
      let (value, length) = try number(part, bounded(digits))
      let isCut = digits < 4 && length < 4
      try set(\.year, isCut ? Self.completed(value) : value, part)
    case .yearWithComma:
      let thousands = try number(part, 10).0
      if next == "," { place += 1 }
      try set(\.year, thousands * 1000 + number(part, 3).0, part)
    case .century: try set(\.century, number(part, bounded(2)).0, part)
    case .quarter, .weekday: _ = try number(part, bounded(1))
    case .week: try set(\.week, number(part, bounded(2)).0, part)
    case .weekOfMonth: try set(\.weekOfMonth, number(part, bounded(1)).0, part)
    case .isoDayOfYear: try set(\.isoDayOfYear, number(part, bounded(3)).0, part)
    case .month: try set(\.month, number(part, bounded(2)).0, part)
    case .day: try set(\.day, number(part, bounded(2)).0, part)
    case .dayOfYear: try set(\.dayOfYear, number(part, bounded(3)).0, part)
    case .isoWeek: try set(\.isoWeek, number(part, bounded(2)).0, part)
    case .isoWeekday:
      let value = try number(part, bounded(1)).0
      // What is no day of a week counts as Sunday.
      try set(\.isoWeekday, (1...7).contains(value) ? value : 7, part)
    case .julian: try set(\.julian, number(part, bounded(7)).0, part)
    case .hour12, .hour24:
      let value = try number(part, bounded(2)).0
      guard field == .hour24 ? value < 24 : (1...12).contains(value) else {
        throw QueryError("date/time field value out of range")
      }
      hour = value
    case .minute: seconds += try limited(number(part, bounded(2)).0, 59) * 60
    case .second: seconds += try limited(number(part, bounded(2)).0, 59)
    case .fraction(let digits):
      var (value, length) = try number(part, digits)
      while length < 6 { (value, length) = (value * 10, length + 1) }
      microseconds += value
    case .secondOfDay: seconds += try limited(number(part, bounded(5)).0, 86_399)
    case .zoneHours:
      isZoneBehind = next == "-"
      if next == "-" || next == "+" { place += 1 }
      zoneSeconds += try limited(number(part, bounded(2)).0, 15) * 3600
    case .zoneMinutes: zoneSeconds += try limited(number(part, bounded(2)).0, 59) * 60
    }
    if part.ordinal != nil { place = min(place + 2, text.count) }
  }

  private mutating func set(
    _ field: WritableKeyPath<DateParts, Int?>, _ value: Int, _ part: DateTemplate.Part
  ) throws {
    try parts.set(field, value, named: part.name)
  }

  private func invalid(_ part: DateTemplate.Part) -> QueryError {
    QueryError("invalid value for \"\(part.name)\"")
  }

  private func limited(_ value: Int, _ most: Int) throws -> Int {
    guard value <= most else { throw QueryError("date/time field value out of range") }
    return value
  }

  private mutating func number(
    _ part: DateTemplate.Part, _ digits: Int
  ) throws -> (Int, length: Int) {
    var value = 0
    let start = place
    while place - start < digits, let scalar = next, scalar.value &- 48 < 10 {
      value = value * 10 + Int(scalar.value - 48)
      place += 1
    }
    guard place > start else { throw invalid(part) }
    return (value, place - start)
  }

  private mutating func word(_ most: Int) -> String {
    var word = ""
    while word.utf8.count < most, let scalar = next,
      (scalar.value | 32) &- 97 < 26 || scalar == "."
    {
      word.unicodeScalars.append(Casing.lowered(scalar))
      place += 1
    }
    return word
  }

  /// The longest name that stands here, or its first three letters.
  private mutating func name(_ all: [String], _ part: DateTemplate.Part) throws -> Int {
    let start = place
    let letters = word(9)
    for length in [letters.utf8.count, 3] where length >= 3 && length <= letters.utf8.count {
      if let number = MonthNames.place(of: String(letters.prefix(length)), in: all) {
        place = start + length
        return number
      }
    }
    throw invalid(part)
  }

  /// A month in Roman numerals.
  private mutating func numeral(_ part: DateTemplate.Part) throws -> Int {
    let start = place
    let letters = word(4)
    let numerals = DateTemplate.romanMonths.enumerated().filter {
      letters.hasPrefix(Casing.lowered($0.element))
    }
    guard let longest = numerals.max(by: { $0.element.utf8.count < $1.element.utf8.count }) else {
      throw invalid(part)
    }
    place = start + longest.element.utf8.count
    return longest.offset + 1
  }

  /// A year of up to three digits lies closest to 2020.
  private static func completed(_ value: Int) -> Int {
    switch value {
    case ..<70: value + 2000
    case ..<100: value + 1900
    case ..<520: value + 2000
    case ..<1000: value + 1000
    default: value
    }
  }

  func moment() throws -> Int64 {
    var hour = hour ?? 0
    if let isAfternoon { hour = hour % 12 + (isAfternoon ? 12 : 0) }
    let zone = isZoneBehind ? -zoneSeconds : zoneSeconds
    let time = Int64(hour * 3600 + seconds - zone) * Microseconds.second + Int64(microseconds)
    let all = try parts.date() * Microseconds.day + time
    guard DayRange.microseconds.contains(all) else { throw QueryError(ValueProblem.timestamp) }
    return all
  }
}

extension DateTemplate.Field {
  fileprivate var convention: DateParts.Convention? {
    switch self {
    case .isoYear, .isoWeek, .isoWeekday, .isoDayOfYear: .isoWeeks
    case .year, .yearWithComma, .month, .monthName, .monthShort, .roman, .day, .dayOfYear,
      .weekday, .week, .weekOfMonth:
      .gregorian
    default: nil
    }
  }
}
