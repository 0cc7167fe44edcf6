SELECT wave, audience, question, count(value) AS answers, share(value >= 4) AS positive,
  avg(value) AS mean, stddev(value) AS deviation
FROM "answers.csv"
GROUP BY wave, audience, question
