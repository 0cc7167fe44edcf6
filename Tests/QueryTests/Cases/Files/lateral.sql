-- LATERAL: queries in FROM that read the row of the tables before them.
--
-- table: t
--   id,a,b
--   1,1,2
--   2,1,
--   3,,
--   4,3,3
-- table: u
--   id,name,v
--   1,Åsa,10
--   2,Bo,20
--   4,Örjan,5
--   9,Zeb,7

-- case: names for parts of a computation
SELECT t.id, x.n, y.m FROM t CROSS JOIN LATERAL (SELECT t.a + 1 AS n) AS x
CROSS JOIN LATERAL (SELECT x.n * 2 AS m) AS y ORDER BY 1
-- result:
--   id,n,m
--   1,2,4
--   2,2,4
--   3,,
--   4,4,8

-- case: columns become rows
SELECT t.id, x.k, x.v FROM t CROSS JOIN LATERAL (VALUES ('a', t.a), ('b', t.b)) AS x(k, v)
WHERE x.v IS NOT NULL ORDER BY 1, 2
-- result:
--   id,k,v
--   1,a,1
--   1,b,2
--   2,a,1
--   4,a,3
--   4,b,3

-- case: rows by a condition, after a comma
SELECT t.id, x.v FROM t, LATERAL (SELECT v FROM u WHERE u.id = t.id) AS x ORDER BY 1
-- result:
--   id,v
--   1,10
--   2,20
--   4,5

-- case: LEFT JOIN keeps the row that finds nothing, with NULL for constants too
SELECT t.id, x.v, x.one FROM t
LEFT JOIN LATERAL (SELECT v, 1 AS one FROM u WHERE u.id = t.id) AS x ON true ORDER BY 1
-- result:
--   id,v,one
--   1,10,1
--   2,20,1
--   3,,
--   4,5,1

-- case: LEFT JOIN with a condition of its own
SELECT t.id, x.v, x.one FROM t
LEFT JOIN LATERAL (SELECT v, 1 AS one FROM u WHERE u.id = t.id) AS x ON x.v > 5 ORDER BY 1
-- result:
--   id,v,one
--   1,10,1
--   2,20,1
--   3,,
--   4,,

-- case: a row of its own or none
SELECT t.id, x.n FROM t LEFT JOIN LATERAL (SELECT t.a AS n WHERE t.b > 2) AS x ON true ORDER BY 1
-- result:
--   id,n
--   1,
--   2,
--   3,
--   4,3

-- case: the first row of an order
SELECT t.id, x.name, x.v FROM t
CROSS JOIN LATERAL (SELECT * FROM u WHERE u.id >= t.id ORDER BY v LIMIT 1) AS x ORDER BY 1
-- result:
--   id,name,v
--   1,Örjan,5
--   2,Örjan,5
--   3,Örjan,5
--   4,Örjan,5

-- case: the first row, or NULLs
SELECT t.id, x.name FROM t
LEFT JOIN LATERAL (SELECT name FROM u WHERE u.id < t.id ORDER BY v DESC LIMIT 1) AS x ON true
ORDER BY 1
-- result:
--   id,name
--   1,
--   2,Åsa
--   3,Bo
--   4,Bo

-- case: aggregates of the rows found
SELECT t.id, x.n, x.s FROM t
CROSS JOIN LATERAL (SELECT count(*) AS n, sum(v) AS s FROM u WHERE u.id < t.id) AS x ORDER BY 1
-- result:
--   id,n,s
--   1,0,
--   2,1,10
--   3,2,30
--   4,2,30

-- case: aggregates with HAVING
SELECT t.id, x.n FROM t
CROSS JOIN LATERAL (SELECT count(*) AS n FROM u WHERE u.id <= t.id HAVING count(*) > 1) AS x
ORDER BY 1
-- result:
--   id,n
--   2,2
--   3,2
--   4,3

-- case: aggregates, joined by a condition
SELECT t.id, x.n FROM t
LEFT JOIN LATERAL (SELECT count(*) AS n FROM u WHERE u.id <= t.id) AS x ON x.n > 1 ORDER BY 1
-- result:
--   id,n
--   1,
--   2,2
--   3,2
--   4,3

-- case: a join within
SELECT t.id, x.w FROM t
CROSS JOIN LATERAL (SELECT a.v + b.v AS w FROM u AS a JOIN u AS b ON a.id = b.id AND a.id = t.id)
  AS x ORDER BY 1
-- result:
--   id,w
--   1,20
--   2,40
--   4,10

-- case: a subquery within reads the row around both
SELECT t.id, x.v FROM t
CROSS JOIN LATERAL (
  SELECT v FROM u WHERE EXISTS (SELECT 1 FROM u AS z WHERE z.id = t.id AND z.id = u.id)) AS x
ORDER BY 1
-- result:
--   id,v
--   1,10
--   2,20
--   4,5

-- case: within a subquery
SELECT t.id,
  (SELECT sum(x.w) FROM u CROSS JOIN LATERAL (SELECT u.v + t.id AS w) AS x WHERE u.id = t.id) AS r
FROM t ORDER BY 1
-- result:
--   id,r
--   1,11
--   2,22
--   3,
--   4,9

-- case: a query that reads nothing around it
SELECT t.id, x.v FROM t CROSS JOIN LATERAL (SELECT min(v) AS v FROM u) AS x ORDER BY 1
-- result:
--   id,v
--   1,5
--   2,5
--   3,5
--   4,5

-- case: a table behind is not seen
-- source: by hand; PostgreSQL calls it an invalid reference
SELECT x.q, t.id FROM LATERAL (SELECT t.id AS q) AS x, t
-- error: missing FROM-clause entry for table "t" at 39

-- case: several rows of an order
-- source: by hand: refused by name
SELECT t.id, x.v FROM t, LATERAL (SELECT v FROM u WHERE u.id <= t.id ORDER BY v LIMIT 2) AS x
-- error: a LATERAL query of this form is not supported at 42

-- case: RIGHT JOIN
-- source: by hand; PostgreSQL calls it an invalid reference
SELECT 1 FROM t RIGHT JOIN LATERAL (SELECT v FROM u WHERE u.id = t.id) AS x ON true
-- error: the combining JOIN type must be INNER or LEFT for a LATERAL reference at 44
