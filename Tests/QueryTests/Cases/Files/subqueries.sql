-- Subqueries in expressions and in FROM.
--
-- table: answers
--   respondent,question,value
--   1,q1,5
--   1,q2,3
--   2,q1,4
--   2,q2,
--   3,q1,1
--   4,q3,2
--
-- table: questions
--   question,title
--   q1,Nöjd
--   q2,Trygg
--   q4,Ny

-- case: a scalar subquery
SELECT respondent, value FROM answers WHERE value = (SELECT max(value) FROM answers)
-- result:
--   respondent,value
--   1,5

-- case: a scalar subquery without rows is NULL
SELECT (SELECT value FROM answers WHERE respondent = 99) AS v
-- result:
--   v
--   

-- case: a scalar subquery with two rows
SELECT (SELECT value FROM answers WHERE question = 'q1')
-- error: more than one row returned by a subquery used as an expression

-- case: IN
SELECT respondent, question FROM answers WHERE question IN (SELECT question
  FROM questions) ORDER BY 1, 2
-- result:
--   respondent,question
--   1,q1
--   1,q2
--   2,q1
--   2,q2
--   3,q1

-- case: NOT IN
SELECT title FROM questions WHERE question NOT IN (SELECT question FROM answers) ORDER BY title
-- result:
--   title
--   Ny

-- case: NOT IN a list with NULL finds nothing
SELECT respondent FROM answers WHERE 9 NOT IN (SELECT value FROM answers)
-- result, in any order:
--   respondent

-- case: EXISTS with the row around
SELECT title FROM questions q WHERE EXISTS (SELECT 1 FROM answers a
  WHERE a.question = q.question AND value >= 4)
-- result:
--   title
--   Nöjd

-- case: NOT EXISTS
SELECT title FROM questions q WHERE NOT EXISTS (SELECT FROM answers a
  WHERE a.question = q.question) ORDER BY 1
-- result:
--   title
--   Ny

-- case: a correlated count for each row
SELECT title, (SELECT count(value) FROM answers a WHERE a.question = q.question) AS n
  FROM questions q ORDER BY title
-- result:
--   title,n
--   Ny,0
--   Nöjd,3
--   Trygg,1

-- case: above the mean of the own question
SELECT respondent, question FROM answers a
WHERE value > (SELECT avg(value) FROM answers b WHERE b.question = a.question) ORDER BY 1, 2
-- result:
--   respondent,question
--   1,q1
--   2,q1

-- case: ANY and ALL
SELECT respondent, question, value >= ALL (SELECT value FROM answers WHERE value IS NOT NULL)
  AS most,
  value < ANY (SELECT value FROM answers) AS less FROM answers ORDER BY 1, 2
-- result:
--   respondent,question,most,less
--   1,q1,true,
--   1,q2,false,true
--   2,q1,false,true
--   2,q2,,
--   3,q1,false,true
--   4,q3,false,true

-- case: ALL of nothing is true, ANY of nothing is false
SELECT 1 = ALL (SELECT value FROM answers WHERE false) AS a, 1 = ANY (SELECT value
  FROM answers WHERE false) AS b
-- result:
--   a,b
--   true,false

-- case: rows in a subquery
SELECT respondent FROM answers WHERE (respondent, question) IN (SELECT respondent + 1,
  question FROM answers) ORDER BY 1
-- result:
--   respondent
--   2
--   2
--   3

-- case: a subquery in FROM
SELECT avg(n) AS mean FROM (SELECT count(*) AS n FROM answers GROUP BY respondent) AS counts
-- result:
--   mean
--   1.5

-- case: a subquery in FROM with names for its columns
SELECT r, total FROM (SELECT respondent, sum(value) FROM answers GROUP BY respondent)
  AS s(r, total) ORDER BY r
-- result:
--   r,total
--   1,8
--   2,4
--   3,1
--   4,2

-- case: a subquery in CASE
SELECT question, CASE WHEN question IN (SELECT question
  FROM questions) THEN 'known' ELSE 'unknown' END AS k
FROM answers GROUP BY question ORDER BY question
-- result:
--   question,k
--   q1,known
--   q2,known
--   q3,unknown

-- case: a subquery in ORDER BY
SELECT title FROM questions q ORDER BY (SELECT count(*) FROM answers a
  WHERE a.question = q.question) DESC, title
-- result:
--   title
--   Nöjd
--   Trygg
--   Ny

-- case: a subquery in HAVING
SELECT question, avg(value) AS mean FROM answers GROUP BY question
HAVING avg(value) >= (SELECT avg(value) FROM answers) ORDER BY question
-- result:
--   question,mean
--   q1,3.3333333333333333
--   q2,3

-- case: two levels of correlation
SELECT title FROM questions q WHERE EXISTS (
  SELECT 1 FROM answers a WHERE a.question = q.question AND EXISTS (
    SELECT 1 FROM answers b WHERE b.respondent = a.respondent
  AND b.question <> q.question)) ORDER BY title
-- result:
--   title
--   Nöjd
--   Trygg

-- case: a scalar subquery has one column
SELECT (SELECT 1, 2)
-- error: subquery must return only one column at 8

-- case: a subquery in FROM needs no name in newer servers, but this one has it
SELECT n FROM (SELECT 1 AS n) AS one
-- result:
--   n
--   1

-- case: an aggregate of each row's group, nothing for a row without one
SELECT q.question, (SELECT sum(a.value) FROM answers a WHERE a.question = q.question) AS total,
  (SELECT count(*) + 1 FROM answers a WHERE q.question = a.question) AS more
FROM questions q ORDER BY 1
-- result:
--   question,total,more
--   q1,10,4
--   q2,3,3
--   q4,,1

-- case: a group is asked for by two values and a condition of its own
SELECT count(*) AS n FROM answers a WHERE a.value >= (
  SELECT avg(b.value) FROM answers b
  WHERE b.question = a.question AND b.respondent = a.respondent AND b.value > 1)
-- result:
--   n
--   4

-- case: rows of a group are there or not, beside other conditions
SELECT question FROM questions q WHERE
  EXISTS (SELECT 1 FROM answers a WHERE a.question = q.question AND a.value = 5)
  OR EXISTS (SELECT 1 FROM answers a WHERE a.question = q.question AND a.value = 3)
  OR title = 'Ny' ORDER BY 1
-- result:
--   question
--   q1
--   q2
--   q4

-- case: whether a group has rows, as a column
SELECT question, EXISTS (SELECT * FROM answers a WHERE a.question = q.question) AS asked,
  NOT EXISTS (SELECT * FROM answers a WHERE a.question = q.question AND a.value > 4) AS low
FROM questions q ORDER BY 1
-- result:
--   question,asked,low
--   q1,true,false
--   q2,true,true
--   q4,false,true

-- case: NULL is in no group
SELECT r, (SELECT count(*) FROM answers a WHERE a.value = r) AS n
FROM (SELECT value AS r FROM answers WHERE question = 'q2') t ORDER BY 1
-- result:
--   r,n
--   3,1
--   ,0

-- case: a group that nobody asks for may fail
SELECT q.question, (SELECT sum(10 / (a.value - 2)) FROM answers a
  WHERE a.question = q.question AND a.value > 2) AS s FROM questions q ORDER BY 1
-- result:
--   question,s
--   q1,8
--   q2,10
--   q4,

-- case: a row that nobody asks for may fail in a subquery of FROM
SELECT q.question, (SELECT sum(p.part) FROM (
    SELECT a.question, 10 / (a.value - 4) AS part FROM answers a) p
  WHERE p.question = q.question) AS s FROM questions q WHERE q.question <> 'q1' ORDER BY 1
-- result:
--   question,s
--   q2,-10
--   q4,
