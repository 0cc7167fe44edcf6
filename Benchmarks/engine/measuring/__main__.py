"""Measures the tasks and writes the report: see run."""

import argparse
import os
import sys

from . import programs, report, rounds
from .data import Data

TASKS = {
    1: "shares",
    2: "ten",
    3: "quantiles",
    4: "cases",
    5: "join",
    6: "cold start",
    7: "growth",
    8: "ratings",
}
# What is measured at the size of the other tasks.
USUAL_ROWS = 10**7


def numbers(text):
    return [int(float(part)) for part in text.split(",")]


def arguments():
    parser = argparse.ArgumentParser(prog="run", description="Times the engine beside its peers.")
    parser.add_argument(
        "--rows", type=numbers, default=[10**6, 10**7, 10**8], help="sizes: 1e6,1e7,1e8"
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--tasks", type=numbers, default=list(TASKS), help="1,2,…")
    parser.add_argument("--binary", help="nyckeltal; without it, the peers alone")
    parser.add_argument("--loaded", help="EngineSpeed")
    parser.add_argument("--work", required=True)
    parser.add_argument("--tools", required=True, help="folder of generate and limit")
    parser.add_argument("--output", required=True)
    return parser.parse_args()


def say(text):
    print(text, file=sys.stderr, flush=True)


def main():
    options = arguments()
    notes = []

    def skipped(text):
        notes.append(text)
        say(f"engine: {text}")

    peers = programs.peers(sys.executable, skipped)
    data = Data(
        options.work, os.path.join(options.tools, "generate"), os.path.join(options.tools, "limit")
    )
    ours = []
    if options.binary:
        ours.append(programs.Nyckeltal(options.binary, options.loaded, data.workspace()))
    usual = max([n for n in options.rows if n <= USUAL_ROWS], default=min(options.rows))
    tasks, sizes = [], []
    for number in sorted(set(options.tasks)):
        task = TASKS[number]
        if task in ("shares", "growth"):
            continue
        say(f"{number}. {task}")
        if task == "cold start":
            if ours:
                tasks.append(
                    rounds.cold(
                        programs.startups(sys.executable, skipped),
                        options.binary,
                        programs.query("small"),
                        data.folder(usual),
                        8 * options.rounds,
                        say,
                    )
                )
        else:
            tasks.append(rounds.measured(task, usual, ours + peers, data, options.rounds, say))
    if {1, 7} & set(options.tasks):
        for rows in sorted(options.rows):
            say(f"1. shares, {rows} rows")
            sizes.append(rounds.measured("shares", rows, ours + peers, data, options.rounds, say))
        tasks = [next(t for t in sizes if t.rows == usual), *tasks]
    versions = [peer.version() for peer in peers if "ENUM" not in peer.name]
    rows = ",".join(f"{n:.0e}".replace("e+0", "e") for n in options.rows)
    command = f"Benchmarks/engine/run --rows {rows} --rounds {options.rounds}"
    report.write(options.output, tasks, sizes, versions, command, options.rounds, notes)


if __name__ == "__main__":
    main()
