"""The tasks in DuckDB. `DUCKDB_KEYS=enum` holds the text keys of the loaded table as
enumerations."""

import os

import duckdb

from calendar_of_sweden import working_days
from timing import THREADS, LoadedTask, Task, run

HERE = os.path.dirname(os.path.abspath(__file__))


def connected():
    return duckdb.connect(config={"threads": THREADS})


def shares(folder):
    return (
        connected()
        .execute(f"""
        SELECT wave, audience, question, count(value), avg(CAST(value >= 4 AS integer)), avg(value),
          stddev(value)
        FROM '{folder}/answers.csv' GROUP BY ALL""")
        .fetchall()
    )


def ratings(folder):
    return (
        connected()
        .execute(f"""
        SELECT municipality, service, aspect, count(grade), avg(CAST(grade >= 4 AS integer)),
          avg(minutes), stddev(minutes)
        FROM '{folder}/ratings.csv' GROUP BY ALL""")
        .fetchall()
    )


def load(folder):
    connection = connected()
    connection.execute(f"CREATE TABLE answers AS SELECT * FROM '{folder}/answers.csv'")
    if os.environ.get("DUCKDB_KEYS") == "enum":
        for key in ("wave", "audience", "question"):
            connection.execute(
                f"CREATE TYPE {key}_key AS ENUM (SELECT DISTINCT {key} FROM answers ORDER BY 1)"
            )
            connection.execute(f"ALTER TABLE answers ALTER {key} TYPE {key}_key")
    connection.execute("SET integer_division = true")
    return connection


def ten():
    with open(os.path.join(HERE, "..", "queries", "ten.sql"), encoding="utf-8") as file:
        statements = file.read().split(";")
    return [lambda connection, sql=sql: connection.execute(sql).fetchall() for sql in statements]


def quantiles(folder):
    return (
        connected()
        .execute(f"""
        SELECT question, median(days), quantile_cont(days, 0.9)
        FROM '{folder}/answers.csv' GROUP BY question""")
        .fetchall()
    )


def cases(folder):
    connection = connected()
    # A number for each day: a difference of two numbers counts the working days between.
    connection.execute("CREATE TABLE calendar (day date, number integer)")
    connection.execute(
        "INSERT INTO calendar SELECT unnest(?::date[]), unnest(?::integer[])", working_days()
    )
    return connection.execute(f"""
        SELECT date_trunc('month', received), unit, count(*), avg(last.number - first.number),
          avg(CAST(last.number - first.number <= 5 AS integer))
        FROM '{folder}/cases.csv'
        JOIN calendar AS first ON first.day = received
        LEFT JOIN calendar AS last ON last.day = answered
        GROUP BY ALL""").fetchall()


def join(folder):
    return (
        connected()
        .execute(f"""
        SELECT i.audience, i.municipality, count(*)
        FROM '{folder}/answers.csv' AS a JOIN '{folder}/invitations.csv' AS i USING (respondent)
        GROUP BY ALL""")
        .fetchall()
    )


run(
    {
        "shares": Task(shares),
        "ratings": Task(ratings),
        "ten": LoadedTask(load, *ten()),
        "quantiles": Task(quantiles),
        "cases": Task(cases),
        "join": Task(join),
    },
    f"DuckDB {duckdb.__version__}",
)
