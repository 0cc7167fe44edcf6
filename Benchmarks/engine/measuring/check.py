"""Whether two programs gave the same rows."""

import csv
import re


def rows(path, has_header):
    """The rows of a file in order of their keys, with numbers as numbers and days as texts."""
    with open(path, encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))[1 if has_header else 0 :]
    return sorted(([value(text) for text in line] for line in lines), key=key)


def value(text):
    if text in ("", "NA", "nan", "NaN", "None", "<NA>"):
        return ""
    if re.match(r"\d{4}-\d\d-\d\d", text):
        return text[:10]
    try:
        return float(text)
    except ValueError:
        return text


def key(row):
    # Only what no rounding touches.
    return [v if isinstance(v, str) else "" if v == "" else f"{v:020.3f}" for v in row[:4]]


def difference(ours, theirs):
    """The first difference in words; None if rows and values agree, numbers to a relative 1e-9."""
    if len(ours) != len(theirs):
        return f"{len(ours)} rows and {len(theirs)}"
    for a, b in zip(ours, theirs):
        if len(a) != len(b):
            return f"{len(a)} columns and {len(b)}"
        for x, y in zip(a, b):
            if isinstance(x, float) and isinstance(y, float):
                if abs(x - y) > 1e-9 * max(1, abs(x), abs(y)):
                    return f"{a} and {b}"
            elif x != y:
                return f"{a} and {b}"
    return None
