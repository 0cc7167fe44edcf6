SELECT unit, count(*) AS n, avg(value) AS mean FROM "ten.csv" GROUP BY unit
