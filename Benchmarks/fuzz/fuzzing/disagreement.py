"""What differs between two answers, and the smallest query that shows it."""

import os
import re

from .compare import same_rows
from .tree import minimise

# What DuckDB alone refuses or does otherwise.
KNOWN = [
    (
        "DuckDB counts in 32 bits",
        re.compile(r"Overflow in (addition|multiplication|subtraction) of U?INT(32|16|8)"),
    ),
    (
        "DuckDB counts in 32 bits",
        re.compile(r"(INT32|INT128|HUGEINT).*out of range|Type (INT64|INT128) with value"),
    ),
    # The counts of regressions are unsigned there.
    ("DuckDB's unsigned counts", re.compile(r"Overflow in negation of numeric value")),
    (
        "DuckDB's binder",
        re.compile(
            r"^(Binder|Catalog|Parser|Serialization|Not implemented|INTERNAL)"
            "|BindBuiltinScalarFunction",
            re.I,
        ),
    ),
]

# Refusals by name are no disagreements; they are counted.
NOT_SUPPORTED = "nyckeltal says: "


def kind(ours, theirs, is_ordered):
    """The class of a disagreement; None where both say the same."""
    if ours[0] == "crash":
        return f"crash: {ours[1].splitlines()[0][:80] if ours[1] else ''}"
    if theirs[0] == "timeout":
        return None
    if ours[0] == "timeout":
        return "time limit"
    if theirs[0] == "error":
        if ours[0] == "error":
            return None
        known = [name for name, pattern in KNOWN if pattern.search(theirs[1])]
        return None if known else f"only DuckDB refuses: {plain(theirs[1])}"
    if ours[0] == "error" and "is not supported" in ours[1]:
        return f"{NOT_SUPPORTED}{plain(ours[1])}"
    if ours[0] == "error":
        return f"only nyckeltal refuses: {plain(ours[1])}"
    return None if same_rows(ours[1], theirs[1], is_ordered) else "rows differ"


def plain(message):
    """A message without its places, names and numbers."""
    line = message.strip().splitlines()[0] if message.strip() else "(no message)"
    line = re.sub(r"[\"'“”’`][^\"'“”’`]*[\"'“”’`]", "…", line)
    return re.sub(r"\d+", "N", line)[:120]


class Disagreement:
    """A query that two engines answer differently, with its tables."""

    def __init__(self, name, query, tables, kind):
        self.name = name
        self.query = query
        self.tables = tables
        self.kind = kind

    def minimise(self, ours, oracle, trials=300):
        """Drops pieces of the query, then rows, while the disagreement stays of its class."""

        def fails(sql):
            names = self.names(sql)
            theirs = oracle.answer(sql)
            mine = ours.answer(sql, names)
            return kind(mine, theirs, self.query.is_ordered and "ORDER BY" in sql) == self.kind

        minimise(self.query.node, fails, trials)
        for table in self.tables:
            step = len(table.rows) // 2
            while step >= 1 and trials > 0:
                i = 0
                while i < len(table.rows) and len(table.rows) > 1:
                    trials -= 1
                    old = table.rows
                    table.rows = old[:i] + old[i + step :]
                    if not table.rows or not self.shows_types(table):
                        table.rows = old
                        i += step
                        continue
                    self.renew(table, ours, oracle)
                    if not fails(self.query.node.sql()):
                        table.rows = old
                        self.renew(table, ours, oracle)
                        i += step
                step //= 2

    def names(self, sql):
        """The columns that are left."""
        return [c[0] for c in self.query.columns if re.search(rf" AS {c[0]}\b", sql)]

    def shows_types(self, table):
        """Whether each column still shows its type: a whole number alone would make a real column
        integer."""
        for position, column in enumerate(table.columns):
            values = [row[position] for row in table.rows if row[position] is not None]
            if not values or column.type == "real" and all(v == int(v) for v in values):
                return False
        return True

    def renew(self, table, ours, oracle):
        table.write(ours.folder)
        oracle.load([table], ours.folder)

    def save(self, folder, ours, oracle):
        """Writes the query, its files and both answers to a folder."""
        place = os.path.join(folder, self.name)
        os.makedirs(place, exist_ok=True)
        sql = self.query.node.sql()
        for table in self.tables:
            if f'"{table.file}"' in sql:
                table.write(place)
        names = self.names(sql)
        with open(os.path.join(place, "query.sql"), "w", encoding="utf-8") as file:
            file.write(sql + ";\n")
        with open(os.path.join(place, "answers.txt"), "w", encoding="utf-8") as file:
            file.write(f"{self.kind}\n\n")
            for name, answer in (
                ("nyckeltal", ours.answer(sql, names)),
                ("DuckDB", oracle.answer(sql)),
            ):
                file.write(f"{name}: {answer[0]}\n")
                lines = map(str, answer[1]) if answer[0] == "rows" else [answer[1]]
                file.write("".join(f"  {line}\n" for line in lines) + "\n")
        return sql
