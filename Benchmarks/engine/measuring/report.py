"""RESULTS.md and its chart."""

import math
import os
import platform
import statistics

from .data import CASES

TITLES = {
    "shares": (
        "1",
        "CSV to shares, means and standard deviations by wave × audience × question (3 456 groups)",
        3,
    ),
    "ten": ("2", "ten grouped queries over one loaded table, together", 5),
    "quantiles": ("3", "median and 90th percentile of days by question, from CSV", 2),
    "cases": ("4", "working days and the share within five, by month × unit, from CSV", 3),
    "join": (
        "5",
        "join of answers to invitations, counts by audience and municipality, from CSV",
        1.5,
    ),
    "cold start": ("6", "a query on a file of 10 rows, cold process", 10),
    "ratings": (
        "8",
        "as 1 on a file of another kind (8 columns: å and ä, empty answers, decimals, a column of a "
        "million values that is not asked for) by municipality × service × aspect (1 920 groups)",
        3.5,
    ),
}


def count(number):
    return f"{number:,}".replace(",", " ")


def time(seconds):
    return (
        f"{seconds * 1000:.1f} ms"
        if seconds < 0.1
        else f"{seconds * 1000:.0f} ms"
        if seconds < 1
        else f"{seconds:.2f} s"
    )


def size(timings):
    """The rows that a task reads."""
    return CASES if timings.task == "cases" else timings.rows


def met(is_met):
    return "met" if is_met else "**not met**"


def row(timings):
    """The line of a task in the summary."""
    number, title, goal = TITLES[timings.task]
    rows = "" if timings.task == "cold start" else f", {count(size(timings))} rows"
    peer = timings.fastest()
    if "nyckeltal" not in timings.seconds:
        why = timings.failures.get("nyckeltal", "needs EngineSpeed").splitlines()[0][:100]
        theirs = f"{peer}: {time(timings.total(peer))}"
        return (
            f"| {number} | {title}{rows} | not run: {why} | {theirs} | | ≥ {goal} | {met(False)} |"
        )
    ours = timings.total("nyckeltal")
    if peer is None:
        return f"| {number} | {title}{rows} | {time(ours)} | | | ≥ {goal} | not compared |"
    ratios = timings.ratios(peer)
    ratio = statistics.median(ratios)
    is_met = ratio >= goal
    wanted = f"≥ {goal}"
    if timings.task == "cold start":
        is_met = is_met and ours < 0.015
        wanted += ", < 15 ms"
    return (
        f"| {number} | {title}{rows} | {time(ours)} | {peer}: {time(timings.total(peer))} | "
        f"{ratio:.3g} ({ratios[0]:.3g}–{ratios[-1]:.3g}) | {wanted} | {met(is_met)} |"
    )


def exponent(pairs):
    """The slope of log time over log rows, by least squares."""
    points = [(math.log(rows), math.log(seconds)) for rows, seconds in pairs]
    x, y = (statistics.fmean(p[i] for p in points) for i in (0, 1))
    return sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, _ in points)


def growth(sizes):
    """Task 1 by size: time, memory, and the distance to reading the bytes."""
    ran = [t for t in sizes if "nyckeltal" in t.seconds]
    if not ran:
        return []
    lines = [
        "",
        "## 7. Growth of task 1",
        "",
        "| rows | time | reading the bytes once, both cores | times as long | peak memory |",
        "|---|---|---|---|---|",
    ]
    for t in ran:
        ratios = sorted(sum(a) / b for a, b in zip(t.seconds["nyckeltal"], t.reading))
        lines.append(
            f"| {count(t.rows)} | {time(t.total('nyckeltal'))} "
            f"| {time(statistics.median(t.reading))} | "
            f"{statistics.median(ratios):.2f} ({ratios[0]:.2f}–{ratios[-1]:.2f}) | "
            f"{t.memory['nyckeltal'] / 1e6:.0f} MB |"
        )
    lines.append("")
    if len(ran) > 1:
        slope = exponent([(t.rows, t.total("nyckeltal")) for t in ran])
        lines.append(
            f"Exponent of time over rows: {slope:.3f} (goal: at most 1.05, {met(slope <= 1.05)})."
        )
    largest = ran[-1]
    if largest.rows >= 10**8:
        memory = largest.memory["nyckeltal"] / 1e6
        lines.append(
            f"Peak memory for {count(largest.rows)} rows: {memory:.0f} MB "
            f"(goal: at most 500 MB, {met(memory <= 500)})."
        )
    else:
        lines.append("Peak memory for 100 000 000 rows was not measured in this run.")
    return lines


def every_time(all_timings):
    lines = [
        "",
        "## All times",
        "",
        "| task | rows | program | median | fastest | slowest | peak memory |",
        "|---|---|---|---|---|---|---|",
    ]
    for t in all_timings:
        for name in sorted(t.seconds, key=t.total):
            totals = sorted(map(sum, t.seconds[name]))
            lines.append(
                f"| {TITLES[t.task][0]} | {count(size(t))} | {name} | {time(t.total(name))} | "
                f"{time(totals[0])} | {time(totals[-1])} | {t.memory[name] / 1e6:.0f} MB |"
            )
    return lines


def each_of_ten(timings):
    """The ten queries one by one."""
    peer = timings.fastest()
    if "nyckeltal" not in timings.seconds or peer is None:
        return []
    lines = [
        "",
        "## 2. The ten queries one by one",
        "",
        f"| query | nyckeltal | {peer} | ratio |",
        "|---|---|---|---|",
    ]
    for i in range(len(timings.seconds["nyckeltal"][0])):
        ours = statistics.median(s[i] for s in timings.seconds["nyckeltal"])
        theirs = statistics.median(s[i] for s in timings.seconds[peer])
        lines.append(f"| {i + 1} | {time(ours)} | {time(theirs)} | {theirs / ours:.3g} |")
    return lines


def write(path, tasks, sizes, versions, command, rounds, notes):
    """`tasks`: the timings for the summary; `sizes`: task 1 by rows."""
    text = [
        "# The engine beside its peers",
        "",
        f"`{command}`: {rounds} rounds, every program once in each, one after the other; "
        "medians. nyckeltal is timed as a whole process, the peers from inside, without the start "
        "of Python or R and its imports. All use 2 threads and read the same files from the page "
        "cache. A time counts only if all programs gave the same rows, numbers to a relative 1e-9. "
        "Ratio: how many times faster nyckeltal is than the fastest peer, the median of the "
        "rounds' ratios, and their range.",
        "",
        f"Machine: {machine()}. {', '.join(versions)}.",
        "",
        "| | task | nyckeltal | fastest peer | ratio | goal | |",
        "|---|---|---|---|---|---|---|",
    ]
    text += [row(t) for t in tasks]
    text += ["", "![How many times faster](results.svg)"]
    text += growth(sizes)
    for t in tasks:
        if t.task == "ten":
            text += each_of_ten(t)
    text += every_time([*[t for t in tasks if t.task != "shares"], *sizes])
    if notes:
        text += ["", "## Left out", ""] + [f"- {note}" for note in notes]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(text) + "\n")
    with open(os.path.join(os.path.dirname(path), "results.svg"), "w", encoding="utf-8") as file:
        file.write(chart(tasks))


def machine():
    model, memory = platform.processor() or platform.machine(), ""
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            names = [
                line.split(":", 1)[1].strip() for line in file if line.startswith("model name")
            ]
        model = names[0] if names else model
        memory = (
            f", {os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB of memory"
        )
    return f"{os.cpu_count()} cores ({model}){memory}, {platform.system()} {platform.release()}"


def chart(tasks):
    """Ratios as bars on a logarithmic scale, with a mark at each goal."""
    bars = []
    for t in tasks:
        peer = t.fastest()
        if peer and "nyckeltal" in t.seconds:
            bars.append((TITLES[t.task], peer, statistics.median(t.ratios(peer))))
    left, width, step = 300, 420, 34
    most = max([20, *[ratio for *_, ratio in bars]])

    def x(ratio):
        return left + width * math.log(max(ratio, 0.5) / 0.5) / math.log(most / 0.5)

    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + width + 60}" '
        f'height="{40 + step * len(bars)}" '
        'font-family="sans-serif" font-size="12">',
        '<rect width="100%" height="100%" fill="white"/>',
        f'<text x="{left}" y="16">times faster than the fastest peer; | goal</text>',
    ]
    for i, ((number, title, goal), peer, ratio) in enumerate(bars):
        y = 28 + step * i
        color = "#2a7f62" if ratio >= goal else "#b4472e"
        short = title if len(title) < 42 else title[:40] + "…"
        lines += [
            f'<text x="8" y="{y + 11}">{number}. {short.replace("&", "&amp;")}</text>',
            f'<text x="8" y="{y + 24}" fill="#666">{peer}</text>',
            f'<rect x="{x(1):.1f}" y="{y}" width="{max(1, x(ratio) - x(1)):.1f}" '
            f'height="20" fill="{color}"/>',
            f'<line x1="{x(goal):.1f}" x2="{x(goal):.1f}" y1="{y - 3}" y2="{y + 23}" '
            'stroke="black"/>',
            f'<text x="{x(ratio) + 5:.1f}" y="{y + 14}">{ratio:.3g}</text>',
        ]
    return "\n".join([*lines, "</svg>"]) + "\n"
