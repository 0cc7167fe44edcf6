"""What the peers in Python share: a task by its name, timed from inside, its rows written as CSV.

The start of Python and its imports are not timed. Loading is timed for what reads a file, and not
for
the ten queries.
"""

import csv
import json
import os
import sys
import time

THREADS = 2
os.environ.setdefault("POLARS_MAX_THREADS", str(THREADS))
os.environ.setdefault("OMP_NUM_THREADS", str(THREADS))


def run(tasks, version):
    """`peer.py TASK FOLDER OUTPUT`: prints the seconds. A task gives lists of rows, one for each
    query."""
    name, folder, output = sys.argv[1:4]
    if name == "version":
        print(version)
        return
    task = tasks[name]
    loaded = task.load(folder) if hasattr(task, "load") else None
    seconds, results = [], []
    for query in task.queries:
        start = time.perf_counter()
        rows = query(folder) if loaded is None else query(loaded)
        seconds.append(time.perf_counter() - start)
        results.append(rows)
    for i, rows in enumerate(results):
        with open(os.path.join(output, f"{i}.csv"), "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    print(json.dumps(seconds))


class Task:
    """Queries over files."""

    def __init__(self, *queries):
        self.queries = queries


class LoadedTask(Task):
    """Queries over a table that is loaded before the clock starts."""

    def __init__(self, load, *queries):
        super().__init__(*queries)
        self.load = load
