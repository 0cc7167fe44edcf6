import Tables

/// The wall clock of Sweden (Europe/Stockholm) against the time that passes.
///
/// Sweden is one hour ahead of UTC, and two hours in summer time: from 01:00 UTC on the last Sunday of
/// March to 01:00 UTC on the last Sunday of October, as directive 2000/84/EC and SFS 2001:127 say and
/// as it has been since 1996. From 1981 to 1995 it ended on the last Sunday of September; in 1980 it
/// began on 6 April. Earlier years are read without summer time, which Sweden had in 1916 only.
/// (Source: the tz database, file `europe`.)
///
/// The hour from 02:00 that the clock shows twice in autumn is read as the first of the two, still in
/// summer time. The hour from 02:00 that it leaves out in spring is read as if the clock had not yet
/// been changed: 02:30 is 03:30.
enum SwedishTime {
  /// Hours that pass from one moment on the wall clock to another; negative if it comes earlier.
  static func hours(from start: Timestamp, to end: Timestamp) -> Double {
    Double(universalSeconds(end) - universalSeconds(start)) / 3600
  }

  /// Seconds since 1970-01-01 00:00 UTC.
  static func universalSeconds(_ moment: Timestamp) -> Int64 {
    moment.secondsSince1970 - (isSummerTime(moment) ? 7200 : 3600)
  }

  private static func isSummerTime(_ moment: Timestamp) -> Bool {
    let year = moment.date.year
    guard year >= 1980, let first = begins(year), let last = ends(year) else { return false }
    // The clock goes from 02:00 to 03:00, and back from 03:00 to 02:00.
    return moment.secondsSince1970 >= seconds(first) + 3 * 3600
      && moment.secondsSince1970 < seconds(last) + 3 * 3600
  }

  private static func begins(_ year: Int) -> CalendarDate? {
    year == 1980
      ? CalendarDate(year: year, month: 4, day: 6) : lastSunday(ofMonth: 3, days: 31, year)
  }

  private static func ends(_ year: Int) -> CalendarDate? {
    year < 1996
      ? lastSunday(ofMonth: 9, days: 30, year) : lastSunday(ofMonth: 10, days: 31, year)
  }

  private static func lastSunday(ofMonth month: Int, days: Int, _ year: Int) -> CalendarDate? {
    CalendarDate(year: year, month: month, day: days).map { $0.adding(days: -($0.weekday % 7)) }
  }

  private static func seconds(_ day: CalendarDate) -> Int64 { Int64(day.daysSince1970) * 86_400 }
}
