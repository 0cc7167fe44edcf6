import Foundation
import Testing

@testable import Notebooks

/// Each kind of change that must make an output stale is named, and no harmless one does.
struct StalenessTests {
  private static let book = """
    ---
    year: 2023
    place: Borås
    workspace: space
    ---
    # A question

    Some words.

    ```sql name=all_visits
    SELECT year, place, visits FROM "visits.csv"
    ```

    ```sql name=of_year
    SELECT sum(visits) AS visits FROM all_visits WHERE year = $year
    ```

    ```sql name=waves
    SELECT count(*) AS n FROM "waves/*.csv"
    ```

    ```sql name=days
    SELECT working_days(DATE '2023-12-22', DATE '2023-12-28') AS days
    ```

    ```nyckeltal name=goals_found
    goals
    ```

    ```sql name=alone
    SELECT 41 AS one
    ```

    It was `of_year.visits` visits.

    """

  private static let definition = """
    title: {sv: Ett, en: One}
    year: 2023
    calendar: sverige
    units: [navet]

    """

  private func fixture() throws -> NotebookFixture {
    let fixture = try NotebookFixture()
    try fixture.write(Self.book, to: "book.md")
    try fixture.write(
      "year,place,visits\n2022,Borås,5\n2023,Borås,7\n2023,Svenljunga,4\n", to: "visits.csv")
    try fixture.write("a\n1\n", to: "waves/one.csv")
    try fixture.write(Self.definition, to: "space/nyckeltal.yaml")
    try fixture.write("title: {sv: Navet, en: Navet}\n", to: "space/navet/unit.yaml")
    try fixture.refresh()
    #expect(try fixture.reasons().isEmpty)
    return fixture
  }

  /// A change and what it must be told as.
  struct Change: Sendable, CustomStringConvertible {
    var description: String
    var file: String
    var old: String
    var new: String
    var told: [String: [StaleReason]]
  }

  static let changes = [
    Change(
      description: "bytes of a file", file: "visits.csv", old: "2023,Borås,7", new: "2023,Borås,8",
      told: [
        "all_visits": [.fileChanged("visits.csv")], "of_year": [.table("all_visits")],
        "`of_year.visits`": [.table("of_year")],
      ]),
    Change(
      description: "bytes that do not change what is used", file: "visits.csv",
      old: "2023,Svenljunga,4\n", new: "2023,Svenljunga,4",
      told: ["all_visits": [.fileChanged("visits.csv")]]),
    Change(
      description: "a result that comes to the same", file: "visits.csv", old: "2022,Borås,5",
      new: "2022,Borås,6",
      told: ["all_visits": [.fileChanged("visits.csv")], "of_year": [.table("all_visits")]]),
    Change(
      description: "a new file in a pattern", file: "waves/two.csv", old: "", new: "a\n2\n",
      told: ["waves": [.fileAdded("waves/two.csv")]]),
    Change(
      description: "a cell", file: "book.md", old: "SELECT 41 AS one", new: "SELECT 42 AS one",
      told: ["alone": [.cell]]),
    Change(
      description: "an upstream cell", file: "book.md", old: "SELECT year, place, visits",
      new: "SELECT year, place, visits + 1 AS visits",
      told: [
        "all_visits": [.cell], "of_year": [.table("all_visits")],
        "`of_year.visits`": [.table("of_year")],
      ]),
    Change(
      description: "an option", file: "book.md", old: "name=alone", new: "name=alone format=one:2",
      told: ["alone": [.cell]]),
    Change(
      description: "a parameter", file: "book.md", old: "year: 2023", new: "year: 2022",
      told: ["of_year": [.parameter("year")], "`of_year.visits`": [.table("of_year")]]),
    Change(
      description: "a definition", file: "space/navet/unit.yaml", old: "en: Navet", new: "en: Hub",
      told: ["goals_found": [.fileChanged("space/navet/unit.yaml")]]),
    Change(
      description: "the calendar", file: "space/nyckeltal.yaml", old: "calendar: sverige",
      new: "calendar: sverige\ndays_off: [2023-12-27]",
      told: [
        "days": [.calendar],
        "goals_found": [.fileChanged("space/nyckeltal.yaml"), .calendar],
      ]),
    Change(
      description: "the threshold of disclosure", file: "space/nyckeltal.yaml",
      old: "units:", new: "disclosure: {minimum_answers: 7}\nunits:",
      told: ["goals_found": [.fileChanged("space/nyckeltal.yaml"), .disclosure]]),
    Change(
      description: "an output", file: "book.md", old: "| 41 |\n", new: "| 42 |\n",
      told: ["alone": [.editedByHand]]),
    Change(
      description: "a figure between words", file: "book.md", old: " 11<!-- /", new: " 12<!-- /",
      told: ["`of_year.visits`": [.editedByHand]]),
    Change(
      description: "prose", file: "book.md", old: "Some words.", new: "Other\n\nwords.", told: [:]),
    Change(
      description: "a parameter that nobody uses", file: "book.md", old: "place: Borås",
      new: "place: Bollebygd", told: [:]),
    Change(
      description: "another cell", file: "book.md", old: "Some words.",
      new: "```sql name=fresh\nSELECT 3 AS x\n```", told: ["fresh": [.neverRun]]),
    Change(
      description: "a file that nobody reads", file: "space/notes.txt", old: "", new: "x", told: [:]
    ),
    Change(
      description: "a file beside a pattern", file: "waves/two.txt", old: "", new: "x", told: [:]),
  ]

  @Test(arguments: changes)
  func `A change is told by its reason`(_ change: Change) throws {
    let fixture = try fixture()
    if change.old.isEmpty {
      try fixture.write(change.new, to: change.file)
    } else {
      let text = try fixture.text(change.file)
      #expect(text.contains(change.old))
      let range = try #require(text.range(of: change.old))
      try fixture.write(text.replacingCharacters(in: range, with: change.new), to: change.file)
    }
    #expect(try fixture.reasons() == change.told)
    let refreshed = try fixture.refresh { $0.isForced = true }
    #expect(!refreshed.hasFailed)
    #expect(try fixture.reasons().isEmpty)
  }

  @Test func `Touching a file makes nothing stale`() throws {
    let fixture = try fixture()
    try FileManager.default.setAttributes(
      [.modificationDate: Date.now.addingTimeInterval(3600)],
      ofItemAtPath: fixture.path + "/visits.csv")
    #expect(try fixture.reasons().isEmpty)
  }

  @Test func `Another meaning of the engine makes every output stale`() throws {
    let fixture = try fixture()
    let reasons = try fixture.reasons { $0.meaning += 1 }
    #expect(reasons.count == 6)
    #expect(reasons.values.allSatisfy { $0 == [.meaning] })
  }

  @Test func `A parameter of the command line makes stale what uses it`() throws {
    let fixture = try fixture()
    #expect(
      try fixture.reasons(set: ["year": "2022"]) == [
        "of_year": [.parameter("year")], "`of_year.visits`": [.table("of_year")],
      ])
    try fixture.refresh(set: ["year": "2022"])
    #expect(try fixture.text().contains("| 5 |"))
    #expect(try fixture.reasons()["of_year"] == [.parameter("year")])
  }

  @Test func `Another workspace makes stale what reads it`() throws {
    let fixture = try fixture()
    try fixture.write(Self.definition, to: "other/nyckeltal.yaml")
    try fixture.write("title: {sv: Navet, en: Navet}\n", to: "other/navet/unit.yaml")
    let reasons = try fixture.reasons(set: ["workspace": "other"])
    #expect(Array(reasons.keys) == ["goals_found"])
    #expect(reasons["goals_found"]?.contains(.fileAdded("other/nyckeltal.yaml")) == true)
    #expect(reasons["goals_found"]?.contains(.fileRemoved("space/nyckeltal.yaml")) == true)
  }

  @Test func `A file that a parameter names is an input`() throws {
    let fixture = try NotebookFixture()
    try fixture.write("n\n1\n2\n", to: "one.csv")
    try fixture.write("n\n5\n", to: "two.csv")
    try fixture.write(
      "---\nfile: one.csv\n---\n```sql name=a\nSELECT sum(n) AS n FROM \"$file\"\n```\n",
      to: "book.md")
    #expect(try !fixture.refresh().hasFailed)
    #expect(try fixture.text().contains("| 3 |"))
    #expect(
      try fixture.reasons(set: ["file": "two.csv"])
        == ["a": [.parameter("file"), .fileAdded("two.csv"), .fileRemoved("one.csv")]])
    try fixture.write("n\n1\n3\n", to: "one.csv")
    #expect(try fixture.reasons() == ["a": [.fileChanged("one.csv")]])
  }

  @Test func `A file that is gone is named`() throws {
    let fixture = try fixture()
    try FileManager.default.removeItem(atPath: fixture.path + "/visits.csv")
    let outcome = try fixture.run().outcome()
    #expect(outcome.hasFailed)
    #expect(outcome.cells.first?.reasons == [.fileRemoved("visits.csv")])
  }

  @Test func `An output that was edited is kept until force is used`() throws {
    let fixture = try fixture()
    let edited = try fixture.text().replacingOccurrences(of: "| 41 |\n", with: "| one |\n")
    try fixture.write(edited, to: "book.md")
    let outcome = try fixture.refresh()
    #expect(outcome.cells.contains { $0.label == "alone" && $0.isKept })
    #expect(try fixture.text() == edited)
    try fixture.refresh { $0.isForced = true }
    #expect(try fixture.text().contains("| 41 |\n"))
  }

  @Test(arguments: [true, false])
  func `An edit is kept though the file of a chart is gone`(_ isOfTable: Bool) throws {
    let fixture = try NotebookFixture()
    let cell =
      "```sql name=a chart=line x=year y=n\nSELECT * FROM (VALUES (2021, 1), (2022, 3)) AS t (year, n)\n```\n"
    try fixture.write(cell, to: "book.md")
    #expect(try !fixture.refresh().hasFailed)
    let chart = "book.assets/a-chart.svg"
    if isOfTable {
      let text = try fixture.text()
      #expect(text.contains("| 3 |"))
      try fixture.write(text.replacingOccurrences(of: "| 3 |", with: "| 4 |"), to: "book.md")
    }
    try FileManager.default.removeItem(atPath: fixture.path + "/" + chart)
    let before = try fixture.text()
    let edits: [StaleReason] = isOfTable ? [.editedByHand] : []
    #expect(try fixture.reasons() == ["a": [.chartMissing(chart)] + edits])
    let outcome = try fixture.refresh()
    #expect(outcome.cells.map(\.isKept) == [isOfTable])
    #expect(try fixture.text() == before)
    #expect(FileManager.default.fileExists(atPath: fixture.path + "/" + chart) != isOfTable)
    // Another cell in its place: what was edited is still there.
    try fixture.write(
      before.replacingOccurrences(of: "(2021, 1)", with: "(2021, 2)"), to: "book.md")
    #expect(try fixture.refresh().cells[0].isKept == isOfTable)
    #expect(try fixture.text().contains("| 4 |") == isOfTable)
    try fixture.refresh { $0.isForced = true }
    #expect(try fixture.reasons().isEmpty)
    #expect(try fixture.text().contains("| 3 |"))
  }

  @Test func `Line ends that a checkout changed are no edit`() throws {
    let fixture = try fixture()
    let text = try fixture.text().replacingOccurrences(of: "\n", with: "\r\n")
    try fixture.write(text, to: "book.md")
    // The words of cells are the same too: CommonMark reads both line ends as one.
    #expect(try fixture.reasons().isEmpty)
  }

  @Test func `Without the list of files a reason is told in general`() throws {
    let fixture = try fixture()
    var text = try fixture.text()
    let start = try #require(text.range(of: InputListing.opening))
    text.removeSubrange(start.lowerBound...)
    try fixture.write(text, to: "book.md")
    try fixture.write("year,place,visits\n2023,Borås,1\n", to: "visits.csv")
    #expect(try fixture.reasons()["all_visits"] == [.inputs])
  }
}
