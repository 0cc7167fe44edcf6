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

  @Test(
    "a case that stands twice is counted once: the first row is kept",
    arguments: [
      (
        "1,2023-10-11,,,,,tillsyn", Diagnostic.Severity.error,
        "the case stands twice, and the two rows say different things"
      ),
      ("1,2023-10-10,,,,,tillsyn", .warning, "the row stands twice"),
    ])
  func duplicate(row: String, severity: Diagnostic.Severity, message: String) {
    let log = CaseFixture.log("1,2023-10-10,,,,,tillsyn\n" + row)
    #expect(log.diagnostics.map(\.code) == ["case-log-duplicate"])
    #expect(log.diagnostics.map(\.severity) == [severity])
    #expect(log.diagnostics.map(\.message) == [message])
    #expect(log.diagnostics.map(\.location.line) == [3])
    #expect(
      log.diagnostics.first?.reason
        == "It stands first at cases.csv:2. That row is counted, this one is not.")
    #expect(log.rowCount == 1)
    #expect(log.table.rows.map { $0["inkom"] } == [.date(caseDay("2023-10-10"))])
    #expect(log.table.rows.map(\.location.line) == [2])
    let result = log.result(
      limit: CaseFixture.fiveDays, asOf: caseDay("2023-12-31"), calendar: .sverige)
    #expect(result.total == 1)
  }

  @Test("rows without an id are cases of their own") func withoutID() {
    let log = CaseFixture.log(",2023-10-10,,,,,\n,2023-10-10,,,,,")
    #expect(log.diagnostics.isEmpty)
    #expect(log.rowCount == 2)
  }

  /// f11: one bad cell spoils the case that it belongs to, and no other.
  @Test("a bad cell spoils only itself") func oneBadCell() {
    let log = CaseFixture.log(
      """
      a1,2024-06-03 10:00:00.000,2024-06-04 09:00:00.000,,,,x
      a2,2024-06-05 10:00:00.000,okänt,,,,x
      a3,2024-06-05 10:00:00.000,2024-06-20 09:00:00.000,,,,x
      """)
    #expect(log.diagnostics.map(\.code) == ["case-log-date"])
    #expect(log.diagnostics.map(\.location.line) == [3])
    let outcomes = log.outcomes(
      limit: CaseFixture.fiveDays, asOf: caseDay("2024-12-31"), calendar: .sverige)
    #expect(outcomes.map(\.state) == [.within, .unusable, .late])
    let result = log.result(
      limit: CaseFixture.fiveDays, asOf: caseDay("2024-12-31"), calendar: .sverige)
    #expect(result.shareWithin == 0.5)
    // Who asks with SQL gets moments too.
    #expect(log.table.schema.fields.map(\.type)[1...2] == [.timestamp, .timestamp])
    #expect(log.table.rows.map { $0["besvarat"] == .null } == [false, true, false])
  }

  @Test("hours need a time of day") func clock() {
    let log = CaseFixture.log(
      "1,2023-10-10,2023-10-11 08:00,,,,\n2,2023-10-10 07:00,,,,,",
      limits: [CaseFixture.seventyTwoHours])
    #expect(
      log.diagnostics.map(\.message) == ["column 'inkom' has no time of day in 1 of 2 rows"])
    let paused = CaseFixture.log(
      "1,2023-10-10 07:00,2023-10-11 08:00,2023-10-10,2023-10-11,,",
      limits: [CaseFixture.seventyTwoHours])
    #expect(
      paused.diagnostics.map(\.message) == [
        "column 'paus_fran' has no time of day in 1 of 1 rows",
        "column 'paus_till' has no time of day in 1 of 1 rows",
      ])
  }

  @Test("a limit below zero is an error") func limit() {
    var limit = CaseFixture.fiveDays
    limit.duration = .workingDays(-1)
    let log = CaseFixture.log("1,2023-10-10,,,,,", limits: [limit])
    #expect(log.diagnostics.map(\.code) == ["case-log-limit"])
  }

  @Test(
    "readings: days and moments as people write them",
    arguments: [
      ("2023-06-22", "2023-06-22T00:00:00"), ("2023-06-22 08:30", "2023-06-22T08:30:00"),
      ("2023-06-22T08:30:15", "2023-06-22T08:30:15"), ("2023-06-22 8:30", "2023-06-22T08:30:00"),
      ("2024-08-15 13.22", "2024-08-15T13:22:00"), ("15/8/2024", "2024-08-15T00:00:00"),
      ("20240815", "2024-08-15T00:00:00"), ("4 juni 2024", "2024-06-04T00:00:00"),
      ("4 juni 2024 kl 13.22", "2024-06-04T13:22:00"), ("22/6 2023", "2023-06-22T00:00:00"),
      ("2023-06-22 08:30 x", nil), ("2023-02-29", nil), ("2023-06-22 25:00", nil), ("okänt", nil),
      // Nothing tells which number is the day.
      ("5/11/2024", nil),
    ])
  func reading(text: String, moment: String?) {
    let log = CaseFixture.log("1,\(text),,,,,\n2,x,,,,,")
    let reading = log.readings(of: "inkom")[0]
    #expect(reading.timestamp?.description == moment)
    #expect((reading == .unreadable) == (moment == nil))
    #expect(log.readings(of: "inkom")[1] == .unreadable)
    #expect(log.readings(of: "besvarat")[0] == .missing)
  }

  @Test("eight digits are a day in a column of days") func digits() {
    let log = CaseFixture.log("1,20240815,20240816,,,,\n2,20240819,,,,,")
    #expect(log.diagnostics.isEmpty)
    #expect(log.table.schema.fields.map(\.type)[1...2] == [.date, .date])
    #expect(log.readings(of: "inkom")[0].hasTime == false)
  }

  @Test("a day above 12 tells the order of the whole log") func order() {
    let log = CaseFixture.log("1,5/11/2024,15/11/2024,,,,\n2,x,,,,,")
    #expect(log.readings(of: "inkom")[0].date == caseDay("2024-11-05"))
    #expect(log.readings(of: "besvarat")[0].date == caseDay("2024-11-15"))
  }

  @Test("words for a missing value are none") func missing() {
    let log = CaseFixture.log("1,2024-06-04,-,,,,\n2,2024-06-04, ,,,,")
    #expect(Array(log.readings(of: "besvarat")) == [.missing, .missing])
  }
}
