import Labels
import Tables

/// The days off of Swedish law, year by year.
///
/// Public holidays: lag (1989:253) om allmänna helgdagar, with the change of 2005 (annandag pingst
/// left the list, 6 June entered it). Midsommardagen and Alla helgons dag have been movable
/// Saturdays since 1953; earlier years are computed by the same rule and are not history.
enum SwedishHolidays {
  /// The public holidays of a year in order, Sundays that bear a name included.
  ///
  /// - Parameter year: 1 to 9999; other years have none.
  /// - Returns: The days with their names.
  static func publicHolidays(_ year: Int) -> [(day: CalendarDate, name: Label)] {
    guard let easter = easterSunday(year) else { return [] }
    var days: [(day: CalendarDate, name: Label)] = []
    func fixed(_ month: Int, _ day: Int, _ name: Label) {
      if let date = CalendarDate(year: year, month: month, day: day) { days.append((date, name)) }
    }
    fixed(1, 1, Label("nyårsdagen", "New Year's Day"))
    fixed(1, 6, Label("trettondedag jul", "Epiphany"))
    days.append((easter.adding(days: -2), Label("långfredagen", "Good Friday")))
    days.append((easter, Label("påskdagen", "Easter Sunday")))
    days.append((easter.adding(days: 1), Label("annandag påsk", "Easter Monday")))
    fixed(5, 1, Label("första maj", "May Day"))
    days.append(
      (easter.adding(days: 39), Label("Kristi himmelsfärdsdag", "Ascension Day")))
    days.append((easter.adding(days: 49), Label("pingstdagen", "Whit Sunday")))
    if year <= 2004 {
      days.append((easter.adding(days: 50), Label("annandag pingst", "Whit Monday")))
    } else {
      fixed(6, 6, Label("Sveriges nationaldag", "National Day of Sweden"))
    }
    if let midsummer = saturday(onOrAfter: (6, 20), year) {
      days.append((midsummer, Label("midsommardagen", "Midsummer Day")))
    }
    if let allSaints = saturday(onOrAfter: (10, 31), year) {
      days.append((allSaints, Label("alla helgons dag", "All Saints' Day")))
    }
    fixed(12, 25, Label("juldagen", "Christmas Day"))
    fixed(12, 26, Label("annandag jul", "Boxing Day"))
    return days.sorted { $0.day < $1.day }
  }

  /// The eves that count as Sundays: semesterlagen (1977:480) 3 a §.
  static func eves(_ year: Int) -> [(day: CalendarDate, name: Label)] {
    var days: [(day: CalendarDate, name: Label)] = []
    if let midsummer = saturday(onOrAfter: (6, 20), year) {
      days.append((midsummer.adding(days: -1), Label("midsommarafton", "Midsummer Eve")))
    }
    if let eve = CalendarDate(year: year, month: 12, day: 24) {
      days.append((eve, Label("julafton", "Christmas Eve")))
    }
    if let eve = CalendarDate(year: year, month: 12, day: 31) {
      days.append((eve, Label("nyårsafton", "New Year's Eve")))
    }
    return days
  }

  /// Easter Sunday of the Gregorian calendar, or `nil` outside the years 1 to 9999.
  ///
  /// The rule is the anonymous one of 1876 (J. Meeus, "Astronomical Algorithms", 1991, ch. 8).
  static func easterSunday(_ year: Int) -> CalendarDate? {
    guard (1...9999).contains(year) else { return nil }
    let golden = year % 19
    let (century, rest) = (year / 100, year % 100)
    let correction = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
    let shift = (golden + 11 * epact + 22 * weekday) / 451
    let sum = epact + weekday - 7 * shift + 114
    return CalendarDate(year: year, month: sum / 31, day: sum % 31 + 1)
  }

  private static func saturday(onOrAfter first: (month: Int, day: Int), _ year: Int)
    -> CalendarDate?
  {
    CalendarDate(year: year, month: first.month, day: first.day).map {
      $0.adding(days: (13 - $0.weekday) % 7)
    }
  }
}
