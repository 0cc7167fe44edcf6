import Query
import Testing

/// Queries and the plans that they become.
@Suite struct PlanTests {
  struct Case: Sendable {
    let sql: String
    let plan: String
    let names: [String]
  }

  static let cases: [Case] = [
    Case(
      sql: "select a from t",
      plan: "t[a]",
      names: ["a"]),
    Case(
      sql: "from t where a > 1",
      plan: "t[a b x s d ok m] | where (#0 > 1)",
      names: ["a", "b", "x", "s", "d", "ok", "m"]),
    Case(
      sql: "select count(*) from t",
      plan: "t[] | group: count()",
      names: ["count"]),
    Case(
      sql: "select a, sum(b) from t where b > 1 group by a",
      plan: "t[a b] | where (#1 > 1) | group #0: sum(#1)",
      names: ["a", "sum"]),
    Case(
      sql: "select a+1 as z, sum(b) from t group by z having sum(b) > 2 order by z "
        + "desc limit 3",
      plan: "t[a b] | (#0 + 1), #1 | group #0: sum(#1) | where (#1 > 2) | sort #0 desc "
        + "| limit 3",
      names: ["z", "sum"]),
    Case(
      sql: "select a, sum(b), sum(b) + 1 from t group by 1 order by 2",
      plan: "t[a b] | group #0: sum(#1) | #0, #1, (#1 + 1) | sort #1",
      names: ["a", "sum", "?column?"]),
    Case(
      sql: "select sum(a + b), max((a + b) * 2), min(case when a > 1 then a - b end) from t",
      plan: "t[a b] | (#0 + #1), #0, #1 | #0, (#0 * 2), {(#1 > 1) ? (#1 - #2)} "
        + "| group: sum(#0), max(#1), min(#2)",
      names: ["sum", "max", "min"]),
    Case(
      sql: "select sum((a + b) * 2), max((a + b) * 2), min(a + b) from t where b > 1",
      plan: "t[a b] | where (#1 > 1) | (#0 + #1) | (#0 * 2), #0 | group: sum(#0), max(#0), "
        + "min(#1)",
      names: ["sum", "max", "min"]),
    Case(
      sql: "select case when a > 1 then 1 / a end, case when a > 2 then 1 / a end from t",
      plan: "t[a] | {(#0 > 1) ? (1 / #0)}, {(#0 > 2) ? (1 / #0)}",
      names: ["case", "case"]),
    Case(
      sql: "select t.a, u.c, e from t, u, v where t.a = u.a and u.c = v.c and t.s = "
        + "'x'",
      plan: "((t[a s] | where (#1 = 'x')) inner (u[a c]) on #0=#0) inner (v[c e]) on "
        + "#3=#0 | #0, #3, #5",
      names: ["a", "c", "e"]),
    Case(
      sql: "select t.a from t, v, u where t.a = u.a and u.c = v.c",
      plan: "((t[a]) inner (u[a c]) on #0=#0) inner (v[c]) on #2=#0 | #0",
      names: ["a"]),
    Case(
      sql: "select * from t left join u using (a) where y is null",
      plan: "(t[a b x s d ok m]) left (u[a c y]) on #0=#0 | where #9 is null | #0, #1, "
        + "#2, #3, #4, #5, #6, #8, #9",
      names: ["a", "b", "x", "s", "d", "ok", "m", "c", "y"]),
    Case(
      sql: "select * from u left join v on u.c = v.c and e = 'x' where u.a = 1",
      plan: "(u[a c y] | where (#0 = 1)) left (v[c e] | where (#1 = 'x')) on #1=#0",
      names: ["a", "c", "y", "c", "e"]),
    Case(
      sql: "select e from u left join v on u.c = v.c where e = 'x'",
      plan: "(u[c]) inner (v[c e] | where (#1 = 'x')) on #0=#0 | #2",
      names: ["e"]),
    Case(
      sql: "select t.a from t right join u on t.a = u.a and t.b > 1 where u.c = 3",
      plan: "(t[a b] | where (#1 > 1)) right (u[a c] | where (#1 = 3)) on #0=#0 | #0",
      names: ["a"]),
    Case(
      sql: "select * from u full join v using (c)",
      plan: "(u[a c y]) full (v[c e]) on #1=#0 | coalesce(#1, #3), #0, #2, #4",
      names: ["c", "a", "y", "e"]),
    Case(
      sql: "select * from u natural join v",
      plan: "(u[a c y]) inner (v[c e]) on #1=#0 | #1, #0, #2, #4",
      names: ["c", "a", "y", "e"]),
    Case(
      sql: "select a from t where d = '2024-01-31'",
      plan: "t[a d] | where (#1 = '2024-01-31'::date) | #0",
      names: ["a"]),
    Case(
      sql: "select a from t where exists (select 1 from u where u.a = t.a and u.c > 3)",
      plan: "(t[a]) semi (u[a c] | where (#1 > 3)) on #0=#0",
      names: ["a"]),
    Case(
      sql: "select a from t where a in (select c from u where y > 1)",
      plan: "(t[a]) semi (u[c y] | where (#1 > 1.0)) on #0=#0",
      names: ["a"]),
    Case(
      sql: "select a from t where a in (select u.a from u where u.c = t.b and y > 1)",
      plan: "(t[a b]) semi (u[a c y] | where (#2 > 1.0)) on #1=#1 #0=#0 | #0",
      names: ["a"]),
    Case(
      sql: "select a from t where not exists (select 1 from u where u.a = t.a)",
      plan: "(t[a]) anti (u[a]) on #0=#0",
      names: ["a"]),
    Case(
      sql: "select a from t where a not in (select c from u)",
      plan: "t[a] | where not #0 = any{u[c]}",
      names: ["a"]),
    Case(
      sql: "select a from t where exists (select 1 from u where u.c > t.b)",
      plan: "t[a b] | where exists{u[c] | where (#0 > $0)} given #1 | #0",
      names: ["a"]),
    Case(
      sql: "select a from t where (a, b) in (select a, c from u)",
      plan: "(t[a b]) semi (u[a c]) on #0=#0 #1=#1 | #0",
      names: ["a"]),
    Case(
      sql: "select a, (select max(c) from u where u.a = t.a) from t",
      plan: "(t[a]) left (u[a c] | group #0: max(#1)) on #0=#0 | #0, #2",
      names: ["a", "max"]),
    Case(
      sql: "select a, (select (select max(c) from u where u.a = t.a and u.c = v.c) "
        + "from v where v.c = t.b limit 1) from t",
      plan: "t[a b] | #0, scalar{v[c] | where (#0 = $0) | scalar{u[a c] | where ((#0 = "
        + "$0) and (#1 = $1)) | group: max(#1)} given $1, #0 | limit 1} given #1, #0",
      names: ["a", "max"]),
    Case(
      sql: "select a, max(b) from t group by a having max(b) > (select min(c) from u "
        + "where u.a = t.a)",
      plan: "(t[a b] | group #0: max(#1)) left (u[a c] | group #0: min(#1)) on #0=#0 "
        + "| where (#1 > #3) | #0, #1",
      names: ["a", "max"]),
    Case(
      sql: "select case a when 1 then 'x' else 'y' end, coalesce(a, 1.5), s || a, "
        + "nullif(a, 0) from t",
      plan: "t[a s] | {(#0 = 1) ? 'x' : 'y'}, coalesce(#0::numeric, 1.5), (#1 || "
        + "#0::text), {(#0 = 0) ? null : #0}",
      names: ["case", "coalesce", "?column?", "nullif"]),
    Case(
      sql: "select distinct on (a) a, b from t order by a, b desc",
      plan: "t[a b] | sort #0, #1 desc | distinct on #0",
      names: ["a", "b"]),
    Case(
      sql: "select distinct a from t order by a",
      plan: "t[a] | distinct | sort #0",
      names: ["a"]),
    Case(
      sql: "select a from t order by b",
      plan: "t[a b] | sort #1 | #0",
      names: ["a"]),
    Case(
      sql: "select row_number() over (partition by s order by x desc), sum(b) over w "
        + "from t window w as (order by d rows between 2 preceding and current row "
        + "exclude ties)",
      plan: "t[b x s d] | window row_number() per #2 by #1 desc, sum(#0) by #3 rows "
        + "-2...here without ties | #4, #5",
      names: ["row_number", "sum"]),
    Case(
      sql: "select s, sum(count(*)) over (order by s), rank() over (order by count(*) "
        + "desc) from t group by s",
      plan: "t[s] | group #0: count() | window sum(#1) by #0, rank() by #1 desc | #0, "
        + "#2, #3",
      names: ["s", "sum", "rank"]),
    Case(
      sql: "select sum(x) over (order by a range between 1 preceding and 1 following) "
        + "from t",
      plan: "t[a x] | window sum(#1) by #0 range -1...+1 | #2",
      names: ["sum"]),
    Case(
      sql: "select a, b, grouping(a, b), count(*) from t group by rollup (a, b)",
      plan: "t[a b] | group #0 #1 sets [[0, 1], [0], []]: count() | #0, #1, {(#2 = 0) "
        + "? 0; (#2 = 1) ? 1 : 3}, #3",
      names: ["a", "b", "grouping", "count"]),
    Case(
      sql: "select a, b, count(*) from t group by cube (a, b)",
      plan: "t[a b] | group #0 #1 sets [[0, 1], [0], [1], []]: count() | #0, #1, #3",
      names: ["a", "b", "count"]),
    Case(
      sql: "select a, b, count(*) from t group by grouping sets ((a), (b), ())",
      plan: "t[a b] | group #0 #1 sets [[0], [1], []]: count() | #0, #1, #3",
      names: ["a", "b", "count"]),
    Case(
      sql: "with c as (select a, b, s from t) select x.a from c x join c y on x.a = "
        + "y.b",
      plan: "(shared c{t[a b]}) inner (shared c{t[a b]}) on #0=#1 | #0",
      names: ["a"]),
    Case(
      sql: "with c as (select a, b, s from t) select a from c where b > 1",
      plan: "t[a b] | where (#1 > 1) | #0",
      names: ["a"]),
    Case(
      sql: "with recursive n(i) as (select 1 union all select i + 1 from n where i < "
        + "10) select sum(i) from n",
      plan: "recursive all {values () | 1} {working1 | where (#0 < 10) | "
        + "(#0 + 1)::integer.bits(32)} | group: sum(#0)",
      names: ["sum"]),
    Case(
      sql: "select 1 union select 2.5 order by 1",
      plan: "(values () | 1::numeric) union (values () | 2.5) | sort #0",
      names: ["?column?"]),
    Case(
      sql: "select q.a from (select a, b from t union all select a, c from u) q where "
        + "q.b = 3",
      plan: "(t[a b] | where (#1 = 3) | #0) union all (u[a c] | where (#1 = 3) | #0)",
      names: ["a"]),
    Case(
      sql: "select a from t except all select a from u order by a desc",
      plan: "(t[a]) except all (u[a]) | sort #0 desc",
      names: ["a"]),
    Case(
      sql: "values (1, 'a'), (2, null)",
      plan: "values (1, 'a') (2, null)",
      names: ["column1", "column2"]),
    Case(
      sql: "select * from (values (1, 'a'), (2, 'b')) as q(n, m) where n > 1",
      plan: "values (1, 'a') (2, 'b') | where (#0 > 1)",
      names: ["n", "m"]),
    Case(
      sql: "select g from generate_series(1, 9, 2) g where g > 3",
      plan: "generate_series[g] | where (#0 > 3)",
      names: ["g"]),
    Case(
      sql: "select ålder from svar",
      plan: "Svar[Ålder]",
      names: ["Ålder"]),
    Case(
      sql: #"select "Betyg" from "data/svar 2024.csv""#,
      plan: "data/svar 2024.csv[Betyg]",
      names: ["Betyg"]),
    Case(
      sql: "select percentile_cont(0.5) within group (order by x) from t",
      plan: "t[x] | group: percentile_cont(0.5, #0)",
      names: ["percentile_cont"]),
    Case(
      sql: "select count(distinct s) filter (where ok) from t",
      plan: "t[s ok] | group: count(distinct #0) if #1",
      names: ["count"]),
    Case(
      sql: "select -1, - 2, 0, -(3), -9223372036854775808",
      plan: "values () | -1, -2, 0, -3, -9223372036854775808",
      names: ["?column?", "?column?", "?column?", "?column?", "?column?"]),
    Case(
      sql: #"select s from t order by s collate "sv-SE""#,
      plan: "t[s] | sort #0 swedish",
      names: ["s"]),
    Case(
      sql: "select a from (select a, b, sum(x) over (partition by a) w from t) q "
        + "where a = 1",
      plan: "t[a] | where (#0 = 1)",
      names: ["a"]),
    Case(
      sql: "select q.a from (select a, count(*) n from t group by a) q where q.a > 2 "
        + "and n > 1",
      plan: "t[a] | where (#0 > 2) | group #0: count() | where (#1 > 1) | #0",
      names: ["a"]),
    Case(
      sql: "select t.a from t where t.b in (1,2,3) and s like 'a%' and not (x between "
        + "1 and 2)",
      plan: "t[a b x s] | where (#1 in (1, 2, 3) and (#3 LIKE 'a%') and not ((#2 >= "
        + "1.0) and (#2 <= 2.0))) | #0",
      names: ["a"]),
    Case(
      sql: "select a::text, a::numeric(5, 2), s::varchar(3), a::smallint, '1'::int8, "
        + "date '2024-01-31', interval '2' month, x::int from t",
      plan: "t[a x s] | #0::text, #0::numeric.digits(precision: 5, scale: 2), "
        + "#2::text.characters(3), #0::integer.bits(16), '1'::integer, "
        + "'2024-01-31'::date, date_trunc('month', '2 month'::interval), #1::integer.bits(32)",
      names: ["a", "a", "s", "a", "int8", "date", "interval", "x"]),
    Case(
      sql: "select ok is unknown, a is not null, ok is false, ok is not false from t",
      plan: "t[a ok] | #1 is null, #0 is not null, not coalesce(#1, true), "
        + "coalesce(#1, true)",
      names: ["?column?", "?column?", "?column?", "?column?"]),
    Case(
      sql: "select (a, b) < (1, 2) from t",
      plan: "t[a b] | ((#0 < 1) or ((#0 = 1) and (#1 < 2)))",
      names: ["?column?"]),
    Case(
      sql: "select string_agg(s, ', ' order by s) from t",
      plan: "t[s] | group: string_agg(#0, ', ' by #0)",
      names: ["string_agg"]),
    Case(
      sql: "select a from t where b > 1 or exists (select 1 from u where u.a = t.a and u.c = 2)",
      plan: "(t[a b]) left (u[a c] | where (#1 = 2) | group #0:  | #0, true) on #0=#0 "
        + "| where ((#1 > 1) or #3 is not null) | #0",
      names: ["a"]),
    Case(
      sql: "select t.a from t, u where (t.a = u.a and b > 1) or (u.a = t.a and b < 0 and c = 2)",
      plan: "(t[a b] | where ((#1 > 1) or (#1 < 0))) inner (u[a c]) on #0=#0 "
        + "if ((#1 > 1) or ((#1 < 0) and (#3 = 2))) | #0",
      names: ["a"]),
    Case(
      sql: "select t.a from t, u where t.a = u.a and (b > 1 and c = 1 or b < 0 and c = 2)",
      plan: "(t[a b] | where ((#1 > 1) or (#1 < 0))) inner (u[a c] | where ((#1 = 1) or (#1 = 2))) "
        + "on #0=#0 if (((#1 > 1) and (#3 = 1)) or ((#1 < 0) and (#3 = 2))) | #0",
      names: ["a"]),
    Case(
      sql: "select t.a from t, u where t.a = u.a and t.a = 5",
      plan: "(t[a] | where (#0 = 5)) inner (u[a] | where (#0 = 5)) on #0=#0 | #0",
      names: ["a"]),
    Case(
      sql: "select a, (select sum(1 / c) from u where u.a = t.a) from t",
      plan: "t[a] | #0, scalar{u[a c] | where (#0 = $0) | (1 / #1) | group: sum(#0)} given #0",
      names: ["a", "sum"]),
    Case(
      sql: "select a from t limit 10 offset 5",
      plan: "t[a] | limit 10 from 5",
      names: ["a"]),
    Case(
      sql: "select a % 2, count(*) from t group by a % 2 having a % 2 = 1",
      plan: "t[a] | where ((#0 % 2) = 1) | (#0 % 2) | group #0: count()",
      names: ["?column?", "count"]),
    Case(
      sql: #"summarize "data/svar 2024.csv""#,
      plan: "data/svar 2024.csv[fråga Betyg]",
      names: ["fråga", "Betyg"]),
    Case(
      sql: "   describe    select a from t",
      plan: "t[a]",
      names: ["a"]),
  ]

  @Test(arguments: cases) func plan(_ test: Case) throws {
    let query = try bound(test.sql)
    #expect(text(query.plan) == test.plan)
    #expect(query.names == test.names)
    #expect(query.plan.types.count == test.names.count)
  }
}

/// What a query names twice, level by level, is not written out.
@Suite struct NestedNamesTests {
  @Test(.timeLimit(.minutes(1))) func conditionsAreNotMultiplied() throws {
    var sql = "SELECT 1 AS a"
    for _ in 0..<60 { sql = "SELECT a * 1 + a * 0 AS a FROM (\(sql)) AS t" }
    let result = try Database().query("SELECT a FROM (\(sql)) AS t WHERE a + a = 2")
    #expect(result.rowCount == 1)
  }

  @Test(.timeLimit(.minutes(1))) func aggregatesOfGroupsAreNotMultiplied() throws {
    var sql = "SELECT max(x) AS a FROM (SELECT 1 AS k, 0 AS x) AS t WHERE t.k = o.k"
    for _ in 0..<60 { sql = "SELECT a * 1 + a * 0 AS a FROM (\(sql)) AS t" }
    let result = try Database().query("SELECT (\(sql)) AS a FROM (SELECT 1 AS k) AS o")
    #expect(result.rowCount == 1)
  }
}
