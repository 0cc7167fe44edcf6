import Query
import Testing

@testable import WorkspaceQuery

/// Errors and durations as they are printed.
@Suite struct ComplaintTests {
  static let error = QueryError(
    "column \"betygg\" does not exist", at: 17, hint: "did you mean 'betyg'?")

  @Test func typedQuery() {
    let text = QueryComplaint(Self.error, in: SQLScript("SELECT 1;\nSELECT betygg"), width: 80)
      .text(TerminalStyle(hasColor: false))
    #expect(
      text == """
        error[query]: column "betygg" does not exist
        LINE 2: SELECT betygg
                      ^
          fix: did you mean 'betyg'?
        """)
  }

  @Test func queryInAFile() {
    let script = SQLScript("SELECT 1;\nSELECT betygg", file: "f.sql")
    let text = QueryComplaint(QueryError("m", at: 18), in: script, width: 80)
      .text(TerminalStyle(hasColor: false))
    #expect(text == "f.sql:2:8: error[query]: m\nLINE 2: SELECT betygg\n               ^")
  }

  @Test("A cast that failed says row and column, and its value only to who owns the data")
  func failedCast() {
    var error = QueryError("invalid input syntax for type integer", at: 8)
    (error.value, error.origin) = ("Anna", "row 3 of \"f.csv\", column 'v'")
    let complaint = QueryComplaint(error, in: SQLScript("SELECT v::integer"), width: 80)
    let text = complaint.text(TerminalStyle(hasColor: false))
    #expect(
      text == """
        error[query]: invalid input syntax for type integer
        LINE 1: SELECT v::integer
                       ^
          row 3 of "f.csv", column 'v'
        """)
    let shown = complaint.text(TerminalStyle(hasColor: false), showingValue: true)
    #expect(shown == text + "\n  value: 'Anna'")
    #expect(
      !error.description.contains("Anna") && !error.formatted(in: "SELECT 1").contains("Anna"))
  }

  @Test(arguments: [
    (Duration.microseconds(12), "12 µs"), (.milliseconds(1), "1 ms"),
    (.milliseconds(999), "999 ms"),
    (.milliseconds(1234), "1.2 s"), (.seconds(75), "75.0 s"),
  ]) func durations(_ duration: Duration, _ text: String) {
    #expect(duration.written == text)
  }
}
