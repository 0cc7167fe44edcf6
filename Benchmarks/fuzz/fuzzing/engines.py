"""The two engines. An answer is ('rows', [tuple]), ('error', message), ('crash', …) or ('timeout',
'')."""

import json
import os
import re
import subprocess
import threading

import duckdb

from .compare import canonical

TIME_LIMIT = 10
# Products of joins with more rows are not compared.
MOST_ROWS = 20_000


class Oracle:
    """DuckDB with PostgreSQL's order of nulls and division."""

    def __init__(self):
        self.connection = duckdb.connect(config={"threads": 1, "memory_limit": "2GB"})
        self.connection.execute("SET default_null_order = 'nulls_last_on_asc_first_on_desc'")
        self.connection.execute("SET integer_division = true")

    def load(self, tables, folder):
        for table in tables:
            table.load(self.connection, folder)

    def answer(self, sql):
        timer = threading.Timer(TIME_LIMIT, self.connection.interrupt)
        timer.start()
        try:
            rows = self.connection.execute(sql).fetchmany(MOST_ROWS + 1)
        except duckdb.InterruptException:
            return "timeout", ""
        except duckdb.Error as error:
            return "error", str(error)
        finally:
            timer.cancel()
        if len(rows) > MOST_ROWS:
            return "timeout", "too many rows"
        return "rows", [tuple(map(canonical, row)) for row in rows]


class Nyckeltal:
    """`nyckeltal query` in a folder of files, several queries a process."""

    def __init__(self, binary, folder, time_limit=TIME_LIMIT):
        self.binary = os.path.abspath(binary)
        self.folder = folder
        self.time_limit = time_limit

    def answers(self, queries):
        """An answer for each of (sql, names of columns). A process ends at its first error; that
        query is asked
        again alone, and the next process goes on behind it."""
        answers = []
        while len(answers) < len(queries):
            rest = queries[len(answers) :]
            given = self.read(rest, *self.run(rest))
            if given[-1][0] != "rows" and len(rest) > 1:
                failed = rest[len(given) - 1 : len(given)]
                given[-1] = self.read(failed, *self.run(failed))[0]
            answers += given
        return answers

    def answer(self, sql, names):
        return self.answers([(sql, names)])[0]

    def run(self, queries):
        text = "".join(
            f"SELECT '--- {i}' AS marker;\n{sql};\n" for i, (sql, _) in enumerate(queries)
        )
        text += f"SELECT '--- {len(queries)}' AS marker;\n"
        try:
            done = subprocess.run(
                [self.binary, "query", "--format", "ndjson", "--collation", "bytes"],
                input=text.encode(),
                cwd=self.folder,
                capture_output=True,
                timeout=self.time_limit,
            )
        except subprocess.TimeoutExpired as expired:
            return None, expired.stdout or b"", b""
        return done.returncode, done.stdout, done.stderr

    def read(self, queries, code, output, errors):
        """The answers of the queries that a process ran, the last of which may have failed."""
        blocks, marker = [], re.compile(rb'^\{"marker":\s*"--- (\d+)"\}$')
        for line in output.split(b"\n"):
            found = marker.match(line)
            if found:
                if int(found[1]) != len(blocks):
                    return [("crash", f"statement {len(blocks)} is missing from the output")]
                blocks.append([])
            elif line and blocks:
                blocks[-1].append(line)
        answers = []
        for (_, names), lines in zip(queries, blocks[:-1]):
            answers.append(rows(lines, names))
        if len(blocks) == len(queries) + 1:
            return answers
        message = errors.decode("utf-8", "replace").strip()
        if code is None:
            answers.append(("timeout", ""))
        elif code < 0 or code >= 128:
            answers.append(
                ("crash", f"signal {-code if code < 0 else code - 128}: {message[-2000:]}")
            )
        else:
            answers.append(("error", message))
        return answers


def rows(lines, names):
    result = []
    for line in lines:
        try:
            record = json.loads(line)
            result.append(tuple(canonical(record[name]) for name in names))
        except (ValueError, KeyError) as error:
            return "crash", f"not a row: {type(error).__name__} {error} in {line[:200]!r}"
    return "rows", result
