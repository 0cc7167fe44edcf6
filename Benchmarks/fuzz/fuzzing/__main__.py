"""Compares random queries: see README.md."""

import argparse
import collections
import multiprocessing
import os
import random
import sys
import tempfile
import time

from .disagreement import NOT_SUPPORTED, Disagreement, kind
from .engines import TIME_LIMIT, Nyckeltal, Oracle
from .postgresql import PostgreSQL, set_up
from .queries import Queries
from .tables import FILES, Table

QUERIES_PER_DATABASE = 40
# So many of each class are made small; the others are counted.
MINIMISED = 3


def database(seed, number, folder):
    """The tables and queries of a number, the same whenever they are asked for."""
    rng = random.Random(f"{seed}/{number}")
    tables = [Table(rng, file) for file in FILES[: rng.randint(2, 4)]]
    for table in tables:
        table.write(folder)
    return tables, Queries(rng, tables)


def work(task):
    """Runs the queries of one database: counts, and disagreements by class."""
    options, number, deadline = task
    counts, features, found = collections.Counter(), collections.Counter(), []
    if deadline and time.time() > deadline:
        return counts, features, found
    with tempfile.TemporaryDirectory(prefix="fuzz") as folder:
        tables, generator = database(options.seed, number, folder)
        oracle = Oracle()
        oracle.load(tables, folder)
        queries = []
        for _ in range(min(QUERIES_PER_DATABASE, options.count - number * QUERIES_PER_DATABASE)):
            query = generator.query()
            queries.append((query, set(generator.features)))
        expected = [oracle.answer(query.node.sql()) for query, _ in queries]
        for answer, (query, used) in zip(expected, queries):
            counts[f"DuckDB: {answer[0]}"] += 1
            if answer[0] == "rows":
                features.update(used)
                counts["with rows"] += bool(answer[1])
            elif options.dry_run and options.verbose:
                print(
                    answer[1].splitlines()[0] if answer[1] else answer[0], "\n   ", query.node.sql()
                )
        if options.dry_run:
            return counts, features, found
        kept = [i for i, answer in enumerate(expected) if answer[0] != "timeout"]
        queries, expected = [queries[i] for i in kept], [expected[i] for i in kept]
        ours = (
            PostgreSQL(folder, tables)
            if options.postgresql
            else Nyckeltal(options.binary, folder, options.time_limit)
        )
        answers = ours.answers([(q.node.sql(), [c[0] for c in q.columns]) for q, _ in queries])
        for position, ((query, _), mine, theirs) in enumerate(zip(queries, answers, expected)):
            counts[f"nyckeltal: {mine[0]}"] += 1
            problem = kind(mine, theirs, query.is_ordered)
            if problem is None:
                continue
            if problem.startswith(NOT_SUPPORTED):
                counts[problem.removeprefix("nyckeltal says: error[query]: ")] += 1
                continue
            counts["disagreements"] += 1
            seen = sum(1 for f in found if f[0] == problem)
            sql = query.node.sql()
            if seen < MINIMISED and not options.no_minimise and shared_count(problem) < 10:
                one = Disagreement(f"{options.seed}-{number}-{position}", query, tables, problem)
                kept = [list(table.rows) for table in tables]
                one.minimise(ours, oracle)
                sql = one.save(options.output, ours, oracle)
                for table, rows in zip(tables, kept):
                    table.rows = rows
                    one.renew(table, ours, oracle)
            found.append((problem, f"{options.seed}-{number}-{position}", sql))
    return counts, features, found


CLASSES = None


def shared_count(problem):
    """How often a class was made small so far, over all workers."""
    if CLASSES is None:
        return 0
    count = CLASSES.get(problem, 0)
    CLASSES[problem] = count + 1
    return count


def adopt(classes):
    global CLASSES
    CLASSES = classes


def arguments():
    parser = argparse.ArgumentParser(prog="fuzz", description="Random queries against DuckDB.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=20_000, help="queries")
    parser.add_argument("--seconds", type=float, help="stop after so long")
    parser.add_argument("--binary", help="nyckeltal")
    parser.add_argument(
        "--time-limit", type=float, default=TIME_LIMIT, help="seconds for nyckeltal's queries"
    )
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count()))
    parser.add_argument("--output", default="disagreements", help="folder for what differs")
    parser.add_argument(
        "--only", type=int, metavar="DATABASE", help="one database, by the second number of a name"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="DuckDB alone: how many run, what they cover"
    )
    parser.add_argument(
        "--postgresql", action="store_true", help="PostgreSQL in the place of nyckeltal"
    )
    parser.add_argument("--no-minimise", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    if not options.dry_run and not options.postgresql and not options.binary:
        parser.error("name the program: --binary .build/release/nyckeltal")
    return options


def main():
    sys.setrecursionlimit(10_000)
    options = arguments()
    deadline = time.time() + options.seconds if options.seconds else None
    numbers = range((options.count + QUERIES_PER_DATABASE - 1) // QUERIES_PER_DATABASE)
    if options.only is not None:
        numbers = [options.only]
    counts, features, found = collections.Counter(), collections.Counter(), []
    start = time.time()
    if options.postgresql:
        set_up()
    with multiprocessing.Manager() as manager:
        with multiprocessing.Pool(options.jobs, adopt, (manager.dict(),)) as workers:
            tasks = ((options, number, deadline) for number in numbers)
            for more, used, problems in workers.imap_unordered(work, tasks):
                counts.update(more)
                features.update(used)
                found += problems
                done = sum(n for name, n in counts.items() if name.startswith("DuckDB"))
                if sys.stderr.isatty():
                    print(
                        f"\r{done} queries, {counts['disagreements']} disagreements",
                        end="",
                        file=sys.stderr,
                    )
    if sys.stderr.isatty():
        print(file=sys.stderr)
    report(options, counts, features, found, time.time() - start)
    sys.exit(1 if found else 0)


def report(options, counts, features, found, seconds):
    total = sum(n for name, n in counts.items() if name.startswith("DuckDB"))
    print(f"seed {options.seed}: {total} queries in {seconds:.0f} s")
    for name, n in sorted(counts.items()):
        print(f"  {name:24} {n:7}  {100 * n / max(1, total):5.1f} %")
    if options.dry_run or options.verbose:
        print("queries that DuckDB answered, by feature:")
        for name, n in sorted(features.items(), key=lambda pair: -pair[1]):
            print(f"  {name:32} {n:6}")
    classes = collections.defaultdict(list)
    for problem, name, sql in found:
        classes[problem].append((len(sql), name, sql))
    for problem, cases in sorted(classes.items(), key=lambda pair: -len(pair[1])):
        _, name, sql = min(cases)
        print(f"\n{len(cases)} × {problem}\n  {name}: {sql[:1000]}")
        print("  also:", ", ".join(sorted(other for _, other, _ in cases if other != name)))


if __name__ == "__main__":
    main()
