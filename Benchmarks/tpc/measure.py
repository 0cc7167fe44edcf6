"""Times queries of TPC-H and TPC-DS in nyckeltal and in DuckDB, and compares their rows."""

import argparse
import csv
import io
import json
import math
import os
import pathlib
import re
import statistics
import subprocess
import sys
import time

import duckdb
from duckdb_extensions import import_extension


def prepare(suite, scale, work):
    """The folder with the tables of a suite as CSV, the types of their columns, and the numbers and texts of its queries."""
    import_extension(suite)
    connection = duckdb.connect()
    connection.load_extension(suite)
    folder = work / f"{suite}-{scale}"
    if not (folder / "types.json").exists():
        folder.mkdir(parents=True, exist_ok=True)
        connection.execute(f"CALL {'dbgen' if suite == 'tpch' else 'dsdgen'}(sf={scale})")
        for (table,) in connection.execute("SHOW TABLES").fetchall():
            connection.execute(f"COPY {table} TO '{folder}/{table}.csv' (HEADER)")
        types = connection.execute(
            "SELECT table_name, column_name, data_type FROM information_schema.columns"
            " ORDER BY table_name, ordinal_position").fetchall()
        (folder / "types.json").write_text(json.dumps(types))
    queries = connection.execute(f"SELECT query_nr, query FROM {suite}_queries() ORDER BY 1").fetchall()
    types = {}
    for table, column, kind in json.loads((folder / "types.json").read_text()):
        types.setdefault(table, {})[column] = kind
    return folder, types, queries


def over_files(query, tables):
    """A query over the files of tables: FROM item becomes FROM "item.csv" AS item, in every FROM clause."""
    ends = {"where", "group", "order", "having", "limit", "union", "except", "intersect", "select"}
    words = ends | {"on", "join", "left", "right", "full", "inner", "cross", "as"}
    tokens = re.findall(r"'[^']*'|\"[^\"]*\"|\w+|\s+|.", query, re.DOTALL)
    # For each parenthesis that is open: whether a FROM clause is, and whether a table comes next.
    state = [[False, False]]
    for place, token in enumerate(tokens):
        word = token.lower()
        if word == "(":
            # (a JOIN b), not f(x)
            state.append([state[-1][1], state[-1][1]])
        elif word == ")" and len(state) > 1:
            state.pop()
            state[-1][1] = False
        elif word == "from" or word == "join":
            state[-1] = [True, True]
        elif word in ends:
            state[-1] = [False, False]
        elif word == ",":
            state[-1][1] = state[-1][0]
        elif word in tables and state[-1][1]:
            after = [t.lower() for t in tokens[place + 1:] if not t.isspace()][:1]
            is_named = after and (after[0] == "as" or re.match(r"\w", after[0]) and after[0] not in words)
            tokens[place] = f'"{word}.csv"' + ("" if is_named else f" AS {token}")
            state[-1][1] = False
        elif not word.isspace():
            state[-1][1] = False
    return "".join(tokens)


def shown(value):
    """A value as both programs would write it, numbers rounded to nine digits."""
    if value is None or value == "":
        return ""
    try:
        number = float(value)
    except (TypeError, ValueError):
        return str(value).removesuffix(" 00:00:00").rstrip()
    return "" if math.isnan(number) else f"{number + 0.0:.9g}"


def close(a, b):
    if a == b:
        return True
    try:
        return math.isclose(float(a), float(b), rel_tol=1e-6, abs_tol=1e-9)
    except ValueError:
        return False


def same(ours, theirs):
    """Whether the rows are the same, in any order: which of equal rows come first is nobody's promise."""
    if len(ours) != len(theirs):
        return False
    return all(
        len(a) == len(b) and all(close(x, y) for x, y in zip(a, b))
        for a, b in zip(sorted(ours), sorted(theirs))
    )


def ours(binary, folder, query, limit):
    start = time.perf_counter()
    try:
        done = subprocess.run(
            [binary, "query", "--format", "csv", query],
            cwd=folder, capture_output=True, text=True, timeout=limit,
        )
    except subprocess.TimeoutExpired:
        return limit, None, f"took over {limit} s"
    seconds = time.perf_counter() - start
    if done.returncode != 0:
        return seconds, None, " ".join(done.stderr.split())[:160]
    rows = [[shown(value) for value in row] for row in csv.reader(io.StringIO(done.stdout))]
    # A row of one NULL is an empty line.
    return seconds, [row or [""] for row in rows[1:]], ""


def peer(connection, query):
    start = time.perf_counter()
    rows = connection.execute(query).fetchall()
    return time.perf_counter() - start, [[shown(value) for value in row] for row in rows]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--binary", default="nyckeltal", help="a release build of nyckeltal")
    parser.add_argument("--scale", type=float, default=0.1)
    parser.add_argument("--suite", action="append", choices=["tpch", "tpcds"])
    parser.add_argument("--queries", help="numbers of queries, separated by commas")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--limit", type=float, default=60)
    options = parser.parse_args()
    binary = os.path.realpath(options.binary) if os.path.exists(options.binary) else options.binary
    wanted = {int(n) for n in options.queries.split(",")} if options.queries else None
    failed = False
    for suite in options.suite or ["tpch", "tpcds"]:
        folder, types, queries = prepare(suite, options.scale, options.work)
        connection = duckdb.connect()
        connection.execute("SET threads = 2")
        for table, columns in types.items():
            connection.execute(
                f"CREATE VIEW {table} AS FROM read_csv('{folder}/{table}.csv', columns = {columns})")
        ratios = []
        print(f"{suite}, scale {options.scale}: query, seconds, DuckDB's seconds, ratio")
        for number, query in queries:
            if wanted and number not in wanted:
                continue
            mine, others = [], []
            for _ in range(options.rounds):
                seconds, theirs = peer(connection, query)
                others.append(seconds)
                seconds, rows, problem = ours(
                    binary, folder, over_files(query, types), options.limit)
                mine.append(seconds)
                if problem:
                    break
            ratio = statistics.median(a / b for a, b in zip(mine, others))
            verdict = problem or ("" if same(rows, theirs) else "other rows")
            failed = failed or bool(verdict)
            if not verdict:
                ratios.append(ratio)
            print(
                f"{number:3} {statistics.median(mine):8.3f} {statistics.median(others):8.3f} {ratio:7.2f}"
                f"  {verdict}", flush=True)
        if ratios:
            within = sum(ratio <= 3 for ratio in ratios)
            print(f"{suite}: {len(ratios)} right, {within} of them within 3 times, "
                  f"median {statistics.median(ratios):.2f}, most {max(ratios):.2f}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
