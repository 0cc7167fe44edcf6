-- COLLATE in comparisons, min and max; ORDER BY has its own file.
--
-- table: u
--   id,name
--   1,Åsa
--   2,Bo
--   3,Örjan
--   4,Zeb
--   5,
--   6,bo

-- case: less than, in Swedish order
SELECT name FROM u WHERE name COLLATE "sv-SE-x-icu" < 'Å' ORDER BY id
-- result:
--   name
--   Bo
--   Zeb
--   bo

-- case: by bytes a capital comes before small letters
SELECT name FROM u WHERE name < 'a' COLLATE "C" ORDER BY id
-- result:
--   name
--   Bo
--   Zeb

-- case: COLLATE on either side
SELECT id, 'Ä' COLLATE "sv-SE-x-icu" > name AS a, name >= 'Z' COLLATE "sv-SE-x-icu" AS b FROM u
ORDER BY id
-- result:
--   id,a,b
--   1,true,true
--   2,true,false
--   3,false,true
--   4,true,true
--   5,,
--   6,true,false

-- case: BETWEEN
SELECT name FROM u WHERE name BETWEEN 'b' AND 'z' COLLATE "sv-SE-x-icu" ORDER BY id
-- result:
--   name
--   bo

-- case: equality tells case and accents apart
SELECT id, name = 'BO' COLLATE "sv-SE-x-icu" AS a, name COLLATE "sv-SE-x-icu" IN ('Bo', 'Asa') AS b
FROM u ORDER BY id
-- result:
--   id,a,b
--   1,false,false
--   2,false,true
--   3,false,false
--   4,false,false
--   5,,
--   6,false,false

-- case: rows
SELECT id FROM u WHERE (name COLLATE "sv-SE-x-icu", id) > ('Åsa', 1) ORDER BY id
-- result:
--   id
--   3

-- case: a join
SELECT a.id, b.id AS other FROM u AS a JOIN u AS b ON a.name < b.name COLLATE "sv-SE-x-icu"
WHERE a.id IN (3, 4) ORDER BY 1, 2
-- result:
--   id,other
--   4,1
--   4,3

-- case: the least and the greatest
SELECT min(name COLLATE "sv-SE-x-icu") AS a, max(name COLLATE "sv-SE-x-icu") AS b, min(name) AS c,
  max(name COLLATE "C") AS d, max(name COLLATE "sv-SE-x-icu") FILTER (WHERE id <> 3) AS e FROM u
-- result:
--   a,b,c,d,e
--   bo,Örjan,Bo,Örjan,Åsa

-- case: of no rows
SELECT max(name COLLATE "sv-SE-x-icu") AS a FROM u WHERE id > 9
-- result:
--   a
--   

-- case: two that differ
-- source: by hand: PostgreSQL names both
SELECT id FROM u WHERE name COLLATE "sv-SE-x-icu" < name COLLATE "C"
-- error: collation mismatch between explicit collations at 51

-- case: of a number
SELECT id FROM u WHERE id < 3 COLLATE "C"
-- error: collations are not supported by type integer at 31

-- case: where it says nothing
-- source: by hand: refused by name
SELECT upper(name COLLATE "C") FROM u
-- error: COLLATE is supported in ORDER BY, comparisons, min and max only at 19

-- case: as a window function
-- source: by hand: refused by name
SELECT max(name COLLATE "sv-SE") OVER () FROM u
-- error: max with COLLATE is not supported as a window function at 8
