internal import Tables

/// What a template has read of a day, and the day that it gives, by PostgreSQL's rules: a field that is
/// 0 counts as not given, the day of the Julian calendar goes before everything, and weeks before days.
struct DateParts {
  /// Days of ISO weeks and days of months do not mix.
  enum Convention { case gregorian, isoWeeks }

  var year: Int?
  /// How many digits the pattern of the year has.
  var yearDigits = 4
  var century: Int?
  var month: Int?
  var day: Int?
  var dayOfYear: Int?
  var week: Int?
  var weekOfMonth: Int?
  /// From 1 for Monday.
  var isoWeekday: Int?
  var isoWeek: Int?
  var isoDayOfYear: Int?
  var julian: Int?
  var isBeforeChrist = false
  private var convention: Convention?

  private static let outOfRange = QueryError("date/time field value out of range")

  /// Notes a field; what was read before for the same one must agree.
  mutating func set(_ part: WritableKeyPath<Self, Int?>, _ value: Int, named name: String) throws {
    if let before = self[keyPath: part], before != value {
      throw QueryError("conflicting values for \"\(name)\" field in formatting string")
    }
    self[keyPath: part] = value == 0 ? nil : value
  }

  /// Notes how a field counts days.
  mutating func use(_ other: Convention) throws {
    guard (convention ?? other) == other else {
      throw QueryError(
        "invalid combination of date conventions",
        hint: "do not mix days of months and ISO weeks in one template")
    }
    convention = other
  }

  /// The year, of which the century may stand alone or beside its last two digits.
  private func fullYear() throws -> Int? {
    var full = year
    if let century, year == nil || yearDigits <= 2 {
      let last = (year ?? 0) % 100
      full =
        year == nil
        ? (century - 1) * 100 + 1 : last == 0 ? century * 100 : (century - 1) * 100 + last
    }
    if isBeforeChrist, full != nil {
      throw QueryError("years before Christ are not supported")
    }
    return full
  }

  /// Days since 1970.
  func date() throws -> Int64 {
    if let julian { return Int64(julian) - 2_440_588 }
    guard let year = try fullYear() else {
      throw week == nil && dayOfYear == nil
        ? QueryError("the template gives no year")
        : QueryError("cannot calculate day of year without year information")
    }
    if isoWeek != nil || isoDayOfYear != nil { return try isoDate(year) }
    var month = month
    var day = weekOfMonth.map { ($0 - 1) * 7 + 1 } ?? day
    if let dayOfYear = week.map({ ($0 - 1) * 7 + 1 }) ?? dayOfYear,
      (month ?? 1) <= 1 || (day ?? 1) <= 1
    {
      guard let first = CalendarDate(year: year, month: 1, day: 1), (1...366).contains(dayOfYear)
      else { throw Self.outOfRange }
      let found = CalendarDate(daysSince1970: first.daysSince1970 + Int32(dayOfYear - 1)).parts
      guard found.year == year else { throw Self.outOfRange }
      if (month ?? 1) <= 1 { month = found.month }
      if (day ?? 1) <= 1 { day = found.day }
    }
    guard let date = CalendarDate(year: year, month: month ?? 1, day: day ?? 1) else {
      throw Self.outOfRange
    }
    return Int64(date.daysSince1970)
  }

  /// The first ISO week of a year is that of 4 January.
  private func isoDate(_ year: Int) throws -> Int64 {
    guard let fourth = CalendarDate(year: year, month: 1, day: 4) else { throw Self.outOfRange }
    let monday = Int64(fourth.daysSince1970) - Int64(fourth.weekday - 1)
    if let isoDayOfYear { return monday + Int64(isoDayOfYear - 1) }
    return monday + Int64(((isoWeek ?? 1) - 1) * 7 + ((isoWeekday ?? 1) - 1))
  }
}
