-- generate_series.

-- case: days, as moments
SELECT g::date AS d FROM generate_series(date '2024-02-27', date '2024-03-01', interval '1 day') AS g
-- result:
--   d
--   2024-02-27
--   2024-02-28
--   2024-02-29
--   2024-03-01

-- case: months end where they can, and go on from there
SELECT g::date AS d FROM generate_series('2024-01-31'::date, '2024-05-31'::date, '1 month') AS g
-- result:
--   d
--   2024-01-31
--   2024-02-29
--   2024-03-29
--   2024-04-29
--   2024-05-29

-- case: hours, backwards
SELECT g FROM generate_series(timestamp '2024-01-02 00:00:00', '2024-01-01 12:00:00', '-6 hours') AS g
-- result:
--   g
--   2024-01-02 00:00:00
--   2024-01-01 18:00:00
--   2024-01-01 12:00:00

-- case: none
SELECT g FROM generate_series(timestamp '2024-01-02', timestamp '2024-01-01', interval '1 day') AS g
-- result:
--   g

-- case: numbers keep their digits
SELECT g FROM generate_series(0.1, 0.7, 0.1) AS g
-- result:
--   g
--   0.1
--   0.2
--   0.3
--   0.4
--   0.5
--   0.6
--   0.7

-- case: numbers downwards
SELECT g FROM generate_series(2, 0, -0.5) AS g
-- result:
--   g
--   2
--   1.5
--   1
--   0.5
--   0

-- case: days without cases count too
SELECT g::date AS d, count(v.d) AS n
FROM generate_series(date '2024-01-01', date '2024-01-04', interval '1 day') AS g
LEFT JOIN (VALUES (date '2024-01-02'), (date '2024-01-02'), (date '2024-01-04')) AS v(d) ON v.d = g
GROUP BY 1 ORDER BY 1
-- result:
--   d,n
--   2024-01-01,0
--   2024-01-02,2
--   2024-01-03,0
--   2024-01-04,1

-- case: a step of no length
-- source: by hand: PostgreSQL says it without the place
SELECT g FROM generate_series(timestamp '2024-01-02', timestamp '2024-01-03', interval '0 days') AS g
-- error: step size cannot equal zero at 88

-- case: moments without a step
SELECT g FROM generate_series(date '2024-01-02', date '2024-01-03') AS g
-- error: function generate_series(date, date) does not exist

-- case: far too many
-- source: by hand: refused, where PostgreSQL would begin
SELECT g FROM generate_series(timestamp '0001-01-01', timestamp '9999-12-31', interval '1 second') AS g
-- error: generate_series gives too many values at 15

-- case: up to a column
-- source: by hand: refused by name
SELECT n FROM (VALUES (1), (2)) AS t(a), generate_series(1, a) AS n
-- error: an argument of generate_series must be a constant at 61

-- case: the end lies far before the start
SELECT count(*) FROM generate_series(1e300, 0.0, 1.0) AS g
-- result:
--   count
--   0
