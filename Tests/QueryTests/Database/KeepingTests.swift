import Tables
import Testing

@testable import Query

@Suite("Kept tables")
struct KeepingTests {
  @Test("rows are kept once and answer any query, in their order")
  func keeps() throws {
    let kept = try Database().keeping(
      """
      SELECT i, CASE WHEN i % 3 <> 0 THEN 'g' || i % 7 END AS grp, i * 0.5 AS half
      FROM generate_series(1, 200000) AS s(i)
      """, as: "numbers")
    let result = try kept.query(
      "SELECT grp, count(*) AS n, sum(i) AS total FROM numbers GROUP BY grp ORDER BY grp")
    #expect(result.rowCount == 8)
    #expect(try result.rows.reduce(0) { try $0 + $1["n", as: Int.self] } == 200_000)
    #expect(try result.rows.reduce(0) { try $0 + $1["total", as: Int.self] } == 20_000_100_000)
    let none = try kept.query("SELECT count(*) AS n FROM numbers WHERE grp IS NULL").rows[0]
    #expect(try none["n", as: Int.self] == 66_666)
    let first = try kept.query("SELECT * FROM numbers LIMIT 1 OFFSET 150000").rows[0]
    #expect(try first["i", as: Int.self] == 150_001)
  }

  @Test("a kept table comes before another of its name, and is listed")
  func names() throws {
    let kept = try Database().keeping("SELECT 1 AS x", as: "t").keeping("SELECT 2 AS x", as: "t")
    #expect(try kept.query("SELECT x FROM t").rows[0]["x", as: Int.self] == 2)
    #expect(try kept.query("SHOW TABLES").rowCount == 1)
  }
}
