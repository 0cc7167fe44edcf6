internal import Tables

extension DateTemplate {
  /// Reads a moment.
  func moment(_ text: String) throws -> Int64 {
    var reader = Reader(text)
    for (index, part) in parts.enumerated() {
      if let field = part.field {
        let follows = index + 1 < parts.count && parts[index + 1].field != nil
        try reader.read(field, part, isFollowed: follows)
      } else {
        reader.skip(part.literal)
      }
    }
    return try reader.moment()
  }

  private struct Reader {
    private let text: [Unicode.Scalar]
    private var place = 0
    private var year: Int?
    private var month: Int?
    private var day: Int?
    private var dayOfYear: Int?
    private var isoYear: Int?
    private var isoWeek: Int?
    private var isoWeekday: Int?
    private var julian: Int?
    private var seconds = 0
    private var hour: Int?
    private var isAfternoon: Bool?

    init(_ text: String) { self.text = Array(text.unicodeScalars) }

    private var next: Unicode.Scalar? { place < text.count ? text[place] : nil }

    /// Separators fit any separators; other characters take one each.
    mutating func skip(_ literal: String) {
      for scalar in literal.unicodeScalars {
        if Casing.isAlphanumeric(scalar) {
          place += 1
        } else if let next, !Casing.isAlphanumeric(next), next != "-" || scalar == "-" {
          place += 1
        }
      }
      while next == " " { place += 1 }
    }

    mutating func read(_ field: Field, _ part: Part, isFollowed: Bool) throws {
      while next == " " { place += 1 }
      guard place < text.count else { return }
      switch field {
      case .monthName, .monthShort: month = try name(MonthNames.all, part)
      case .dayName, .dayShort: _ = try name(WeekdayNames.all, part)
      case .half:
        let letters = String(word(4).filter { $0 != "." })
        guard letters == "am" || letters == "pm" else { throw invalid(part) }
        isAfternoon = letters == "pm"
      case .era: _ = word(4)
      case .roman: throw QueryError("pattern \"RM\" is not supported for input")
      case .year(let digits):
        let (value, length) = try number(part, digits: isFollowed || digits < 4 ? digits : 9)
        year = length < 4 && digits < 4 ? Self.completed(value, digits) : value
      case .yearWithComma:
        let thousands = try number(part, digits: 1).0
        if next == "," { place += 1 }
        year = thousands * 1000 + (try number(part, digits: 3).0)
      case .isoYear(let digits): isoYear = try number(part, digits: digits).0
      case .century, .quarter, .week, .weekOfMonth, .weekday, .isoDayOfYear:
        _ = try number(part, digits: 3)
      case .month: month = try number(part, digits: 2).0
      case .day: day = try number(part, digits: 2).0
      case .dayOfYear: dayOfYear = try number(part, digits: 3).0
      case .isoWeek: isoWeek = try number(part, digits: 2).0
      case .isoWeekday: isoWeekday = try number(part, digits: 1).0
      case .julian: julian = try number(part, digits: 7).0
      case .hour12, .hour24:
        let value = try number(part, digits: 2).0
        guard value <= 24, field == .hour24 || (1...12).contains(value) else {
          throw QueryError("date/time field value out of range")
        }
        hour = value
      case .minute: seconds += try limited(number(part, digits: 2).0, 59) * 60
      case .second: seconds += try limited(number(part, digits: 2).0, 59)
      case .fraction(let digits): _ = try number(part, digits: digits)
      case .secondOfDay: seconds += try limited(number(part, digits: 5).0, 86_399)
      }
    }

    private func invalid(_ part: Part) -> QueryError {
      QueryError("invalid value for \"\(part.name)\"")
    }

    private func limited(_ value: Int, _ most: Int) throws -> Int {
      guard value <= most else { throw QueryError("date/time field value out of range") }
      return value
    }

    private mutating func number(_ part: Part, digits: Int) throws -> (Int, length: Int) {
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
    private mutating func name(_ all: [String], _ part: Part) throws -> Int {
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

    /// A year of one to three digits lies closest to 2020.
    private static func completed(_ value: Int, _ digits: Int) -> Int {
      switch digits {
      case 1: value + 2020
      case 2: value < 70 ? value + 2000 : value + 1900
      default: value < 520 ? value + 2000 : value + 1000
      }
    }

    private func date() throws -> Int64 {
      let outOfRange = QueryError("date/time field value out of range")
      if let julian { return Int64(julian) - 2_440_588 }
      if let isoYear {
        guard let fourth = CalendarDate(year: isoYear, month: 1, day: 4),
          (1...53).contains(isoWeek ?? 1), (1...7).contains(isoWeekday ?? 1)
        else { throw outOfRange }
        return Int64(fourth.daysSince1970) - Int64(fourth.weekday - 1)
          + Int64(((isoWeek ?? 1) - 1) * 7 + (isoWeekday ?? 1) - 1)
      }
      guard let year else { throw QueryError("the template gives no year") }
      if let dayOfYear {
        guard let first = CalendarDate(year: year, month: 1, day: 1),
          (1...366).contains(dayOfYear),
          CalendarDate(daysSince1970: first.daysSince1970 + Int32(dayOfYear - 1)).year == year
        else { throw outOfRange }
        return Int64(first.daysSince1970) + Int64(dayOfYear - 1)
      }
      guard let date = CalendarDate(year: year, month: month ?? 1, day: day ?? 1) else {
        throw outOfRange
      }
      return Int64(date.daysSince1970)
    }

    func moment() throws -> Int64 {
      var hour = hour ?? 0
      if let isAfternoon { hour = hour % 12 + (isAfternoon ? 12 : 0) }
      let all = try date() * 86_400 + Int64(hour * 3600 + seconds)
      guard DayRange.seconds.contains(all) else { throw QueryError(ValueProblem.timestamp) }
      return all
    }
  }
}
