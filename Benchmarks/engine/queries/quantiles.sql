SELECT question, median(days) AS middle,
  percentile_cont(0.9) WITHIN GROUP (ORDER BY days) AS slow
FROM "answers.csv"
GROUP BY question
