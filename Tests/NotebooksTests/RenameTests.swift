import Foundation
import Testing

@testable import Notebooks

/// A notebook under another name is the same notebook, and its charts go into its own folder.
@Suite struct RenameTests {
  private static let cell =
    "```sql name=a chart=line x=year y=n\nSELECT * FROM (VALUES (2021, 1), (2022, 3)) AS t (year, n)\n```\n"
  private static let old = "Min bok.assets/a-chart.svg"
  private static let new = "book.assets/a-chart.svg"

  /// A notebook with a chart, run as `Min bok.md`, whose folder is written with a sign for the blank.
  private static func fixture() throws -> NotebookFixture {
    let fixture = try NotebookFixture()
    try fixture.write(cell, to: "Min bok.md")
    let run = NotebookRun(
      Notebook(try fixture.bytes("Min bok.md"), named: "Min bok.md"),
      settings: RunSettings(folder: fixture.folder), commands: WordCommands())
    #expect(
      try run.outcome().save(to: fixture.path + "/Min bok.md", folder: fixture.folder))
    #expect(try fixture.text("Min bok.md").contains("](Min%20bok.assets/a-chart.svg)"))
    return fixture
  }

  struct Change: Sendable {
    var isCopy: Bool
    var withFolder: Bool
  }

  static let changes = [true, false].flatMap { isCopy in
    [true, false].map { Change(isCopy: isCopy, withFolder: $0) }
  }

  private static func rename(_ change: Change, in fixture: NotebookFixture) throws {
    for (from, to) in [("Min bok.md", "book.md"), ("Min bok.assets", "book.assets")]
    where to == "book.md" || change.withFolder {
      let (from, to) = (fixture.path + "/" + from, fixture.path + "/" + to)
      if change.isCopy {
        try FileManager.default.copyItem(atPath: from, toPath: to)
      } else {
        try FileManager.default.moveItem(atPath: from, toPath: to)
      }
    }
  }

  @Test(arguments: changes)
  func `Another name is no edit`(_ change: Change) throws {
    let fixture = try Self.fixture()
    let drawing = try fixture.bytes(Self.old)
    try Self.rename(change, in: fixture)
    let outcome = try fixture.refresh()
    #expect(outcome.cells.map(\.reasons) == [[.moved]])
    #expect(outcome.cells.allSatisfy { !$0.isKept })
    #expect(try fixture.text().contains("](\(Self.new))"))
    #expect(try fixture.bytes(Self.new) == drawing)
    #expect(try fixture.reasons().isEmpty)
    // The charts of the other notebook are left alone.
    let isThere = FileManager.default.fileExists(atPath: fixture.path + "/" + Self.old)
    #expect(isThere == (change.isCopy || !change.withFolder))
  }

  @Test(arguments: [true, false])
  func `A chart that was edited stays so under another name`(_ isCopy: Bool) throws {
    let fixture = try Self.fixture()
    try Self.rename(Change(isCopy: isCopy, withFolder: true), in: fixture)
    try fixture.write("edited", to: Self.new)
    let before = try fixture.text()
    let outcome = try fixture.refresh()
    #expect(outcome.cells.map(\.reasons) == [[.moved, .editedByHand]])
    #expect(outcome.cells.map(\.isKept) == [true])
    #expect(try fixture.text() == before)
    #expect(try fixture.text(Self.new) == "edited")
    try fixture.refresh { $0.isForced = true }
    #expect(try fixture.reasons().isEmpty)
    #expect(try fixture.text(Self.new) != "edited")
  }

  @Test func `Words that were edited stay so under another name`() throws {
    let fixture = try Self.fixture()
    try Self.rename(Change(isCopy: false, withFolder: false), in: fixture)
    let text = try fixture.text()
    #expect(text.contains("| 3 |"))
    try fixture.write(text.replacingOccurrences(of: "| 3 |", with: "| 4 |"), to: "book.md")
    #expect(try fixture.reasons() == ["a": [.moved, .editedByHand]])
  }

  /// The output of a cell that is gone is kept with its chart where somebody changed that.
  @Test func `A chart that was edited outlives its cell`() throws {
    let fixture = try Self.fixture()
    try Self.rename(Change(isCopy: false, withFolder: true), in: fixture)
    try fixture.refresh()
    try fixture.write("edited", to: Self.new)
    let text = try fixture.text()
    try fixture.write(
      text.replacingOccurrences(of: Self.cell, with: ""), to: "book.md")
    #expect(try fixture.refresh().cells.map(\.isKept) == [true])
    #expect(try fixture.text(Self.new) == "edited")
    try fixture.refresh { $0.isForced = true }
    #expect(!FileManager.default.fileExists(atPath: fixture.path + "/" + Self.new))
  }
}
