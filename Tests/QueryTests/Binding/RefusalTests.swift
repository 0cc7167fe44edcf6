import Query
import Testing

/// What is refused, with the whole message, the place and the hint.
@Suite struct RefusalTests {
  static let cases: [(sql: String, message: String)] = [
    (
      "SELCT 1",
      #"syntax error at or near "SELCT" at character 1; did you mean SELECT?"#
    ),
    (
      "select a frm t",
      #"syntax error at or near "t" at character 14; did you mean FROM? Or is a comma "#
        + "missing?"
    ),
    (
      "select a from 'file.csv'",
      #"syntax error at or near "'file.csv'" at character 15; write "file.csv" in "#
        + "double quotes"
    ),
    (
      "select a, from t",
      #"syntax error at or near "from" at character 11; remove the comma before from"#
    ),
    (
      "select (a from t",
      #"syntax error at or near "from" at character 11; the ( at character 8 is never "#
        + "closed"
    ),
    (
      "select a) from t",
      #"syntax error at or near ")" at character 9; no ( belongs to this )"#
    ),
    (
      "select `a` from t",
      #"syntax error at or near "from" at character 12; write names in double quotes, "#
        + "not in backticks"
    ),
    (
      "select a from t limit 5, 3",
      "LIMIT #,# syntax is not supported at character 17; write LIMIT count OFFSET "
        + "start"
    ),
    (
      "select a from t where a == 1",
      "operator does not exist: integer == integer at character 25; write ="
    ),
    (
      "select if(ok, 1, 2) from t",
      "function if(boolean, integer, integer) does not exist at character 8; write "
        + "CASE WHEN … THEN … ELSE … END"
    ),
    (
      "select isnull(a) from t",
      "function isnull(integer) does not exist at character 8; write … IS NULL, or "
        + "coalesce(…, …)"
    ),
    (
      "select a, count(*) from t group by all",
      "syntax error at end of input at character 39; name the columns, as in GROUP "
        + "BY 1, 2"
    ),
    (
      "select * exclude (a) from t",
      #"syntax error at or near "exclude" at character 10; write the columns out: * "#
        + "takes no EXCLUDE"
    ),
    (
      "select a from t qualify row_number() over () = 1",
      #"syntax error at or near "row_number" at character 25; put the query into FROM "#
        + "(…) and filter it with WHERE"
    ),
    (
      "select a b c from t",
      #"syntax error at or near "c" at character 12; is a comma missing before it?"#
    ),
    (
      "select t.aa from t",
      "column t.aa does not exist at character 8; did you mean 'a'?"
    ),
    (
      "select q.a from t",
      #"missing FROM-clause entry for table "q" at character 8; did you mean 't'?"#
    ),
    (
      "select a from tt",
      #"relation "tt" does not exist at character 15; did you mean 't'?"#
    ),
    (
      "select 'åäö 😀', aa from t",
      #"column "aa" does not exist at character 17; did you mean 'a'?"#
    ),
    (
      "select a from t, u",
      #"column reference "a" is ambiguous at character 8; write t.a or u.a"#
    ),
    (
      "select lowr(s) from t",
      "function lowr(text) does not exist at character 8; did you mean 'lower'?"
    ),
    (
      "select s + 1 from t",
      "operator does not exist: text + integer at character 10; join texts with ||, "
        + "or cast the text, as in …::numeric"
    ),
    (
      "select s = 1 from t",
      "operator does not exist: text = integer at character 10; cast the text, as in "
        + "…::numeric"
    ),
    (
      "select sum(s) from t",
      "function sum(text) does not exist at character 8; cast it, as in …::numeric"
    ),
    (
      "select sum(sum(a)) from t",
      "aggregate function calls cannot be nested at character 12"
    ),
    (
      "select a, sum(b) from t",
      #"column "t.a" must appear in the GROUP BY clause or be used in an aggregate "#
        + "function at character 8; add it to GROUP BY, or use min(…) or max(…) of it"
    ),
    (
      "select 'å😀', a + b from t group by a + 1",
      #"column "t.a" must appear in the GROUP BY clause or be used in an aggregate "#
        + "function at character 14; add it to GROUP BY, or use min(…) or max(…) of it"
    ),
    (
      "select a from t where sum(b) > 1",
      "aggregate functions are not allowed in WHERE at character 23; write it in "
        + "HAVING"
    ),
    (
      "select a from t where row_number() over () = 1",
      "window functions are not allowed in WHERE at character 23; compute it in a "
        + "query in FROM, and use its column"
    ),
    (
      "select row_number() from t",
      "window function row_number requires an OVER clause at character 8; write "
        + "row_number(…) OVER (ORDER BY …)"
    ),
    (
      "select a::json from t",
      #"type "json" is not supported at character 11; use text"#
    ),
    (
      "select a::date from t",
      "cannot cast type integer to date at character 9; add to a day, as in date "
        + "'1970-01-01' + …"
    ),
    (
      "insert into t values (1)",
      "INSERT is not supported at character 1; queries only read: begin with SELECT, "
        + "WITH, FROM, VALUES, DESCRIBE or SUMMARIZE"
    ),
    (
      "select 1; select 2",
      "only one statement can be run at a time at character 11; end the text before "
        + "it"
    ),
    (
      "select a from t union select s from t",
      "UNION types integer and text cannot be matched at character 30; cast one of "
        + "them, as in …::integer"
    ),
    (
      "select a, b from t union select a from t",
      "each UNION query must have the same number of columns at character 33; the "
        + "first has 2, this one 1"
    ),
    (
      "select a from t order by 3",
      "ORDER BY position 3 is not in select list at character 26"
    ),
    (
      "select distinct a from t order by b",
      "for SELECT DISTINCT, ORDER BY expressions must appear in select list at "
        + "character 35"
    ),
    (
      "select share_low(ok, levl => 0.9) from t",
      #"share_low has no option "levl" at character 22; did you mean 'level'?"#
    ),
    (
      "select share_low(ok, level => a) from t",
      #"option "level" must be a constant at character 31"#
    ),
    (
      "select count(*) from data.csv",
      #"a file is written in double quotes at character 22; write "data.csv""#
    ),
    (
      "select count(*) from public.t",
      "schemas are not supported: public.t at character 22; write t alone"
    ),
    (
      #"select count(*) from "fil.csv""#,
      #"file "fil.csv" does not exist at character 22; known: Svar, data/svar "#
        + "2024.csv, long, t, u, v"
    ),
    (
      "select * from t, lateral (select t.a limit 2) q",
      "a LATERAL query of this form is not supported at character 34; WHERE, inner joins, "
        + "aggregates without GROUP BY and LIMIT 1 work in it; for more, number the rows with "
        + "row_number() OVER (PARTITION BY …) in a query in FROM"
    ),
    (
      "select * from (select 1)",
      "subquery in FROM must have an alias at character 15"
    ),
    (
      "select a from t where a",
      "argument of WHERE must be type boolean, not type integer at character 23; "
        + "compare it with something, as in … <> 0"
    ),
    (
      "select (select a, b from t)",
      "subquery must return only one column at character 8"
    ),
    (
      "select array[1,2]",
      "arrays are not supported at character 8; keep one value a row"
    ),
    (
      "select '1' + '2'",
      "operator is not unique: unknown + unknown at character 12; give a type, as in "
        + "… + '…'::integer"
    ),
    (
      "select a from t limit -1",
      "LIMIT must not be negative at character 23"
    ),
    (
      "select percentile_cont(x) from t",
      "WITHIN GROUP is required for ordered-set aggregate percentile_cont at "
        + "character 8; write percentile_cont(…) WITHIN GROUP (ORDER BY …)"
    ),
    (
      "describe nope",
      #"relation "nope" does not exist at character 10; known: Svar, data/svar "#
        + "2024.csv, long, t, u, v"
    ),
    (
      "select a from t join t on true",
      #"table name "t" specified more than once at character 22; give one of them "#
        + #"another name, as in "t" AS other"#
    ),
    (
      "select sum(*) from t",
      "function sum(*) does not exist at character 8; only count takes *"
    ),
    (
      "select x'1f'",
      "bit strings are not supported at character 8; use integers"
    ),
    (
      #"select a from t order by a collate "fr""#,
      #"collation "fr" does not exist at character 28; known: "C", "sv-SE""#
    ),
  ]

  @Test(arguments: cases) func refusal(_ test: (sql: String, message: String)) {
    do {
      _ = try bound(test.sql)
      Issue.record("\(test.sql) is bound")
    } catch {
      #expect("\(error)" == test.message)
    }
  }
}
