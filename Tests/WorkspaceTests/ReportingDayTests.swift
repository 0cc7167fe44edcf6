import Indicators
import Tables
import Testing
import Workspace

/// As of which day cases and plans are told.
@Suite struct ReportingDayTests {
  /// Today, the day asked for, the year; the day for plans and for the log.
  static let days: [(String?, String?, Int, String, String)] = [
    // A year that is over.
    ("2027-01-01", nil, 2026, "2026-12-31", "2026-12-31"),
    (nil, nil, 2026, "2026-12-31", "2026-12-31"),
    ("2026-11-30", nil, 2025, "2025-12-31", "2025-12-31"),
    // A running year: today, and the newest day in the log if it is earlier.
    ("2026-11-30", nil, 2026, "2026-11-30", "2026-11-27"),
    ("2026-11-26", nil, 2026, "2026-11-26", "2026-11-24"),
    ("2026-12-31", nil, 2026, "2026-12-31", "2026-12-24"),
    ("2026-12-24", nil, 2026, "2026-12-24", "2026-12-24"),
    // Nothing in the log yet, and a year to come.
    ("2026-01-15", nil, 2026, "2026-01-15", "2026-01-15"),
    ("2026-11-30", nil, 2027, "2026-11-30", "2026-11-27"),
    // A day that was asked for counts in its own year.
    ("2026-11-30", "2026-11-10", 2026, "2026-11-10", "2026-11-10"),
    ("2027-06-01", "2026-11-10", 2026, "2026-11-10", "2026-11-10"),
    ("2027-06-01", "2026-11-10", 2025, "2025-12-31", "2025-12-31"),
  ]

  @Test(arguments: days.indices) func day(index: Int) throws {
    let (today, asked, year, plans, cases) = Self.days[index]
    let workspace = try WorkspaceFolder.loadCases(today: today, asked: asked)
    let log = try #require(workspace.caseLog("a/cases"))
    #expect(workspace.asOf(year: year).description == plans)
    #expect(workspace.asOf(year: year, in: log).description == cases)
  }

  /// On 27 November case 1 is answered in time, case 4 open since the 16th and over its five days, and
  /// case 2 and 3 are within theirs. Counted as of 31 December, three of four are late.
  @Test(
    "a computed outcome counts to the day",
    arguments: [
      ("2026-11-30", nil, 50.0, "2026-11-27"), ("2027-01-01", nil, 25.0, nil),
      ("2026-11-30", "2026-11-20", 100.0, "2026-11-20"),
    ])
  func computed(today: String, asked: String?, share: Double, asOf: String?) throws {
    let workspace = try WorkspaceFolder.loadCases(today: today, asked: asked)
    #expect(workspace.diagnostics.isEmpty, "\(workspace.diagnostics)")
    let computed = try #require(workspace.outcomes[0].computed)
    #expect(computed.value == share)
    #expect(computed.asOf?.description == asOf)
  }

  @Test("the shipped workspace, whose years are over, does not depend on the day")
  func finishedYears() throws {
    for today in ["2026-11-30", "2031-02-28"] {
      let workspace = try WorkspaceLoader.load(
        folder: Datasets.folder, day: ReportingDay(today: CalendarDate(iso: today)))
      #expect(workspace.outcomes == Datasets.workspace.outcomes)
      for year in workspace.years where year <= 2025 {
        #expect(workspace.asOf(year: year) == .lastDay(of: year))
        for log in workspace.units.flatMap(\.caseLogs) {
          #expect(workspace.asOf(year: year, in: log) == .lastDay(of: year))
        }
      }
    }
  }
}
