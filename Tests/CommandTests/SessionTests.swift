import Diagnostics
import Foundation
import Query
import TableFiles
import Tables
import Testing

@testable import nyckeltal

/// Statements of a script one after the other, as `nyckeltal query` runs them.
@Suite struct SessionTests {
  private static func output(
    _ sql: String, format: ResultFormat, in folder: TestFolder
  ) throws -> String {
    let path = folder.path + "/out"
    let catalogue = WorkspaceCatalogue(folder: nil, readsStandardInput: false)
    let settings = SessionSettings(
      format: format, dialect: .standard, showsTiming: false, hasColor: false)
    try QuerySession(catalogue, settings).run(SQLScript(sql), to: .file(path))
    return String(decoding: try FormatTests.bytes(of: path), as: UTF8.self)
  }

  @Test("JSON of several statements is one document, of one statement its rows")
  func json() throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    let one = try Self.output("SELECT 1 AS a;", format: .json, in: folder)
    #expect(one == "[{\"a\":1}]\n")
    let several = try Self.output(
      "SELECT 1 AS a; SELECT 'x' AS b WHERE false; SELECT 2 AS c", format: .json, in: folder)
    let parsed = try JSONSerialization.jsonObject(with: Data(several.utf8)) as? [[[String: Int]]]
    #expect(parsed == [[["a": 1]], [], [["c": 2]]])
  }

  @Test("Minus zero stands in no format", arguments: ResultFormat.allCases)
  func minusZero(_ format: ResultFormat) throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    let sql = """
      SELECT x, sum(x) AS s, round(x - 0.4) AS r, x::text AS t
      FROM (VALUES (-0.0), (0.0), (-1 * 0.0)) AS v(x) GROUP BY x
      """
    let text = try Self.output(sql, format: format, in: folder)
    #expect(!text.contains("-0"), "\(text)")
    #expect(text.contains("0.0"), "\(text)")
  }
}
