-- Days, moments, lengths of time.
--
-- table: visits
--   id,d,e,m
--   1,2024-01-31,2024-02-29,2024-03-31 23:59:59
--   2,2023-12-31,2024-01-01,2024-01-01 00:00:00
--   3,2024-02-29,,2023-06-15 08:30:00
--   4,,2020-05-17,

-- case: the days between two days
SELECT id, e - d AS days, d + 1 AS next, d - 31 AS before FROM visits ORDER BY id
-- result:
--   id,days,next,before
--   1,29,2024-02-01,2023-12-31
--   2,1,2024-01-01,2023-11-30
--   3,,2024-03-01,2024-01-29
--   4,,,

-- case: a month after the end of January
SELECT d + interval '1 month' AS a, d - interval '1 year' AS b FROM visits ORDER BY id
-- result:
--   a,b
--   2024-02-29 00:00:00,2023-01-31 00:00:00
--   2024-01-31 00:00:00,2022-12-31 00:00:00
--   2024-03-29 00:00:00,2023-02-28 00:00:00
--   ,

-- case: moments and lengths of time
SELECT m + interval '1 day 2 hours' AS a, m - interval '90 minutes' AS b FROM visits ORDER BY id
-- result:
--   a,b
--   2024-04-02 01:59:59,2024-03-31 22:29:59
--   2024-01-02 02:00:00,2023-12-31 22:30:00
--   2023-06-16 10:30:00,2023-06-15 07:00:00
--   ,

-- case: parts of a day
SELECT extract(year from d) AS y, extract(month from d) AS m, extract(day from d) AS d,
  extract(quarter from d) AS q, extract(doy from d) AS n FROM visits ORDER BY id
-- result:
--   y,m,d,q,n
--   2024,1,31,1,31
--   2023,12,31,4,365
--   2024,2,29,1,60
--   ,,,,

-- case: weeks and weekdays
SELECT extract(week from d) AS week, extract(isoyear from d) AS year, extract(dow from d) AS dow,
  extract(isodow from d) AS isodow FROM visits ORDER BY id
-- result:
--   week,year,dow,isodow
--   5,2024,3,3
--   52,2023,0,7
--   9,2024,4,4
--   ,,,

-- case: parts of a moment
SELECT extract(hour from m) AS h, date_part('minute', m) AS min, extract(second from m) AS s
  FROM visits ORDER BY id
-- result:
--   h,min,s
--   23,59,59
--   0,0,0
--   8,30,0
--   ,,

-- case: seconds since 1970
SELECT extract(epoch from m) AS seconds, extract(epoch from d) AS day FROM visits ORDER BY id
-- result:
--   seconds,day
--   1711929599,1706659200
--   1704067200,1703980800
--   1686817800,1709164800
--   ,

-- case: the start of a month, a quarter, a week
SELECT date_trunc('month', m) AS month, date_trunc('quarter', m)
  AS quarter, date_trunc('week', m) AS week
FROM visits ORDER BY id
-- result:
--   month,quarter,week
--   2024-03-01 00:00:00,2024-01-01 00:00:00,2024-03-25 00:00:00
--   2024-01-01 00:00:00,2024-01-01 00:00:00,2024-01-01 00:00:00
--   2023-06-01 00:00:00,2023-04-01 00:00:00,2023-06-12 00:00:00
--   ,,

-- case: the start of an hour and of a year
SELECT date_trunc('hour', m) AS hour, date_trunc('year', m) AS year FROM visits ORDER BY id
-- result:
--   hour,year
--   2024-03-31 23:00:00,2024-01-01 00:00:00
--   2024-01-01 00:00:00,2024-01-01 00:00:00
--   2023-06-15 08:00:00,2023-01-01 00:00:00
--   ,

-- case: comparison of days and of a day with a moment
SELECT id, d < e AS a, d = m::date AS b, m >= d AS c FROM visits ORDER BY id
-- result:
--   id,a,b,c
--   1,true,false,true
--   2,true,false,true
--   3,,false,false
--   4,,,

-- case: make_date
SELECT make_date(2024, 2, 29) AS d
-- result:
--   d
--   2024-02-29

-- case: make_date of a day that does not exist
SELECT make_date(2023, 2, 29)
-- error: date field value out of range

-- case: days in BETWEEN and IN
SELECT id FROM visits WHERE d BETWEEN '2024-01-01'
  AND '2024-01-31' OR d IN ('2023-12-31', '2022-01-01') ORDER BY id
-- result:
--   id
--   1
--   2

-- case: the first and the last day
SELECT min(d) AS first, max(d) AS last, max(m) AS moment FROM visits
-- result:
--   first,last,moment
--   2023-12-31,2024-02-29,2024-03-31 23:59:59

-- case: groups by month
SELECT date_trunc('month', e::timestamp) AS month, count(*) AS n FROM visits GROUP BY 1 ORDER BY 1
-- result:
--   month,n
--   2020-05-01 00:00:00,1
--   2024-01-01 00:00:00,1
--   2024-02-01 00:00:00,1
--   ,1

-- case: the day as text in another form
SELECT to_char(d, 'YYYY-MM') AS month, to_char(d, 'DD/MM') AS day FROM visits ORDER BY id
-- result:
--   month,day
--   2024-01,31/01
--   2023-12,31/12
--   2024-02,29/02
--   ,

-- case: the seconds between two moments
SELECT extract(epoch from timestamp '2024-01-02 01:00:00' - timestamp '2024-01-01 00:30:00')
  AS seconds
-- result:
--   seconds
--   88200

-- case: parts are exact decimals, doubles by date_part
SELECT extract(second FROM timestamp '2024-01-31 08:30:15.1234')::text AS s,
  extract(millisecond FROM timestamp '2024-01-31 08:30:15.1234')::text AS ms,
  extract(microseconds FROM interval '-00:00:01.25')::text AS us,
  extract(epoch FROM timestamp '1960-01-01 00:00:00.25')::text AS e,
  extract(epoch FROM date '2024-01-01')::text AS day,
  date_part('second', timestamp '2024-01-31 08:30:15.1234')::text AS p,
  extract(year FROM date '2024-01-01') / 7 AS sevenths,
  date_part('year', date '2024-01-01') / 7 AS double
-- result:
--   s,ms,us,e,day,p,sevenths,double
--   15.123400,15123.400,-1250000,-315619199.750000,1704067200,15.1234,289.1428571428571429,289.14285714285717

-- case: a Julian day with its part, and the seconds of a very long time
SELECT extract(julian FROM timestamp '2024-01-31 08:30:15')::text AS j,
  extract(julian FROM date '2024-01-31')::text AS day,
  extract(epoch FROM interval '290000 years')::text AS e
-- result:
--   j,day,e
--   2460341.35434027777777777778,2460341,9151704000000.000000

-- case: a mean of seconds
SELECT avg(extract(second FROM m))::text AS mean, sum(extract(second FROM m))::text AS sum FROM visits
-- result:
--   mean,sum
--   19.6666666666666667,59.000000

-- case: an unknown part of a day
-- source: PostgreSQL 15, without the value
SELECT extract(fortnight from d) FROM visits
-- error: unit not recognized

-- case: a day beyond the calendar
SELECT '2024-13-01'::date
-- error: date/time field value out of range at 8

-- case: two days cannot be added
SELECT d + e FROM visits
-- error: operator does not exist: date + date at 10

-- case: intervals of named parts
SELECT date '2024-01-31' + make_interval(months => 1) AS a,
  date '2024-01-31' + make_interval(days => 2, weeks => 1) AS b,
  date '2024-01-31' + make_interval(1, 2, days => 3) AS c
-- result:
--   a,b,c
--   2024-02-29 00:00:00,2024-02-09 00:00:00,2025-04-03 00:00:00

-- case: the last day of a month
SELECT date_trunc('month', timestamp '2024-02-10') + interval '1 month - 1 day' AS a,
  date '2024-01-31' + interval '- 2 days + 3 hours' AS b
-- result:
--   a,b
--   2024-02-29 00:00:00,2024-01-29 03:00:00

-- case: interval 1 year 1 year
SELECT interval '1 year 1 year'
-- error: invalid input syntax for type interval at 17

-- case: interval 1 day 1:2 3:4
SELECT interval '1 day 1:2 3:4'
-- error: invalid input syntax for type interval at 17

-- case: interval 1-2-3
SELECT interval '1-2-3'
-- error: invalid input syntax for type interval at 17

-- case: interval 1.5-2
SELECT interval '1.5-2'
-- error: invalid input syntax for type interval at 17

-- case: interval 2562047789 hours
SELECT interval '2562047789 hours'
-- error: interval field value out of range at 17

-- case: interval 9223372036855 seconds
SELECT interval '9223372036855 seconds'
-- error: interval field value out of range at 17

-- case: interval 2562047788:00:55
SELECT interval '2562047788:00:55'
-- error: interval field value out of range at 17

-- case: interval 1 hour -1:30
SELECT interval '1 hour -1:30'
-- error: invalid input syntax for type interval at 17

-- case: interval 3 days -2 days
SELECT interval '3 days -2 days'
-- error: invalid input syntax for type interval at 17

-- case: interval 1 sec 1:2
SELECT interval '1 sec 1:2'
-- error: invalid input syntax for type interval at 17

-- case: interval p1y
SELECT interval 'p1y'
-- error: invalid input syntax for type interval at 17

-- case: interval 1 day 2:3:4 5
SELECT interval '1 day 2:3:4 5'
-- error: invalid input syntax for type interval at 17

-- case: interval 2147483648 days
SELECT interval '2147483648 days'
-- error: interval field value out of range at 17

-- case: interval 1:60
SELECT interval '1:60'
-- error: interval field value out of range at 17

-- case: interval 1 day x
SELECT interval '1 day x'
-- error: invalid input syntax for type interval at 17

-- case: interval P
SELECT interval 'P'
-- error: invalid input syntax for type interval at 17

-- case: interval 1 2 days
SELECT interval '1 2 days'
-- error: invalid input syntax for type interval at 17

-- case: forms of intervals
SELECT (interval '1-2 3 4:5:6')::text AS a, (interval 'P0001-02-03T04:05:06')::text AS b, (interval 'P00010203T040506')::text AS c,
  (interval 'P1-2')::text AS d, (interval '1 year, 2 months')::text AS e, (interval '1 @ minute')::text AS f, (interval '-1-2')::text AS g,
  (interval '2 4:05')::text AS h, (interval 'P1Y-2M')::text AS i, (interval '@ 1 minute ago')::text AS j
-- result:
--   a,b,c,d,e,f,g,h,i,j
--   1 year 2 mons 3 days 04:05:06,1 year 2 mons 3 days 04:05:06,1 year 2 mons 3 days 04:05:06,1 year 2 mons,1 year 2 mons,00:01:00,-1 years -2 mons,2 days 04:05:00,10 mons,-00:01:00

-- case: fractions of years are months
SELECT (interval '1.1 years')::text AS a, (interval '-1.26 years')::text AS b, (interval '0.1 decade')::text AS c,
  (interval '1.04 months')::text AS d, (interval '1.5 weeks')::text AS e
-- result:
--   a,b,c,d,e
--   1 year 1 mon,-1 years -3 mons,1 year,1 mon 1 day 04:48:00,10 days 12:00:00

-- case: an interval of one unit holds no smaller ones
SELECT (INTERVAL '1.5' HOUR)::text AS a, (INTERVAL '1.5' YEAR)::text AS b, (INTERVAL '2' DAY)::text AS c, (INTERVAL '90' MINUTE)::text AS d
-- result:
--   a,b,c,d
--   01:00:00,1 year,2 days,01:30:00

-- case: a month where the day stands
SELECT date '1999-08-Jan'
-- error: invalid input syntax for type date at 13

-- case: months by name
SELECT date '1999-Jan-08' AS a, date '08-Jan-1999' AS b, date 'Jan 8, 1999' AS c, date '1999 Jan 08' AS d
-- result:
--   a,b,c,d
--   1999-01-08,1999-01-08,1999-01-08,1999-01-08
