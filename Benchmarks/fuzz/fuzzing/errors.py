"""Broken queries and random bytes: the program answers or refuses, it never crashes or hangs."""

import argparse
import collections
import os
import random
import re
import subprocess
import sys
import tempfile
import time

from .__main__ import database

# Fine; a wrong query or call; bad data.
EXIT_CODES = {0, 2, 3}
TIME_LIMIT = 20
TOKENS = re.compile(r"'[^']*'|\"[^\"]*\"|\w+|[^\w\s]|\s+")
WORDS = [
    "SELECT",
    "FROM",
    "WHERE",
    "NULL",
    "(",
    ")",
    ",",
    "*",
    "'",
    '"',
    ";",
    "--",
    "/*",
    "$$",
    "::",
    "OVER",
    "GROUP",
    "BY",
    "AS",
    "WITH",
    "CASE",
    "END",
    "DISTINCT",
    "-",
    "9223372036854775807",
    "-9223372036854775808",
    "1e308",
    "1e-400",
    "0",
    "''",
    "'åäö'",
    '"',
    "INTERVAL '1 day'",
    "DATE '9999-12-31'",
    "ARRAY[1]",
    "LATERAL",
    "$1",
    ":x",
    "\\",
    "\x00",
    "\u0308",
    "𝛑",
    "NaN",
    "infinity",
    "now()",
    "UPDATE",
    "DROP TABLE x",
    "repeat('a', 1000000000)",
]


def mutated(rng, sql):
    """A query with some tokens dropped, doubled, moved or replaced, and rarely some bytes."""
    tokens = TOKENS.findall(sql)
    for _ in range(rng.randint(1, 4)):
        i = rng.randrange(len(tokens))
        kind = rng.randrange(6)
        if kind == 0 and len(tokens) > 1:
            del tokens[i]
        elif kind == 1:
            tokens.insert(i, tokens[i])
        elif kind == 2:
            j = rng.randrange(len(tokens))
            tokens[i], tokens[j] = tokens[j], tokens[i]
        elif kind == 3:
            tokens[i] = rng.choice(WORDS)
        elif kind == 4:
            tokens.insert(i, " " + rng.choice(WORDS) + " ")
        else:
            tokens = tokens[: i + 1]
    data = bytearray("".join(tokens).encode())
    if rng.random() < 0.2:
        for _ in range(rng.randint(1, 4)):
            data.insert(rng.randint(0, len(data)), rng.randrange(256))
    return bytes(data)


def extreme(rng):
    """Queries that are too long, too deep or not text."""
    n = rng.choice([100, 2_000, 30_000])
    return rng.choice(
        [
            lambda: b"SELECT " + b"(" * n + b"1" + b")" * n,
            lambda: b"SELECT 1" + b" + 1" * n,
            lambda: b"SELECT " + b"- " * n + b"1",
            lambda: b"SELECT " + b"NOT " * n + b"true",
            lambda: b"SELECT " + b"(SELECT " * min(n, 5_000) + b"1" + b")" * min(n, 5_000),
            lambda: b"SELECT " + b"CASE WHEN true THEN " * n + b"1" + b" END" * n,
            lambda: b"SELECT 'a'" + b" || 'a'" * n,
            lambda: b"SELECT 1 " + b"UNION ALL SELECT 1 " * min(n, 2_000),
            lambda: (
                b"SELECT * FROM "
                + b"(SELECT * FROM " * min(n, 2_000)
                + b"x"
                + b") AS t" * min(n, 2_000)
            ),
            lambda: b"SELECT 1 WHERE 1 IN (" + b"1," * n + b"1)",
            lambda: b"SELECT " + b"abs(" * n + b"1" + b")" * n,
            lambda: (
                b"WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k FROM n LIMIT 9) SELECT * FROM n"
            ),
            lambda: b"SELECT '" + b"a" * n * 2 + b"'",
            lambda: b'SELECT "' + b"a" * n + b'"',
            lambda: b"SELECT " + b", ".join(b"1 AS c%d" % i for i in range(min(n, 5_000))),
            lambda: rng.randbytes(rng.randint(0, 2_000)),
            lambda: b"SELECT '" + rng.randbytes(rng.randint(0, 200)) + b"'",
            lambda: b"",
        ]
    )()


def run(binary, folder, data, rng):
    """The exit code, or None past the time limit. Half of what can be an argument comes as one."""
    command, given = (
        [binary, "query", "--format", rng.choice(["csv", "json", "ndjson", "table", "markdown"])],
        data,
    )
    if (
        rng.random() < 0.5
        and b"\0" not in data
        and data.strip()
        and len(data) < 100_000
        and not data.startswith(b"-")
    ):
        command, given = [*command, data], b""
    try:
        done = subprocess.run(
            command, input=given, cwd=folder, capture_output=True, timeout=TIME_LIMIT
        )
    except subprocess.TimeoutExpired:
        return None, b""
    return done.returncode, done.stderr


def broken_file(rng, folder, tables):
    """Damages one of the files."""
    table = rng.choice(tables)
    path = os.path.join(folder, table.file)
    with open(path, "rb") as file:
        data = bytearray(file.read())
    for _ in range(rng.randint(1, 5)):
        i = rng.randint(0, len(data))
        data[i : i + rng.choice([0, 1, 5])] = rng.choice(
            [
                b'"',
                b",",
                b"\n",
                b"\r",
                b"\0",
                b"\xff",
                b'""',
                b"1e999",
                b"9" * 30,
                b"\xef\xbb\xbf",
                rng.randbytes(9),
            ]
        )
    with open(path, "wb") as file:
        file.write(data[: rng.choice([len(data), rng.randint(0, len(data))])])


def main():
    parser = argparse.ArgumentParser(prog="errors", description="Broken queries, files and bytes.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=5_000)
    parser.add_argument("--seconds", type=float)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--output", default="crashes")
    options = parser.parse_args()
    sys.setrecursionlimit(10_000)
    binary = os.path.abspath(options.binary)
    rng = random.Random(options.seed)
    codes, failures, start = collections.Counter(), collections.Counter(), time.time()
    number = 0
    while number < options.count and not (
        options.seconds and time.time() - start > options.seconds
    ):
        with tempfile.TemporaryDirectory(prefix="errors") as folder:
            tables, generator = database(options.seed, number, folder)
            for i in range(50):
                if i == 30:
                    broken_file(rng, folder, tables)
                roll = rng.random()
                sql = generator.query().node.sql() if roll < 0.92 else ""
                if i >= 30:
                    sql = (
                        f'SELECT count(*), min(a), max(s) FROM "{rng.choice(tables).file}"'
                        if i % 2
                        else sql
                    )
                    data = sql.encode()
                else:
                    data = mutated(rng, sql) if sql else extreme(rng)
                code, message = run(binary, folder, data, rng)
                codes["time limit" if code is None else code] += 1
                if code not in EXIT_CODES:
                    keep(
                        options.output,
                        folder,
                        tables,
                        f"{options.seed}-{number}",
                        data,
                        code,
                        message,
                    )
                    failures[("time limit" if code is None else f"exit code {code}")] += 1
                number += 1
    print(
        f"seed {options.seed}: {number} broken queries in {time.time() - start:.0f} s; exit codes "
        + ", ".join(f"{code}: {n}" for code, n in sorted(codes.items(), key=str))
    )
    for failure, n in failures.items():
        print(f"  {failure}: {n}, in {options.output}")
    sys.exit(1 if failures else 0)


def keep(output, folder, tables, name, data, code, message):
    """Saves a failure with its files."""
    place = os.path.join(output, name)
    os.makedirs(place, exist_ok=True)
    for table in tables:
        with (
            open(os.path.join(folder, table.file), "rb") as file,
            open(os.path.join(place, table.file), "wb") as copy,
        ):
            copy.write(file.read())
    with open(os.path.join(place, "query.sql"), "wb") as file:
        file.write(data)
    with open(os.path.join(place, "message.txt"), "wb") as file:
        file.write(f"exit code {code}\n".encode() + message[-10_000:])


if __name__ == "__main__":
    main()
