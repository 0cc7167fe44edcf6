-- Survey and statistics functions, which PostgreSQL has not.
--
-- table: answers
--   wave,audience,value,score,weight
--   1,chefer,5,10,1
--   1,chefer,4,9,1
--   1,chefer,2,6,2
--   1,elever,3,8,0.5
--   1,elever,,,1
--   2,chefer,1,0,1
--   2,elever,5,7,3
--   2,elever,4,10,0.5
--
-- table: series
--   year,goal
--   2019,4.1
--   2020,3.9
--   2021,4.4
--   2022,4.6
--   2023,4.5

-- case: share leaves out rows without an answer
-- source: by hand, 4 of 7
SELECT share(value >= 4) AS r FROM answers
-- result:
--   r
--   0.571428571428571

-- case: share by group
-- source: by hand
SELECT audience, share(value >= 4) AS r, count(value) AS n FROM answers GROUP BY audience
  ORDER BY audience
-- result:
--   audience,r,n
--   chefer,0.5,4
--   elever,0.666666666666667,3

-- case: share of no rows is NULL
-- source: by hand
SELECT share(value >= 4) AS r, share_low(value >= 4) AS l, nps(score) AS n FROM answers WHERE false
-- result:
--   r,l,n
--   ,,

-- case: the Wilson interval
-- source: Newcombe 1998, table I: 81 of 263, 0.2553 to 0.3662; digits by SciPy 1.17
SELECT share_low(i <= 81) AS low, share_high(i <= 81) AS high FROM generate_series(1, 263) AS t(i)
-- result:
--   low,high
--   0.2552885198782742,0.3662095769828

-- case: the Wilson interval of a small share
-- source: Newcombe 1998, table I: 15 of 148, 0.0624 to 0.1605; digits by SciPy 1.17
SELECT share_low(i <= 15) AS low, share_high(i <= 15) AS high FROM generate_series(1, 148) AS t(i)
-- result:
--   low,high
--   0.06238639953073629,0.16048724172330803

-- case: the Wilson interval of no answers
-- source: Newcombe 1998, table I: 0 of 20, 0 to 0.1611; digits by SciPy 1.17
SELECT share_low(i > 20) AS low, share_high(i > 20) AS high FROM generate_series(1, 20) AS t(i)
-- result:
--   low,high
--   0,0.16112515805281938

-- case: the exact interval
-- source: Newcombe 1998, table I: 81 of 263, 0.2527 to 0.3676; digits by SciPy 1.17
SELECT share_low(i <= 81, method => 'clopper-pearson') AS low, share_high(i <= 81,
  method => 'clopper-pearson') AS high
FROM generate_series(1, 263) AS t(i)
-- result:
--   low,high
--   0.25273674558527126,0.36762192260135135

-- case: an interval of another level
-- source: the formula of Wilson 1927 with the normal quantile of 0.95, by SciPy 1.17
SELECT share_low(i <= 81, level => 0.9) AS low, share_high(i <= 81, level => 0.9) AS high
FROM generate_series(1, 263) AS t(i)
-- result:
--   low,high
--   0.26331361718848145,0.3565663496084882

-- case: an interval lies around its share
-- source: by hand
SELECT audience, share_low(value >= 4) < share(value >= 4)
  AND share(value >= 4) < share_high(value >= 4) AS ok
FROM answers GROUP BY audience ORDER BY audience
-- result:
--   audience,ok
--   chefer,true
--   elever,true

-- case: the goal is certain when all invited have answered
-- source: by hand, 8 of 10
SELECT goal_probability(i <= 8, goal => 0.7, invited => 10) AS a, goal_probability(i <= 8,
  goal => 0.9, invited => 10) AS b
FROM generate_series(1, 10) AS t(i)
-- result:
--   a,b
--   1,0

-- case: the net promoter score
-- source: by hand: 3 of 7 at 9 or more, 2 at 6 or less
SELECT nps(score) AS r FROM answers
-- result:
--   r
--   14.2857142857143

-- case: the highest box and the highest two
-- source: by hand: 2 and 4 of 7
SELECT top_box(value, top => 1) AS one, top_box(value) AS two FROM answers
-- result:
--   one,two
--   0.285714285714286,0.571428571428571

-- case: median and median distance from it
-- source: by hand: 1 2 3 4 4 5 5; distances 3 2 1 0 0 1 1
SELECT median(value) AS m, mad(value) AS d FROM answers
-- result:
--   m,d
--   4,1

-- case: median of an even number of values
-- source: by hand
SELECT median(v) AS m FROM (VALUES (1), (2), (10), (NULL), (3)) AS t(v)
-- result:
--   m
--   2.5

-- case: a weighted mean
-- source: by hand: (5 + 4 + 4 + 1.5 + 1 + 15 + 2) / 9
SELECT weighted_mean(value, weight) AS r FROM answers
-- result:
--   r
--   3.61111111111111

-- case: the effective number of answers
-- source: Kish 1965, Survey Sampling, 11.2: 10² / 17.5
SELECT effective_n(weight) AS r FROM answers
-- result:
--   r
--   5.71428571428571

-- case: the mode as a plain aggregate
-- source: by hand; of equals the least
SELECT mode(value) AS r FROM answers
-- result:
--   r
--   4

-- case: the slope of Theil and Sen
-- source: Sen 1968; the median of the ten slopes, by SciPy 1.17
SELECT theil_sen(goal, year) AS r FROM series
-- result:
--   r
--   0.158333333333333

-- case: the test of Mann and Kendall
-- source: Kendall 1975, table 1: n = 5, S = 6 has 0.117 on one side, 14 of 120
SELECT mann_kendall_p(goal, year) AS r FROM series
-- result:
--   r
--   0.233333333333333

-- case: working days from Monday to Friday, the first day not counted
-- source: by hand, 5 January 2024 is a Friday
SELECT working_days(date '2024-01-05', date '2024-01-08') AS a, working_days(date '2024-01-05',
  date '2024-01-07') AS b,
  working_days(date '2024-01-01', date '2024-01-31') AS c, working_days(date '2024-01-08',
  date '2024-01-05') AS d,
  working_days(NULL, date '2024-01-05') AS e
-- result:
--   a,b,c,d,e
--   1,0,22,-1,

-- case: a survey function with FILTER over groups
-- source: by hand
SELECT wave, share(value >= 4) FILTER (WHERE audience = 'elever') AS r FROM answers
  GROUP BY ROLLUP (wave) ORDER BY wave
-- result:
--   wave,r
--   1,0
--   2,1
--   ,0.666666666666667

-- case: a survey function over a window
-- source: by hand
SELECT wave, value, share(value >= 4) OVER (PARTITION BY wave) AS r FROM answers
  WHERE audience = 'chefer' ORDER BY 1, 2
-- result:
--   wave,value,r
--   1,2,0.666666666666667
--   1,4,0.666666666666667
--   1,5,0.666666666666667
--   2,1,0

-- case: a level in per cent, at its place
-- source: by hand
SELECT share_low(true, method => 'wilson', level => 95)
-- error: the level of share_low must lie strictly between 0 and 1 at 44

-- case: a method that is not there, and wrong options are found before other mistakes of rows
-- source: by hand
SELECT 1 / 0, share_high(true, method => 'wald')
-- error: share_high knows no method of that name at 32

-- case: the option that asks for another
-- source: by hand
SELECT share_low(true, level => 0.9, method => 'blaker')
-- error: share_low with method 'blaker' needs the size of the population at 38

-- case: an option that is missing
-- source: by hand
SELECT goal_probability(true)
-- error: goal_probability needs a goal at 8

-- case: options of a window function
-- source: by hand
SELECT mean_low(1.0, level => 1) OVER ()
-- error: the level of mean_low must lie strictly between 0 and 1 at 22
