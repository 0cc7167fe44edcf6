-- What is written once is planned and computed once, however deep it is nested.
--
-- table: t
--   id,x,s
--   1,1,b
--   2,50,c
--   3,,

-- case: nullif 25 deep
SELECT id, nullif(nullif(nullif(nullif(nullif(nullif(nullif(nullif(nullif(nullif(nullif(nullif(nullif(nullif(nullif(nullif(nullif(nullif(nullif(nullif(nullif(nullif(nullif(nullif(nullif(x+0, 1), 2), 3), 4), 5), 6), 7), 8), 9), 10), 11), 12), 13), 14), 15), 16), 17), 18), 19), 20), 21), 22), 23), 24), 25) AS r FROM t ORDER BY id
-- result:
--   id,r
--   1,
--   2,50
--   3,

-- case: CASE of a value 25 deep
SELECT id, CASE CASE CASE CASE CASE CASE CASE CASE CASE CASE CASE CASE CASE CASE CASE CASE CASE CASE CASE CASE CASE CASE CASE CASE CASE x+0 WHEN 1 THEN 1 WHEN 50 THEN 1 ELSE 2 END WHEN 1 THEN 2 WHEN 50 THEN 1 ELSE 2 END WHEN 1 THEN 3 WHEN 50 THEN 1 ELSE 2 END WHEN 1 THEN 4 WHEN 50 THEN 1 ELSE 2 END WHEN 1 THEN 5 WHEN 50 THEN 1 ELSE 2 END WHEN 1 THEN 6 WHEN 50 THEN 1 ELSE 2 END WHEN 1 THEN 7 WHEN 50 THEN 1 ELSE 2 END WHEN 1 THEN 8 WHEN 50 THEN 1 ELSE 2 END WHEN 1 THEN 9 WHEN 50 THEN 1 ELSE 2 END WHEN 1 THEN 10 WHEN 50 THEN 1 ELSE 2 END WHEN 1 THEN 11 WHEN 50 THEN 1 ELSE 2 END WHEN 1 THEN 12 WHEN 50 THEN 1 ELSE 2 END WHEN 1 THEN 13 WHEN 50 THEN 1 ELSE 2 END WHEN 1 THEN 14 WHEN 50 THEN 1 ELSE 2 END WHEN 1 THEN 15 WHEN 50 THEN 1 ELSE 2 END WHEN 1 THEN 16 WHEN 50 THEN 1 ELSE 2 END WHEN 1 THEN 17 WHEN 50 THEN 1 ELSE 2 END WHEN 1 THEN 18 WHEN 50 THEN 1 ELSE 2 END WHEN 1 THEN 19 WHEN 50 THEN 1 ELSE 2 END WHEN 1 THEN 20 WHEN 50 THEN 1 ELSE 2 END WHEN 1 THEN 21 WHEN 50 THEN 1 ELSE 2 END WHEN 1 THEN 22 WHEN 50 THEN 1 ELSE 2 END WHEN 1 THEN 23 WHEN 50 THEN 1 ELSE 2 END WHEN 1 THEN 24 WHEN 50 THEN 1 ELSE 2 END WHEN 1 THEN 25 WHEN 50 THEN 1 ELSE 2 END AS r FROM t ORDER BY id
-- result:
--   id,r
--   1,2
--   2,2
--   3,2

-- case: BETWEEN SYMMETRIC 4 deep
SELECT id, ((((((((x+0>1) BETWEEN SYMMETRIC (x>1) AND false)) BETWEEN SYMMETRIC (x>2) AND false)) BETWEEN SYMMETRIC (x>3) AND false)) BETWEEN SYMMETRIC (x>4) AND false) AS r FROM t ORDER BY id
-- result:
--   id,r
--   1,false
--   2,true
--   3,

-- case: BETWEEN SYMMETRIC 25 deep
-- source: a truth value lies between false and true
SELECT id, ((((((((((((((((((((((((((((((((((((((((((((((((((x+0>1) BETWEEN SYMMETRIC false AND (x IS NOT NULL))) BETWEEN SYMMETRIC false AND (x IS NOT NULL))) BETWEEN SYMMETRIC false AND (x IS NOT NULL))) BETWEEN SYMMETRIC false AND (x IS NOT NULL))) BETWEEN SYMMETRIC false AND (x IS NOT NULL))) BETWEEN SYMMETRIC false AND (x IS NOT NULL))) BETWEEN SYMMETRIC false AND (x IS NOT NULL))) BETWEEN SYMMETRIC false AND (x IS NOT NULL))) BETWEEN SYMMETRIC false AND (x IS NOT NULL))) BETWEEN SYMMETRIC false AND (x IS NOT NULL))) BETWEEN SYMMETRIC false AND (x IS NOT NULL))) BETWEEN SYMMETRIC false AND (x IS NOT NULL))) BETWEEN SYMMETRIC false AND (x IS NOT NULL))) BETWEEN SYMMETRIC false AND (x IS NOT NULL))) BETWEEN SYMMETRIC false AND (x IS NOT NULL))) BETWEEN SYMMETRIC false AND (x IS NOT NULL))) BETWEEN SYMMETRIC false AND (x IS NOT NULL))) BETWEEN SYMMETRIC false AND (x IS NOT NULL))) BETWEEN SYMMETRIC false AND (x IS NOT NULL))) BETWEEN SYMMETRIC false AND (x IS NOT NULL))) BETWEEN SYMMETRIC false AND (x IS NOT NULL))) BETWEEN SYMMETRIC false AND (x IS NOT NULL))) BETWEEN SYMMETRIC false AND (x IS NOT NULL))) BETWEEN SYMMETRIC false AND (x IS NOT NULL))) BETWEEN SYMMETRIC false AND (x IS NOT NULL)) AS r FROM t ORDER BY id
-- result:
--   id,r
--   1,true
--   2,true
--   3,

-- case: NOT BETWEEN 4 deep
SELECT id, ((((((((x+0>1) NOT BETWEEN (x>1) AND (id>1))) NOT BETWEEN (x>2) AND (id>1))) NOT BETWEEN (x>3) AND (id>1))) NOT BETWEEN (x>4) AND (id>1)) AS r FROM t ORDER BY id
-- result:
--   id,r
--   1,false
--   2,true
--   3,

-- case: NOT BETWEEN 25 deep
-- source: a truth value lies between false and true
SELECT id, ((((((((((((((((((((((((((((((((((((((((((((((((((x+0>1) NOT BETWEEN false AND (x IS NOT NULL))) NOT BETWEEN false AND (x IS NOT NULL))) NOT BETWEEN false AND (x IS NOT NULL))) NOT BETWEEN false AND (x IS NOT NULL))) NOT BETWEEN false AND (x IS NOT NULL))) NOT BETWEEN false AND (x IS NOT NULL))) NOT BETWEEN false AND (x IS NOT NULL))) NOT BETWEEN false AND (x IS NOT NULL))) NOT BETWEEN false AND (x IS NOT NULL))) NOT BETWEEN false AND (x IS NOT NULL))) NOT BETWEEN false AND (x IS NOT NULL))) NOT BETWEEN false AND (x IS NOT NULL))) NOT BETWEEN false AND (x IS NOT NULL))) NOT BETWEEN false AND (x IS NOT NULL))) NOT BETWEEN false AND (x IS NOT NULL))) NOT BETWEEN false AND (x IS NOT NULL))) NOT BETWEEN false AND (x IS NOT NULL))) NOT BETWEEN false AND (x IS NOT NULL))) NOT BETWEEN false AND (x IS NOT NULL))) NOT BETWEEN false AND (x IS NOT NULL))) NOT BETWEEN false AND (x IS NOT NULL))) NOT BETWEEN false AND (x IS NOT NULL))) NOT BETWEEN false AND (x IS NOT NULL))) NOT BETWEEN false AND (x IS NOT NULL))) NOT BETWEEN false AND (x IS NOT NULL)) AS r FROM t ORDER BY id
-- result:
--   id,r
--   1,false
--   2,false
--   3,

-- case: rows compared 25 deep
SELECT id, ((((((((((((((((((((((((((((((((((((((((((((((((((x+0>1, id) < (x>1, 2)), id) < (x>2, 2)), id) < (x>3, 2)), id) < (x>4, 2)), id) < (x>5, 2)), id) < (x>6, 2)), id) < (x>7, 2)), id) < (x>8, 2)), id) < (x>9, 2)), id) < (x>10, 2)), id) < (x>11, 2)), id) < (x>12, 2)), id) < (x>13, 2)), id) < (x>14, 2)), id) < (x>15, 2)), id) < (x>16, 2)), id) < (x>17, 2)), id) < (x>18, 2)), id) < (x>19, 2)), id) < (x>20, 2)), id) < (x>21, 2)), id) < (x>22, 2)), id) < (x>23, 2)), id) < (x>24, 2)), id) < (x>25, 2)) AS r FROM t ORDER BY id
-- result:
--   id,r
--   1,true
--   2,false
--   3,

-- case: IN a list of columns 4 deep
SELECT id, ((((((((x+0>1) IN (x>1, id>2))) IN (x>2, id>2))) IN (x>3, id>2))) IN (x>4, id>2)) AS r FROM t ORDER BY id
-- result:
--   id,r
--   1,false
--   2,true
--   3,

-- case: IN a list of columns 25 deep
-- source: a truth value is one of false and true
SELECT id, ((((((((((((((((((((((((((((((((((((((((((((((((((x+0>1) IN (x IS NULL, x IS NOT NULL))) IN (x IS NULL, x IS NOT NULL))) IN (x IS NULL, x IS NOT NULL))) IN (x IS NULL, x IS NOT NULL))) IN (x IS NULL, x IS NOT NULL))) IN (x IS NULL, x IS NOT NULL))) IN (x IS NULL, x IS NOT NULL))) IN (x IS NULL, x IS NOT NULL))) IN (x IS NULL, x IS NOT NULL))) IN (x IS NULL, x IS NOT NULL))) IN (x IS NULL, x IS NOT NULL))) IN (x IS NULL, x IS NOT NULL))) IN (x IS NULL, x IS NOT NULL))) IN (x IS NULL, x IS NOT NULL))) IN (x IS NULL, x IS NOT NULL))) IN (x IS NULL, x IS NOT NULL))) IN (x IS NULL, x IS NOT NULL))) IN (x IS NULL, x IS NOT NULL))) IN (x IS NULL, x IS NOT NULL))) IN (x IS NULL, x IS NOT NULL))) IN (x IS NULL, x IS NOT NULL))) IN (x IS NULL, x IS NOT NULL))) IN (x IS NULL, x IS NOT NULL))) IN (x IS NULL, x IS NOT NULL))) IN (x IS NULL, x IS NOT NULL)) AS r FROM t ORDER BY id
-- result:
--   id,r
--   1,true
--   2,true
--   3,

-- case: an operand that is written once is computed once in each branch that asks for it
SELECT id, CASE WHEN x > 1 THEN nullif(100 / (x - 1), 2) ELSE CASE id + 0 WHEN 1 THEN 10 ELSE 20 END END AS r FROM t ORDER BY id
-- result:
--   id,r
--   1,10
--   2,
--   3,20

-- case: groups by what compares a shared operand
SELECT nullif(s || 'a', 'ba') AS r, count(*) AS n FROM t GROUP BY nullif(s || 'a', 'ba') ORDER BY r NULLS FIRST
-- result:
--   r,n
--   ,2
--   ca,1

-- case: a shared operand is a query
SELECT id, (SELECT max(b.x) FROM t b WHERE b.id <= t.id) BETWEEN 1 AND 49 AS r FROM t ORDER BY id
-- result:
--   id,r
--   1,true
--   2,false
--   3,false

-- case: a shared operand in a join
SELECT a.id, b.id AS other FROM t a JOIN t b ON a.id + b.id BETWEEN 4 AND 5 ORDER BY a.id, b.id
-- result:
--   id,other
--   1,3
--   2,2
--   2,3
--   3,1
--   3,2

-- case: texts compared in an order of their own
SELECT id FROM t WHERE (s || 'x') COLLATE "C" BETWEEN 'b' AND 'cz' ORDER BY id
-- result:
--   id
--   1
--   2
