-- Texts: functions, concatenation, patterns.
--
-- table: words
--   id,w
--   1,Åsa
--   2,borås
--   3,"säg ""hej"", du"
--   4,50%
--   5,a_b
--   6,
--   7,aab
--   8,""

-- case: length counts characters
SELECT id, length(w) AS n, char_length(w) AS m, octet_length(w) AS bytes FROM words ORDER BY id
-- result:
--   id,n,m,bytes
--   1,3,3,4
--   2,5,5,6
--   3,13,13,14
--   4,3,3,3
--   5,3,3,3
--   6,,,
--   7,3,3,3
--   8,0,0,0

-- case: upper and lower case of Swedish letters
SELECT upper(w) AS up, lower(w) AS low FROM words ORDER BY id
-- result:
--   up,low
--   ÅSA,åsa
--   BORÅS,borås
--   "SÄG ""HEJ"", DU","säg ""hej"", du"
--   50%,50%
--   A_B,a_b
--   ,
--   AAB,aab
--   "",""

-- case: concatenation with NULL is NULL, concat leaves it out
SELECT id, w || '!' AS a, concat(w, '!', 1) AS b, concat_ws('-', 'x', w, 'y') AS c
  FROM words ORDER BY id
-- result:
--   id,a,b,c
--   1,Åsa!,Åsa!1,x-Åsa-y
--   2,borås!,borås!1,x-borås-y
--   3,"säg ""hej"", du!","säg ""hej"", du!1","x-säg ""hej"", du-y"
--   4,50%!,50%!1,x-50%-y
--   5,a_b!,a_b!1,x-a_b-y
--   6,,!1,x-y
--   7,aab!,aab!1,x-aab-y
--   8,!,!1,x--y

-- case: concatenation of a number
SELECT 'q' || 7 AS a, 1 || 'b' AS b
-- result:
--   a,b
--   q7,1b

-- case: substring from a place, for a length
SELECT substring(w from 2 for 2) AS a, substr(w, 3) AS b, substring(w, 1, 1) AS c
  FROM words ORDER BY id
-- result:
--   a,b,c
--   sa,a,Å
--   or,rås,b
--   äg,"g ""hej"", du",s
--   0%,%,5
--   _b,b,a
--   ,,
--   ab,b,a
--   "","",""

-- case: substring that starts before the text
SELECT substring('borås' from -1 for 4) AS a, substring('borås' from 0)
  AS b, substring('borås' from 9) AS c
-- result:
--   a,b,c
--   bo,borås,""

-- case: a negative length of a substring
SELECT substring('borås' from 2 for -1)
-- error: negative substring length not allowed

-- case: left and right, also with negative counts
SELECT left('borås', 2) AS a, right('borås', 2) AS b, left('borås', -2)
  AS c, right('borås', -2) AS d
-- result:
--   a,b,c,d
--   bo,ås,bor,rås

-- case: trimming
SELECT trim('  a ') AS a, btrim('xxaxx', 'x') AS b, ltrim('xxa', 'x') AS c, rtrim('axx', 'x') AS d,
  trim(leading 'å' from 'ååa') AS e
-- result:
--   a,b,c,d,e
--   a,a,a,a,a

-- case: padding cuts what is too long
SELECT lpad('7', 3, '0') AS a, rpad('ab', 5, 'xy') AS b, lpad('abcd', 2, '*')
  AS c, lpad('a', 3) AS d
-- result:
--   a,b,c,d
--   007,abxyx,ab,  a

-- case: replace and translate
SELECT replace(w, 'a', 'o') AS a, translate(w, 'åäö', 'aao') AS b FROM words ORDER BY id
-- result:
--   a,b
--   Åso,Åsa
--   borås,boras
--   "säg ""hej"", du","sag ""hej"", du"
--   50%,50%
--   o_b,a_b
--   ,
--   oob,aab
--   "",""

-- case: the place of a text in a text
SELECT position('s' in w) AS a, strpos(w, 'a') AS b FROM words ORDER BY id
-- result:
--   a,b
--   2,3
--   5,0
--   1,0
--   0,0
--   0,1
--   ,
--   0,1
--   0,0

-- case: split_part counts from either end
SELECT split_part('a,b,c', ',', 2) AS a, split_part('a,b,c', ',', 9)
  AS b, split_part('a,b,c', ',', -1) AS c
-- result:
--   a,b,c
--   b,"",c

-- case: split_part has no field 0
SELECT split_part('a,b', ',', 0)
-- error: field position must not be zero

-- case: repeat, reverse, initcap
SELECT repeat('åb', 2) AS a, reverse('Borås') AS b, initcap('vet EJ, tack')
  AS c, repeat('a', -1) AS d
-- result:
--   a,b,c,d
--   åbåb,såroB,"Vet Ej, Tack",""

-- case: ascii and chr
SELECT ascii('å') AS a, chr(229) AS b, ascii('') AS c
-- result:
--   a,b,c
--   229,å,0

-- case: overlay
SELECT overlay('abcdef' placing 'XX' from 3 for 1) AS a, overlay('abcdef' placing 'XX' from 2) AS b
-- result:
--   a,b
--   abXXdef,aXXdef

-- case: starts_with
SELECT id FROM words WHERE starts_with(w, 'b')
-- result:
--   id
--   2

-- case: md5 and quote marks in a constant
SELECT md5('') AS a, 'it''s' AS b, E'a\tb' AS c
-- result:
--   a,b,c
--   d41d8cd98f00b204e9800998ecf8427e,it's,a	b

-- case: LIKE with both wildcards
SELECT id FROM words WHERE w LIKE '%s%' OR w LIKE '_ab' ORDER BY id
-- result:
--   id
--   1
--   2
--   3
--   7

-- case: LIKE has to match from end to end
SELECT id FROM words WHERE w LIKE 'bor'
-- result, in any order:
--   id

-- case: a backslash takes a wildcard as it is
SELECT id, w LIKE '%\%' AS percent, w LIKE 'a\_b' AS line FROM words ORDER BY id
-- result:
--   id,percent,line
--   1,false,false
--   2,false,false
--   3,false,false
--   4,true,false
--   5,false,true
--   6,,
--   7,false,false
--   8,false,false

-- case: LIKE with another escape
SELECT id FROM words WHERE w LIKE '50#%' ESCAPE '#'
-- result:
--   id
--   4

-- case: ILIKE folds Swedish letters
SELECT id FROM words WHERE w ILIKE 'å%' OR w ILIKE 'BORÅS' ORDER BY id
-- result:
--   id
--   1
--   2

-- case: NOT LIKE leaves NULL out
SELECT id FROM words WHERE w NOT LIKE '%a%' ORDER BY id
-- result:
--   id
--   2
--   3
--   4
--   8

-- case: a regular expression is found anywhere
SELECT id, w ~ 'a+b' AS a, w ~* '^å' AS b, w !~ 's' AS c, w !~* 'S' AS d FROM words ORDER BY id
-- result:
--   id,a,b,c,d
--   1,false,true,false,false
--   2,false,false,false,false
--   3,false,false,false,false
--   4,false,false,true,true
--   5,false,false,true,true
--   6,,,,
--   7,true,false,true,true
--   8,false,false,true,true

-- case: regexp_replace once and everywhere
SELECT regexp_replace('banan', 'a', 'o') AS a, regexp_replace('banan', 'a', 'o', 'g') AS b,
  regexp_replace('q07', '(q)(\d+)', '\2\1') AS c
-- result:
--   a,b,c
--   bonan,bonon,07q

-- case: a regular expression that is none
SELECT 'a' ~ '('
-- error: invalid regular expression: parentheses () not balanced

-- case: SIMILAR TO
SELECT 'abc' SIMILAR TO 'a%' AS a, 'abc' SIMILAR TO 'b' AS b, 'ab' SIMILAR TO '(a|x)(b|y)' AS c
-- result:
--   a,b,c
--   true,false,true

-- case: order by bytes: capitals first, Swedish letters last
SELECT w FROM words WHERE length(w) > 0 ORDER BY w
-- result:
--   w
--   50%
--   a_b
--   aab
--   borås
--   "säg ""hej"", du"
--   Åsa

-- case: the empty text is not NULL
SELECT id, w IS NULL AS none, w = '' AS empty FROM words WHERE coalesce(w, '') = '' ORDER BY id
-- result:
--   id,none,empty
--   6,true,
--   8,false,true

-- case: string functions of NULL
SELECT length(NULL) AS a, upper(NULL) AS b, replace('a', NULL, 'b') AS c
-- result:
--   a,b,c
--   ,,

-- case: the place of a match
SELECT regexp_instr('foobaro', 'o') AS a, regexp_instr('foobaro', 'o', 4) AS b,
  regexp_instr('foobaro', 'o', 1, 3) AS c, regexp_instr('foobaro', 'o+', 1, 1, 1) AS d,
  regexp_instr('FOO', 'o', 1, 1, 0, 'i') AS e, regexp_instr('foobar', '(o)(b)', 1, 1, 0, 'c', 2) AS f,
  regexp_instr('foobar', 'x') AS g, regexp_instr('åäö', 'ö') AS h
-- result:
--   a,b,c,d,e,f,g,h
--   2,7,7,4,2,4,0,3

-- case: a place of no kind
SELECT regexp_instr('foobar', 'o', 1, 1, 2)
-- error: invalid value for parameter "endoption"

-- case: concat writes truth values with a letter, || with a word
SELECT concat('a', true, false) AS a, concat(true) AS b, concat_ws('-', true, 1) AS c,
  'a' || true AS d, concat('a', NULL::boolean) AS e
-- result:
--   a,b,c,d,e
--   atf,t,t-1,atrue,a

-- case: number templates without blanks
SELECT to_char(0, 'FM9999.99') AS a, to_char(12, 'FM999.') AS b, to_char(-12, 'FM999.') AS c,
  to_char(0.5, 'FM9999.99') AS d, to_char(12, 'FM9999.99') AS e, to_char(0, 'FM999') AS f, to_char(0, '99.9') AS g,
  to_char(0, 'FM90.99') AS h, to_char(0, 'FM999.00') AS i, to_char(12, '999.') AS k
-- result:
--   a,b,c,d,e,f,g,h,i,k
--   0.,12,-12,.5,12.,0,   .0,0.,.00,  12

-- case: bpchar without a length cuts nothing
SELECT 'abc'::bpchar::text AS a, 'abc'::char AS b, 'abcdef'::char(3) AS c
-- result:
--   a,b,c
--   abc,a,abc
