import Diagnostics
import Foundation
import Testing

@testable import Notebooks

extension NotebookFixture {
  /// A workspace with a survey, 12 cases of kind x, 3 of y and 9 of z, and a study.
  static func withPersons() throws -> NotebookFixture {
    let fixture = try NotebookFixture()
    try fixture.write("title: x\nyear: 2026\nunits: [navet]\n", to: "space/nyckeltal.yaml")
    try fixture.write(
      "label: N\nbefore_after: [{id: s, title: S, table: study}]\n", to: "space/navet/unit.yaml")
    try fixture.write("group,person,before,after\n1,1,2,3\n", to: "space/navet/study.csv")
    try fixture.write("title: x\n", to: "space/navet/survey/survey.yaml")
    try fixture.write("a\n1\n", to: "space/navet/survey/responses.csv")
    try fixture.write("title: x\n", to: "space/navet/cases/cases.yaml")
    try fixture.write("a\n1\n", to: "space/navet/cases/cases.csv")
    return fixture
  }

  /// The same without the survey, which has no question.
  static func withCases() throws -> NotebookFixture {
    let fixture = try NotebookFixture()
    try fixture.write("title: x\nyear: 2026\nunits: [navet]\n", to: "space/nyckeltal.yaml")
    try fixture.write("label: N\n", to: "space/navet/unit.yaml")
    try fixture.write(
      "title: C\ncolumns: {id: nr, received: in, answered: ut, category: kind}\n",
      to: "space/navet/cases/cases.yaml")
    let kinds = [("x", 12), ("y", 3), ("z", 9)].flatMap { Array(repeating: $0.0, count: $0.1) }
    let rows = kinds.enumerated().map { "\($0),2026-01-\(10 + $0 % 9),2026-02-02,\($1)\n" }
    try fixture.write("nr,in,ut,kind\n" + rows.joined(), to: "space/navet/cases/cases.csv")
    return fixture
  }
}

/// Cells that name tables of persons' rows.
@Suite struct PublishedCellTests {
  private static func book(_ cells: String...) -> String {
    "---\nworkspace: space\nkind: x\n---\n"
      + cells.map { "```sql\n\($0)\n```\n\n" }.joined()
  }

  private static let byKind =
    "SELECT category, count(*) AS n FROM cases GROUP BY unit, log, category ORDER BY 1"
  private static let all = "SELECT unit, count(*) AS n FROM cases GROUP BY unit, log"

  @Test func `Counts of few are left out`() throws {
    let fixture = try NotebookFixture.withCases()
    try fixture.write(Self.book(Self.byKind), to: "book.md")
    let outcome = try fixture.refresh { $0.isRecorded = true }
    #expect(outcome.cells.allSatisfy { $0.problem == nil })
    let text = try fixture.text()
    #expect(text.contains("| x | 12 |"))
    #expect(!text.contains("| y |"))
  }

  @Test func `A check puts nothing on record, a run does`() throws {
    let fixture = try NotebookFixture.withCases()
    try fixture.write(Self.book(Self.byKind), to: "book.md")
    let record = fixture.path + "/space/published.json"
    _ = try fixture.run().outcome()
    #expect(!FileManager.default.fileExists(atPath: record))
    try fixture.refresh { $0.isRecorded = true }
    #expect(FileManager.default.fileExists(atPath: record))
    // The record is no input: the notebook is fresh, and a forced run gives the same.
    let before = try fixture.bytes()
    #expect(try fixture.reasons().isEmpty)
    try fixture.refresh {
      $0.isRecorded = true
      $0.isForced = true
    }
    #expect(try fixture.bytes() == before)
  }

  /// All kinds that are shown and the total must not tell the three of y, whichever notebook asks.
  @Test func `Two notebooks tell nothing by their difference`() throws {
    let fixture = try NotebookFixture.withCases()
    try fixture.write(Self.book(Self.byKind), to: "book.md")
    #expect(try !fixture.refresh { $0.isRecorded = true }.hasFailed)
    let first = try fixture.text()
    #expect(first.contains("| x | 12 |"))
    try fixture.write(Self.book(Self.all), to: "book.md")
    #expect(try !fixture.refresh { $0.isRecorded = true }.hasFailed)
    let second = try fixture.text()
    #expect(!(first.contains("| z | 9 |") && second.contains("| navet | 24 |")))
  }

  @Test func `A check gives what a run gives, in the order of the cells`() throws {
    let fixture = try NotebookFixture.withCases()
    try fixture.write(Self.book(Self.all, Self.byKind), to: "book.md")
    let checked = try fixture.run { $0.threads = 2 }.outcome().after
    try fixture.refresh {
      $0.isRecorded = true
      $0.threads = 1
    }
    #expect(try fixture.bytes() == checked)
    #expect(try fixture.text().contains("| navet | 24 |"))
  }

  @Test func `A parameter is a value`() throws {
    let fixture = try NotebookFixture.withCases()
    try fixture.write(
      Self.book(
        "SELECT category, count(*) AS n FROM cases WHERE category = $kind GROUP BY unit, log, category"
      ),
      to: "book.md")
    try fixture.refresh()
    #expect(try fixture.text().contains("| x | 12 |"))
  }

  @Test(arguments: [
    ("SELECT * FROM cases", "rows of persons are never published"),
    ("SELECT count(*) FROM cases", "a count that is published is about one unit"),
  ]) func `Rows are refused`(_ sql: String, _ message: String) throws {
    let fixture = try NotebookFixture.withCases()
    try fixture.write(Self.book(sql), to: "book.md")
    #expect(try fixture.run().outcome().cells[0].problem?.message == message)
  }
}
