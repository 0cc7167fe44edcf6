import Diagnostics
import Labels
import TableFiles
import Tables
import Testing

@testable import Indicators

@Suite("Checks of a case log") struct CaseLogCheckTests {
  @Test(
    "one row, one problem",
    arguments: [
      ("1,,2023-05-05,,,,", "case-log-start", "column 'inkom' is empty"),
      ("1,2023-10-10,2023-10-09,,,,", "case-log-order", "'besvarat' comes before 'inkom'"),
      (
        "1,2023-10-10 12:00,2023-10-10 11:59,,,,", "case-log-order",
        "'besvarat' comes before 'inkom'"
      ),
      (
        "1,2023-06-31,,,,,", "case-log-date", "column 'inkom' holds a value that is no day"
      ),
      ("1,2023-10-10,snart,,,,", "case-log-date", "column 'besvarat' holds a value that is no day"),
      (
        "1,2023-10-10,,2023-10-13,2023-10-12,,", "case-log-pause",
        "the pause ends before it starts"
      ),
      ("1,2023-10-10,,,2023-10-12,,", "case-log-pause", "a pause ends that never started"),
      (
        "1,2023-10-10,,2023-10-09,2023-10-12,,", "case-log-pause",
        "the pause starts before the case was received"
      ),
      (
        "1,2023-10-10,2023-10-12,2023-10-13,,,", "case-log-pause",
        "the pause starts after the case was answered"
      ),
      (
        "1,2023-10-10,2023-10-12,2023-10-11,,,", "case-log-pause",
        "the case was answered during a pause that has no end"
      ),
      (
        "1,2023-10-10,,,,2023-10-12,", "case-log-closed",
        "the case is closed but was never answered"
      ),
    ])
  func problem(row: String, code: String, message: String) {
    let diagnostics = CaseFixture.log("0,2023-10-10,2023-10-12,,,,\n" + row).diagnostics
    #expect(diagnostics.map(\.code) == [code])
    #expect(diagnostics.map(\.message) == [message])
    #expect(diagnostics.map(\.location) == [SourceLocation(file: "cases.csv", line: 3)])
  }

  @Test("a good log has nothing to remark on") func clean() {
    let rows = "1,2023-10-10,2023-10-12,2023-10-10,2023-10-11,2023-10-13,x\n2,2023-10-10,,,,,"
    #expect(CaseFixture.log(rows).diagnostics.isEmpty)
  }

  @Test("dates of cases stay out of the text that may be logged") func privacy() {
    let diagnostics = CaseFixture.log("1,2023-10-10,2023-10-09,,,,").diagnostics
    #expect(diagnostics.first?.description.contains("2023") == false)
    #expect(diagnostics.first?.value == "2023-10-10 – 2023-10-09")
  }

  @Test("a missing column is an error with the closest name") func missingColumn() {
    var definition = CaseFixture.definition()
    definition.columns.answered = "besvrat"
    definition.location = SourceLocation(file: "dso.yaml", line: 7)
    let table = caseTable("nr,inkom,besvarat,paus_fran,paus_till,avslutat,typ\n1,2023-10-10,,,,,")
    let found = CaseLog(definition: definition, table: table).diagnostics
    #expect(
      found.map { $0.formatted() } == [
        """
        dso.yaml:7: error[case-log-column]: case log 'dso-arenden' names column 'besvrat', which \
        cases does not have
          did you mean 'besvarat'?
          fix: name the column 'besvarat'
        """
      ])
  }

  @Test("a missing start column makes all cases unusable, with one error") func missingStart() {
    var limit = CaseFixture.fiveDays
    limit.from = "upptackt"
    let log = CaseFixture.log("1,2023-10-10,,,,,\n2,2023-10-11,,,,,", limits: [limit])
    #expect(log.diagnostics.map(\.code) == ["case-log-column"])
    let result = log.result(limit: limit, asOf: caseDay("2023-12-31"), calendar: .sverige)
    #expect(result.total == 0)
    #expect(result.unusable == 2)
    #expect(result.shareWithin == nil)
  }

  @Test("a condition that no row meets is most often misspelt") func condition() {
    var limit = CaseFixture.fiveDays
    limit.condition = CaseCondition(column: "typ", equals: "tilsyn")
    let log = CaseFixture.log("1,2023-10-10,,,,,tillsyn", limits: [limit])
    #expect(log.diagnostics.map(\.code) == ["case-log-condition"])
    // What stands in the log may be personal, so the likely word is in the value only.
    #expect(log.diagnostics.first?.reason == nil)
    #expect(log.diagnostics.first?.value == "tillsyn")
  }

  @Test("a case that stands twice") func duplicate() {
    let log = CaseFixture.log("1,2023-10-10,,,,,tillsyn\n1,2023-10-11,,,,,tillsyn")
    #expect(log.diagnostics.map(\.code) == ["case-log-duplicate"])
    #expect(log.rowCount == 2)
  }

  @Test("hours need a time of day") func clock() {
    let log = CaseFixture.log(
      "1,2023-10-10,2023-10-11 08:00,,,,\n2,2023-10-10 07:00,,,,,",
      limits: [CaseFixture.seventyTwoHours])
    #expect(
      log.diagnostics.map(\.message) == ["column 'inkom' has no time of day in 1 of 2 rows"])
  }

  @Test("a limit below zero is an error") func limit() {
    var limit = CaseFixture.fiveDays
    limit.duration = .workingDays(-1)
    let log = CaseFixture.log("1,2023-10-10,,,,,", limits: [limit])
    #expect(log.diagnostics.map(\.code) == ["case-log-limit"])
  }

  @Test(
    "readings",
    arguments: [
      ("2023-06-22", true), ("2023-06-22 08:30", true), ("2023-06-22T08:30:15", true),
      ("2023-06-22 08:30:15.000", true), ("2023-06-22 8.30", true), ("22/6 2023", true),
      ("22/6/2023 13:22", true), ("20230622", true), ("22 juni 2023", true),
      ("2023-06-22 24:00", false), ("2023-06-22 08:30 x", false), ("okänt", false),
      ("5/6/2023", false), ("2023-02-29", false), ("2023-06-22 08:30:15:00", false),
    ])
  func reading(text: String, isMoment: Bool) {
    let reading = CaseReading(.text(text), CellReading())
    #expect((reading.timestamp != nil) == isMoment)
    #expect((reading == .unreadable) == !isMoment)
    #expect(CaseReading(.text(" "), CellReading()) == .missing)
    #expect(CaseReading(.text("-"), CellReading()) == .missing)
  }

  @Test("one day above 12 tells the order for the whole column, and eight digits are a day")
  func column() throws {
    let readings = CaseReading.readings(of: [
      .text("5/6/2023"), .text("okänt"), .text("22/6/2023"), .integer(20_230_622), .null,
    ])
    let days = try [(2023, 6, 5), nil, (2023, 6, 22), (2023, 6, 22), nil].map { parts in
      try parts.map { try #require(CalendarDate(year: $0.0, month: $0.1, day: $0.2)) }
    }
    #expect(readings.map(\.date) == days)
    #expect(readings[1] == .unreadable && readings[4] == .missing)
    #expect(readings.allSatisfy { !$0.hasTime })
  }
}
