-- Conditions: three-valued logic, CASE, IN, BETWEEN, NULL.
--
-- table: t
--   id,a,b,p,q,s
--   1,1,2,true,true,x
--   2,1,,true,false,y
--   3,,,true,,
--   4,3,3,false,,x
--   5,0,7,,,z

-- case: AND over three values
SELECT id, p AND q AS r FROM t ORDER BY id
-- result:
--   id,r
--   1,true
--   2,false
--   3,
--   4,false
--   5,

-- case: OR over three values
SELECT id, p OR q AS r FROM t ORDER BY id
-- result:
--   id,r
--   1,true
--   2,true
--   3,true
--   4,
--   5,

-- case: NOT of NULL
SELECT id, NOT q AS r FROM t ORDER BY id
-- result:
--   id,r
--   1,false
--   2,true
--   3,
--   4,
--   5,

-- case: WHERE keeps what is true only
SELECT id FROM t WHERE a = b
-- result:
--   id
--   4

-- case: NULL equals nothing
SELECT id FROM t WHERE a = nullif(id, id) OR a <> nullif(id, id)
-- result, in any order:
--   id

-- case: IS NULL and IS NOT NULL
SELECT id, a IS NULL AS n, b IS NOT NULL AS m FROM t ORDER BY id
-- result:
--   id,n,m
--   1,false,true
--   2,false,false
--   3,true,false
--   4,false,true
--   5,false,true

-- case: IS DISTINCT FROM
SELECT id, a IS DISTINCT FROM b AS d, a IS NOT DISTINCT FROM b AS s FROM t ORDER BY id
-- result:
--   id,d,s
--   1,true,false
--   2,true,false
--   3,false,true
--   4,false,true
--   5,true,false

-- case: IS TRUE, IS FALSE, IS UNKNOWN
SELECT id, p IS TRUE AS a, p IS NOT TRUE AS b, q IS FALSE AS c, q IS UNKNOWN AS d FROM t ORDER BY id
-- result:
--   id,a,b,c,d
--   1,true,false,false,false
--   2,true,false,true,false
--   3,true,false,false,true
--   4,false,true,false,true
--   5,false,true,false,true

-- case: BETWEEN takes both ends
SELECT id FROM t WHERE a BETWEEN 1 AND 3 ORDER BY id
-- result:
--   id
--   1
--   2
--   4

-- case: BETWEEN with the ends in the wrong order
SELECT id, a BETWEEN 3 AND 1 AS no, a BETWEEN SYMMETRIC 3 AND 1 AS yes FROM t ORDER BY id
-- result:
--   id,no,yes
--   1,false,true
--   2,false,true
--   3,,
--   4,false,true
--   5,false,false

-- case: NOT BETWEEN with NULL
SELECT id FROM t WHERE a NOT BETWEEN b AND 5 ORDER BY id
-- result:
--   id
--   1
--   5

-- case: IN
SELECT id FROM t WHERE s IN ('x', 'z') ORDER BY id
-- result:
--   id
--   1
--   4
--   5

-- case: NOT IN with NULL in the list finds nothing
SELECT id FROM t WHERE a NOT IN (1, NULL)
-- result, in any order:
--   id

-- case: IN with NULL in the list
SELECT id, a IN (1, NULL) AS r FROM t ORDER BY id
-- result:
--   id,r
--   1,true
--   2,true
--   3,
--   4,
--   5,

-- case: CASE with conditions
SELECT id, CASE WHEN a > 1 THEN 'many' WHEN a = 1 THEN 'one' END AS r FROM t ORDER BY id
-- result:
--   id,r
--   1,one
--   2,one
--   3,
--   4,many
--   5,

-- case: CASE with an operand does not find NULL
SELECT id, CASE a WHEN NULL THEN 'null' WHEN 1 THEN 'one' ELSE 'other' END AS r FROM t ORDER BY id
-- result:
--   id,r
--   1,one
--   2,one
--   3,other
--   4,other
--   5,other

-- case: CASE takes the type of all branches
SELECT id, CASE WHEN id = 1 THEN 1 ELSE 2.5 END AS r FROM t ORDER BY id
-- result:
--   id,r
--   1,1
--   2,2.5
--   3,2.5
--   4,2.5
--   5,2.5

-- case: CASE of types that do not fit
SELECT CASE WHEN p THEN id ELSE s END FROM t
-- error: CASE types text and integer cannot be matched at 25

-- case: coalesce takes the first that is there
SELECT id, coalesce(a, b, -1) AS r FROM t ORDER BY id
-- result:
--   id,r
--   1,1
--   2,1
--   3,-1
--   4,3
--   5,0

-- case: coalesce does not compute more than it needs
SELECT coalesce(id, 1 / (id - id)) AS r FROM t ORDER BY id
-- result:
--   r
--   1
--   2
--   3
--   4
--   5

-- case: nullif
SELECT id, nullif(a, 1) AS r FROM t ORDER BY id
-- result:
--   id,r
--   1,
--   2,
--   3,
--   4,3
--   5,0

-- case: comparison of rows
SELECT id, (a, b) = (1, 2) AS r, (a, b) < (1, 3) AS s FROM t ORDER BY id
-- result:
--   id,r,s
--   1,true,true
--   2,,
--   3,,
--   4,false,false
--   5,false,true

-- case: rows in a list
SELECT id FROM t WHERE (a, s) IN ((1, 'x'), (0, 'z')) ORDER BY id
-- result:
--   id
--   1
--   5

-- case: a truth value alone as condition
SELECT id FROM t WHERE p AND NOT coalesce(q, false) ORDER BY id
-- result:
--   id
--   2
--   3

-- case: truth values have an order
SELECT id, p FROM t ORDER BY p, id
-- result:
--   id,p
--   4,false
--   1,true
--   2,true
--   3,true
--   5,

-- case: a number is no condition
SELECT id FROM t WHERE a
-- error: argument of WHERE must be type boolean, not type integer at 24

-- case: AND wants truth values
SELECT id FROM t WHERE p AND s
-- error: argument of AND must be type boolean, not type text at 30

-- case: not equal in both writings
SELECT id FROM t WHERE s != 'x' AND s <> 'y'
-- result:
--   id
--   5
