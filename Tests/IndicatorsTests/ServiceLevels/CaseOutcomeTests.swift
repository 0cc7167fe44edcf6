import Tables
import Testing

@testable import Indicators

@Suite("Outcome of one case") struct CaseOutcomeTests {
  typealias State = CaseOutcome.State

  /// Counted by hand in the calendar.
  @Test(
    "working days around weekends and holidays",
    arguments: [
      // 20, 21, 22 June; the 23rd is Midsummer Eve; 26 and 27 June.
      ("1,2023-06-19,2023-06-27,,,,", 5.0, State.within),
      ("2,2023-06-19,2023-06-28,,,,", 6, .late),
      // Received on Midsummer Day: Monday is day 1.
      ("3,2023-06-24,2023-06-26,,,,", 1, .within),
      ("4,2023-06-24,2023-06-25,,,,", 0, .within),
      ("5,2023-06-22,2023-06-22,,,,", 0, .within),
      // 21, 22, 27, 28, 29 December; then 2 January.
      ("6,2023-12-20,2023-12-29,,,,", 5, .within),
      ("7,2023-12-20,2024-01-01,,,,", 5, .within),
      ("8,2023-12-20,2024-01-02,,,,", 6, .late),
      // Friday to Friday.
      ("9,2023-09-01,2023-09-08,,,,", 5, .within),
      ("10,2023-09-01,2023-09-11,,,,", 6, .late),
    ])
  func answered(row: String, elapsed: Double, state: State) {
    let outcome = CaseFixture.elapsed(row, asOf: "2024-01-31")
    #expect(outcome?.elapsed == elapsed)
    #expect(outcome?.state == state)
  }

  @Test(
    "pauses",
    arguments: [
      // 9 working days, of which 7, 8, 11, 12 and 13 September are paused.
      ("1,2023-09-04,2023-09-15,2023-09-06,2023-09-13,,", 4.0, State.within, "2023-09-18"),
      // The pause starts when the time is up: the days in it are still free.
      ("2,2023-09-04,2023-09-15,2023-09-11,2023-09-14,,", 6, .late, "2023-09-14"),
      // A pause after the limit saves nothing.
      ("3,2023-09-04,2023-09-20,2023-09-12,2023-09-20,,", 6, .late, "2023-09-11"),
      // A pause over midsummer takes off only the working days in it.
      ("4,2023-06-19,2023-06-30,2023-06-22,2023-06-27,,", 6, .late, "2023-06-29"),
      // Only the part after receipt and up to the answer counts.
      ("5,2023-09-04,2023-09-08,2023-08-28,2023-09-05,,", 3, .within, "2023-09-12"),
      ("6,2023-09-04,2023-09-08,2023-09-06,2023-09-30,,", 2, .within, "2023-09-13"),
      // An impossible pause is no pause.
      ("7,2023-09-04,2023-09-15,2023-09-13,2023-09-06,,", 9, .late, "2023-09-11"),
      ("8,2023-09-04,2023-09-15,,2023-09-06,,", 9, .late, "2023-09-11"),
    ])
  func paused(row: String, elapsed: Double, state: State, due: String) {
    let outcome = CaseFixture.elapsed(row, asOf: "2024-01-31")
    #expect(outcome?.elapsed == elapsed)
    #expect(outcome?.state == state)
    #expect(outcome?.due == caseDay(due))
  }

  @Test("an open pause runs to the day of reading") func openPause() {
    let row = "1,2023-09-04,,2023-09-06,,,"
    let outcome = CaseFixture.elapsed(row, asOf: "2023-12-31")
    #expect(outcome?.elapsed == 2)
    #expect(outcome?.state == .pending)
    #expect(outcome?.due == nil)
  }

  @Test("a case is pending through its last day and overdue on the next working day") func due() {
    let row = "1,2023-06-19,,,,,"
    #expect(CaseFixture.elapsed(row, asOf: "2023-06-27")?.state == .pending)
    #expect(CaseFixture.elapsed(row, asOf: "2023-06-27")?.due == caseDay("2023-06-27"))
    #expect(CaseFixture.elapsed(row, asOf: "2023-06-28")?.state == .overdue)
  }

  @Test("what comes after the day has not happened") func later() {
    let row = "1,2023-09-04,2023-09-20,2023-09-06,2023-09-13,,"
    #expect(CaseFixture.elapsed(row, asOf: "2023-09-01")?.state == .notYetReceived)
    #expect(CaseFixture.elapsed(row, asOf: "2023-09-05")?.elapsed == 1)
    // 5 and 6 September, then an open pause.
    #expect(CaseFixture.elapsed(row, asOf: "2023-09-11")?.elapsed == 2)
    #expect(CaseFixture.elapsed(row, asOf: "2023-09-11")?.due == nil)
    #expect(CaseFixture.elapsed(row, asOf: "2023-09-19")?.state == .overdue)
    #expect(CaseFixture.elapsed(row, asOf: "2023-09-20")?.state == .late)
  }

  @Test(
    "72 hours of the wall clock; exactly 72 is within",
    arguments: [
      ("1,2023-06-22 16:30,2023-06-25 16:30,,,,", 72.0, State.within),
      ("2,2023-06-22 16:30,2023-06-25T16:30:01,,,,", 72 + 1.0 / 3600, .late),
      ("3,2023-06-22 16:30,2023-06-23 09:00,,,,", 16.5, .within),
      // A pause of bare days runs from midnight to midnight: 96 hours without 23 to 26 June.
      ("4,2023-06-22 16:30,2023-06-26 16:30,2023-06-23,2023-06-26,,", 24, .within),
      // An open case has run to the midnight that ends the day.
      ("5,2023-06-28 12:00,,,,,", 60, .pending),
      ("6,2023-06-27 23:00,,,,,", 73, .overdue),
      ("7,2023-06-22 16:30,2023-06-22,,,,", 0, .within),
    ])
  func hours(row: String, elapsed: Double, state: State) {
    let limit = CaseFixture.seventyTwoHours
    let outcome = CaseFixture.elapsed(row, asOf: "2023-06-30", limit: limit)
    #expect(outcome?.elapsed == elapsed)
    #expect(outcome?.state == state)
  }

  /// The cases of f15, counted by hand: a4 264 h less 24, a5 240 less 120, a9 96 less 48. b1 lies across
  /// the change to summer time on 31 March 2024 and loses the hour that the clock skipped.
  @Test(
    "hours honour pauses and summer time",
    arguments: [
      ("a1,2024-06-15 10:00,2024-06-24 09:00,,,,", 215.0, State.late),
      ("a4,2024-09-06 08:00,2024-09-17 08:00,2024-09-07 00:00,2024-09-08 00:00,,", 240, .late),
      ("a5,2024-09-02 08:00,2024-09-12 08:00,2024-09-04 08:00,2024-09-09 08:00,,", 120, .late),
      // An open pause stops the clock for good.
      ("a6,2024-09-02 08:00,,2024-09-04 08:00,,,", 48, .pending),
      ("a7,2024-09-02 15:00,2024-09-02 16:00,,,,", 1, .within),
      ("a9,2024-09-02 08:00,2024-09-06 08:00,2024-09-03 08:00,2024-09-05 08:00,,", 48, .within),
      ("b1,2024-03-29 12:00,2024-04-01 12:30,,,,", 71.5, .within),
      // The other way: 72 hours on the clock are 73 that pass.
      ("b2,2024-10-25 12:00,2024-10-28 12:00,,,,", 73, .late),
      // A pause across the change takes off the hours that passed in it.
      ("b3,2024-03-29 12:00,2024-04-02 12:00,2024-03-30 12:00,2024-03-31 12:00,,", 72, .within),
      // Only the part between start and end: 10 hours, 4 of them paused.
      ("b4,2024-09-02 08:00,2024-09-02 18:00,2024-09-01 08:00,2024-09-02 12:00,,", 6, .within),
      ("b5,2024-09-02 08:00,2024-09-02 18:00,2024-09-02 14:00,2024-09-09 12:00,,", 6, .within),
      // A pause within one day, and one that ends before it starts.
      ("b6,2024-09-02 08:00,2024-09-02 18:00,2024-09-02 09:00,2024-09-02 11:30,,", 7.5, .within),
      ("b7,2024-09-02 08:00,2024-09-02 18:00,2024-09-02 11:30,2024-09-02 09:00,,", 10, .within),
    ])
  func pausedHours(row: String, elapsed: Double, state: State) {
    let outcome = CaseFixture.elapsed(
      row, asOf: "2024-12-31", limit: CaseFixture.seventyTwoHours)
    #expect(outcome?.elapsed == elapsed)
    #expect(outcome?.state == state)
  }

  @Test("a moment counts by its day when days are counted") func momentsByDay() {
    let outcome = CaseFixture.elapsed(
      "1,2023-06-19 23:59,2023-06-27 00:01,,,,", asOf: "2023-06-30")
    #expect(outcome?.elapsed == 5)
  }

  @Test("columns of type timestamp") func timestampColumns() throws {
    var columns: [Vector] = []
    for text in ["2023-06-22", "2023-06-25"] {
      var builder = ColumnBuilder(.timestamp)
      let moment = try #require(Timestamp(caseDay(text), hour: 16))
      builder.append(.timestamp(moment))
      columns.append(builder.column)
    }
    let table = Table(
      name: "incidenter",
      schema: Schema([Field("inkom", .timestamp), Field("besvarat", .timestamp)]),
      columns: columns)
    let limit = CaseFixture.seventyTwoHours
    let definition = CaseLogDefinition(
      id: "incidenter", title: CaseFixture.definition().title,
      columns: CaseColumns(received: "inkom", answered: "besvarat"), limits: [limit])
    let log = CaseLog(definition: definition, table: table)
    #expect(log.diagnostics.isEmpty)
    let result = log.result(limit: limit, asOf: caseDay("2023-06-30"), calendar: .sverige)
    #expect(result.longest == 72)
    #expect(result.withinLimit == 1)
  }
}
