-- Units that the type of an interval names, and numbers of any size.
--
-- table: t
--   id,n
--   1,1.5
--   2,-0.25
--   3,100
--   4,
--   5,0

-- case: units of an interval
SELECT (INTERVAL '1 2:03:04' DAY TO MINUTE)::text AS a, (INTERVAL '1-2' YEAR TO MONTH)::text AS b, (INTERVAL '1:2' MINUTE TO SECOND)::text AS c, (INTERVAL '1 2' DAY TO HOUR)::text AS d, (INTERVAL '1 2:03:04.5' DAY TO SECOND)::text AS e, (INTERVAL '1:02:03' HOUR TO MINUTE)::text AS f, (INTERVAL '2:03:04.5' HOUR TO SECOND)::text AS g
-- result:
--   a,b,c,d,e,f,g
--   1 day 02:03:00,1 year 2 mons,00:01:02,1 day 02:00:00,1 day 02:03:04.5,01:02:00,02:03:04.5

-- case: the sign of minutes and seconds is that of both
SELECT (INTERVAL '-1:2' MINUTE TO SECOND)::text AS a, (INTERVAL '+1:2' MINUTE TO SECOND)::text AS b, (INTERVAL ' -1:2.5' MINUTE TO SECOND)::text AS c, (INTERVAL '-1 2' DAY TO HOUR)::text AS d
-- result:
--   a,b,c,d
--   -00:01:02,00:01:02,-00:01:02.5,-1 days +02:00:00

-- case: a number alone counts the smallest unit
SELECT (INTERVAL '5' HOUR TO MINUTE)::text AS a, (INTERVAL '5' YEAR TO MONTH)::text AS b, (INTERVAL '5' DAY TO SECOND)::text AS c, (INTERVAL '1.5' SECOND)::text AS d, (INTERVAL '1.2345' SECOND(2))::text AS e, (INTERVAL '1.5' HOUR)::text AS f, (INTERVAL '1.1' YEAR)::text AS g, (INTERVAL '90' MINUTE)::text AS h
-- result:
--   a,b,c,d,e,f,g,h
--   00:05:00,5 mons,00:00:05,00:00:01.5,00:00:01.23,01:00:00,1 year,01:30:00

-- case: buckets up to the largest count
SELECT width_bucket(5, 0, 10, 2147483647) AS r
-- result:
--   r
--   1073741824

-- case: a product that numeric has no room for
WITH RECURSIVE r(n) AS (SELECT 2::numeric UNION ALL SELECT n * n FROM r) SELECT count(*) FROM r
-- error: value overflows numeric format

-- case: a quotient that numeric has no room for
SELECT ('1e131000'::numeric / '1e-1000'::numeric)::text AS r
-- error: value overflows numeric format

-- case: numbers in order
SELECT id, n FROM t ORDER BY n DESC, id
-- result:
--   id,n
--   4,
--   3,100
--   1,1.5
--   5,0
--   2,-0.25

-- case: computed numbers in order
SELECT id FROM t ORDER BY n * 1.5, id
-- result:
--   id
--   2
--   5
--   1
--   3
--   4

-- case: numbers of many sizes in order
SELECT x::text AS x FROM (VALUES (1e30), (-1e30), (0.000000000000000000000000000001), (1.5), (-2), (NULL)) v(x) ORDER BY x, x::text
-- result:
--   x
--   -1000000000000000000000000000000
--   -2
--   0.000000000000000000000000000001
--   1.5
--   1000000000000000000000000000000
--   

-- case: the least of a frame of numbers
SELECT id, min(n * 1.1) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS r FROM t ORDER BY id
-- result:
--   id,r
--   1,1.6500000000000001
--   2,-0.275
--   3,-0.275
--   4,110.00000000000001
--   5,0
