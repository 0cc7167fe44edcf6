-- ORDER BY, LIMIT, OFFSET, and the list of columns.
--
-- table: o
--   id,n,s,x
--   1,3,b,0.5
--   2,,a,1.5
--   3,1,,2.5
--   4,3,Ö,-1.5
--   5,2,å,

-- case: NULL comes last upwards
SELECT n FROM o ORDER BY n
-- result:
--   n
--   1
--   2
--   3
--   3
--   

-- case: NULL comes first downwards
SELECT n FROM o ORDER BY n DESC
-- result:
--   n
--   
--   3
--   3
--   2
--   1

-- case: NULLS FIRST and NULLS LAST
SELECT id FROM o ORDER BY n DESC NULLS LAST, s NULLS FIRST, id
-- result:
--   id
--   1
--   4
--   5
--   3
--   2

-- case: by a place and by a name
SELECT id, n AS number FROM o ORDER BY number, 1 DESC
-- result:
--   id,number
--   3,1
--   5,2
--   4,3
--   1,3
--   2,

-- case: by an expression that is not in the result
SELECT id FROM o ORDER BY -coalesce(n, 0), abs(x)
-- result:
--   id
--   1
--   4
--   5
--   3
--   2

-- case: by texts, by bytes
SELECT s FROM o ORDER BY s DESC
-- result:
--   s
--   
--   å
--   Ö
--   b
--   a

-- case: LIMIT and OFFSET
SELECT id FROM o ORDER BY id LIMIT 2 OFFSET 1
-- result:
--   id
--   2
--   3

-- case: LIMIT 0
SELECT id FROM o LIMIT 0
-- result, in any order:
--   id

-- case: OFFSET beyond the end
SELECT id FROM o ORDER BY id OFFSET 9
-- result, in any order:
--   id

-- case: LIMIT ALL and LIMIT NULL
SELECT count(*) AS n FROM (SELECT id FROM o LIMIT ALL) a, (SELECT id FROM o LIMIT NULL) b
-- result:
--   n
--   25

-- case: FETCH FIRST
SELECT id FROM o ORDER BY id DESC FETCH FIRST 2 ROWS ONLY
-- result:
--   id
--   5
--   4

-- case: all columns
SELECT * FROM o WHERE id = 1
-- result:
--   id,n,s,x
--   1,3,b,0.5

-- case: a column twice
SELECT n, n FROM o WHERE id = 1
-- result:
--   n,n
--   3,3

-- case: names of columns that nobody gave
SELECT count(*), max(n), 1 + 1, upper('a'), CASE WHEN true THEN 1 END, n IS NULL FROM o
GROUP BY n IS NULL
ORDER BY 1 LIMIT 1
-- result:
--   count,max,?column?,upper,case,?column?
--   1,,2,A,1,true

-- case: names in quotes
SELECT id AS "Antal svar", n AS "N" FROM o WHERE id = 1
-- result:
--   Antal svar,N
--   1,3

-- case: names without quotes are lower case
SELECT ID AS Number FROM O WHERE Id = 1
-- result:
--   number
--   1

-- case: a query without FROM
SELECT 1 AS a, 'å' AS b, NULL AS c, true AS d
-- result:
--   a,b,c,d
--   1,å,,true

-- case: WHERE without FROM
SELECT 1 AS a WHERE false
-- result, in any order:
--   a

-- case: comments
SELECT /* all /* of */ them */ id -- the number
FROM o WHERE id = 1
-- result:
--   id
--   1

-- case: a name of the result in WHERE
SELECT n AS number FROM o WHERE number = 1
-- error: column "number" does not exist at 33

-- case: a negative LIMIT
SELECT id FROM o LIMIT -1
-- error: LIMIT must not be negative

-- case: a place that is not there
SELECT id FROM o ORDER BY 2
-- error: ORDER BY position 2 is not in select list at 27

-- case: generate_series
SELECT g FROM generate_series(2, 8, 3) AS t(g)
-- result, in any order:
--   g
--   2
--   5
--   8

-- case: FETCH WITH TIES takes the rows that share the last place
SELECT v.n, v.s FROM (VALUES (1, 'a'), (2, 'b'), (2, 'c'), (3, 'd'), (2, 'e')) AS v(n, s)
ORDER BY v.n FETCH FIRST 2 ROWS WITH TIES
-- result, in any order:
--   n,s
--   1,a
--   2,b
--   2,c
--   2,e

-- case: WITH TIES behind OFFSET
SELECT v.n FROM (VALUES (1), (1), (2), (3), (3), (3)) AS v(n)
ORDER BY v.n DESC OFFSET 1 FETCH NEXT ROW WITH TIES
-- result:
--   n
--   3
--   3

-- case: WITH TIES counts NULLs as equal
SELECT v.n FROM (VALUES (1), (NULL), (NULL), (3)) AS v(n)
ORDER BY v.n NULLS FIRST FETCH FIRST ROW WITH TIES
-- result:
--   n
--   
--   

-- case: WITH TIES of no rows
SELECT v.n FROM (VALUES (1), (1)) AS v(n) ORDER BY v.n FETCH FIRST 0 ROWS WITH TIES
-- result:
--   n

-- case: WITH TIES of groups and of DISTINCT
SELECT DISTINCT v.n, count(*) AS c FROM (VALUES (1), (1), (2), (2), (3)) AS v(n) GROUP BY v.n
ORDER BY c DESC FETCH FIRST 1 ROWS WITH TIES
-- result, in any order:
--   n,c
--   1,2
--   2,2

-- case: WITH TIES of UNION
SELECT 1 AS n UNION ALL SELECT 1 UNION ALL SELECT 2 ORDER BY n FETCH FIRST 1 ROWS WITH TIES
-- result:
--   n
--   1
--   1

-- case: WITH TIES without an order
SELECT v.n FROM (VALUES (1)) AS v(n) FETCH FIRST 1 ROWS WITH TIES
-- error: WITH TIES cannot be specified without ORDER BY clause
