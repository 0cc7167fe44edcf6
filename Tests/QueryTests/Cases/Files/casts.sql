-- Types and casts.
--
-- table: raw
--   id,n,x,t,d,f
--   1,5,2.5,17,2024-02-29,true
--   2,-3,3.5, 42 ,2023-12-31,false
--   3,,,abc,,

-- case: real to integer rounds halves to the even number
SELECT id, CAST(x AS integer) AS i, x::bigint AS b FROM raw ORDER BY id
-- result:
--   id,i,b
--   1,2,2
--   2,4,4
--   3,,

-- case: integer to real and to text
SELECT n::double precision AS x, n::text AS t, CAST(n AS varchar) AS v FROM raw ORDER BY id
-- result:
--   x,t,v
--   5,5,5
--   -3,-3,-3
--   ,,

-- case: text to integer, blanks around it are no harm
SELECT t::integer AS n FROM raw WHERE id < 3 ORDER BY id
-- result:
--   n
--   17
--   42

-- case: text to integer that is none
-- source: PostgreSQL, but for the value: values of rows stay out of messages
SELECT t::integer FROM raw
-- error: invalid input syntax for type integer

-- case: text to real that is none
SELECT 'vet ej'::double precision
-- error: invalid input syntax for type double precision at 8

-- case: text to date that is none
SELECT 'i går'::date
-- error: invalid input syntax for type date at 8

-- case: a day that does not exist
SELECT '2023-02-29'::date
-- error: date/time field value out of range at 8

-- case: text to date and back
SELECT '2024-02-29'::date AS d, d::text AS t FROM raw WHERE id = 1
-- result:
--   d,t
--   2024-02-29,2024-02-29

-- case: date to timestamp and back
SELECT d::timestamp AS m, (d::timestamp + interval '23 hours')::date AS d FROM raw ORDER BY id
-- result:
--   m,d
--   2024-02-29 00:00:00,2024-02-29
--   2023-12-31 00:00:00,2023-12-31
--   ,

-- case: truth values to text and to integer
SELECT f::text AS t, f::integer AS n FROM raw ORDER BY id
-- result:
--   t,n
--   true,1
--   false,0
--   ,

-- case: texts that are truth values
SELECT 'yes'::boolean AS a, 'off'::boolean AS b, 't'::boolean AS c, '0'::boolean AS d
-- result:
--   a,b,c,d
--   true,false,true,false

-- case: integer to truth value
SELECT 2::boolean AS a, 0::boolean AS b
-- result:
--   a,b
--   true,false

-- case: an integer beyond 32 bits
SELECT CAST(3000000000 AS integer)
-- error: integer out of range

-- case: an integer beyond 16 bits
SELECT 40000::smallint
-- error: smallint out of range

-- case: a real beyond bigint
SELECT 1e20::double precision::bigint
-- error: bigint out of range

-- case: a text with a limit is cut
SELECT 'sammanfattning'::varchar(6) AS cut, 'åäö'::varchar(2) AS two
-- result:
--   cut,two
--   samman,åä

-- case: numeric with a scale rounds
SELECT round(2.346::numeric(10, 2), 2) AS a, 12.5::numeric(4, 1) AS b
-- result:
--   a,b
--   2.35,12.5

-- case: a text constant takes the type that it meets
SELECT id FROM raw WHERE d = '2024-02-29' AND n < '6'
-- result:
--   id
--   1

-- case: comparison of integer and real
SELECT id FROM raw WHERE n > x ORDER BY id
-- result, in any order:
--   id
--   1

-- case: a column of text does not compare with a number
SELECT id FROM raw WHERE t = n
-- error: operator does not exist: text = integer at 28

-- case: no operator adds text to a number
SELECT t + n FROM raw
-- error: operator does not exist: text + integer at 10

-- case: a lenient cast gives NULL for what cannot be cast, in each of its spellings
-- source: PostgreSQL's cast for what it can cast; SQL:2023 F866, CAST … DEFAULT NULL ON CONVERSION ERROR
SELECT id, try_cast(t, 'integer') AS a, TRY_CAST(t AS bigint) AS b,
  CAST(t AS double precision DEFAULT NULL ON CONVERSION ERROR) AS c, TRY_CAST((t) AS date) AS d
FROM raw ORDER BY id
-- result:
--   id,a,b,c,d
--   1,17,17,17.0,
--   2,42,42,42.0,
--   3,,,,

-- case: a lenient cast of numbers, of constants, and within a condition
SELECT try_cast(x, 'smallint') AS a, try_cast(n * 100000, 'smallint') AS b,
  try_cast('abc', 'numeric(5, 2)') AS c, TRY_CAST('2.675' AS numeric(5, 2)) AS d
FROM raw WHERE TRY_CAST(t AS integer) IS NOT NULL ORDER BY id
-- result:
--   a,b,c,d
--   2,,,2.68
--   4,,,2.68

-- case: a lenient cast covers its own value only
SELECT TRY_CAST(t::integer AS text) FROM raw
-- error: invalid input syntax for type integer

-- case: a lenient cast that no value can pass is refused as a strict one is
SELECT try_cast(f, 'date') FROM raw
-- error: cannot cast type boolean to date at 8

-- case: a lenient cast to a type that is not there, each spelling with its place
SELECT try_cast(t, 'intger') FROM raw
-- error: type "intger" does not exist at 20

-- case: the place of an error behind a rewritten cast
SELECT TRY_CAST(t AS integer), CAST(t AS integer DEFAULT NULL ON CONVERSION ERROR), foo FROM raw
-- error: column "foo" does not exist at 85

-- case: zero has no sign
SELECT round(-0.4)::text AS a, (-0.0)::text AS b, concat(-1 * 0.0) AS c, '-0.0'::numeric::text AS d
-- result:
--   a,b,c,d
--   0,0.0,0.0,0.0

-- case: blanks at the end of char(n) mean nothing
SELECT 'a'::char(3) = 'a  '::char(5) AS a, 'a'::char(3) = 'a ' AS b, 'a '::bpchar = 'a'::bpchar AS c, 'a '::varchar = 'a' AS d, 'a  '::char(3) < 'a!' AS e, 'b '::char(2) IN ('a', 'b') AS f
-- result:
--   a,b,c,d,e,f
--   true,true,true,false,true,true

-- case: char(n) as a text
SELECT length('a  '::char(3)) AS n, 'a  '::char(3) || 'b' AS j, 'a '::bpchar || '|' AS k, ('a  '::char(3))::text || '|' AS t, upper('a '::char(2)) || '|' AS u, 'abc'::char(2)::text AS c, 'abc'::char::text AS one, 'abc '::bpchar::text || '|' AS b
-- result:
--   n,j,k,t,u,c,one,b
--   1,ab,a|,a|,A|,ab,a,abc|
