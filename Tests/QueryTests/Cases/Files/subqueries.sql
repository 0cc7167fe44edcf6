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
