-- Subqueries and window functions that stand twice in one SELECT are one.
--
-- table: t
--   id,a
--   1,1
--   2,1
--   3,
--   4,3
-- table: u
--   id,v
--   1,10
--   2,20
--   4,10
--   9,7

-- case: DISTINCT ordered by the subquery of its list
SELECT DISTINCT (SELECT max(v) FROM u WHERE u.id = t.id) AS x FROM t
ORDER BY (SELECT max(v) FROM u WHERE u.id = t.id) DESC NULLS LAST
-- result:
--   x
--   20
--   10
--   

-- case: groups by a subquery
SELECT (SELECT max(v) FROM u WHERE u.id = t.id) AS x, count(*) AS n, sum(a) AS s FROM t
GROUP BY (SELECT max(v) FROM u WHERE u.id = t.id) ORDER BY x
-- result:
--   x,n,s
--   10,2,4
--   20,1,1
--   ,1,

-- case: an expression over the grouped subquery, and HAVING of it
SELECT (SELECT count(*) FROM u WHERE u.id <= t.id) * 2 AS x, count(*) AS n FROM t
GROUP BY (SELECT count(*) FROM u WHERE u.id <= t.id)
HAVING (SELECT count(*) FROM u WHERE u.id <= t.id) > 1
ORDER BY (SELECT count(*) FROM u WHERE u.id <= t.id)
-- result:
--   x,n
--   4,2
--   6,1

-- case: ROLLUP of a subquery
SELECT (SELECT max(v) FROM u WHERE u.id = t.id) AS x, a, count(*) AS n FROM t
GROUP BY ROLLUP ((SELECT max(v) FROM u WHERE u.id = t.id), a) ORDER BY 1, 2, 3
-- result:
--   x,a,n
--   10,1,1
--   10,3,1
--   10,,2
--   20,1,1
--   20,,1
--   ,,1
--   ,,1
--   ,,4

-- case: DISTINCT ON a subquery
SELECT DISTINCT ON ((SELECT max(v) FROM u WHERE u.id = t.id)) id FROM t
ORDER BY (SELECT max(v) FROM u WHERE u.id = t.id), id
-- result:
--   id
--   1
--   2
--   3

-- case: IN with an expression before it
SELECT DISTINCT a + 1 IN (SELECT id FROM u) AS x FROM t ORDER BY a + 1 IN (SELECT id FROM u)
-- result:
--   x
--   true
--   

-- case: EXISTS
SELECT DISTINCT EXISTS (SELECT 1 FROM u WHERE u.id = t.id) AS x FROM t
ORDER BY EXISTS (SELECT 1 FROM u WHERE u.id = t.id)
-- result:
--   x
--   false
--   true

-- case: a subquery within the order of a window function
SELECT DISTINCT rank() OVER (ORDER BY (SELECT v FROM u WHERE u.id = t.id)) AS r FROM t
ORDER BY rank() OVER (ORDER BY (SELECT v FROM u WHERE u.id = t.id))
-- result:
--   r
--   1
--   3
--   4

-- case: DISTINCT ON a window function
SELECT DISTINCT ON (rank() OVER (ORDER BY a)) id FROM t ORDER BY rank() OVER (ORDER BY a), id
-- result:
--   id
--   1
--   4
--   3

-- case: another subquery is another
SELECT DISTINCT (SELECT max(v) FROM u WHERE u.id = t.id) AS x FROM t
ORDER BY (SELECT min(v) FROM u WHERE u.id = t.id)
-- error: for SELECT DISTINCT, ORDER BY expressions must appear in select list at 79

-- case: numbers below zero are told apart
SELECT DISTINCT (SELECT -5) AS x FROM t ORDER BY (SELECT -6)
-- error: for SELECT DISTINCT, ORDER BY expressions must appear in select list at 50

-- case: and so is zero
SELECT DISTINCT (SELECT 0) AS x FROM t ORDER BY (SELECT -5)
-- error: for SELECT DISTINCT, ORDER BY expressions must appear in select list at 49

-- case: the same words about another column are another subquery
SELECT DISTINCT (SELECT max(v) FROM u WHERE u.id = t.id) AS x FROM t
ORDER BY (SELECT max(v) FROM u WHERE u.id = t.a)
-- error: for SELECT DISTINCT, ORDER BY expressions must appear in select list at 79

-- case: two values of one subquery
SELECT id, (SELECT max(v) FROM u WHERE u.id = t.id) AS x,
  (SELECT max(v) FROM u WHERE u.id = t.id) + 1 AS y FROM t ORDER BY id
-- result:
--   id,x,y
--   1,10,11
--   2,20,21
--   3,,
--   4,10,11

-- case: one text in two queries means two things
SELECT id, (SELECT count(*) FROM u WHERE u.id < t.id) AS x,
  (SELECT sum((SELECT count(*) FROM u WHERE u.id < t.id)) FROM (VALUES (2), (5)) AS t(id)) AS y
FROM t ORDER BY id
-- result:
--   id,x,y
--   1,0,4
--   2,1,4
--   3,2,4
--   4,2,4

-- case: grouping() in a window that is named twice
SELECT DISTINCT ON (count(*) OVER w) count(*) OVER w AS c, a FROM t GROUP BY ROLLUP (a)
WINDOW w AS (ORDER BY grouping(a) DESC) ORDER BY count(*) OVER w, a
-- result:
--   c,a
--   1,
--   4,1
