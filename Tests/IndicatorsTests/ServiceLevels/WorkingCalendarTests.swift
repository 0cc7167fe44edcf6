import Labels
import Tables
import Testing

@testable import Indicators

@Suite("Working calendar") struct WorkingCalendarTests {
  /// Counted in the printed calendars of the years; with and without the three eves.
  @Test(
    "working days of a year",
    arguments: [
      (2023, 251, 252), (2024, 251, 254), (2025, 249, 252), (2026, 251, 254), (2027, 253, 256),
    ])
  func year(year: Int, withEves: Int, holidaysOnly: Int) {
    #expect(WorkingCalendar.sverige.workingDays(in: year) == withEves)
    #expect(WorkingCalendar.sverigeHelgdagar.workingDays(in: year) == holidaysOnly)
  }

  /// Published Easter dates, with the earliest (1818) and the latest (1943, 2038) possible.
  @Test(
    "Easter Sunday",
    arguments: [
      "1818-03-22", "1943-04-25", "1954-04-18", "2000-04-23", "2008-03-23", "2011-04-24",
      "2019-04-21", "2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25",
    ])
  func easter(text: String) {
    let date = caseDay(text)
    #expect(SwedishHolidays.easterSunday(date.year) == date)
  }

  /// J.-M. Oudin, "Étude sur la date de Pâques", 1940: another way to the same days.
  @Test("Easter agrees with Oudin's rule") func easterByOudin() {
    for year in 1583...9999 {
      let (golden, century) = (year % 19, year / 100)
      let h = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30
      let i = h - (h / 28) * (1 - (29 / (h + 1)) * ((21 - golden) / 11))
      let weekday = (year + year / 4 + i + 2 - century + century / 4) % 7
      let month = 3 + (i - weekday + 40) / 44
      let oudin = CalendarDate(year: year, month: month, day: i - weekday + 28 - 31 * (month / 4))
      #expect(SwedishHolidays.easterSunday(year) == oudin, "\(year)")
    }
  }

  @Test(
    "movable days",
    arguments: [
      ("2023-06-23", "midsommarafton"), ("2023-06-24", "midsommardagen"),
      ("2024-06-21", "midsommarafton"), ("2025-06-20", "midsommarafton"),
      ("2026-06-19", "midsommarafton"), ("2026-06-20", "midsommardagen"),
      ("2023-11-04", "alla helgons dag"), ("2024-11-02", "alla helgons dag"),
      ("2025-11-01", "alla helgons dag"), ("2026-10-31", "alla helgons dag"),
      ("2023-05-18", "Kristi himmelsfärdsdag"), ("2004-05-31", "annandag pingst"),
      ("2005-06-06", "Sveriges nationaldag"), ("2023-12-31", "nyårsafton"),
    ])
  func movable(text: String, name: String) {
    #expect(WorkingCalendar.sverige.nameOfDayOff(caseDay(text))?.swedish == name)
    #expect(!WorkingCalendar.sverige.isWorkingDay(caseDay(text)))
  }

  @Test(
    "working days that look like days off",
    arguments: [
      "2023-04-06", "2023-01-05", "2024-04-30", "2023-11-03", "2023-05-19", "2005-05-16",
      "2003-06-06", "2023-12-22",
    ])
  func working(text: String) {
    #expect(WorkingCalendar.sverige.isWorkingDay(caseDay(text)))
    #expect(WorkingCalendar.sverige.nameOfDayOff(caseDay(text)) == nil)
  }

  @Test("eves are working days where only public holidays are off") func eves() {
    for text in ["2023-06-23", "2024-12-24", "2024-12-31"] {
      #expect(!WorkingCalendar.sverige.isWorkingDay(caseDay(text)))
      #expect(WorkingCalendar.sverigeHelgdagar.isWorkingDay(caseDay(text)))
    }
  }

  @Test("extra days off count once and only on working days") func extra() throws {
    let bridge = ["2023-05-19", "2023-05-19", "2023-05-20", "2023-06-23"].map(caseDay)
    let calendar = try #require(WorkingCalendar.named("sverige", extraDaysOff: bridge))
    #expect(calendar.workingDays(in: 2023) == 250)
    #expect(!calendar.isWorkingDay(caseDay("2023-05-19")))
    #expect(calendar.nameOfDayOff(caseDay("2023-05-19"))?.english == "day off")
  }

  @Test("names") func names() {
    #expect(WorkingCalendar.names == ["sverige", "sverige-helgdagar"])
    #expect(WorkingCalendar.named("norge") == nil)
    #expect(WorkingCalendar.named("sverige") == .sverige)
  }
}
