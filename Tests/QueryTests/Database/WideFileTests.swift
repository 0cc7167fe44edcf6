import Query
import Testing

/// Queries of a file with 100 000 columns, and of thousands of columns by name: each column is looked
/// for in the time that one takes, not all of them.
@Suite struct WideFileTests {
  @Test func manyColumns() throws {
    let count = 100_000
    let names = (0..<count).map { "c\($0)" }.joined(separator: ",")
    let values = (0..<count).map { "\($0 % 7)" }.joined(separator: ",")
    let folder = try Folder(["wide.csv": "\(names)\n\(values)\n\(values)\n"])
    defer { folder.remove() }
    let database = Database(folder: folder.path)
    let last = try database.query(
      "SELECT count(*) AS n, sum(c99999) AS a, sum(wide.C99998) AS b FROM wide")
    #expect(try last.rows[0]["n", as: Int.self] == 2)
    #expect(try last.rows[0]["a", as: Int.self] == 2 * (99_999 % 7))
    #expect(try last.rows[0]["b", as: Int.self] == 2 * (99_998 % 7))
    #expect(try database.query("DESCRIBE wide").rows.count == count)
    let chosen = (90_000..<92_000).map { "C\($0)" }.joined(separator: ",")
    let many = try database.query("SELECT \(chosen) FROM wide LIMIT 1")
    #expect(many.columns.map(\.name) == (90_000..<92_000).map { "c\($0)" })
    let row = try #require(many.rows.first)
    #expect(try (0..<2_000).allSatisfy { try row[$0, as: Int.self] == (90_000 + $0) % 7 })
  }

  @Test func naturalJoin() throws {
    let names = (0..<3_000).map { "c\($0)" }.joined(separator: ",")
    let values = (0..<3_000).map { "\($0 % 7)" }.joined(separator: ",")
    let folder = try Folder([
      "a.csv": "\(names),x\n\(values),1\n", "b.csv": "\(names),y\n\(values),2\n",
    ])
    defer { folder.remove() }
    let result = try Database(folder: folder.path).query("SELECT * FROM a NATURAL JOIN b")
    #expect(result.columns.count == 3_002)
    #expect(result.columns.suffix(2).map(\.name) == ["x", "y"])
    #expect(result.rows.count == 1)
  }
}
