internal import Tables

/// A part of a moment: what `extract` gives and `date_trunc` cuts at.
enum DateField: String {
  case microseconds, milliseconds, second, minute, hour, day, week, month, quarter, year, decade
  case century, millennium, dow, isodow, doy, isoyear, epoch, julian

  private static let otherNames: [String: DateField] = [
    "microsecond": .microseconds, "us": .microseconds, "millisecond": .milliseconds,
    "ms": .milliseconds, "msec": .milliseconds, "seconds": .second, "sec": .second, "s": .second,
    "minutes": .minute, "min": .minute, "mins": .minute, "m": .minute, "hours": .hour,
    "h": .hour, "hr": .hour, "days": .day, "d": .day, "weeks": .week, "w": .week,
    "months": .month, "mon": .month, "mons": .month, "qtr": .quarter, "years": .year,
    "y": .year, "yr": .year, "yrs": .year, "decades": .decade, "dec": .decade,
    "centuries": .century, "cent": .century, "c": .century, "millennia": .millennium,
    "mil": .millennium,
  ]

  /// - Throws: ``QueryError`` for an unknown name, which is not repeated, as it may come from rows.
  init(named name: String) throws {
    let name = Casing.lowered(name)
    guard let field = DateField(rawValue: name) ?? Self.otherNames[name] else {
      throw QueryError(
        "unit not recognized", hint: "units are year, quarter, month, week, day, hour and so on")
    }
    self = field
  }

  private func unsupported(_ type: ColumnType) -> QueryError {
    QueryError("unit \"\(rawValue)\" not supported for type \(type.sqlName)")
  }

  /// Whether it needs the time of day.
  var isTime: Bool {
    switch self {
    case .microseconds, .milliseconds, .second, .minute, .hour: true
    default: false
    }
  }

  /// The part of a day.
  func value(ofDay day: Int32) throws -> DateFieldValue {
    try .whole(number(ofDay: day))
  }

  private func number(ofDay day: Int32) throws -> Int {
    let date = CalendarDate(daysSince1970: day)
    switch self {
    case .epoch: return Int(day) * 86_400
    case .julian: return Int(day) + 2_440_588
    case .dow: return date.weekday % 7
    case .isodow: return date.weekday
    case .week: return Self.isoWeek(date).week
    case .isoyear: return Self.isoWeek(date).year
    case .microseconds, .milliseconds, .second, .minute, .hour: throw unsupported(.date)
    default: break
    }
    let (year, month, dayOfMonth) = date.parts
    return switch self {
    case .day: dayOfMonth
    case .month: month
    case .quarter: (month + 2) / 3
    case .year: year
    case .decade: year / 10
    case .century: (year + 99) / 100
    case .millennium: (year + 999) / 1000
    default: Self.dayOfYear(date)
    }
  }

  static func dayOfYear(_ date: CalendarDate) -> Int {
    let first = CalendarDate(year: date.year, month: 1, day: 1) ?? date
    return Int(date.daysSince1970 - first.daysSince1970) + 1
  }

  /// The ISO 8601 week and the year that it belongs to: that of its Thursday.
  static func isoWeek(_ date: CalendarDate) -> (year: Int, week: Int) {
    let thursday = CalendarDate(
      daysSince1970: date.daysSince1970 &+ Int32(4 - date.weekday))
    let first = CalendarDate(year: thursday.year, month: 1, day: 1) ?? thursday
    return (thursday.year, Int(thursday.daysSince1970 - first.daysSince1970) / 7 + 1)
  }

  /// The part of a moment.
  func value(ofMoment moment: Int64) throws -> DateFieldValue {
    let clock = Clock(moment)
    return switch self {
    case .microseconds, .milliseconds, .second: secondValue(clock.timeOfDay)
    case .minute: .whole(clock.minute)
    case .hour: .whole(clock.hour)
    case .epoch: .scaled(Int128(moment), scale: 6)
    case .julian: .julian(day: Int64(clock.day) + 2_440_588, microseconds: clock.timeOfDay)
    default: try value(ofDay: clock.date.daysSince1970)
    }
  }

  /// The second of a time in its own unit, with what is smaller.
  private func secondValue(_ microseconds: Int64) -> DateFieldValue {
    let rest = Int128(microseconds % Microseconds.minute)
    return switch self {
    case .microseconds: .scaled(rest, scale: 0)
    case .milliseconds: .scaled(rest, scale: 3)
    default: .scaled(rest, scale: 6)
    }
  }

  /// The part of a length of time.
  func value(of interval: CalendarInterval) throws -> DateFieldValue {
    let (months, time) = (Int(interval.months), interval.microseconds)
    switch self {
    case .microseconds, .milliseconds, .second: return secondValue(time)
    case .minute: return .whole(Int(time / Microseconds.minute % 60))
    case .hour: return .whole(Int(time / Microseconds.hour))
    case .day: return .whole(Int(interval.days))
    case .month: return .whole(months % 12)
    case .quarter: return .whole(months % 12 / 3 + 1)
    case .year: return .whole(months / 12)
    case .decade: return .whole(months / 120)
    case .century: return .whole(months / 1200)
    case .millennium: return .whole(months / 12_000)
    case .epoch:
      // A year of 365.25 days, a month of 30.
      let seconds = months / 12 * 31_557_600 + months % 12 * 2_592_000 + Int(interval.days) * 86_400
      return .scaled(Int128(seconds) * 1_000_000 + Int128(time), scale: 6)
    case .week, .dow, .isodow, .doy, .isoyear, .julian: throw unsupported(.interval)
    }
  }

  /// How many microseconds it takes; `nil` for what is a day or longer.
  private var length: Int64? {
    switch self {
    case .microseconds: 1
    case .milliseconds: 1000
    case .second: Microseconds.second
    case .minute: Microseconds.minute
    case .hour: Microseconds.hour
    default: nil
    }
  }

  /// The start of the second, day, month… in which a moment falls.
  func start(ofMoment moment: Int64) throws -> Int64 {
    let clock = Clock(moment)
    if let length { return moment - clock.timeOfDay % length }
    return Int64(try start(ofDay: clock.date.daysSince1970)) * Microseconds.day
  }

  /// The first day of the week, month… in which a day falls.
  func start(ofDay day: Int32) throws -> Int32 {
    let date = CalendarDate(daysSince1970: day)
    let (year, month, _) = date.parts
    let first: (year: Int, month: Int)
    switch self {
    case .microseconds, .milliseconds, .second, .minute, .hour, .day: return day
    case .week:
      let monday = day - Int32(date.weekday - 1)
      guard DayRange.days.contains(Int64(monday)) else { throw QueryError(ValueProblem.timestamp) }
      return monday
    case .month: first = (year, month)
    case .quarter: first = (year, (month - 1) / 3 * 3 + 1)
    case .year: first = (year, 1)
    case .decade: first = (year / 10 * 10, 1)
    case .century: first = ((year + 99) / 100 * 100 - 99, 1)
    case .millennium: first = ((year + 999) / 1000 * 1000 - 999, 1)
    case .dow, .isodow, .doy, .isoyear, .epoch, .julian: throw unsupported(.timestamp)
    }
    guard let start = CalendarDate(year: first.year, month: first.month, day: 1) else {
      throw QueryError(ValueProblem.timestamp)
    }
    return start.daysSince1970
  }

  /// A length of time without its smaller parts.
  func start(of interval: CalendarInterval) throws -> CalendarInterval {
    var result = interval
    if let length {
      result.microseconds -= result.microseconds % length
      return result
    }
    switch self {
    case .day: result.microseconds = 0
    case .month, .quarter, .year, .decade, .century, .millennium:
      let size: Int32 =
        switch self {
        case .month: 1
        case .quarter: 3
        case .year: 12
        case .decade: 120
        case .century: 1200
        default: 12_000
        }
      return CalendarInterval(months: result.months / size * size)
    default: throw unsupported(.interval)
    }
    return result
  }
}
