import Testing

@testable import Query

/// A query over a table in memory, whose different rows are counted first, answers with the same bits as one over
/// the rows themselves.
@Suite("Preaggregation") struct PreaggregationTests {
  /// Columns of all types, some with NULLs, that depend on one another in odd ways.
  private static let data = """
    SELECT CASE WHEN i % 13 <> 0 THEN 'g' || (i * 7 % 5) END AS audience,
      CASE WHEN i % 11 <> 0 THEN (i * i % 17) % 6 END AS score,
      i % 4 = 1 AS agrees,
      CASE WHEN i % 9 = 0 THEN -0.5 WHEN i % 7 <> 0 THEN (i % 4) * 0.1 END::float8 AS part,
      CASE WHEN i % 8 = 0 THEN 1e300 WHEN i % 8 = 1 THEN -1e300 WHEN i % 8 = 2 THEN 1e-300
        ELSE 0.1 END::float8 AS wild,
      date '2024-02-27' + (i * 3 % 5)::int AS day,
      timestamp '2024-01-01' + interval '1 second' * (i % 3) AS moment,
      i AS row
    FROM generate_series(1::bigint, 52000) AS s(i)
    """

  private static let kept = Result { try Database().keeping(data, as: "answers") }

  @Test(arguments: [
    "SELECT audience, count(*), count(score), sum(score), avg(score), stddev(score), var_pop(score) FROM answers GROUP BY audience",
    "SELECT score, agrees, avg(part), sum(part), stddev_samp(part), min(part), max(part) FROM answers GROUP BY score, agrees",
    "SELECT agrees, median(wild), percentile_cont(0.2) WITHIN GROUP (ORDER BY wild DESC) FROM answers GROUP BY agrees",
    "SELECT audience, sum(wild), avg(wild), effective_n(abs(wild) / 1e299) FROM answers GROUP BY audience",
    "SELECT median(score), percentile_cont(0.9) WITHIN GROUP (ORDER BY part), percentile_disc(0.3) WITHIN GROUP (ORDER BY day), mode() WITHIN GROUP (ORDER BY audience), mad(score) FROM answers",
    "SELECT audience, share(score >= 4), share_low(score >= 4), share_high(score >= 4, level => 0.9), nps(score), top_box(score + 1, scale => 6) FROM answers GROUP BY audience",
    "SELECT audience, count(DISTINCT score), sum(DISTINCT part), any_value(score), any_value(day), bool_and(agrees), bool_or(agrees), bit_or(score) FROM answers GROUP BY audience",
    "SELECT day, count(*) FILTER (WHERE agrees), avg(score) FILTER (WHERE score > 2), min(audience), max(audience), min(moment), max(day) FROM answers GROUP BY day",
    "SELECT CASE WHEN score >= 4 THEN 'high' WHEN score < 4 THEN 'low' END AS level, extract(month FROM day) AS month, count(*) FROM answers GROUP BY 1, 2",
    "SELECT audience, avg(score) FROM answers WHERE score <> 0 AND 12 / score > 2 GROUP BY audience",
    "SELECT audience, count(*) FROM answers WHERE audience = 'g3' AND score IN (1, 2, 4) GROUP BY audience",
    "SELECT count(*), avg(score) FROM answers WHERE audience IS NULL OR score = 1",
    "SELECT count(*), sum(score), max(part) FROM answers WHERE audience = 'nobody'",
    "SELECT agrees, count(*) FROM answers WHERE day > date '2024-02-28' AND audience LIKE 'g%' AND part < score GROUP BY agrees",
    "SELECT audience, score, count(*), grouping(audience, score) FROM answers GROUP BY ROLLUP (audience, score)",
    "SELECT audience, score, avg(part) FROM answers GROUP BY GROUPING SETS ((audience), (score), ())",
    "SELECT audience, score FROM answers GROUP BY audience, score HAVING avg(part) > 0.1 AND count(*) > 100",
    "SELECT DISTINCT audience, score FROM answers",
    "SELECT DISTINCT score % 2 AS odd FROM answers WHERE agrees",
    "SELECT audience, n FROM (SELECT audience, count(*) AS n FROM answers GROUP BY audience) AS g ORDER BY n DESC LIMIT 2",
    "SELECT audience, (SELECT count(*) FROM answers AS b WHERE b.score = 1 AND b.agrees) AS ones, count(*) FROM answers GROUP BY audience",
    "SELECT moment, geometric_mean(score + 1), trimmed_mean(score), mean_low(part) FROM answers GROUP BY moment",
    "SELECT working_days(day, date '2024-03-29') AS days, count(*) FROM answers WHERE working_days(day, date '2024-03-29') > 20 GROUP BY 1",
  ])
  func answersAsRowsDo(sql: String) throws {
    let rows = sql.split(separator: "FROM answers", omittingEmptySubsequences: false)
      .joined(separator: "FROM (\(Self.data)) AS answers").replacing(
        ") AS answers AS b", with: ") AS b")
    let expected = try Database().query(rows)
    for threads in [1, 3] {
      let options = QueryOptions(threads: threads)
      let database = try Self.kept.get()
      #expect(
        try database.query(sql, options).rows.chunks.flatMap(cells)
          == expected.rows.chunks.flatMap(cells))
      #expect(try plan(sql, database).contains("Preaggregate"), "not preaggregated")
    }
  }

  /// What needs the rows, or has too many different ones, is left to them.
  @Test(arguments: [
    "SELECT row, count(*) FROM answers GROUP BY row",
    "SELECT audience, corr(score, part) FROM answers GROUP BY audience",
    "SELECT audience, string_agg(audience, ',') FROM answers GROUP BY audience",
    "SELECT audience, score FROM answers",
    "SELECT count(*) FROM answers",
  ])
  func leavesOtherQueriesToTheRows(sql: String) throws {
    let database = try Self.kept.get()
    #expect(try !plan(sql, database).contains("Preaggregate"))
    #expect(try database.query(sql).rowCount > 0)
  }

  @Test("A value that fails is told of only where a row counts it")
  func errors() throws {
    let database = try Self.kept.get()
    let fine = "SELECT count(*) FROM answers WHERE score > 0 AND audience = 'g1' AND 1 / score = 1"
    #expect(try database.query(fine).rowCount == 1)
    #expect(throws: QueryError.self) {
      _ = try database.query("SELECT avg(1 / score) FROM answers WHERE audience = 'g1'")
    }
    // What stands behind a condition, and what stands before one, fail as rows do.
    for condition in [
      "score = 1 AND 1 / (score - 1) > 0", "1 / (score - 1) > 0 AND audience = 'nobody'",
      "audience = 'g1' AND 1 / (score - 1) > 0",
    ] {
      let sql = "SELECT count(*) FROM answers WHERE \(condition)"
      #expect(throws: QueryError.self) { _ = try database.query(sql) }
      let rows = sql.replacing("answers", with: "(\(Self.data)) AS answers")
      #expect(throws: QueryError.self) { _ = try Database().query(rows) }
    }
    // A score of 7 does not occur.
    let none = "SELECT avg(1 / (score - 7)) FROM answers WHERE score <> 7"
    #expect(try database.query(none).rowCount == 1)
  }

  @Test("EXPLAIN ANALYZE tells how many rows became how many")
  func explains() throws {
    let text = try plan(
      "SELECT audience, count(*) FROM answers GROUP BY audience", try Self.kept.get(), "ANALYZE ")
    #expect(text.contains("Preaggregate  (rows in 52 000, out 6"))
    #expect(text.contains("Scan  answers  audience  (rows 52 000"))
    let filtered = try plan(
      "SELECT count(*) FROM answers WHERE audience = 'g1' AND score + row > 3", try Self.kept.get())
    #expect(!filtered.contains("Preaggregate"))
    let conditions = try plan(
      "SELECT count(*) FROM answers WHERE audience = 'g1' AND agrees", try Self.kept.get())
    #expect(conditions.contains("Preaggregate  where audience = 'g1' and agrees"))
  }

  private func plan(_ sql: String, _ database: Database, _ word: String = "") throws -> String {
    try database.query("EXPLAIN \(word)\(sql)").rows
      .map { try $0[0, as: String.self] }.joined(separator: "\n")
  }
}
