-- numeric: exact decimals, and the digits after the point that PostgreSQL gives.
-- table: v
--   n,s
--   1,a
--   2,a
--   4,b

-- case: shares and halves keep their fraction
SELECT s, (count(*) * 100 / sum(count(*)) OVER ()) || '|' AS share, (sum(n) / 2) || '|' AS half
FROM v GROUP BY s ORDER BY s
-- result:
--   s,share,half
--   a,66.6666666666666667|,1.5000000000000000|
--   b,33.3333333333333333|,2.0000000000000000|

-- case: quotients have sixteen digits that count
SELECT (7::numeric(5,0) / 2) || '|' AS a, (div(7, 2) / 2) || '|' AS b, (1.0 / 3) || '|' AS c,
  (100000::numeric / 3) || '|' AS d, (0.00001 / 7) || '|' AS e, (1::numeric / 3000000) || '|' AS f
-- result:
--   a,b,c,d,e,f
--   3.5000000000000000|,1.5000000000000000|,0.33333333333333333333|,33333.333333333333|,0.000001428571428571428571|,0.000000333333333333333333|

-- case: sums, differences and products keep all digits
SELECT (1.10 + 2.2) || '|' AS a, (1.10 - 1.1) || '|' AS b,
  (123456789.123456789 * 987654321.987654321) || '|' AS c,
  ((1.0 / 3) * (1.0 / 3) * (1.0 / 3)) || '|' AS d,
  (9999999999999999999 * 9999999999999999999) || '|' AS e
-- result:
--   a,b,c,d,e
--   3.30|,0.00|,121932631356500531.347203169112635269|,0.037037037037037037035925925925925925925937037037037037037037|,99999999999999999980000000000000000001|

-- case: casts round halves away from zero
SELECT 2.5::int AS a, -2.5::int AS b, 3.5::bigint AS c, '12.5'::numeric(4) || '|' AS d,
  12345.678::numeric(7, 1) || '|' AS e, 12345.678::numeric(7, -2) || '|' AS f,
  0.001::numeric(2, 3) || '|' AS g, ' 1e3 '::numeric || '|' AS h
-- result:
--   a,b,c,d,e,f,g,h
--   3,-3,4,13|,12345.7|,12300|,0.001|,1000|

-- case: a double becomes the decimal of its fifteen digits
SELECT 0.1::float8::numeric || '|' AS a, (1 / 3.0)::float8::numeric || '|' AS b,
  123456789012345678::float8::numeric || '|' AS c, (1.5::float8 + 1) || '|' AS d
-- result:
--   a,b,c,d
--   0.1|,0.333333333333333|,123456789012346000|,2.5|

-- case: too large for its precision
SELECT 12345.6::numeric(5, 1)
-- error: numeric field overflow

-- case: too large for an integer
SELECT 2147483647.5::int
-- error: integer out of range

-- case: rounding and cutting
SELECT round(2.345, 2) || '|' AS a, round(1234.5, -2) || '|' AS b, round(1.5, 4) || '|' AS c,
  trunc(-1.999, 1) || '|' AS d, round(5, 2) || '|' AS e, ceil(-1.2) || '|' AS f,
  floor(-1.2) || '|' AS g, round(-0.5) || '|' AS h, sign(-1.50) || '|' AS i
-- result:
--   a,b,c,d,e,f,g,h,i
--   2.35|,1200|,1.5000|,-1.9|,5.00|,-1|,-2|,-1|,-1|

-- case: remainders
SELECT mod(5.5, 2) || '|' AS a, mod(-5.5, 2.25) || '|' AS b, (1e21 % 7) || '|' AS c,
  gcd(12.5, 2.5) || '|' AS d, lcm(1.5, 2) || '|' AS e
-- result:
--   a,b,c,d,e
--   1.5|,-1.00|,6|,2.5|,6.0|

-- case: roots and powers
SELECT sqrt(2.0) || '|' AS a, sqrt(1234567.89) || '|' AS b, power(2.0, 0.5) || '|' AS c,
  power(2.0, 100) || '|' AS d, power(10.0, -10) || '|' AS e, power(123.4, 5.6) || '|' AS f,
  (2 ^ 3) || '|' AS g, power(1.0001, 1000) || '|' AS h
-- result:
--   a,b,c,d,e,f,g,h
--   1.414213562373095|,1111.1111060555555|,1.4142135623730950|,1267650600228229401496703205376.0000000000000000|,0.0000000001000000|,514475732645.94372|,8|,1.1051653926032327|

-- case: the root of a number with two thousand digits
SELECT left(sqrt(('4.' || repeat('0', 2002) || '1')::numeric)::text, 6) || '|' AS a
-- result:
--   a
--   2.0000|

-- case: logarithms
SELECT exp(1.0) || '|' AS a, exp(-5.5) || '|' AS b, ln(2.0) || '|' AS c, ln(0.00001) || '|' AS d,
  log(100.0) || '|' AS e, log(2, 8) || '|' AS f, log(2.0, 3.5) || '|' AS g, exp(100.0) || '|' AS h
-- result:
--   a,b,c,d,e,f,g,h
--   2.7182818284590452|,0.004086771438464067|,0.6931471805599453|,-11.512925464970228|,2.0000000000000000|,3.0000000000000000|,1.8073549220576041|,26881171418161354484126255515800135873611118.8|

-- case: the root of a negative number
SELECT sqrt(-1.0)
-- error: cannot take square root of a negative number

-- case: constants on both sides
SELECT 1.0 = 1.00 AS a, 1.5 < 2.25 AS b, 2.5 <> 2.50 AS c, 2.5 >= 3 AS d, 1 < 1.5 AS e
-- result:
--   a,b,c,d,e
--   true,true,false,false,true

-- case: numbers are equal however many digits they have
SELECT x::numeric AS x, count(*) AS n FROM (VALUES (1.0), (1.00), (2), (2.50), (-1.5)) t(x)
GROUP BY x ORDER BY x DESC
-- result:
--   x,n
--   2.5,1
--   2,1
--   1,2
--   -1.5,1

-- case: different values, the least and the largest
SELECT count(DISTINCT x) AS n, min(x) AS a, max(x) AS b, sum(DISTINCT x) AS c
FROM (VALUES (1.5), (1.50), (-3), (12345678901234567890123456789012345678901234567890)) t(x)
-- result:
--   n,a,b,c
--   3,-3,12345678901234567890123456789012345678901234567890,12345678901234567890123456789012345678901234567888.5

-- case: order of numbers of any size
SELECT x FROM (VALUES (1e40), (-1e40), (0.001), (-0.0011), (0), (99.9), (-0.001)) t(x) ORDER BY x
-- result:
--   x
--   -10000000000000000000000000000000000000000
--   -0.0011
--   -0.001
--   0
--   0.001
--   99.9
--   10000000000000000000000000000000000000000

-- case: joined with whole numbers
SELECT v.n, x FROM v JOIN (VALUES (2.0), (4.00), (4.5)) t(x) ON v.n = x ORDER BY v.n
-- result:
--   n,x
--   2,2
--   4,4

-- case: among others
SELECT n FROM v WHERE n IN (1.0, 2.5, 4.00) AND n > 0.5 AND n <= 4.5 ORDER BY n
-- result:
--   n
--   1
--   4

-- case: whole numbers beside fractions
SELECT n FROM v WHERE n > 1.5 AND n <> 2.5 AND NOT n = 1.5 AND n >= 2.0 ORDER BY n
-- result:
--   n
--   2
--   4

-- case: types of CASE, COALESCE and UNION
SELECT (CASE WHEN true THEN 1 ELSE 2.5 END) || '|' AS a, coalesce(NULL, 1.50) || '|' AS b,
  greatest(1.5, 2) || '|' AS c, least(1, 2.50) || '|' AS d
-- result:
--   a,b,c,d
--   1|,1.50|,2|,1|

-- case: means, variances and deviations
SELECT avg(n) || '|' AS a, variance(n) || '|' AS b, stddev(n) || '|' AS c, var_pop(n) || '|' AS d,
  stddev_pop(n) || '|' AS e, avg(n * 1.5) || '|' AS f, variance(n * 0.1) || '|' AS g,
  sum(n * 1.50) || '|' AS h
FROM v
-- result:
--   a,b,c,d,e,f,g,h
--   2.3333333333333333|,2.3333333333333333|,1.5275252316519467|,1.5555555555555556|,1.2472191289246471|,3.5000000000000000|,0.02333333333333333333|,10.50|

-- case: running sums and means
SELECT n, (sum(n) OVER (ORDER BY n)) || '|' AS a, (avg(n) OVER (ORDER BY n)) || '|' AS b,
  (sum(n * 0.5) OVER (ORDER BY n)) || '|' AS c
FROM v ORDER BY n
-- result:
--   n,a,b,c
--   1,1|,1.00000000000000000000|,0.5|
--   2,3|,1.5000000000000000|,1.5|
--   4,7|,2.3333333333333333|,3.5|

-- case: sums and means over frames that move
SELECT n, (sum(n * 0.5) OVER w) || '|' AS a, (avg(n * 0.5) OVER w) || '|' AS b,
  (sum(CASE n WHEN 1 THEN 1.25 ELSE 0.5 END) OVER w) || '|' AS c, sum(n * 1e40) OVER w > 2e40 AS d,
  (sum(n * 0.5) FILTER (WHERE n > 1) OVER w) || '|' AS e,
  (sum(n * 0.5) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    EXCLUDE CURRENT ROW)) || '|' AS f
FROM v WINDOW w AS (ORDER BY n ROWS 1 PRECEDING) ORDER BY n
-- result:
--   n,a,b,c,d,e,f
--   1,0.5|,0.50000000000000000000|,1.25|,false,,3.0|
--   2,1.5|,0.75000000000000000000|,1.75|,true,1.0|,2.5|
--   4,3.0|,1.5000000000000000|,1.0|,true,3.0|,1.5|

-- case: frames by distance
SELECT x, count(*) OVER (ORDER BY x RANGE BETWEEN 0.5 PRECEDING AND 0.5 FOLLOWING) AS n
FROM (VALUES (1.0), (1.5), (2.25)) t(x) ORDER BY x
-- result:
--   x,n
--   1,2
--   1.5,2
--   2.25,1

-- case: sums beyond 64 bits
SELECT sum(k) || '|' AS s, avg(k) || '|' AS m
FROM (VALUES (9223372036854775807), (9223372036854775807)) t(k)
-- result:
--   s,m
--   18446744073709551614|,9223372036854775807|

-- case: as texts
SELECT 'a' || 1.50 AS a, to_char(1234.567, '9999.99') AS b, to_char(0.5, 'FM990.00') || '|' AS c,
  scale(1.500) AS d, trim_scale(1.500) || '|' AS e, factorial(25) || '|' AS f
-- result:
--   a,b,c,d,e,f
--   a1.50, 1234.57,0.50|,3,1.5|,15511210043330985984000000|

-- case: a series of decimal numbers
SELECT n FROM generate_series(1.0, 2.0, 0.25) AS t(n)
-- result:
--   n
--   1
--   1.25
--   1.5
--   1.75
--   2

-- case: equal constants of different digits are different columns
SELECT sum(n * 1.5) || '|' AS a, sum(n * 1.50) || '|' AS b, (n * 2.0) || '|' AS c, (n * 2.00) || '|' AS d
FROM v WHERE n = 4 GROUP BY n
-- result:
--   a,b,c,d
--   6.0|,6.00|,8.0|,8.00|
