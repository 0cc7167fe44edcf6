public import Labels
public import Tables

/// Tells working days from days off.
///
/// Saturdays and Sundays are always off. The named calendars add the days off of Swedish law; a
/// workspace may add days of its own. All counts are of whole days.
public struct WorkingCalendar: Hashable, Sendable {
  /// The name in the workspace, such as `sverige`.
  public let name: String
  /// The days off that the workspace adds, in order.
  public let extraDaysOff: [CalendarDate]
  let rule: DaysOffRule
  /// The added days that would else be working days, sorted.
  private let added: [Int32]

  init(name: String, rule: DaysOffRule, extraDaysOff: some Sequence<CalendarDate>) {
    self.name = name
    self.rule = rule
    self.extraDaysOff = Set(extraDaysOff).sorted()
    let table = rule
    added = self.extraDaysOff.filter { day in
      day.weekday <= 5 && table.count(after: day.adding(days: -1), through: day) == 0
    }.map(\.daysSince1970)
  }

  /// Whether a day is a working day.
  public func isWorkingDay(_ day: CalendarDate) -> Bool {
    workingDays(after: day.adding(days: -1), through: day) == 1
  }

  /// The number of working days `d` with `first < d <= last`.
  ///
  /// The time does not grow with the span. Where `last` comes before `first`, the count is negative:
  /// `workingDays(after: a, through: b) == -workingDays(after: b, through: a)`.
  public func workingDays(after first: CalendarDate, through last: CalendarDate) -> Int {
    guard first <= last else { return -workingDays(after: last, through: first) }
    let weekdays = Self.weekdays(through: last) - Self.weekdays(through: first)
    let off = rule.count(after: first, through: last)
    return weekdays - off - added.count(through: last) + added.count(through: first)
  }

  /// The number of working days of a year, 0 for years outside 1 to 9999.
  public func workingDays(in year: Int) -> Int {
    guard let first = CalendarDate(year: year, month: 1, day: 1),
      let last = CalendarDate(year: year, month: 12, day: 31)
    else { return 0 }
    return workingDays(after: first.adding(days: -1), through: last)
  }

  /// The day on which so many working days have passed since a day.
  ///
  /// A positive count gives the nth working day after `day`, so a limit of five working days that
  /// starts on a Friday ends on the next Friday. 0 gives `day` itself, working day or not. A
  /// negative count gives the nth working day before `day`. Results stay in the years 1 to 9999.
  public func date(adding workingDays: Int, to day: CalendarDate) -> CalendarDate {
    let start = Int(day.daysSince1970)
    let (first, last) = Self.bounds
    // Weekends alone make the answer lie beyond as many days; the rest is searched by doubling.
    if workingDays > 0 {
      let wanted = min(workingDays, max(0, last - start))
      let distance = Self.leastDistance(from: wanted, to: max(0, last - start)) {
        self.workingDays(after: day, through: day.adding(days: $0)) >= workingDays
      }
      return day.adding(days: distance)
    }
    if workingDays < 0 {
      let wanted = min(-max(workingDays, -Int.max), max(0, start - first))
      let distance = Self.leastDistance(from: wanted, to: max(0, start - first)) {
        let before = day.adding(days: -$0 - 1)
        return self.workingDays(after: before, through: day.adding(days: -1)) >= -workingDays
      }
      return day.adding(days: -distance)
    }
    return day
  }

  /// The least distance that is enough, or `most` when none is. What is enough stays enough.
  private static func leastDistance(from least: Int, to most: Int, isEnough: (Int) -> Bool) -> Int {
    var (low, step) = (least, least / 2 + 7)
    var high = min(low + step, most)
    while high < most, !isEnough(high) {
      (low, step) = (high + 1, step * 2)
      high = min(low + step, most)
    }
    while low < high {
      let middle = (low + high) / 2
      if isEnough(middle) { high = middle } else { low = middle + 1 }
    }
    return high
  }

  /// Why a day is off, or `nil` for a working day and for a plain Saturday or Sunday.
  public func nameOfDayOff(_ day: CalendarDate) -> Label? {
    var named = SwedishHolidays.publicHolidays(day.year)
    if rule == .holidaysAndEves { named += SwedishHolidays.eves(day.year) }
    if let holiday = named.first(where: { $0.day == day }) { return holiday.name }
    return extraDaysOff.contains(day) ? Label("ledig dag", "day off") : nil
  }

  private static let bounds: (first: Int, last: Int) = (-719_162, 2_932_896)

  /// Mondays to Fridays from 1969-12-29 through a day; negative before.
  private static func weekdays(through day: CalendarDate) -> Int {
    let sinceMonday = Int(day.daysSince1970) + 3
    let week = sinceMonday >= 0 ? sinceMonday / 7 : (sinceMonday - 6) / 7
    return week * 5 + min(sinceMonday - week * 7 + 1, 5)
  }
}
