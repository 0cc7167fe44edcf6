SELECT wave, audience, question, count(*) AS n, avg(value) AS mean FROM answers
  GROUP BY wave, audience, question;
SELECT question, count(value) AS n, avg(value) AS mean, stddev(value) AS deviation
  FROM answers GROUP BY question;
SELECT wave, count(*) AS n, avg(CASE WHEN value >= 4 THEN 1 WHEN value < 4 THEN 0 END)
  AS positive FROM answers GROUP BY wave;
SELECT wave, audience, avg(value) AS mean FROM answers WHERE question = 'q07'
  GROUP BY wave, audience;
SELECT question, value, count(*) AS n FROM answers GROUP BY question, value;
SELECT audience, count(*) FILTER (WHERE value = 5) AS best, count(*) FILTER (WHERE value <= 2)
  AS poor FROM answers GROUP BY audience;
SELECT wave, question, avg(days) AS mean, max(days) AS longest FROM answers
  WHERE audience = 'chefer' GROUP BY wave, question;
SELECT question, min(days) AS shortest, max(days) AS longest, sum(days) AS total
  FROM answers WHERE value IS NOT NULL GROUP BY question;
SELECT audience, question, avg(value) AS mean FROM answers GROUP BY audience, question
  HAVING avg(value) < 3.2;
SELECT days / 30 AS month, count(*) AS n, avg(value) AS mean FROM answers GROUP BY days / 30
