"""When two answers are the same."""

import datetime
import decimal
import math
import re


def canonical(value):
    """A value as text, number, truth value or None, whatever engine it comes from."""
    if isinstance(value, decimal.Decimal):
        return float(value)
    if isinstance(value, float) and math.isnan(value):
        # DuckDB gives NaN where PostgreSQL has no value: the correlation of a constant.
        return None
    if isinstance(value, datetime.datetime):
        text = value.isoformat(sep=" ")
        return text.rstrip("0") if value.microsecond else text
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?", value):
        value = value.replace("T", " ")
        return value if len(value) >= 19 else value + ":00"
    return value


def same(a, b):
    """Equality; of numbers, to a relative 1e-9."""
    if a is None or b is None:
        return a is b
    if isinstance(a, bool) or isinstance(b, bool):
        return a is b
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return abs(a - b) <= 1e-9 * max(1, abs(a), abs(b))
    return type(a) is type(b) and a == b


def same_rows(left, right, ordered):
    """Whether two results agree: row by row if the query's order is total, else as multisets."""
    if len(left) != len(right):
        return False
    if not ordered:
        left, right = sorted(left, key=rough), sorted(right, key=rough)
    if all(len(a) == len(b) and all(map(same, a, b)) for a, b in zip(left, right)):
        return True
    # Numbers that differ in the last digit may sort apart: look for a partner one by one.
    return not ordered and len(left) <= 4000 and matched(left, right)


def matched(left, right):
    rest = list(right)
    for row in left:
        for i, other in enumerate(rest):
            if all(map(same, row, other)):
                del rest[i]
                break
        else:
            return False
    return True


def rough(row):
    def key(value):
        if value is None:
            return (0, 0)
        if isinstance(value, bool):
            return (1, value)
        if isinstance(value, (int, float)):
            return (2, float(f"{value:.6g}") if abs(value) > 1e-6 else 0.0)
        return (3, value)

    # Of what is alike roughly, the exact values decide: most of them differ by more than a digit.
    numbers = [value if isinstance(value, (int, float)) else 0 for value in row]
    return [key(value) for value in row], numbers
