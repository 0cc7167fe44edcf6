-- Joins.
--
-- table: people
--   id,name,unit,boss
--   1,Åsa,navet,
--   2,Bo,navet,1
--   3,Cia,kansli,1
--   4,Dan,,3
--   5,Eva,arkiv,2
--
-- table: units
--   unit,title,seats
--   navet,Navet,10
--   kansli,Kansliet,3
--   växel,Växeln,
--   kansli,Kansli två,4

-- case: an inner join multiplies matches
SELECT name, title FROM people JOIN units ON people.unit = units.unit ORDER BY name, title
-- result:
--   name,title
--   Bo,Navet
--   Cia,Kansli två
--   Cia,Kansliet
--   Åsa,Navet

-- case: a left join keeps who has no match
SELECT name, title FROM people LEFT JOIN units ON people.unit = units.unit ORDER BY name, title
-- result:
--   name,title
--   Bo,Navet
--   Cia,Kansli två
--   Cia,Kansliet
--   Dan,
--   Eva,
--   Åsa,Navet

-- case: a right join keeps what nobody has
SELECT name, title FROM people RIGHT JOIN units ON people.unit = units.unit ORDER BY title, name
-- result:
--   name,title
--   Cia,Kansli två
--   Cia,Kansliet
--   Bo,Navet
--   Åsa,Navet
--   ,Växeln

-- case: a full join keeps both
SELECT name, title FROM people FULL JOIN units ON people.unit = units.unit ORDER BY name, title
-- result:
--   name,title
--   Bo,Navet
--   Cia,Kansli två
--   Cia,Kansliet
--   Dan,
--   Eva,
--   Åsa,Navet
--   ,Växeln

-- case: a cross join
SELECT name, title FROM people CROSS JOIN units WHERE id < 3 ORDER BY name, title
-- result:
--   name,title
--   Bo,Kansli två
--   Bo,Kansliet
--   Bo,Navet
--   Bo,Växeln
--   Åsa,Kansli två
--   Åsa,Kansliet
--   Åsa,Navet
--   Åsa,Växeln

-- case: a comma is a cross join
SELECT name, title FROM people p, units u WHERE p.unit = u.unit AND seats > 3 ORDER BY name
-- result:
--   name,title
--   Bo,Navet
--   Cia,Kansli två
--   Åsa,Navet

-- case: USING names the column once
SELECT * FROM people JOIN units USING (unit) ORDER BY id, title
-- result:
--   unit,id,name,boss,title,seats
--   navet,1,Åsa,,Navet,10
--   navet,2,Bo,1,Navet,10
--   kansli,3,Cia,1,Kansli två,4
--   kansli,3,Cia,1,Kansliet,3

-- case: USING in a full join takes what is there
SELECT unit, name FROM people FULL JOIN units USING (unit) ORDER BY unit, name
-- result:
--   unit,name
--   arkiv,Eva
--   kansli,Cia
--   kansli,Cia
--   navet,Bo
--   navet,Åsa
--   växel,
--   ,Dan

-- case: a natural join
SELECT name, title FROM people NATURAL JOIN units ORDER BY name, title
-- result:
--   name,title
--   Bo,Navet
--   Cia,Kansli två
--   Cia,Kansliet
--   Åsa,Navet

-- case: a table joined with itself
SELECT p.name, b.name AS boss FROM people p LEFT JOIN people b ON p.boss = b.id ORDER BY p.name
-- result:
--   name,boss
--   Bo,Åsa
--   Cia,Åsa
--   Dan,Cia
--   Eva,Bo
--   Åsa,

-- case: three tables
SELECT p.name, b.name AS boss, title FROM people p JOIN people b ON p.boss = b.id
  JOIN units u ON u.unit = b.unit
ORDER BY p.name
-- result:
--   name,boss,title
--   Bo,Åsa,Navet
--   Cia,Åsa,Navet
--   Dan,Cia,Kansliet
--   Dan,Cia,Kansli två
--   Eva,Bo,Navet

-- case: NULL keys match nothing
SELECT a.name FROM people a JOIN people b ON a.unit = b.unit AND a.id <> b.id ORDER BY a.name
-- result:
--   name
--   Bo
--   Åsa

-- case: a condition in ON of a left join drops no row
SELECT name, title FROM people LEFT JOIN units ON people.unit = units.unit AND seats > 5
  ORDER BY name
-- result:
--   name,title
--   Bo,Navet
--   Cia,
--   Dan,
--   Eva,
--   Åsa,Navet

-- case: the same condition in WHERE does
SELECT name, title FROM people LEFT JOIN units ON people.unit = units.unit
  WHERE seats > 5 ORDER BY name
-- result:
--   name,title
--   Bo,Navet
--   Åsa,Navet

-- case: a join without equality
SELECT a.name AS a, b.name AS b FROM people a JOIN people b ON a.id < b.id AND a.id >= 3
  ORDER BY a, b
-- result:
--   a,b
--   Cia,Dan
--   Cia,Eva
--   Dan,Eva

-- case: a left join without equality
SELECT name, title FROM people LEFT JOIN units ON seats < id ORDER BY name, title
-- result:
--   name,title
--   Bo,
--   Cia,
--   Dan,Kansliet
--   Eva,Kansli två
--   Eva,Kansliet
--   Åsa,

-- case: rows without a match
SELECT name FROM people LEFT JOIN units ON people.unit = units.unit
  WHERE units.unit IS NULL ORDER BY name
-- result:
--   name
--   Dan
--   Eva

-- case: a join on an expression
SELECT name, title FROM people JOIN units ON lower(left(title, 2)) = left(people.unit, 2)
  ORDER BY name, title
-- result:
--   name,title
--   Bo,Navet
--   Cia,Kansli två
--   Cia,Kansliet
--   Åsa,Navet

-- case: a join with a subquery
SELECT name, n FROM people JOIN (SELECT unit, count(*) AS n FROM people
  GROUP BY unit) c ON c.unit = people.unit
ORDER BY name
-- result:
--   name,n
--   Bo,2
--   Cia,1
--   Eva,1
--   Åsa,2

-- case: a join with VALUES
SELECT name, points FROM people
  JOIN (VALUES (1, 10), (3, 30), (9, 90)) v(person, points) ON id = person ORDER BY name
-- result:
--   name,points
--   Cia,30
--   Åsa,10

-- case: brackets around a join
SELECT p.name, b.name AS boss FROM people p LEFT JOIN (people b
  JOIN units u ON u.unit = b.unit) ON p.boss = b.id
ORDER BY 1, 2
-- result:
--   name,boss
--   Bo,Åsa
--   Cia,Åsa
--   Dan,Cia
--   Dan,Cia
--   Eva,Bo
--   Åsa,

-- case: all columns of one table
SELECT u.*, p.id FROM people p JOIN units u ON p.unit = u.unit WHERE p.id = 3 ORDER BY title
-- result:
--   unit,title,seats,id
--   kansli,Kansli två,4,3
--   kansli,Kansliet,3,3

-- case: integer and real keys
SELECT a.id FROM people a JOIN (VALUES (1.0), (2.5), (3.0)) v(x) ON a.id = v.x ORDER BY a.id
-- result:
--   id
--   1
--   3

-- case: a name that two tables have
SELECT unit FROM people JOIN units ON people.unit = units.unit
-- error: column reference "unit" is ambiguous

-- case: two tables of one name
SELECT 1 FROM people JOIN people ON true
-- error: table name "people" specified more than once

-- case: USING a column that one side lacks
SELECT 1 FROM people JOIN units USING (name)
-- error: column "name" specified in USING clause does not exist in right table

-- case: what all alternatives have in common, whichever way round
SELECT name, title FROM people, units WHERE (people.unit = units.unit AND seats > 5)
  OR (units.unit = people.unit AND name = 'Cia' AND seats < 4) ORDER BY 1, 2
-- result:
--   name,title
--   Bo,Navet
--   Cia,Kansliet
--   Åsa,Navet

-- case: an alternative that asks for nothing else
SELECT count(*) AS n FROM people, units
WHERE (people.unit = units.unit AND seats > 5) OR people.unit = units.unit
-- result:
--   n
--   4

-- case: alternatives over an outer join keep its rows
SELECT name, title FROM people LEFT JOIN units
  ON (people.unit = units.unit AND seats > 5) OR (people.unit = units.unit AND seats = 3) ORDER BY 1, 2
-- result:
--   name,title
--   Bo,Navet
--   Cia,Kansliet
--   Dan,
--   Eva,
--   Åsa,Navet

-- case: a constant goes over equalities
SELECT a.name, c.title FROM people a JOIN people b ON a.unit = b.unit JOIN units c ON c.unit = b.unit
WHERE c.unit = 'navet' ORDER BY 1, 2
-- result:
--   name,title
--   Bo,Navet
--   Bo,Navet
--   Åsa,Navet
--   Åsa,Navet
