"""Times StatisticsSpeed beside pymannkendall, scipy and R survey, and checks that they agree.

Each round runs every task on both sides, one after the other, so that a slow spell of the machine
meets both. Files are read before the clock starts. The ratio of a task is the median of the
rounds' ratios.
"""
import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import time

import numpy as np
import pymannkendall
import scipy
import scipy.stats

SEED = 20261121


def generate(work):
    """Writes the data as rows of doubles or 32-bit integers, the same for both sides."""
    rng = np.random.default_rng(SEED)
    data = {}
    series = np.round(50 + rng.normal(0, 5, (100_000, 48)) + np.linspace(0, 3, 48), 2)
    data["series"] = series
    data["sample"] = rng.normal(100, 15, 10_000)
    data["first"] = rng.normal(0, 1, 1_000_000)
    data["second"] = np.round(rng.normal(0.002, 1, 1_000_000), 4)
    rows = 1_000_000
    data["y"] = rng.normal(50, 10, rows)
    data["weight"] = rng.uniform(0.5, 3, rows)
    data["stratum"] = np.sort(rng.integers(0, 500, rows)).astype(np.int32)
    data["domain"] = rng.integers(0, 100, rows).astype(np.int32)
    for name, values in data.items():
        values.tofile(os.path.join(work, f"{name}.bin"))
    return data


def ours(program, work, task):
    """Runs a task of the library: its seconds and its results."""
    answer = subprocess.run([program, task, work], check=True, capture_output=True, text=True)
    return json.loads(answer.stdout)


def timed(function):
    start = time.perf_counter()
    result = function()
    return time.perf_counter() - start, result


def close(a, b, tolerance):
    return np.allclose(np.asarray(a, float), np.asarray(b, float), rtol=tolerance, atol=0)


def trend(data, series=1000):
    """Mann-Kendall and Theil-Sen of some series, scaled to all of them."""
    part = data["series"][:series]
    seconds, results = timed(lambda: [pymannkendall.original_test(row) for row in part])
    return seconds * len(data["series"]) / series, [
        [result.s, result.p, result.slope] for result in results]


def bootstrap(data, method):
    seconds, result = timed(lambda: scipy.stats.bootstrap(
        (data["sample"],), np.mean, n_resamples=10_000, method=method, vectorized=True,
        batch=100, rng=np.random.default_rng(1)))
    return seconds, [result.confidence_interval.low, result.confidence_interval.high]


def mann_whitney(data):
    seconds, result = timed(lambda: scipy.stats.mannwhitneyu(
        data["first"], data["second"], method="asymptotic"))
    return seconds, [result.statistic, result.pvalue]


def domains(script, work):
    """Means by domain with Taylor variance in R, once: it takes half a minute."""
    if shutil.which("Rscript") is None:
        return None
    answer = subprocess.run(["Rscript", "--vanilla", script, work], capture_output=True, text=True)
    if answer.returncode != 0:
        return None
    lines = answer.stdout.split()
    return float(lines[0]), [float(x) for x in lines[1:]], "R survey"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--ours", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--output", required=True)
    options = parser.parse_args()
    data = generate(options.work)
    run = lambda task: ours(options.ours, options.work, task)
    tasks = [
        ("Mann–Kendall and Theil–Sen, 100 000 series of 48 points", "trend",
         f"pymannkendall {pymannkendall.__version__} (1 000 series, scaled)", lambda: trend(data),
         1e-9, 100),
        ("10 000 bootstrap replicates of a mean of 10 000, percentile", "bootstrap-percentile",
         f"scipy {scipy.__version__}", lambda: bootstrap(data, "percentile"), 2e-3, 3),
        ("10 000 bootstrap replicates of a mean of 10 000, BCa", "bootstrap-bca",
         f"scipy {scipy.__version__}", lambda: bootstrap(data, "BCa"), 2e-3, 3),
        ("Mann–Whitney, 2 × 1 000 000 values", "mann-whitney", f"scipy {scipy.__version__}",
         lambda: mann_whitney(data), 1e-9, 3),
    ]
    lines = []
    timings = {task[1]: [] for task in tasks}
    for _ in range(options.rounds):
        for title, task, peer, theirs, tolerance, goal in tasks:
            mine = run(task)
            seconds, results = theirs()
            expected = np.asarray(results, float)
            expected = expected.reshape(-1, expected.shape[-1])
            given = np.asarray(mine["results"], float)
            if not close(given, expected, tolerance):
                raise SystemExit(f"{task}: the results differ: {given[:3]} and {expected[:3]}")
            timings[task].append((mine["seconds"], seconds))
    for title, task, peer, _, _, goal in tasks:
        mine = statistics.median(pair[0] for pair in timings[task])
        theirs = statistics.median(pair[1] for pair in timings[task])
        ratios = sorted(pair[1] / pair[0] for pair in timings[task])
        lines.append((title, peer, mine, theirs, ratios, goal))
    here = os.path.dirname(os.path.abspath(__file__))
    r = domains(os.path.join(here, "domains.R"), options.work)
    mine = [run("domains") for _ in range(options.rounds)]
    if r is not None:
        seconds, results, peer = r
        if not close(np.ravel(mine[0]["results"]), results, 1e-9):
            raise SystemExit("domains: the results differ")
        times = sorted(answer["seconds"] for answer in mine)
        lines.append((
            "weighted mean with Taylor variance, 100 domains, 1 000 000 rows, 500 strata",
            "R survey (one run)", statistics.median(times), seconds,
            sorted(seconds / each for each in times), 100))
    write(options.output, lines, options.rounds)


def write(path, lines, rounds):
    text = [
        "# Statistics beside its peers", "",
        f"`Benchmarks/statistics {rounds}`: {rounds} rounds, every task on both sides in each; "
        "medians. Reading the data is not timed, and the results are compared before a figure "
        "counts. Ratio: how many times faster the library is, the median of the rounds' ratios, and "
        "the range.", "",
        f"Machine: {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}, "
        f"NumPy {np.__version__}.", "",
        "| task | library | peer | peer's time | ratio | goal |",
        "|---|---|---|---|---|---|"]
    for title, peer, mine, theirs, ratios, goal in lines:
        ratio = statistics.median(ratios)
        text.append(
            f"| {title} | {mine * 1000:.1f} ms | {peer} | {theirs:.3g} s | "
            f"**{ratio:.3g}** ({ratios[0]:.3g}–{ratios[-1]:.3g}) | {goal} |")
    with open(path, "w") as file:
        file.write("\n".join(text) + "\n")


if __name__ == "__main__":
    main()
