-- Aggregates.
--
-- table: v
--   g,n,x,s,f,d
--   a,1,0.5,x,true,2024-01-02
--   a,2,1.5,y,false,2024-01-01
--   a,2,,x,,
--   b,7,2.5,z,true,2023-05-05
--   b,,4.5,,true,
--   c,,,,,

-- case: count of rows, of values, of different values
SELECT g, count(*) AS a, count(n) AS b, count(DISTINCT n) AS c, count(DISTINCT s) AS d
FROM v GROUP BY g ORDER BY g
-- result:
--   g,a,b,c,d
--   a,3,3,2,2
--   b,2,1,1,1
--   c,1,0,0,0

-- case: sum and mean of integers and of reals
SELECT g, sum(n) AS a, avg(n) AS b, sum(x) AS c, avg(x) AS d FROM v GROUP BY g ORDER BY g
-- result:
--   g,a,b,c,d
--   a,5,1.6666666666666667,2,1
--   b,7,7,7,3.5
--   c,,,,

-- case: least and greatest of every type
SELECT min(n) AS a, max(x) AS b, min(s) AS c, max(s) AS d, min(d) AS e, max(d) AS f FROM v
-- result:
--   a,b,c,d,e,f
--   1,4.5,x,z,2023-05-05,2024-01-02

-- case: sum and mean of different values
SELECT g, sum(DISTINCT n) AS a, avg(DISTINCT n) AS b FROM v GROUP BY g ORDER BY g
-- result:
--   g,a,b
--   a,3,1.5
--   b,7,7
--   c,,

-- case: standard deviation and variance
SELECT g, stddev(n) AS a, stddev_pop(n) AS b, variance(n) AS c, var_pop(x) AS d,
  stddev_samp(x) AS e, var_samp(x) AS f
FROM v GROUP BY g ORDER BY g
-- result:
--   g,a,b,c,d,e,f
--   a,0.57735026918962576451,0.47140452079103168293,0.33333333333333333333,0.25,0.7071067811865476,0.5
--   b,,0,,1,1.4142135623730951,2
--   c,,,,,,

-- case: all and any
SELECT g, bool_and(f) AS a, bool_or(f) AS b, every(f) AS c FROM v GROUP BY g ORDER BY g
-- result:
--   g,a,b,c
--   a,false,true,false
--   b,true,true,true
--   c,,,

-- case: FILTER
SELECT g, count(*) FILTER (WHERE n > 1) AS a, sum(x) FILTER (WHERE f) AS b,
  avg(n) FILTER (WHERE s = 'x') AS c
FROM v GROUP BY g ORDER BY g
-- result:
--   g,a,b,c
--   a,2,0.5,1.5
--   b,1,7,
--   c,0,,

-- case: texts joined in order
SELECT g, string_agg(s, ', ' ORDER BY s DESC, n) AS a, string_agg(DISTINCT s, '+' ORDER BY s) AS b
FROM v GROUP BY g ORDER BY g
-- result:
--   g,a,b
--   a,"y, x, x",x+y
--   b,z,z
--   c,,

-- case: texts joined in the order of another column
SELECT string_agg(s, '' ORDER BY d DESC NULLS LAST, n) AS r FROM v
-- result:
--   r
--   xyzx

-- case: percentile_cont
SELECT g, percentile_cont(0.5) WITHIN GROUP (ORDER BY n) AS a,
  percentile_cont(0.9) WITHIN GROUP (ORDER BY x) AS b
FROM v GROUP BY g ORDER BY g
-- result:
--   g,a,b
--   a,2,1.4
--   b,7,4.3
--   c,,

-- case: percentile_cont at both ends
SELECT percentile_cont(0) WITHIN GROUP (ORDER BY x) AS a,
  percentile_cont(1) WITHIN GROUP (ORDER BY x) AS b FROM v
-- result:
--   a,b
--   0.5,4.5

-- case: percentile_cont downwards
SELECT percentile_cont(0.25) WITHIN GROUP (ORDER BY x DESC)
  - percentile_cont(0.75) WITHIN GROUP (ORDER BY x) AS a,
  percentile_disc(0.25) WITHIN GROUP (ORDER BY x DESC) AS b FROM (VALUES (1, 'a'), (2, 'b'),
  (3, 'c'), (4, 'd'), (5, 'e')) AS t(x, s)
-- result:
--   a,b
--   0,4

-- case: percentile_disc
SELECT g, percentile_disc(0.5) WITHIN GROUP (ORDER BY n) AS a,
  percentile_disc(0.5) WITHIN GROUP (ORDER BY d) AS b FROM v GROUP BY g ORDER BY g
-- result:
--   g,a,b
--   a,2,2024-01-01
--   b,7,2023-05-05
--   c,,

-- case: mode
SELECT g, mode() WITHIN GROUP (ORDER BY n) AS a, mode() WITHIN GROUP (ORDER BY s) AS b
FROM v GROUP BY g ORDER BY g
-- result:
--   g,a,b
--   a,2,x
--   b,7,z
--   c,,

-- case: a percentile with FILTER
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY n) FILTER (WHERE g = 'a') AS r FROM v
-- result:
--   r
--   2

-- case: correlation and covariance
SELECT corr(x, n) AS a, covar_pop(x, n) AS b, covar_samp(x, n) AS c FROM v
-- result:
--   a,b,c
--   0.9332565252573828,2,3

-- case: regression
SELECT regr_slope(x, n) AS a, regr_intercept(x, n) AS b, regr_r2(x, n) AS c, regr_count(x, n) AS d,
  regr_avgx(x, n) AS e, regr_avgy(x, n) AS f FROM v
-- result:
--   a,b,c,d,e,f
--   0.2903225806451613,0.5322580645161289,0.870967741935484,3,3.3333333333333335,1.5

-- case: sums of squares
SELECT regr_sxx(x, n) AS a, regr_syy(x, n) AS b, regr_sxy(x, n) AS c FROM v
-- result:
--   a,b,c
--   20.666666666666664,2,6

-- case: correlation of a constant
SELECT corr(1, n) AS a, regr_slope(n, 1) AS b, regr_r2(1, n) AS c FROM v
-- result:
--   a,b,c
--   ,,1

-- case: spread of one value
SELECT stddev(n) AS a, stddev_pop(n) AS b, var_samp(n) AS c FROM v WHERE n = 7
-- result:
--   a,b,c
--   ,0,

-- case: sum of truth values by a cast
SELECT sum(f::integer) AS r FROM v
-- result:
--   r
--   3

-- case: aggregates of an expression
SELECT sum(n * 2 + 1) AS a, max(length(s)) AS b, avg(CASE WHEN n > 1 THEN 1.0 ELSE 0 END) AS c
FROM v
-- result:
--   a,b,c
--   28,1,0.5

-- case: the sum of two values is one beyond bigint
SELECT sum(k)::bigint FROM (VALUES (9223372036854775807), (1)) t(k)
-- error: bigint out of range

-- case: values that would lose the spread in sums of squares
SELECT stddev(y) AS a, var_pop(y) AS b FROM (VALUES (1e9 + 4), (1e9 + 7), (1e9 + 13),
  (1e9 + 16)) t(y)
-- result:
--   a,b
--   5.4772255750516611,22.5

-- case: an aggregate that is not there
SELECT summa(n) FROM v
-- error: function summa(integer) does not exist at 8

-- case: a sum of texts
SELECT sum(s) FROM v
-- error: function sum(text) does not exist at 8

-- case: a percentile beyond one
-- source: PostgreSQL 15, without the value
SELECT percentile_cont(1.5) WITHIN GROUP (ORDER BY n) FROM v
-- error: percentile value is not between 0 and 1

-- case: FILTER behind what is no aggregate
SELECT upper(s) FILTER (WHERE f) FROM v
-- error: FILTER specified, but upper is not an aggregate function at 8

-- case: percentile_disc of texts and truth values
SELECT g, percentile_disc(0.5) WITHIN GROUP (ORDER BY s) AS a,
  percentile_disc(0.4) WITHIN GROUP (ORDER BY s DESC) AS b,
  percentile_disc(0.5) WITHIN GROUP (ORDER BY f) AS c,
  percentile_disc(1) WITHIN GROUP (ORDER BY s) FILTER (WHERE n < 3) AS d FROM v GROUP BY g ORDER BY g
-- result:
--   g,a,b,c,d
--   a,x,x,false,y
--   b,z,z,true,
--   c,,,,

-- case: percentile_disc and mode of texts in Swedish order
SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY w COLLATE "sv-SE-x-icu") AS a,
  percentile_disc(0.5) WITHIN GROUP (ORDER BY w COLLATE "C") AS b,
  percentile_disc(0.9) WITHIN GROUP (ORDER BY w COLLATE "sv-SE-x-icu" DESC) AS c,
  mode() WITHIN GROUP (ORDER BY w COLLATE "sv-SE-x-icu") AS d,
  mode() WITHIN GROUP (ORDER BY w COLLATE "sv-SE-x-icu" DESC) AS e
FROM (VALUES ('Ö'), ('a'), ('Å'), ('B'), ('z'), ('Å'), ('z')) AS t(w)
-- result:
--   a,b,c,d,e
--   z,z,a,z,Å

-- case: a fraction beyond 1
-- source: by hand: PostgreSQL names the value, without a place, and reads rows first
SELECT percentile_disc(1.5) WITHIN GROUP (ORDER BY s) FROM v
-- error: percentile value is not between 0 and 1 at 24

-- case: FILTER guards its argument
SELECT sum(6 / x) FILTER (WHERE x > 0) AS s, count(DISTINCT 6 / x) FILTER (WHERE x <> 0) AS c
FROM (VALUES (0), (2), (3)) AS t(x)
-- result:
--   s,c
--   5,2

-- case: FILTER guards the argument of a window function and what it is ordered by
SELECT x, sum(6 / x) FILTER (WHERE x > 0) OVER (ORDER BY x) AS s,
  (SELECT string_agg(y::text, ',' ORDER BY 1 / y) FILTER (WHERE y > 0)
   FROM (VALUES (0), (1), (2)) AS u(y)) AS l
FROM (VALUES (0), (2), (3)) AS t(x) ORDER BY x
-- result:
--   x,s,l
--   0,,"2,1"
--   2,3,"2,1"
--   3,5,"2,1"
