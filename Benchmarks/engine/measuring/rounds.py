"""Rounds: every program runs the task once in each, so that a slow spell of the machine meets
all."""

import os
import statistics
import tempfile
import time

from . import check
from .programs import Failed, Nyckeltal, process


class Timings:
    """Seconds and memory of the programs, round by round."""

    def __init__(self, task, rows):
        self.task = task
        self.rows = rows
        self.seconds = {}
        self.memory = {}
        self.failures = {}
        # The time to read the same bytes once.
        self.reading = []

    def add(self, name, seconds, memory):
        self.seconds.setdefault(name, []).append(seconds)
        self.memory[name] = max(self.memory.get(name, 0), memory)

    def total(self, name):
        """The median over the rounds of all queries together."""
        return statistics.median(sum(each) for each in self.seconds[name])

    def ratios(self, name):
        """How many times faster nyckeltal was, round by round, from low to high."""
        pairs = zip(self.seconds[name], self.seconds["nyckeltal"])
        return sorted(sum(theirs) / sum(ours) for theirs, ours in pairs)

    def fastest(self):
        """The peer with the lowest time."""
        peers = [name for name in self.seconds if name != "nyckeltal"]
        return min(peers, key=self.total) if peers else None


def measured(task, rows, programs, data, rounds, say):
    """Runs a task: the timings, or an end with words if the results differ."""
    folder = data.folder(rows)
    timings = Timings(task, rows)
    running = [program for program in programs if program.can(task, rows)]
    file = data.file(task, rows)
    data.read_once(file)
    for turn in range(rounds):
        start = time.perf_counter()
        data.read_once(file)
        timings.reading.append(time.perf_counter() - start)
        with tempfile.TemporaryDirectory() as output:
            first = None
            for program in running[turn % len(running) :] + running[: turn % len(running)]:
                if program.name in timings.failures:
                    continue
                place = os.path.join(output, program.name)
                os.mkdir(place)
                try:
                    seconds, memory = program.run(task, folder, place)
                    if task == "ten" and isinstance(program, Nyckeltal):
                        if turn == 0:
                            program.answer_ten(folder, place)
                        else:
                            timings.add(program.name, seconds, memory)
                            continue
                except Failed as failed:
                    timings.failures[program.name] = str(failed)
                    say(f"  {program.name}: {failed}")
                    continue
                for i in range(len(seconds)):
                    rows_of_query = check.rows(
                        os.path.join(place, f"{i}.csv"), isinstance(program, Nyckeltal)
                    )
                    compare(task, i, program.name, rows_of_query, first)
                if first is None:
                    first = (
                        program.name,
                        [
                            check.rows(
                                os.path.join(place, f"{i}.csv"), isinstance(program, Nyckeltal)
                            )
                            for i in range(len(seconds))
                        ],
                    )
                timings.add(program.name, seconds, memory)
                megabytes = f"{memory / 1e6:.0f} MB"
                say(f"  round {turn + 1}: {program.name} {sum(seconds):.3f} s, {megabytes}")
    return timings


def compare(task, query, name, rows, first):
    if first is None:
        return
    difference = check.difference(rows, first[1][query])
    if difference is not None:
        raise SystemExit(
            f"engine: query {query + 1} of {task}: {name} and {first[0]} differ: {difference}"
        )


def cold(commands, binary, sql, folder, rounds, say):
    """The small query from cold processes: seconds by program."""
    timings = Timings("cold start", 10)
    every = {"nyckeltal": [binary, "query", "--format", "csv", sql], **commands}
    for turn in range(-2, rounds):
        for name, command in every.items():
            seconds, memory, _ = process(command, folder)
            if turn >= 0:
                timings.add(name, [seconds], memory)
    for name in every:
        say(f"  {name}: {timings.total(name) * 1000:.1f} ms")
    return timings
