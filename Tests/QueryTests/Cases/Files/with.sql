-- WITH, with and without recursion.
--
-- table: parts
--   part,parent,n
--   1,,10
--   2,1,20
--   3,1,30
--   4,2,40
--   5,4,50

-- case: a query with a name
WITH big AS (SELECT part, n FROM parts WHERE n > 20) SELECT sum(n) AS total FROM big
-- result:
--   total
--   120

-- case: used twice
WITH t AS (SELECT part, n FROM parts) SELECT a.part, b.part AS next FROM t a
  JOIN t b ON b.n = a.n + 10 ORDER BY 1
-- result:
--   part,next
--   1,2
--   2,3
--   3,4
--   4,5

-- case: one query builds on another
WITH a AS (SELECT n FROM parts WHERE n < 40), b AS (SELECT max(n) AS m FROM a) SELECT n, m
  FROM a, b ORDER BY n
-- result:
--   n,m
--   10,30
--   20,30
--   30,30

-- case: names for the columns
WITH t(x, y) AS (SELECT part, n FROM parts) SELECT x, y FROM t WHERE x = 3
-- result:
--   x,y
--   3,30

-- case: a name hides a table
WITH parts AS (SELECT 1 AS one) SELECT * FROM parts
-- result:
--   one
--   1

-- case: counting
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5) SELECT i
  FROM n ORDER BY i
-- result:
--   i
--   1
--   2
--   3
--   4
--   5

-- case: a tree from its root
WITH RECURSIVE tree AS (
  SELECT part, 0 AS depth FROM parts WHERE parent IS NULL
  UNION ALL
  SELECT p.part, t.depth + 1 FROM parts p JOIN tree t ON p.parent = t.part)
SELECT part, depth FROM tree ORDER BY part
-- result:
--   part,depth
--   1,0
--   2,1
--   3,1
--   4,2
--   5,3

-- case: UNION ends a circle
WITH RECURSIVE c(i) AS (SELECT 0 UNION SELECT (i + 1) % 3 FROM c) SELECT i FROM c ORDER BY i
-- result:
--   i
--   0
--   1
--   2

-- case: WITH in a subquery
SELECT (WITH t AS (SELECT max(n) AS m FROM parts) SELECT m FROM t) AS m
-- result:
--   m
--   50

-- case: MATERIALIZED is taken and changes nothing
WITH t AS MATERIALIZED (SELECT n FROM parts) SELECT count(*) AS n FROM t
-- result:
--   n
--   5

-- case: a name that is there twice
WITH a AS (SELECT 1), a AS (SELECT 2) SELECT * FROM a
-- error: WITH query name "a" specified more than once at 23

-- case: an aggregate over the working table
WITH RECURSIVE x(n) AS (SELECT 1::bigint UNION ALL SELECT count(*) FROM x) SELECT * FROM x
-- error: aggregate functions are not allowed in a recursive query's recursive term

-- case: HAVING with an aggregate over the working table
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM x WHERE n < 3 GROUP BY n HAVING count(*) < 2)
SELECT * FROM x
-- error: aggregate functions are not allowed in a recursive query's recursive term

-- case: a recursive query that names itself in its first part
WITH RECURSIVE x(n) AS (SELECT n FROM x UNION ALL SELECT 1) SELECT * FROM x
-- error: recursive reference to query "x" must not appear within its non-recursive term

-- case: a recursive query that names itself twice
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT a.n + 1 FROM x AS a, x AS b WHERE a.n < 3) SELECT * FROM x
-- error: recursive reference to query "x" must not appear more than once

-- case: a recursive query that names itself in a subquery
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT 2 WHERE EXISTS (SELECT 1 FROM x)) SELECT * FROM x
-- error: recursive reference to query "x" must not appear within a subquery

-- case: a recursive query in the part of an outer join that may be missing
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM (VALUES (1)) AS y(a) LEFT JOIN x ON true)
SELECT * FROM x
-- error: recursive reference to query "x" must not appear within an outer join

-- case: a recursive query in a full join
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM x FULL JOIN (VALUES (1)) AS y(a) ON n = a)
SELECT * FROM x
-- error: recursive reference to query "x" must not appear within an outer join

-- case: a recursive query that takes its rows away
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL (SELECT 2 EXCEPT SELECT n + 1 FROM x)) SELECT * FROM x
-- error: recursive reference to query "x" must not appear within EXCEPT

-- case: a recursive query that leaves rows out, and one that groups without aggregates
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL (SELECT n + 1 FROM x WHERE n < 3 EXCEPT SELECT 3)),
  y(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM y WHERE n < 3 GROUP BY n)
SELECT n FROM x UNION ALL SELECT n FROM y ORDER BY 1
-- result:
--   n
--   1
--   1
--   2
--   2
--   3

-- case: a recursion of integers ends at 32 bits
WITH RECURSIVE x(n) AS (SELECT 2147483640 UNION ALL SELECT n + 1 FROM x) SELECT count(*) FROM x
-- error: integer out of range
