import Tables
import Testing

@testable import Indicators

@Suite("Counting working days") struct WorkingCalendarCountTests {
  /// Written out from the calendar, so that no rule of the engine is used.
  static let offIn2023And2024: Set<String> = [
    "2023-01-06", "2023-04-07", "2023-04-10", "2023-05-01", "2023-05-18", "2023-06-06",
    "2023-06-23", "2023-12-25", "2023-12-26", "2024-01-01", "2024-03-29", "2024-04-01",
    "2024-05-01", "2024-05-09", "2024-06-06", "2024-06-21", "2024-12-24", "2024-12-25",
    "2024-12-26", "2024-12-31",
  ]

  @Test("every span of 2023 and 2024 agrees with counting day by day") func spans() {
    let first = caseDay("2022-12-31")
    let off = Set(Self.offIn2023And2024.map(caseDay))
    for start in stride(from: 0, to: 700, by: 7) {
      let from = first.adding(days: start)
      var (day, count) = (from, 0)
      while day < caseDay("2024-12-31") {
        day = day.adding(days: 1)
        if day.weekday < 6, !off.contains(day) { count += 1 }
        if WorkingCalendar.sverige.workingDays(after: from, through: day) != count {
          Issue.record("\(from) to \(day): not \(count)")
        }
      }
    }
  }

  @Test("long spans agree with counting day by day, also outside the table") func longSpans() {
    for (calendar, rule) in [
      (WorkingCalendar.sverige, DaysOffRule.holidaysAndEves), (.sverigeHelgdagar, .holidays),
    ] {
      let from = caseDay("1940-03-05")
      var (day, count) = (from, 0)
      var (year, off) = (0, Set<Int32>())
      while day < caseDay("2160-02-02") {
        day = day.adding(days: 1)
        if day.year != year {
          year = day.year
          off = Set(rule.weekdaysOff(in: year))
        }
        if day.weekday < 6, !off.contains(day.daysSince1970) { count += 1 }
        if count % 97 == 0 {
          #expect(calendar.workingDays(after: from, through: day) == count, "\(day)")
        }
      }
    }
  }

  @Test("counting backwards is the negative") func backwards() {
    let (a, b) = (caseDay("2023-06-19"), caseDay("2023-06-27"))
    #expect(WorkingCalendar.sverige.workingDays(after: a, through: b) == 5)
    #expect(WorkingCalendar.sverige.workingDays(after: b, through: a) == -5)
    #expect(WorkingCalendar.sverige.workingDays(after: a, through: a) == 0)
  }

  @Test(
    "adding working days",
    arguments: [
      ("2023-06-19", 5, "2023-06-27"), ("2023-06-22", 1, "2023-06-26"),
      ("2023-06-24", 1, "2023-06-26"), ("2023-06-24", 0, "2023-06-24"),
      ("2023-12-20", 5, "2023-12-29"), ("2023-12-20", 6, "2024-01-02"),
      ("2023-06-26", -1, "2023-06-22"), ("2024-01-02", -6, "2023-12-20"),
      ("2023-06-25", -1, "2023-06-22"),
    ])
  func adding(start: String, days: Int, expected: String) {
    #expect(
      WorkingCalendar.sverige.date(adding: days, to: caseDay(start)) == caseDay(expected))
  }

  @Test("adding undoes counting for every working day") func inverse() {
    let calendar = WorkingCalendar.sverige
    for offset in 0..<400 {
      let from = caseDay("2022-11-01").adding(days: offset)
      for count in [1, 2, 5, 30, 251] {
        let date = calendar.date(adding: count, to: from)
        #expect(calendar.isWorkingDay(date))
        #expect(calendar.workingDays(after: from, through: date) == count)
        let back = calendar.date(adding: -count, to: from)
        #expect(calendar.isWorkingDay(back))
        #expect(
          calendar.workingDays(after: back.adding(days: -1), through: from.adding(days: -1))
            == count)
      }
    }
  }

  @Test("numbers without sense stop at the ends of the calendar") func extremes() {
    let (today, calendar) = (caseDay("2023-06-01"), WorkingCalendar.sverige)
    #expect(calendar.date(adding: .max, to: today) == caseDay("9999-12-31"))
    #expect(calendar.date(adding: -.max, to: today) == caseDay("0001-01-01"))
    #expect(calendar.workingDays(in: 0) == 0)
    #expect(calendar.workingDays(in: 12_000) == 0)
    let far = CalendarDate(daysSince1970: 4_000_000)
    #expect(calendar.workingDays(after: far, through: far.adding(days: 700)) == 500)
  }
}
