-- GROUP BY, HAVING, DISTINCT, GROUPING SETS.
--
-- table: sales
--   region,unit,n,x
--   nord,a,1,0.5
--   nord,a,2,
--   nord,b,3,1.5
--   syd,a,4,2.5
--   syd,,5,3.5
--   ,b,6,4.5

-- case: groups by one column, NULL is a group
SELECT region, count(*) AS n, sum(n) AS total FROM sales GROUP BY region ORDER BY region
-- result:
--   region,n,total
--   nord,3,6
--   syd,2,9
--   ,1,6

-- case: groups by two columns
SELECT region, unit, sum(n) AS total FROM sales GROUP BY region, unit ORDER BY region, unit
-- result:
--   region,unit,total
--   nord,a,3
--   nord,b,3
--   syd,a,4
--   syd,,5
--   ,b,6

-- case: groups by an expression
SELECT n % 2 AS odd, count(*) AS n FROM sales GROUP BY n % 2 ORDER BY odd
-- result:
--   odd,n
--   0,3
--   1,3

-- case: groups by a place and by a name of the result
SELECT coalesce(region, '–') AS r, count(*) AS n FROM sales GROUP BY 1 ORDER BY r
-- result:
--   r,n
--   nord,3
--   syd,2
--   –,1

-- case: groups by the name of an expression
SELECT upper(unit) AS big, max(n) AS most FROM sales GROUP BY big ORDER BY big
-- result:
--   big,most
--   A,4
--   B,6
--   ,5

-- case: an expression of keys and aggregates
SELECT region || '!' AS r, sum(n) * 10 + count(x) AS v FROM sales GROUP BY region ORDER BY r
-- result:
--   r,v
--   nord!,62
--   syd!,92
--   ,61

-- case: HAVING
SELECT region FROM sales GROUP BY region HAVING count(*) > 1 AND min(n) > 0 ORDER BY region
-- result:
--   region
--   nord
--   syd

-- case: HAVING without GROUP BY
SELECT sum(n) AS total FROM sales HAVING count(*) > 100
-- result, in any order:
--   total

-- case: aggregates of no rows
SELECT count(*) AS n, count(x) AS m, sum(n) AS s, avg(x) AS mean, min(unit) AS u FROM sales
  WHERE false
-- result:
--   n,m,s,mean,u
--   0,0,,,

-- case: groups of no rows
SELECT region, count(*) AS n FROM sales WHERE false GROUP BY region
-- result, in any order:
--   region,n

-- case: groups without aggregates
SELECT region FROM sales GROUP BY region ORDER BY region
-- result:
--   region
--   nord
--   syd
--   

-- case: DISTINCT
SELECT DISTINCT region FROM sales ORDER BY region NULLS FIRST
-- result:
--   region
--   
--   nord
--   syd

-- case: DISTINCT over two columns
SELECT DISTINCT region, unit FROM sales ORDER BY 1, 2
-- result:
--   region,unit
--   nord,a
--   nord,b
--   syd,a
--   syd,
--   ,b

-- case: DISTINCT ON takes the first of each
SELECT DISTINCT ON (region) region, unit, n FROM sales ORDER BY region, n DESC
-- result:
--   region,unit,n
--   nord,b,3
--   syd,,5
--   ,b,6

-- case: ROLLUP
SELECT region, unit, sum(n) AS total FROM sales GROUP BY ROLLUP (region, unit)
  ORDER BY region, unit, total
-- result:
--   region,unit,total
--   nord,a,3
--   nord,b,3
--   nord,,6
--   syd,a,4
--   syd,,5
--   syd,,9
--   ,b,6
--   ,,6
--   ,,21

-- case: CUBE
SELECT region, unit, count(*) AS n, grouping(region, unit) AS g FROM sales
  GROUP BY CUBE (region, unit)
ORDER BY g, region, unit
-- result:
--   region,unit,n,g
--   nord,a,2,0
--   nord,b,1,0
--   syd,a,1,0
--   syd,,1,0
--   ,b,1,0
--   nord,,3,1
--   syd,,2,1
--   ,,1,1
--   ,a,3,2
--   ,b,2,2
--   ,,1,2
--   ,,6,3

-- case: GROUPING SETS
SELECT region, unit, sum(n) AS total FROM sales GROUP BY GROUPING SETS ((region), (unit), ())
ORDER BY region, unit, total
-- result:
--   region,unit,total
--   nord,,6
--   syd,,9
--   ,a,7
--   ,b,9
--   ,,5
--   ,,6
--   ,,21

-- case: a column beside a grouping set
SELECT region, unit, sum(n) AS total FROM sales
  GROUP BY region, GROUPING SETS ((unit), ()) ORDER BY 1, 2, 3
-- result:
--   region,unit,total
--   nord,a,3
--   nord,b,3
--   nord,,6
--   syd,a,4
--   syd,,5
--   syd,,9
--   ,b,6
--   ,,6

-- case: grouping tells a total from NULL
SELECT CASE WHEN grouping(region) = 1 THEN 'all' ELSE region END AS r, sum(n) AS total
FROM sales GROUP BY ROLLUP (region) ORDER BY total, r
-- result:
--   r,total
--   nord,6
--   ,6
--   syd,9
--   all,21

-- case: the grand total of no rows stays
SELECT region, count(*) AS n FROM sales WHERE false GROUP BY ROLLUP (region)
-- result:
--   region,n
--   ,0

-- case: HAVING over grouping sets
SELECT region, count(*) AS n FROM sales GROUP BY ROLLUP (region) HAVING grouping(region) = 1
-- result:
--   region,n
--   ,6

-- case: a column that is no key
SELECT region, n FROM sales GROUP BY region
-- error: column "sales.n" must appear in the GROUP BY clause or be used in an aggregate function at 16

-- case: an aggregate in WHERE
SELECT region FROM sales WHERE sum(n) > 1
-- error: aggregate functions are not allowed in WHERE at 32

-- case: an aggregate in an aggregate
SELECT sum(count(*)) FROM sales
-- error: aggregate function calls cannot be nested at 12

-- case: an aggregate in GROUP BY
SELECT 1 FROM sales GROUP BY sum(n)
-- error: aggregate functions are not allowed in GROUP BY at 30

-- case: a place that is not there
SELECT region FROM sales GROUP BY 2
-- error: GROUP BY position 2 is not in select list at 35

-- case: DISTINCT ON does not fit the order
SELECT DISTINCT ON (region) region, n FROM sales ORDER BY n
-- error: SELECT DISTINCT ON expressions must match initial ORDER BY expressions at 21

-- case: a constant that is grouped by is left out as any other column
SELECT 'k' AS x, q, sum(v) FROM (VALUES ('a', 1), ('b', 2), ('b', 3)) AS t(q, v)
GROUP BY ROLLUP (1, 2) ORDER BY 1, 2
-- result:
--   x,q,sum
--   k,a,1
--   k,b,5
--   k,,6
--   ,,6

-- case: one column under two names is two columns to grouping sets
SELECT g AS a, g AS b, count(*) FROM (VALUES ('x'), ('y')) AS t(g)
GROUP BY a, ROLLUP (b) ORDER BY a, b
-- result:
--   a,b,count
--   x,x,1
--   x,,1
--   y,y,1
--   y,,1

-- case: an expression is the first column of the list that says the same
SELECT g + 1 AS a, g + 1 AS b, count(*) FROM (VALUES (1), (2)) AS t(g)
GROUP BY g + 1, ROLLUP (b) ORDER BY 1, 2
-- result:
--   a,b,count
--   2,2,1
--   2,,1
--   3,3,1
--   3,,1
