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
