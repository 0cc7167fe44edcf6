internal import Tables

/// Reads days and moments as PostgreSQL does.
///
/// ISO 8601 above all, also with month names, and month before day where only numbers stand
/// (`1/31/2024`).
enum TimeParser {
  private enum Word {
    case number(Int, length: Int)
    case name(String)
    case mark(UInt8)
  }

  static func date(_ text: String) throws -> CalendarDate {
    let (date, _) = try parts(text, .date)
    return date
  }

  static func timestamp(_ text: String) throws -> Timestamp {
    let (date, time) = try parts(text, .timestamp)
    let all = Int64(date.daysSince1970) * Microseconds.day + time
    guard DayRange.microseconds.contains(all) else { throw QueryError(ValueProblem.timestamp) }
    return Timestamp(microsecondsSince1970: all)
  }

  private static func parts(_ text: String, _ type: ColumnType) throws -> (CalendarDate, Int64) {
    let name = type == .date ? "date" : "timestamp"
    let invalid = QueryError("invalid input syntax for type \(name)")
    if let hint = special[Casing.lowered(Blanks.trimmed(text))] {
      throw QueryError("special values of type \(name) are not supported", hint: hint)
    }
    var words = try words(Blanks.trimmed(text), invalid)[...]
    guard let date = try readDate(&words, invalid) else { throw invalid }
    // What stands between day and time.
    if case .name("t")? = words.first { words.removeFirst() }
    let time = try readTime(&words, invalid)
    try readZone(&words, invalid)
    guard words.isEmpty else { throw invalid }
    return (date, time)
  }

  /// Words that PostgreSQL takes for a day or a moment, and what says the same.
  private static let special = [
    "now": "write now()", "today": "write current_date", "tomorrow": "write current_date + 1",
    "yesterday": "write current_date - 1", "epoch": "write '1970-01-01'",
    "infinity": "use NULL, or a day far away", "-infinity": "use NULL, or a day far away",
  ]

  private static func words(_ text: String, _ invalid: QueryError) throws -> [Word] {
    var words: [Word] = []
    let bytes = Array(text.utf8)
    var place = 0
    while place < bytes.count {
      let start = place
      if bytes[place] &- 48 < 10 {
        var value = 0
        // What stands behind a point may have more digits than it says.
        let isFraction = start > 0 && bytes[start - 1] == UInt8(ascii: ".")
        while place < bytes.count, bytes[place] &- 48 < 10 {
          if place - start < 9 {
            value = value * 10 + Int(bytes[place] - 48)
          } else if !isFraction {
            throw invalid
          }
          place += 1
        }
        words.append(.number(value, length: min(place - start, 9)))
      } else if (bytes[place] | 32) &- 97 < 26 {
        while place < bytes.count, (bytes[place] | 32) &- 97 < 26 { place += 1 }
        words.append(
          .name(String(decoding: bytes[start..<place].map { $0 | 32 }, as: UTF8.self)))
      } else {
        place += 1
        if !Blanks.isBlank(bytes[start]) { words.append(.mark(bytes[start])) }
      }
    }
    return words
  }

  private static func readDate(
    _ words: inout ArraySlice<Word>, _ invalid: QueryError
  ) throws -> CalendarDate? {
    // 20240131
    if case .number(let value, length: 8)? = words.first {
      words.removeFirst()
      return try day(value / 10_000, value / 100 % 100, value % 100)
    }
    var numbers: [(value: Int, length: Int)] = []
    var month: (value: Int, index: Int)?
    var isJoined = false
    while numbers.count + (month == nil ? 0 : 1) < 3, let word = words.first {
      switch word {
      case .number(let value, let length): numbers.append((value, length))
      case .name(let name):
        // After two numbers with a dash the second is the month: 1999-08-Jan names two.
        guard !isJoined || numbers.count < 2 else { throw invalid }
        if let value = MonthNames.number(of: name), month == nil {
          month = (value, numbers.count)
        } else if WeekdayNames.number(of: name) == nil || !numbers.isEmpty {
          throw invalid
        }
      case .mark(let mark):
        guard [45, 47, 46, 44].contains(mark), !numbers.isEmpty || month != nil else {
          throw invalid
        }
      }
      if case .mark(let mark) = word { isJoined = mark != 44 } else { isJoined = false }
      words.removeFirst()
    }
    if let month {
      guard numbers.count == 2 else { throw invalid }
      let isYearFirst = numbers[0].length > 2
      let (year, day) = isYearFirst ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
      return try Self.day(full(year), month.value, day.value)
    }
    guard numbers.count == 3 else { throw invalid }
    if numbers[0].length > 2 {
      return try day(numbers[0].value, numbers[1].value, numbers[2].value)
    }
    return try day(full(numbers[2]), numbers[0].value, numbers[1].value)
  }

  /// A year of two digits lies between 1970 and 2069.
  private static func full(_ year: (value: Int, length: Int)) -> Int {
    year.length > 2 ? year.value : year.value < 70 ? year.value + 2000 : year.value + 1900
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDate {
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      throw QueryError("date/time field value out of range")
    }
    return date
  }

  private static func readTime(
    _ words: inout ArraySlice<Word>, _ invalid: QueryError
  ) throws -> Int64 {
    guard case .number(var hour, let length)? = words.first, length <= 2 else { return 0 }
    words.removeFirst()
    var rest: [Int] = []
    while case .mark(58)? = words.first {
      words.removeFirst()
      guard case .number(let value, let length)? = words.popFirst(), length <= 2, rest.count < 2
      else { throw invalid }
      rest.append(value)
    }
    guard !rest.isEmpty else { throw invalid }
    // Fractions round to microseconds.
    var fraction: Int64 = 0
    if rest.count == 2, case .mark(46)? = words.first {
      words.removeFirst()
      if case .number(let value, let length)? = words.first {
        words.removeFirst()
        var size = 1.0
        for _ in 0..<length { size *= 10 }
        fraction = Int64((Double(value) / size * 1e6).rounded(.toNearestOrEven))
      }
    }
    if case .name(let half)? = words.first, half == "am" || half == "pm" {
      words.removeFirst()
      guard (1...12).contains(hour) else {
        throw QueryError("date/time field value out of range")
      }
      hour = hour % 12 + (half == "pm" ? 12 : 0)
    }
    let second = rest.count > 1 ? rest[1] : 0
    guard hour < 24 || (hour == 24 && rest[0] == 0 && second == 0 && fraction == 0),
      rest[0] < 60, second <= 60
    else { throw QueryError("date/time field value out of range") }
    return Int64(hour * 3600 + rest[0] * 60 + second) * Microseconds.second + fraction
  }

  /// A zone is read and passed over: moments have none.
  private static func readZone(
    _ words: inout ArraySlice<Word>, _ invalid: QueryError
  ) throws {
    switch words.first {
    case .name(let name) where ["z", "utc", "gmt"].contains(name): words.removeFirst()
    case .mark(let mark) where mark == 43 || mark == 45:
      words.removeFirst()
      guard case .number? = words.popFirst() else { throw invalid }
      if case .mark(58)? = words.first {
        words.removeFirst()
        guard case .number? = words.popFirst() else { throw invalid }
      }
    default: break
    }
  }
}

/// Names of months and days of the week in English.
enum MonthNames {
  static let all = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The month of a name in lower case, or of its first three letters.
  static func number(of name: String) -> Int? { place(of: name, in: all) }

  static func place(of name: String, in all: [String]) -> Int? {
    guard name.utf8.count >= 3 else { return nil }
    return all.firstIndex {
      let full = Casing.lowered($0)
      return full == name || full.prefix(3) == name || (full.prefix(4) == name && name == "sept")
    }.map { $0 + 1 }
  }
}

enum WeekdayNames {
  static let all = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// Monday is 1.
  static func number(of name: String) -> Int? { MonthNames.place(of: name, in: all) }
}
