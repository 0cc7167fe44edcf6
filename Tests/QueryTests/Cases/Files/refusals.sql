-- What is refused, with its place.
--
-- table: responses
--   wave,grupp,betyg
--   2024-januari,chefer,4
--   2024-augusti,chefer,5

-- case: a column that is not there
SELECT betygg FROM responses
-- error: column "betygg" does not exist at 8

-- case: a column that its table has not
SELECT r.vag FROM responses r
-- error: column r.vag does not exist at 8

-- case: a table that is not there
SELECT 1 FROM response
-- error: relation "response" does not exist at 15

-- case: a table that FROM does not name
SELECT x.betyg FROM responses
-- error: missing FROM-clause entry for table "x" at 8

-- case: a name that an alias hides
-- source: by hand; PostgreSQL calls it an invalid reference
SELECT responses.betyg FROM responses AS r
-- error: missing FROM-clause entry for table "responses" at 8

-- case: a function that is not there
SELECT medel(betyg) FROM responses
-- error: function medel(integer) does not exist at 8

-- case: a function with too many arguments
SELECT upper(grupp, betyg) FROM responses
-- error: function upper(text, integer) does not exist at 8

-- case: a syntax error
SELECT FROM WHERE
-- error: syntax error at or near "WHERE" at 13

-- case: an open bracket
SELECT (1 + 2
-- error: syntax error at end of input at 14

-- case: an open text
SELECT 'abc
-- error: unterminated quoted string at or near "'abc" at 8

-- case: a place behind Swedish letters counts characters
SELECT 'åäö' AS å, betygg FROM responses
-- error: column "betygg" does not exist at 20

-- case: a place on the second line
SELECT wave,
  betygg
FROM responses
-- error: column "betygg" does not exist at 16

-- case: an unknown type
SELECT CAST(betyg AS tal) FROM responses
-- error: type "tal" does not exist at 22

-- case: a star without FROM
SELECT *
-- error: SELECT * with no tables specified is not valid at 8

-- case: a number that is none
-- source: by hand: PostgreSQL has NaN
SELECT 'NaN'::float8
-- error: NaN and infinity are not supported at 8

-- case: a day by a word
-- source: by hand: PostgreSQL has special days
SELECT date 'today'
-- error: special values of type date are not supported at 13

-- case: SUBSTRING SIMILAR
-- source: by hand: PostgreSQL has it
SELECT substring('abc' SIMILAR 'a' ESCAPE '#')
-- error: SUBSTRING … SIMILAR is not supported at 8

-- case: a hypothetical-set aggregate
-- source: by hand: PostgreSQL has them
SELECT rank(3) WITHIN GROUP (ORDER BY x) FROM (VALUES (1)) AS t(x)
-- error: hypothetical-set aggregates are not supported: rank at 8

-- case: a column of a row in parentheses
-- source: by hand: PostgreSQL has it
SELECT (a).x FROM (VALUES (1)) AS a(x)
-- error: a column of a row in parentheses is not supported at 9

-- case: a forward reference in WITH RECURSIVE
-- source: by hand: PostgreSQL sorts the queries
WITH RECURSIVE a AS (SELECT * FROM b), b AS (SELECT 1) SELECT * FROM a
-- error: a forward reference in WITH RECURSIVE is not supported: "b" at 16
