SELECT i.audience, i.municipality, count(*) AS answers
FROM "answers.csv" AS a
JOIN "invitations.csv" AS i ON i.respondent = a.respondent
GROUP BY i.audience, i.municipality
