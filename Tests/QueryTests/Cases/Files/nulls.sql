-- The word NULL: a comparison with it is unknown, so no row; an expression with it is NULL.
--
-- table: t
--   id,a,b,p,s,d,x
--   1,1,2,true,x,2024-01-31,1.5
--   2,1,,false,y,2024-02-29,2.5
--   3,,,true,,,
--   4,3,3,,x,2023-12-31,-0.5

-- case: equal to NULL is no row
SELECT id FROM t WHERE a = NULL
-- result:
--   id

-- case: neither is different from NULL, nor less, nor their negation
SELECT id FROM t WHERE a <> NULL OR a < NULL OR NULL >= a OR NOT (a = NULL) OR NOT (s <> NULL)
-- result:
--   id

-- case: comparisons of every type are NULL
SELECT id, a = NULL AS a, s = NULL AS s, d > NULL AS d, p <> NULL AS p, x <= NULL AS x FROM t
ORDER BY id
-- result:
--   id,a,s,d,p,x
--   1,,,,,
--   2,,,,,
--   3,,,,,
--   4,,,,,

-- case: arithmetic
SELECT id, a + NULL AS a, NULL * x AS b, s || NULL AS c, d - NULL AS d, -(NULL::integer) AS e,
  abs(NULL) AS f FROM t ORDER BY id
-- result:
--   id,a,b,c,d,e,f
--   1,,,,,,
--   2,,,,,,
--   3,,,,,,
--   4,,,,,,

-- case: IN with NULL is true or unknown
SELECT id, a IN (1, NULL) AS r, a IN (NULL) AS n FROM t ORDER BY id
-- result:
--   id,r,n
--   1,true,
--   2,true,
--   3,,
--   4,,

-- case: NOT IN with NULL is false or unknown
SELECT id, a NOT IN (1, NULL) AS r, a NOT IN (NULL) AS n FROM t ORDER BY id
-- result:
--   id,r,n
--   1,false,
--   2,false,
--   3,,
--   4,,

-- case: no row is not in a list with NULL
SELECT id FROM t WHERE a NOT IN (1, NULL)
-- result:
--   id

-- case: CASE with NULL takes the next branch
SELECT id, CASE a WHEN NULL THEN 'null' WHEN 1 THEN 'one' ELSE 'other' END AS r,
  CASE WHEN a = NULL THEN 1 ELSE 0 END AS q FROM t ORDER BY id
-- result:
--   id,r,q
--   1,one,0
--   2,one,0
--   3,other,0
--   4,other,0

-- case: BETWEEN NULL
SELECT id, a BETWEEN NULL AND 2 AS r, a NOT BETWEEN 2 AND NULL AS q FROM t ORDER BY id
-- result:
--   id,r,q
--   1,,true
--   2,,true
--   3,,
--   4,false,

-- case: ANY and ALL of a list with NULL
SELECT id, a = ANY (ARRAY[1, NULL]) AS r, a <> ALL (ARRAY[1, NULL]) AS q FROM t ORDER BY id
-- result:
--   id,r,q
--   1,true,false
--   2,true,false
--   3,,
--   4,,

-- case: rows with NULL
SELECT id, (a, b) = (1, NULL) AS r, (a, b) < (1, NULL) AS q, (a, b) IN ((1, NULL), (3, 3)) AS n
FROM t ORDER BY id
-- result:
--   id,r,q,n
--   1,,,
--   2,,,
--   3,,,
--   4,false,false,true

-- case: a join on NULL finds nothing
SELECT t.id, u.id AS other FROM t LEFT JOIN t AS u ON u.id = NULL ORDER BY t.id
-- result:
--   id,other
--   1,
--   2,
--   3,
--   4,

-- case: a filter of an aggregate
SELECT count(*) FILTER (WHERE a = NULL) AS n, count(*) FILTER (WHERE a IS NULL) AS m FROM t
-- result:
--   n,m
--   0,1

-- case: groups by what is unknown
SELECT a = NULL AS k, count(*) AS n FROM t GROUP BY 1
-- result:
--   k,n
--   ,4

-- case: distinct from NULL
SELECT id, a IS DISTINCT FROM NULL AS r, a IS NOT DISTINCT FROM NULL AS q FROM t ORDER BY id
-- result:
--   id,r,q
--   1,true,false
--   2,true,false
--   3,false,true
--   4,true,false

-- case: a row is NULL when all its values are, and not when none is
SELECT id, ROW(a, b) IS NULL AS n, (a, b) IS NOT NULL AS m FROM t ORDER BY id
-- result:
--   id,n,m
--   1,false,true
--   2,false,false
--   3,true,false
--   4,false,true

-- case: rows are distinct when one pair is
SELECT id, (a, b) IS DISTINCT FROM (1, NULL) AS r, (a, s) IS NOT DISTINCT FROM (1, 'x') AS q
FROM t ORDER BY id
-- result:
--   id,r,q
--   1,true,true
--   2,false,false
--   3,true,false
--   4,true,false

-- case: how many answers are missing
SELECT id, num_nulls(a, b, p, s) AS n, num_nonnulls(a, d, NULL, 1) AS m FROM t ORDER BY id
-- result:
--   id,n,m
--   1,0,3
--   2,1,3
--   3,3,1
--   4,1,3
