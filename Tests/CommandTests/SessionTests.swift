import ArgumentParser
import Query
import Tables
import Testing
import WorkspaceQuery

@testable import nyckeltal

/// Scripts as `nyckeltal query` runs them.
@Suite struct SessionTests {
  private static func run(_ sql: String, in folder: TestFolder) throws {
    let catalogue = WorkspaceCatalogue(
      folder: nil, readsStandardInput: false, today: CalendarDate(daysSince1970: 20_000))
    try QuerySession(catalogue, SessionSettings(format: .csv))
      .run(SQLScript(sql), to: .file(folder.path + "/out"))
  }

  @Test func writesAFile() throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    try Self.run("SELECT 1 AS a; SELECT 'å' AS b", in: folder)
    #expect(String(decoding: folder.bytes(of: "out"), as: UTF8.self) == "a\n1\n\nb\nå\n")
  }

  @Test(
    "A wrong query ends with 2, one that does not fit the data with 3; no half file is left",
    arguments: [
      ("SELECT 1; SELECT b", 2), ("SELECT 'b", 2), ("SELECT 1; SELECT 1 / (1 - 1)", 3),
    ] as [(String, Int32)]) func failures(_ sql: String, _ code: Int32) throws
  {
    let folder = try TestFolder()
    defer { folder.remove() }
    #expect(throws: ExitCode(code)) { try Self.run(sql, in: folder) }
    #expect(folder.names == [])
  }
}
