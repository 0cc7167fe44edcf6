import Foundation
import Tables
import Testing

@testable import Query

/// Where the value stands that a cast could not use.
@Suite struct FailedCastTests {
  private static func failure(_ sql: String, _ text: String) throws -> QueryError? {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(text.utf8).write(to: folder.appending(path: "t.csv"))
    let run = StatementRun(
      sql, in: FileCatalogue(folder: folder.path), options: QueryOptions())
    do {
      try run.run { _ in
      } handle: { _ in
      }
      return nil
    } catch let error as QueryError {
      return error
    }
  }

  private static let text = "id,v,w\n1,10,1\n2,11,2\n3,\"12,5\",3\n4,vet ej,4\n5,x,5\n"

  @Test(
    arguments: [
      ("SELECT v::integer FROM t", "row 3 of \"t\", column 'v'"),
      ("SELECT sum(CAST(v AS numeric)) FROM t WHERE id > 3", "row 4 of \"t\", column 'v'"),
      ("SELECT id FROM t WHERE v::integer > 3 ORDER BY id", "row 3 of \"t\", column 'v'"),
      ("SELECT b::integer FROM (SELECT id AS a, v AS b FROM t) AS s", "row 3 of \"t\", column 'v'"),
      ("SELECT r.v::integer FROM t AS l JOIN t AS r ON l.id = r.w", "row 3 of \"t\", column 'v'"),
      ("SELECT sum(v::date - date '2024-01-01') FROM t", "row 1 of \"t\", column 'v'"),
      ("SELECT trim(v)::integer FROM t", nil), ("SELECT 'x'::integer FROM t", nil),
    ] as [(String, String?)])
  func place(_ sql: String, _ origin: String?) throws {
    let error = try #require(try Self.failure(sql, Self.text))
    #expect(error.origin == origin)
    #expect(error.position != nil && error.hint != nil)
  }

  @Test("The hint for a decimal comma keeps the number what it is")
  func comma() throws {
    let error = try #require(try Self.failure("SELECT v::integer FROM t", Self.text))
    #expect(
      error.hint
        == "for a decimal comma write replace(…, ',', '.')::numeric; try_cast(…, 'integer') gives NULL "
        + "for what cannot be cast")
    #expect(error.value == "12,5" && !error.description.contains("12,5"))
    let word = try #require(
      try Self.failure("SELECT v::integer FROM t WHERE id = 4", Self.text))
    #expect(word.hint == "try_cast(…, 'integer') gives NULL for what cannot be cast")
    let toNumber = try #require(try Self.failure("SELECT to_number(v, '9') FROM t", Self.text))
    #expect(toNumber.hint?.contains("replace(…, ',', '.')::numeric for a decimal comma") == true)
  }
}
