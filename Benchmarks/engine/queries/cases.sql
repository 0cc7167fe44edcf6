SELECT date_trunc('month', received) AS month, unit, count(*) AS cases,
  avg(working_days(received, answered)) AS mean,
  share(working_days(received, answered) <= 5) AS within_five
FROM "cases.csv"
GROUP BY date_trunc('month', received), unit
