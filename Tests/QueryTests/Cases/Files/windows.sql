-- Window functions.
--
-- table: w
--   id,g,n,x,d
--   1,a,10,0.5,2024-01-01
--   2,a,20,1.5,2024-01-03
--   3,a,20,2.5,2024-01-10
--   4,b,5,,2024-01-02
--   5,b,,1.0,2024-02-01
--   6,b,15,3.0,2024-02-02

-- case: numbers and ranks
SELECT id, row_number() OVER (ORDER BY n, id) AS r, rank() OVER (ORDER BY n)
  AS a, dense_rank() OVER (ORDER BY n) AS b
FROM w ORDER BY id
-- result:
--   id,r,a,b
--   1,2,2,2
--   2,4,4,4
--   3,5,4,4
--   4,1,1,1
--   5,6,6,5
--   6,3,3,3

-- case: ranks by group, downwards
SELECT id, rank() OVER (PARTITION BY g ORDER BY n DESC NULLS LAST) AS r FROM w ORDER BY id
-- result:
--   id,r
--   1,3
--   2,1
--   3,1
--   4,2
--   5,3
--   6,1

-- case: relative ranks
SELECT id, percent_rank() OVER (ORDER BY n) AS p, cume_dist() OVER (ORDER BY n) AS c
  FROM w ORDER BY id
-- result:
--   id,p,c
--   1,0.2,0.3333333333333333
--   2,0.6,0.8333333333333334
--   3,0.6,0.8333333333333334
--   4,0,0.16666666666666666
--   5,1,1
--   6,0.4,0.5

-- case: ntile gives the first groups more
SELECT id, ntile(4) OVER (ORDER BY id) AS t, ntile(9) OVER (ORDER BY id) AS many FROM w ORDER BY id
-- result:
--   id,t,many
--   1,1,1
--   2,1,2
--   3,2,3
--   4,2,4
--   5,3,5
--   6,4,6

-- case: the row before and the row after
SELECT id, lag(n) OVER (ORDER BY id) AS a, lead(n) OVER (ORDER BY id)
  AS b, lag(n, 2, -1) OVER (ORDER BY id) AS c
FROM w ORDER BY id
-- result:
--   id,a,b,c
--   1,,20,-1
--   2,10,20,-1
--   3,20,5,10
--   4,20,,20
--   5,5,15,20
--   6,,,5

-- case: lag stays in its group
SELECT id, n - lag(n) OVER (PARTITION BY g ORDER BY id) AS change FROM w ORDER BY id
-- result:
--   id,change
--   1,
--   2,10
--   3,0
--   4,
--   5,
--   6,

-- case: a running sum takes equals together
SELECT id, sum(n) OVER (ORDER BY n) AS s FROM w ORDER BY id
-- result:
--   id,s
--   1,15
--   2,70
--   3,70
--   4,5
--   5,70
--   6,30

-- case: a running sum by rows
SELECT id, sum(n) OVER (ORDER BY n, id ROWS UNBOUNDED PRECEDING) AS s FROM w ORDER BY id
-- result:
--   id,s
--   1,15
--   2,50
--   3,70
--   4,5
--   5,70
--   6,30

-- case: a total beside each row
SELECT id, sum(n) OVER () AS total, count(*) OVER (PARTITION BY g) AS size FROM w ORDER BY id
-- result:
--   id,total,size
--   1,70,3
--   2,70,3
--   3,70,3
--   4,70,3
--   5,70,3
--   6,70,3

-- case: a moving mean
SELECT id, avg(n) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) AS m FROM w
  ORDER BY id
-- result:
--   id,m
--   1,15
--   2,16.6666666666666667
--   3,15
--   4,12.5
--   5,10
--   6,15

-- case: a frame behind the row
SELECT id, sum(n) OVER (ORDER BY id ROWS BETWEEN 1 FOLLOWING AND 2 FOLLOWING) AS s FROM w
  ORDER BY id
-- result:
--   id,s
--   1,40
--   2,25
--   3,5
--   4,15
--   5,15
--   6,

-- case: a frame before the row may be empty
SELECT id, count(n) OVER (ORDER BY id ROWS BETWEEN 3 PRECEDING AND 2 PRECEDING) AS c,
  max(n) OVER (ORDER BY id ROWS BETWEEN 3 PRECEDING AND 2 PRECEDING) AS m FROM w ORDER BY id
-- result:
--   id,c,m
--   1,0,
--   2,0,
--   3,1,10
--   4,2,20
--   5,2,20
--   6,2,20

-- case: RANGE with a distance of numbers
SELECT id, sum(n) OVER (ORDER BY n RANGE BETWEEN 5 PRECEDING AND 5 FOLLOWING) AS s FROM w
  ORDER BY id
-- result:
--   id,s
--   1,30
--   2,55
--   3,55
--   4,15
--   5,
--   6,65

-- case: RANGE with a distance of days
SELECT id, count(*) OVER (ORDER BY d RANGE BETWEEN interval '7 days' PRECEDING AND CURRENT ROW)
  AS c FROM w ORDER BY id
-- result:
--   id,c
--   1,1
--   2,3
--   3,2
--   4,2
--   5,1
--   6,2

-- case: GROUPS
SELECT id, sum(n) OVER (ORDER BY n GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW) AS s
  FROM w ORDER BY id
-- result:
--   id,s
--   1,15
--   2,55
--   3,55
--   4,5
--   5,40
--   6,25

-- case: EXCLUDE
SELECT id, sum(n) OVER (ORDER BY n RANGE BETWEEN UNBOUNDED PRECEDING
  AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW) AS a,
  sum(n) OVER (ORDER BY n RANGE BETWEEN UNBOUNDED PRECEDING
  AND UNBOUNDED FOLLOWING EXCLUDE TIES) AS b,
  sum(n) OVER (ORDER BY n RANGE BETWEEN UNBOUNDED PRECEDING
  AND UNBOUNDED FOLLOWING EXCLUDE GROUP) AS c
FROM w ORDER BY id
-- result:
--   id,a,b,c
--   1,60,70,60
--   2,50,50,30
--   3,50,50,30
--   4,65,70,65
--   5,70,70,70
--   6,55,70,55

-- case: the first, the last, the second of the frame
SELECT id, first_value(n) OVER (PARTITION BY g ORDER BY id)
  AS f, last_value(n) OVER (PARTITION BY g ORDER BY id) AS l,
  nth_value(n, 2) OVER (PARTITION BY g
  ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS s
FROM w ORDER BY id
-- result:
--   id,f,l,s
--   1,10,10,20
--   2,10,20,20
--   3,10,20,20
--   4,5,5,
--   5,5,,
--   6,5,15,

-- case: a named window
SELECT id, sum(n) OVER o AS a, count(*) OVER o AS b FROM w WINDOW o AS (PARTITION BY g
  ORDER BY id) ORDER BY id
-- result:
--   id,a,b
--   1,10,1
--   2,30,2
--   3,50,3
--   4,5,1
--   5,5,2
--   6,20,3

-- case: a window that builds on another
SELECT id, rank() OVER (o ORDER BY n) AS r FROM w WINDOW o AS (PARTITION BY g) ORDER BY id
-- result:
--   id,r
--   1,1
--   2,2
--   3,2
--   4,1
--   5,3
--   6,2

-- case: windows over groups
SELECT g, sum(n) AS total, rank() OVER (ORDER BY sum(n) DESC) AS r, sum(sum(n)) OVER ()
  AS all FROM w GROUP BY g ORDER BY g
-- result:
--   g,total,r,all
--   a,50,1,70
--   b,20,2,70

-- case: a share of the total
SELECT id, round((100.0 * n / sum(n) OVER ())::double precision) AS percent FROM w ORDER BY id
-- result:
--   id,percent
--   1,14
--   2,29
--   3,29
--   4,7
--   5,
--   6,21

-- case: a window with FILTER
SELECT id, count(*) FILTER (WHERE n > 5) OVER (ORDER BY id) AS c FROM w ORDER BY id
-- result:
--   id,c
--   1,1
--   2,2
--   3,3
--   4,3
--   5,3
--   6,4

-- case: the best of each group
SELECT id, g FROM (SELECT id, g, row_number() OVER (PARTITION BY g
  ORDER BY n DESC NULLS LAST, id) AS r FROM w) t
WHERE r = 1 ORDER BY g
-- result:
--   id,g
--   2,a
--   6,b

-- case: a window in ORDER BY
SELECT id FROM w ORDER BY sum(coalesce(n, 0)) OVER (PARTITION BY g), id
-- result:
--   id
--   4
--   5
--   6
--   1
--   2
--   3

-- case: NULLs are equals
SELECT g, n, rank() OVER (PARTITION BY n IS NULL ORDER BY g) AS r FROM w WHERE id >= 4 ORDER BY id
-- result:
--   g,n,r
--   b,5,1
--   b,,1
--   b,15,1

-- case: a window function in WHERE
SELECT id FROM w WHERE row_number() OVER (ORDER BY id) = 1
-- error: window functions are not allowed in WHERE at 24

-- case: a rank without a window
SELECT rank() FROM w
-- error: window function rank requires an OVER clause at 8

-- case: a window that is not there
SELECT sum(n) OVER o FROM w
-- error: window "o" does not exist at 20

-- case: a frame that ends before it starts
SELECT sum(n) OVER (ORDER BY id ROWS BETWEEN CURRENT ROW AND 1 PRECEDING) FROM w
-- error: frame starting from current row cannot have preceding rows

-- case: RANGE with a distance needs one column of order
SELECT sum(n) OVER (ORDER BY g, n RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) FROM w
-- error: RANGE with offset PRECEDING/FOLLOWING requires exactly one ORDER BY column
