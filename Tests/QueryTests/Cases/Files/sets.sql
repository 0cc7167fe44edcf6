-- UNION, INTERSECT, EXCEPT.
--
-- table: a
--   n,s
--   1,x
--   1,x
--   2,y
--   ,
--   ,
--
-- table: b
--   n,s
--   1,x
--   3,z
--   ,

-- case: UNION drops duplicates, NULL too
SELECT n, s FROM a UNION SELECT n, s FROM b ORDER BY 1
-- result:
--   n,s
--   1,x
--   2,y
--   3,z
--   ,

-- case: UNION ALL keeps them
SELECT n FROM a UNION ALL SELECT n FROM b ORDER BY n
-- result:
--   n
--   1
--   1
--   1
--   2
--   3
--   
--   
--   

-- case: INTERSECT
SELECT n, s FROM a INTERSECT SELECT n, s FROM b ORDER BY n
-- result:
--   n,s
--   1,x
--   ,

-- case: INTERSECT ALL keeps the lesser count
SELECT n FROM a INTERSECT ALL SELECT n FROM (SELECT n FROM b UNION ALL SELECT 1) c ORDER BY n
-- result:
--   n
--   1
--   1
--   

-- case: EXCEPT
SELECT n FROM a EXCEPT SELECT n FROM b ORDER BY n
-- result:
--   n
--   2

-- case: EXCEPT ALL takes off one by one
SELECT n FROM a EXCEPT ALL SELECT n FROM b ORDER BY n
-- result:
--   n
--   1
--   2
--   

-- case: INTERSECT comes before UNION
SELECT 1 AS n UNION SELECT 2 INTERSECT SELECT 2 ORDER BY n
-- result:
--   n
--   1
--   2

-- case: brackets change that
(SELECT 1 AS n UNION SELECT 2) INTERSECT SELECT 2 ORDER BY n
-- result:
--   n
--   2

-- case: an integer and a real become a real
SELECT n FROM a WHERE n = 1 UNION SELECT 2.5 ORDER BY n
-- result:
--   n
--   1
--   2.5

-- case: NULL takes the type of the other side
SELECT NULL AS n UNION ALL SELECT n FROM b ORDER BY n
-- result:
--   n
--   1
--   3
--   
--   

-- case: LIMIT over a union
SELECT n FROM a UNION ALL SELECT n FROM b ORDER BY n DESC NULLS LAST LIMIT 2
-- result:
--   n
--   3
--   2

-- case: LIMIT inside brackets
(SELECT n FROM a ORDER BY n LIMIT 1) UNION ALL (SELECT n FROM b
  ORDER BY n DESC NULLS LAST LIMIT 1) ORDER BY n
-- result:
--   n
--   1
--   3

-- case: VALUES as a query
VALUES (1, 'ett'), (2, 'två') ORDER BY 1 DESC
-- result:
--   column1,column2
--   2,två
--   1,ett

-- case: VALUES in a union
VALUES (1), (2) UNION SELECT 2 ORDER BY 1
-- result:
--   column1
--   1
--   2

-- case: columns differ in number
SELECT n, s FROM a UNION SELECT n FROM b
-- error: each UNION query must have the same number of columns at 33

-- case: columns differ in type
SELECT n FROM a UNION SELECT s FROM b
-- error: UNION types integer and text cannot be matched at 30
