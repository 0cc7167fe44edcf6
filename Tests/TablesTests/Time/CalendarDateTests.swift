import Tables
import Testing

@Suite("Days")
struct CalendarDateTests {
  /// Day numbers from H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013), and from
  /// the count of days in the Gregorian cycle of 146 097; weekdays from any calendar.
  @Test(
    "Known days",
    arguments: [
      (1970, 1, 1, 0, 4), (1969, 12, 31, -1, 3), (2000, 1, 1, 10_957, 6), (2000, 2, 29, 11_016, 2),
      (2000, 3, 1, 11_017, 3), (1582, 10, 15, -141_427, 5), (1900, 1, 1, -25_567, 1),
      (2023, 6, 22, 19_530, 4), (2370, 1, 1, 146_097, 4), (1, 1, 1, -719_162, 1),
      (9999, 12, 31, 2_932_896, 5), (1970 - 400, 1, 1, -146_097, 4),
    ] as [(Int, Int, Int, Int32, Int)])
  func known(year: Int, month: Int, day: Int, number: Int32, weekday: Int) throws {
    let date = try #require(CalendarDate(year: year, month: month, day: day))
    #expect(date.daysSince1970 == number)
    #expect(date.parts == (year, month, day))
    #expect(date.year == year)
    #expect(date.weekday == weekday)
    #expect(CalendarDate(daysSince1970: number) == date)
  }

  @Test("Every day from 1900 to 2100 follows the one before it")
  func everyDay() throws {
    var number = try #require(CalendarDate(year: 1900, month: 1, day: 1)).daysSince1970
    var weekday = 1
    for year in 1900...2100 {
      for month in 1...12 {
        for day in 1...CalendarDate.days(inMonth: month, year: year) {
          let date = CalendarDate(daysSince1970: number)
          #expect(date.parts == (year, month, day))
          #expect(CalendarDate(year: year, month: month, day: day) == date)
          #expect(date.weekday == weekday)
          number += 1
          weekday = weekday % 7 + 1
        }
      }
    }
    // 201 years with 49 leap days; 1900 and 2100 have none.
    #expect(number == -25_567 + 201 * 365 + 49)
  }

  @Test(
    "Days that do not exist",
    arguments: [
      (2026, 6, 31), (2023, 2, 29), (1900, 2, 29), (2024, 2, 30), (2023, 0, 1), (2023, 13, 1),
      (2023, 1, 0), (2023, 1, 32), (0, 1, 1), (10_000, 1, 1), (-1, 1, 1), (2023, -1, 1),
    ])
  func impossible(year: Int, month: Int, day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  @Test(
    "Adding months",
    arguments: [
      ((2023, 1, 31), 1, "2023-02-28"), ((2024, 1, 31), 1, "2024-02-29"),
      ((2023, 1, 15), 12, "2024-01-15"),
      ((2023, 1, 15), -1, "2022-12-15"), ((2023, 12, 15), 1, "2024-01-15"),
      ((2024, 2, 29), 12, "2025-02-28"),
      ((2024, 2, 29), -48, "2020-02-29"), ((2023, 3, 31), -1, "2023-02-28"),
      ((2023, 6, 22), 0, "2023-06-22"),
      ((2023, 6, 22), 6, "2023-12-22"), ((2023, 6, 30), -18, "2021-12-30"),
    ] as [((Int, Int, Int), Int, String)])
  func addingMonths(from: (Int, Int, Int), months: Int, expected: String) throws {
    let date = try #require(CalendarDate(year: from.0, month: from.1, day: from.2))
    #expect(date.adding(months: months).description == expected)
  }

  @Test("Adding days, order and text")
  func daysAndOrder() throws {
    let date = try #require(CalendarDate(year: 2023, month: 12, day: 31))
    #expect(date.adding(days: 1).description == "2024-01-01")
    #expect(date.adding(days: -365).description == "2022-12-31")
    #expect(date < date.adding(days: 1))
    #expect(!(date < date))
    #expect(try #require(CalendarDate(year: 7, month: 1, day: 2)).description == "0007-01-02")
  }
}
