import Tables

/// Which days of law are off, besides Saturdays and Sundays.
enum DaysOffRule: Hashable, Sendable {
  /// Public holidays and the three eves of semesterlagen.
  case holidaysAndEves
  /// Public holidays only.
  case holidays

  /// The days off of a year that fall on Monday to Friday, in order, each once.
  func weekdaysOff(in year: Int) -> [Int32] {
    var days = SwedishHolidays.publicHolidays(year).map(\.day)
    if self == .holidaysAndEves { days += SwedishHolidays.eves(year).map(\.day) }
    return Set(days.filter { $0.weekday <= 5 }.map(\.daysSince1970)).sorted()
  }

  /// Weekdays off in the years that a log can hold, built once and searched by halving.
  var table: [Int32] {
    switch self {
    case .holidaysAndEves: Self.holidayAndEveTable
    case .holidays: Self.holidayTable
    }
  }

  /// The years in ``table``. Other years are counted one by one.
  static let tableYears = 1950...2149

  private static let holidayAndEveTable = tableYears.flatMap {
    DaysOffRule.holidaysAndEves.weekdaysOff(in: $0)
  }
  private static let holidayTable = tableYears.flatMap {
    DaysOffRule.holidays.weekdaysOff(in: $0)
  }

  /// The number of weekdays off after a day and up to another, which must not come before it.
  func count(after first: CalendarDate, through last: CalendarDate) -> Int {
    let table = table
    var count = table.count(through: last) - table.count(through: first)
    let years = min(9999, max(1, first.year))...min(9999, max(1, last.year))
    // The table covers its own years; the parts before and after it are walked.
    let before = years.clamped(to: 1...(Self.tableYears.lowerBound - 1))
    let after = years.clamped(to: (Self.tableYears.upperBound + 1)...9999)
    for year in [before, after].joined()
    where years.contains(year) && !Self.tableYears.contains(year) {
      count += weekdaysOff(in: year).count {
        $0 > first.daysSince1970 && $0 <= last.daysSince1970
      }
    }
    return count
  }
}

extension [Int32] {
  /// How many of these sorted days are not after a day.
  func count(through day: CalendarDate) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= day.daysSince1970 { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
