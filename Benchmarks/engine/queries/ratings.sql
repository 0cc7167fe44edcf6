SELECT municipality, service, aspect, count(grade) AS answers, share(grade >= 4) AS positive,
  avg(minutes) AS mean, stddev(minutes) AS deviation
FROM "ratings.csv"
GROUP BY municipality, service, aspect
