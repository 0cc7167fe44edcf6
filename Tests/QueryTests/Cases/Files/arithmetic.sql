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
