"""The programs that run the tasks: nyckeltal and its peers, each a process of its own."""

import json
import os
import shutil
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
PEERS = os.path.join(HERE, "..", "peers")
QUERIES = os.path.join(HERE, "..", "queries")


class Failed(Exception):
    """A program that did not do its task, with what it said."""


def process(command, folder, environment=None, output=subprocess.PIPE):
    """Runs a command: seconds of the whole process, the most memory it held in bytes, what it
    printed."""
    start = time.perf_counter()
    child = subprocess.Popen(
        command,
        cwd=folder,
        stdout=output,
        stderr=subprocess.PIPE,
        env={**os.environ, **(environment or {})},
    )
    printed, errors = child.stdout.read() if child.stdout else b"", child.stderr.read()
    # Waits by hand, for the memory of this child alone.
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if child.returncode != 0:
        said = errors.decode("utf-8", "replace")[-500:]
        raise Failed(f"{command[0]} ended with {child.returncode}: {said}")
    # Linux counts in KB, macOS in bytes.
    return seconds, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024), printed


def query(name):
    with open(os.path.join(QUERIES, f"{name}.sql"), encoding="utf-8") as file:
        return file.read().strip()


class Nyckeltal:
    """`nyckeltal query`, timed as a whole process; the ten queries by EngineSpeed over a loaded
    table."""

    def __init__(self, binary, loaded, workspace):
        self.name = "nyckeltal"
        self.binary = binary
        self.loaded = loaded
        self.workspace = workspace

    def can(self, task, rows):
        return task != "ten" or self.loaded is not None

    def run(self, task, folder, output):
        """Seconds of each query, and the most memory. The rows are in `output`, a CSV file a
        query."""
        if task == "ten":
            script = os.path.join(QUERIES, "ten.sql")
            _, memory, printed = process(
                [self.loaded, "answers.csv", os.path.abspath(script)], folder
            )
            return [float(line) for line in printed.split()], memory
        command = [self.binary, "query", "--format", "csv", "--threads", "2"]
        if task == "cases":
            command += ["--workspace", self.workspace]
        with open(os.path.join(output, "0.csv"), "wb") as file:
            seconds, memory, _ = process([*command, query(task)], folder, output=file)
        return [seconds], memory

    def answer_ten(self, folder, output):
        """The rows of the ten queries, straight from the file: EngineSpeed only times them."""
        for i, sql in enumerate(query("ten").split(";")):
            with open(os.path.join(output, f"{i}.csv"), "wb") as file:
                process(
                    [
                        self.binary,
                        "query",
                        "--format",
                        "csv",
                        sql.strip().replace("FROM answers", 'FROM "answers.csv"'),
                    ],
                    folder,
                    output=file,
                )


class Peer:
    """A script under peers/ that times itself."""

    def __init__(self, name, command, tasks, environment=None, most=None):
        self.name = name
        self.command = command
        self.tasks = tasks
        self.environment = environment
        # More rows take it too long, or too much memory.
        self.most = most or {}

    def can(self, task, rows):
        return task in self.tasks and rows <= self.most.get(task, 10**12)

    def run(self, task, folder, output):
        _, memory, printed = process(
            [*self.command, task, folder, output], folder, self.environment
        )
        return json.loads(printed), memory

    def version(self):
        return process([*self.command, "version", "", ""], None)[2].decode().strip()


def peers(python, skipped):
    """The peers that are installed; `skipped` hears of the others."""

    def script(name):
        return [python, os.path.join(PEERS, f"{name}_peer.py")]

    every = ["shares", "ratings", "ten", "quantiles", "cases", "join"]
    found = [
        Peer("DuckDB", script("duckdb"), every),
        Peer("DuckDB, keys as ENUM", script("duckdb"), ["ten"], {"DUCKDB_KEYS": "enum"}),
        Peer("Polars", script("polars"), every),
        Peer("pandas", script("pandas"), every, most={task: 10**7 for task in every}),
    ]
    if (
        shutil.which("Rscript")
        and subprocess.run(
            ["Rscript", "-e", "quit(status = !requireNamespace('data.table', quietly = TRUE))"],
            capture_output=True,
        ).returncode
        == 0
    ):
        found.append(
            Peer(
                "data.table",
                ["Rscript", "--vanilla", os.path.join(PEERS, "datatable.R")],
                ["shares", "ratings", "quantiles", "join"],
                most={task: 10**7 for task in ["shares", "ratings", "quantiles", "join"]},
            )
        )
    else:
        skipped("data.table is not installed (apt-get install r-cran-data.table): left out")
    if shutil.which("datamash"):
        found.append(
            Peer("datamash", [os.path.join(PEERS, "datamash")], ["shares"], most={"shares": 10**6})
        )
    else:
        skipped("GNU datamash is not installed (apt-get install datamash): left out")
    return found


def startups(python, skipped):
    """Cold processes that answer the small query, as commands."""
    sql = query("small").replace("\n", " ")
    single = sql.replace('"ten.csv"', "'ten.csv'")
    commands = {
        "DuckDB in Python": [
            python,
            "-c",
            f"import duckdb; print(duckdb.sql({single!r}).fetchall())",
        ],
        "Polars": [
            python,
            "-c",
            "import polars as pl; print(pl.read_csv('ten.csv').group_by('unit')"
            ".agg(pl.len(), pl.col('value').mean()))",
        ],
        "pandas": [
            python,
            "-c",
            "import pandas as pd; print(pd.read_csv('ten.csv').groupby('unit')['value']"
            ".agg(['size', 'mean']))",
        ],
    }
    program = shutil.which("duckdb")
    if program:
        commands["DuckDB's command line"] = [program, "-csv", "-c", single]
    else:
        skipped("the command line of DuckDB is not installed: left out of the cold start")
    return commands
