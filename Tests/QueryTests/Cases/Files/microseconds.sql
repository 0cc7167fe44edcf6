-- Fractions of seconds: moments and lengths of time hold microseconds.
--
-- table: t
--   id,t
--   1,2024-01-31 10:00:00.25
--   2,2024-01-31 10:00:00.75
--   3,2024-01-31 10:00:00
--   4,
--   5,1969-12-31 23:59:59.999999
--   6,2024-01-31 10:00:00.750000

-- case: moments are printed with what they have
SELECT id, t::text AS r FROM t ORDER BY id
-- result:
--   id,r
--   1,2024-01-31 10:00:00.25
--   2,2024-01-31 10:00:00.75
--   3,2024-01-31 10:00:00
--   4,
--   5,1969-12-31 23:59:59.999999
--   6,2024-01-31 10:00:00.75

-- case: moments that differ by less than a second are different
SELECT count(DISTINCT t) AS n, min(t) AS least, max(t) AS most FROM t
-- result:
--   n,least,most
--   4,1969-12-31 23:59:59.999999,2024-01-31 10:00:00.75

-- case: groups of moments
SELECT t, count(*) AS n FROM t GROUP BY t ORDER BY t
-- result:
--   t,n
--   1969-12-31 23:59:59.999999,1
--   2024-01-31 10:00:00,1
--   2024-01-31 10:00:00.25,1
--   2024-01-31 10:00:00.75,2
--   ,1

-- case: moments compared
SELECT id FROM t WHERE t > '2024-01-31 10:00:00.5' ORDER BY id
-- result:
--   id
--   2
--   6

-- case: a moment among some
SELECT id FROM t WHERE t IN ('2024-01-31 10:00:00.75', '2024-01-31 10:00:00') ORDER BY id
-- result:
--   id
--   2
--   3
--   6

-- case: a join on moments
SELECT a.id, b.id AS other FROM t a JOIN t b USING (t) WHERE a.id < b.id ORDER BY a.id
-- result:
--   id,other
--   2,6

-- case: literals
SELECT timestamp '2024-01-31 10:00:00.75' AS a, '2024-01-31 10:00:00.1234567'::timestamp::text AS b, timestamp '2024-01-31 23:59:59.9999999' AS c, '2024-01-31T10:00:00.12345678901234'::timestamp::text AS d
-- result:
--   a,b,c,d
--   2024-01-31 10:00:00.75,2024-01-31 10:00:00.123457,2024-02-01 00:00:00,2024-01-31 10:00:00.123457

-- case: parts of a moment
SELECT id, extract(second FROM t) AS s, extract(milliseconds FROM t) AS ms, extract(microseconds FROM t) AS us, extract(epoch FROM t) AS e, extract(minute FROM t) AS m, extract(hour FROM t) AS h, extract(day FROM t) AS d FROM t ORDER BY id
-- result:
--   id,s,ms,us,e,m,h,d
--   1,0.25,250,250000,1706695200.25,0,10,31
--   2,0.75,750,750000,1706695200.75,0,10,31
--   3,0,0,0,1706695200,0,10,31
--   4,,,,,,,
--   5,59.999999,59999.999,59999999,-0.000001,59,23,31
--   6,0.75,750,750000,1706695200.75,0,10,31

-- case: date_part of a moment
SELECT id, date_part('second', t) AS s, date_part('milliseconds', t) AS ms, date_part('epoch', t) AS e, date_part('julian', t) AS j FROM t ORDER BY id
-- result:
--   id,s,ms,e,j
--   1,0.25,250,1706695200.25,2460341.41666956
--   2,0.75,750,1706695200.75,2460341.4166753474
--   3,0,0,1706695200,2460341.4166666665
--   4,,,,
--   5,59.999999,59999.999,-1e-06,2440588
--   6,0.75,750,1706695200.75,2460341.4166753474

-- case: a moment cut
SELECT id, date_trunc('milliseconds', t + interval '1.5 milliseconds')::text AS ms, date_trunc('second', t)::text AS s, date_trunc('minute', t) AS m, date_trunc('hour', t) AS h, date_trunc('day', t) AS d FROM t ORDER BY id
-- result:
--   id,ms,s,m,h,d
--   1,2024-01-31 10:00:00.251,2024-01-31 10:00:00,2024-01-31 10:00:00,2024-01-31 10:00:00,2024-01-31 00:00:00
--   2,2024-01-31 10:00:00.751,2024-01-31 10:00:00,2024-01-31 10:00:00,2024-01-31 10:00:00,2024-01-31 00:00:00
--   3,2024-01-31 10:00:00.001,2024-01-31 10:00:00,2024-01-31 10:00:00,2024-01-31 10:00:00,2024-01-31 00:00:00
--   4,,,,,
--   5,1970-01-01 00:00:00.001,1969-12-31 23:59:59,1969-12-31 23:59:00,1969-12-31 23:00:00,1969-12-31 00:00:00
--   6,2024-01-31 10:00:00.751,2024-01-31 10:00:00,2024-01-31 10:00:00,2024-01-31 10:00:00,2024-01-31 00:00:00

-- case: lengths of time
SELECT (interval '0.7 seconds')::text AS a, (interval '1.5 seconds ago')::text AS b, (interval '00:00:00.000001')::text AS c, (interval '3 milliseconds')::text AS d, (interval '1 day -00:00:00.5')::text AS e, (interval '-1 day 0.25 seconds')::text AS f, (interval '0.0000004 seconds')::text AS g
-- result:
--   a,b,c,d,e,f,g
--   00:00:00.7,-00:00:01.5,00:00:00.000001,00:00:00.003,1 day -00:00:00.5,-1 days +00:00:00.25,00:00:00

-- case: lengths of time in arithmetic
SELECT (interval '1.5 seconds' * 3)::text AS a, (interval '1 second' / 3)::text AS b, (interval '1 day' / 7)::text AS c, (interval '1 month' * 0.3)::text AS d, (interval '0.7 seconds' + interval '0.7 seconds')::text AS e, (- interval '0.7 seconds')::text AS f, (interval '1 year 2 months 3 days 04:05:06.789' * -1.5)::text AS g
-- result:
--   a,b,c,d,e,f,g
--   00:00:04.5,00:00:00.333333,03:25:42.857143,9 days,00:00:01.4,-00:00:00.7,-1 years -9 mons -4 days -18:07:40.1835

-- case: parts of a length of time
SELECT extract(second FROM i) AS s, extract(milliseconds FROM i) AS ms, extract(microseconds FROM i) AS us, extract(epoch FROM i) AS e, extract(minute FROM i) AS m, extract(hour FROM i) AS h FROM (VALUES (interval '1 day 02:03:04.567891'), (interval '-00:00:01.25')) v(i)
-- result:
--   s,ms,us,e,m,h
--   4.567891,4567.891,4567891,93784.567891,3,2
--   -1.25,-1250,-1250000,-1.25,0,0

-- case: a length of time cut
SELECT date_trunc('milliseconds', i)::text AS ms, date_trunc('second', i)::text AS s, date_trunc('hour', i)::text AS h, date_trunc('day', i)::text AS d FROM (VALUES (interval '1 day 02:03:04.567891'), (interval '-00:00:01.25')) v(i)
-- result:
--   ms,s,h,d
--   1 day 02:03:04.567,1 day 02:03:04,1 day 02:00:00,1 day
--   -00:00:01.25,-00:00:01,00:00:00,00:00:00

-- case: moments from parts
SELECT make_timestamp(2024, 1, 31, 10, 0, 0.75) AS a, make_timestamp(2024, 1, 31, 10, 0, 59.9999999)::text AS b, to_timestamp(1284352323.5)::timestamp::text AS c, make_interval(secs => 0.123456)::text AS d, make_interval(0, 0, 0, 0, 1, 2, 3.5)::text AS e
-- result:
--   a,b,c,d,e
--   2024-01-31 10:00:00.75,2024-01-31 10:01:00,2010-09-13 04:32:03.5,00:00:00.123456,01:02:03.5

-- case: differences
SELECT a.id, b.id AS other, (b.t - a.t)::text AS d, age(b.t, a.t)::text AS age FROM t a JOIN t b ON b.id = a.id + 1 ORDER BY a.id
-- result:
--   id,other,d,age
--   1,2,00:00:00.5,00:00:00.5
--   2,3,-00:00:00.75,-00:00:00.75
--   3,4,,
--   4,5,,
--   5,6,19753 days 10:00:00.750001,54 years 30 days 10:00:00.750001

-- case: fractions in templates
SELECT id, to_char(t, 'HH24:MI:SS.MS') AS ms, to_char(t, 'SS US') AS us, to_char(t, 'FF1 FF2 FF3 FF4 FF5 FF6') AS ff, to_char(t, 'SSSS') AS ssss FROM t ORDER BY id
-- result:
--   id,ms,us,ff,ssss
--   1,10:00:00.250,00 250000,2 25 250 2500 25000 250000,36000
--   2,10:00:00.750,00 750000,7 75 750 7500 75000 750000,36000
--   3,10:00:00.000,00 000000,0 00 000 0000 00000 000000,36000
--   4,,,,
--   5,23:59:59.999,59 999999,9 99 999 9999 99999 999999,86399
--   6,10:00:00.750,00 750000,7 75 750 7500 75000 750000,36000

-- case: fractions read by templates
SELECT to_timestamp('2024-01-31 10:00:00.7', 'YYYY-MM-DD HH24:MI:SS.MS')::timestamp::text AS ms, to_timestamp('2024-01-31 10:00:00.123456', 'YYYY-MM-DD HH24:MI:SS.US')::timestamp::text AS us, to_timestamp('2024-01-31 10:00:00.12', 'YYYY-MM-DD HH24:MI:SS.FF2')::timestamp::text AS ff
-- result:
--   ms,us,ff
--   2024-01-31 10:00:00.7,2024-01-31 10:00:00.123456,2024-01-31 10:00:00.12

-- case: rounded to some digits
SELECT '2024-01-31 10:00:00.123567'::timestamp(3)::text AS a, '2024-01-31 10:00:00.5'::timestamp(0)::text AS b, t::timestamp(1)::text AS c, (interval '1.23456 seconds')::interval(2)::text AS d FROM t WHERE id = 5
-- result:
--   a,b,c,d
--   2024-01-31 10:00:00.124,2024-01-31 10:00:01,1970-01-01 00:00:00,00:00:01.23

-- case: bins of half a second
SELECT id, date_bin('0.5 seconds', t, timestamp '2024-01-01')::text AS r FROM t ORDER BY id
-- result:
--   id,r
--   1,2024-01-31 10:00:00
--   2,2024-01-31 10:00:00.5
--   3,2024-01-31 10:00:00
--   4,
--   5,1969-12-31 23:59:59.5
--   6,2024-01-31 10:00:00.5

-- case: a series of parts of seconds
SELECT g::text AS g FROM generate_series(timestamp '2024-01-01', timestamp '2024-01-01 00:00:01', interval '0.4 seconds') AS s(g)
-- result:
--   g
--   2024-01-01 00:00:00
--   2024-01-01 00:00:00.4
--   2024-01-01 00:00:00.8

-- case: a frame of half a second
SELECT id, count(*) OVER (ORDER BY t RANGE BETWEEN interval '0.5 seconds' PRECEDING AND CURRENT ROW) AS n FROM t WHERE t > '2000-01-01' ORDER BY id
-- result:
--   id,n
--   1,2
--   2,3
--   3,1
--   6,3

-- case: lengths of time compared and grouped
SELECT i::text AS i, count(*) AS n FROM (VALUES (interval '0.5 seconds'), (interval '500 milliseconds'), (interval '0.500001 seconds')) v(i) GROUP BY i ORDER BY i
-- result:
--   i,n
--   00:00:00.5,2
--   00:00:00.500001,1

-- case: days and moments
SELECT id, t::date AS d, (date '2024-02-01' - t)::text AS x, (t::date)::timestamp = t AS y FROM t ORDER BY id
-- result:
--   id,d,x,y
--   1,2024-01-31,13:59:59.75,false
--   2,2024-01-31,13:59:59.25,false
--   3,2024-01-31,14:00:00,false
--   4,,,
--   5,1969-12-31,19754 days 00:00:00.000001,false
--   6,2024-01-31,13:59:59.25,false

-- case: justified
SELECT justify_hours(interval '25:00:00.5')::text AS a, justify_interval(interval '1 month -0.5 seconds')::text AS b
-- result:
--   a,b
--   1 day 01:00:00.5,29 days 23:59:59.5

-- case: text and back
SELECT id, t = t::text::timestamp AS same FROM t ORDER BY id
-- result:
--   id,same
--   1,true
--   2,true
--   3,true
--   4,
--   5,true
--   6,true
