-- Numbers: operators and functions.
--
-- table: numbers
--   id,a,b,x,y
--   1,7,2,0.5,1.25
--   2,-7,2,-0.5,2.5
--   3,0,5,3.75,-3.5
--   4,,3,,0.25
--   5,100,,2.5,

-- case: integer division goes towards zero
SELECT id, a / b AS quotient, a % b AS rest FROM numbers ORDER BY id
-- result:
--   id,quotient,rest
--   1,3,1
--   2,-3,-1
--   3,0,0
--   4,,
--   5,,

-- case: an integer and a real make a real
SELECT id, a + x AS sum, a * y AS product FROM numbers ORDER BY id
-- result:
--   id,sum,product
--   1,7.5,8.75
--   2,-7.5,-17.5
--   3,3.75,-0
--   4,,
--   5,102.5,

-- case: precedence of operators
SELECT 2 + 3 * 4 AS a, (2 + 3) * 4 AS b, -2 * -3 AS c, 7 - 2 - 1 AS d, 2 * 3 % 4 AS e
-- result:
--   a,b,c,d,e
--   14,20,6,4,2

-- case: the power operator is of higher rank than multiplication
SELECT 2 * 3 ^ 2 AS a, 2 ^ 3 ^ 2 AS b
-- result:
--   a,b
--   18,64

-- case: unary minus before a column
SELECT -a AS minus, - -a AS twice, +a AS plus FROM numbers ORDER BY id
-- result:
--   minus,twice,plus
--   -7,7,7
--   7,-7,-7
--   0,0,0
--   ,,
--   -100,100,100

-- case: absolute value and sign
SELECT abs(a) AS a, abs(x) AS x, sign(a) AS s, sign(x) AS sx FROM numbers ORDER BY id
-- result:
--   a,x,s,sx
--   7,0.5,1,1
--   7,0.5,-1,-1
--   0,3.75,0,1
--   ,,,
--   100,2.5,1,1

-- case: rounding takes halves away from zero, as that of numeric does
SELECT id, round(x::numeric) AS x, round(y::numeric) AS y FROM numbers ORDER BY id
-- result:
--   id,x,y
--   1,1,1
--   2,-1,3
--   3,4,-4
--   4,,0
--   5,3,

-- case: floor, ceiling, truncation
SELECT floor(x) AS f, ceil(x) AS c, ceiling(y) AS cy, trunc(y) AS t FROM numbers ORDER BY id
-- result:
--   f,c,cy,t
--   0,1,2,1
--   -1,-0,3,2
--   3,4,-3,-3
--   ,,1,0
--   2,3,,

-- case: roots, powers, logarithms
SELECT sqrt(16) AS root, power(2, 10) AS power, ln(1) AS ln, exp(0) AS exp, log(100) AS log
-- result:
--   root,power,ln,exp,log
--   4,1024,0,1,2

-- case: mod and div as functions
SELECT mod(17, 5) AS m, mod(-17, 5) AS n, div(17, 5) AS d, div(-17, 5) AS e
-- result:
--   m,n,d,e
--   2,-2,3,-3

-- case: greatest and least leave NULL out
SELECT id, greatest(a, b) AS most, least(a, b, 1) AS fewest FROM numbers ORDER BY id
-- result:
--   id,most,fewest
--   1,7,1
--   2,2,-7
--   3,5,0
--   4,3,1
--   5,100,1

-- case: NULL in, NULL out
SELECT a + b AS sum, a * NULL AS product FROM numbers WHERE id >= 4 ORDER BY id
-- result:
--   sum,product
--   ,
--   ,

-- case: the largest and the smallest integer
SELECT 9223372036854775807 AS most, -9223372036854775807 - 1 AS least
-- result:
--   most,least
--   9223372036854775807,-9223372036854775808

-- case: numbers with an exponent
SELECT 1e3 AS a, 2.5e-1 AS b, .5 AS c
-- result:
--   a,b,c
--   1000,0.25,0.5

-- case: pi and degrees
SELECT round((pi() * 1000)::double precision) AS pi, degrees(pi()) AS half
-- result:
--   pi,half
--   3142,180

-- case: the sum overflows
SELECT 9223372036854775807 + 1
-- error: bigint out of range

-- case: the product overflows
SELECT 9223372036854775807 * 2
-- error: bigint out of range

-- case: a constant divides by zero
SELECT 1 / 0
-- error: division by zero

-- case: a column divides by zero
SELECT b / a FROM numbers
-- error: division by zero

-- case: a remainder by zero
SELECT a % 0 FROM numbers
-- error: division by zero

-- case: a real divides by zero
SELECT x / 0.0 FROM numbers
-- error: division by zero

-- case: CASE guards a division
SELECT id, CASE WHEN a <> 0 THEN 100 / a END AS share FROM numbers ORDER BY id
-- result:
--   id,share
--   1,14
--   2,-14
--   3,
--   4,
--   5,1

-- case: AND guards a division
SELECT id FROM numbers WHERE a <> 0 AND 14 / a = 2
-- result:
--   id
--   1

-- case: the root of a negative number
SELECT sqrt(-1)
-- error: cannot take square root of a negative number

-- case: the logarithm of zero
SELECT ln(0)
-- error: cannot take logarithm of zero

-- case: an integer too large for a real power
SELECT power(10::double precision, 400)
-- error: value out of range: overflow

-- case: shares of whole numbers keep their fraction
SELECT x, count(*) * 100 / sum(count(*)) OVER () AS share
FROM (VALUES ('a'), ('a'), ('b')) AS t(x) GROUP BY x ORDER BY x
-- result:
--   x,share
--   a,66.6666666666666667
--   b,33.3333333333333333

-- case: sums of bigint are numeric, those of integer bigint
SELECT sum(n) / 2 AS a, sum(n::int) / 2 AS b, sum(n::smallint) / 2 AS c, sum(length(n::text)) / 2 AS d
FROM (VALUES (1::bigint), (2)) AS t(n)
-- result:
--   a,b,c,d
--   1.5,1,1,1

-- case: a numeric without digits after the point
SELECT 7::numeric(5, 0) / 2 AS a, '12.5'::numeric(4) AS b, '-12.5'::numeric(4) AS c,
  div(7, 2) / 2 AS d, 7::numeric / 2 AS e, 7 / 2 AS f, 7::bigint / 2 AS g
-- result:
--   a,b,c,d,e,f,g
--   3.5,13,-13,1.5,3.5,3,3

-- case: decimals round ties away from zero, doubles to even
SELECT 2.5::int AS a, (-2.5)::int AS b, 2.5::float8::int AS c, (5 / 2.0)::int AS d,
  avg(n)::int AS e, (sum(n) / 2)::int AS f, round(2.5)::int AS g, '3.5'::numeric::bigint AS h
FROM (VALUES (2::bigint), (3)) AS t(n)
-- result:
--   a,b,c,d,e,f,g,h
--   3,-3,2,3,3,3,3,4

-- case: numeric goes through CTEs, UNION, CASE and subqueries
WITH a AS (SELECT sum(n) AS s FROM (VALUES (1::bigint), (2)) AS t(n)),
  b AS (SELECT s FROM a UNION ALL SELECT 5)
SELECT s / 2 AS a, CASE WHEN s > 3 THEN s ELSE 1 END / 2 AS b, (SELECT s FROM a) / 2 AS c,
  coalesce(s, 0) / 2 AS d, nullif(s, 9) / 2 AS e, greatest(s, 4) / 2 AS f,
  max(s) OVER () / 2 AS g, lag(s, 1, 1) OVER (ORDER BY s) / 2 AS h
FROM b ORDER BY s
-- result:
--   a,b,c,d,e,f,g,h
--   1.5,0.5,1.5,1.5,1.5,2,2.5,0.5
--   2.5,2.5,1.5,2.5,2.5,2.5,2.5,1.5

-- case: parts of days are numeric
SELECT extract(year FROM date '2023-05-01') / 10 AS a, extract(year FROM date '2023-05-01')::int / 10 AS b
-- result:
--   a,b
--   202.3,202

-- case: whole numbers of the query are integers of 32 bits
SELECT 2147483647 + 1
-- error: integer out of range

-- case: a product of integers leaves 32 bits
SELECT 100000 * 100000
-- error: integer out of range

-- case: smallint leaves 16 bits
SELECT 32767::smallint + 1::smallint
-- error: smallint out of range

-- case: the least integer has no opposite
SELECT abs((-2147483648)::int)
-- error: integer out of range

-- case: a column of integers leaves 32 bits
SELECT x + 1 FROM (VALUES (2147483646), (2147483647)) AS t(x)
-- error: integer out of range

-- case: bigint has 64 bits, and a sum of integers too
SELECT 2147483647::bigint + 1 AS a, 2147483648 + 1 AS b, 32767::smallint + 1 AS c, sum(x) AS d
FROM (VALUES (2147483647), (1)) AS t(x)
-- result:
--   a,b,c,d
--   2147483648,2147483649,32768,2147483648
