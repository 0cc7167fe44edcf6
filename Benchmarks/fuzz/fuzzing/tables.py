"""Random tables as CSV files."""

import datetime
import os

WORDS = [
    "åk",
    "ärlig",
    "öppen",
    "Åsa",
    "ja",
    "nej",
    "vet ej",
    "Borås",
    "borås",
    "BORÅS",
    'säg "hej"',
    "ja, tack",
    "a;b",
    "a_b",
    "50%",
    "q07",
    "chefer",
    "Zebra",
    "zebra",
    "é",
    "ü",
    "aa",
    "ab",
    "b",
]
SQL_TYPES = {
    "int": "BIGINT",
    "real": "DOUBLE",
    "text": "VARCHAR",
    "date": "DATE",
    "bool": "BOOLEAN",
    "ts": "TIMESTAMP",
}
FILES = ["svar.csv", "enkät.csv", "ärenden.csv", "mål.csv"]


class Column:
    def __init__(self, name, type):
        self.name = name
        self.type = type


class Table:
    """Rows of a file. The first column, id, is unique and never empty; every other column holds one
    value at least that shows its type."""

    def __init__(self, rng, file):
        self.file = file
        self.columns = [Column("id", "int")]
        for name, type, share in [
            ("a", "int", 1),
            ("b", "int", 0.6),
            ("x", "real", 0.8),
            ("y", "real", 0.4),
            ("s", "text", 0.95),
            ("t", "text", 0.5),
            ("d", "date", 0.7),
            ("e", "date", 0.3),
            ("f", "bool", 0.6),
            ("m", "ts", 0.4),
        ]:
            if rng.random() < share:
                self.columns.append(Column(name, type))
        count = rng.choice([1, 2, 3, 5, 8, 12, 20, 40, 80, 200])
        self.rows = [[i + 1] + [None] * (len(self.columns) - 1) for i in range(count)]
        rng.shuffle(self.rows)
        for position, column in enumerate(self.columns):
            if position == 0:
                continue
            values = pool(rng, column.type, rng.choice([2, 3, 6, 15, 60]))
            empty = rng.choice([0, 0, 0.1, 0.3, 0.7])
            for row in self.rows:
                row[position] = None if rng.random() < empty else rng.choice(values)
            self.rows[rng.randrange(count)][position] = witness(column.type)

    def write(self, folder):
        lines = [",".join(column.name for column in self.columns)]
        lines += [",".join(field(value) for value in row) for row in self.rows]
        with open(os.path.join(folder, self.file), "w", encoding="utf-8", newline="") as file:
            file.write("\n".join(lines) + "\n")

    def load(self, connection, folder):
        """Makes a table in DuckDB that has the file's path as its name."""
        path = os.path.join(folder, self.file)
        types = ", ".join(f"'{c.name}': '{SQL_TYPES[c.type]}'" for c in self.columns)
        connection.execute(
            f"CREATE OR REPLACE TABLE \"{self.file}\" AS SELECT * FROM read_csv('{path}', "
            f"header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', "
            f"nullstr = '', columns = {{{types}}})"
        )


def field(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.datetime):
        # As isoformat, but a fraction has no zeros at its end.
        text = value.isoformat(sep=" ")
        return text.rstrip("0") if value.microsecond else text
    text = str(value)
    if any(mark in text for mark in ',";\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


def witness(type):
    """A value that can be of no other type."""
    return {
        "int": 7,
        "real": 0.25,
        "text": "åk",
        "date": datetime.date(2024, 2, 29),
        "bool": True,
        "ts": datetime.datetime(2024, 3, 31, 23, 59, 59),
    }[type]


def pool(rng, type, count):
    return [value(rng, type) for _ in range(count)]


def value(rng, type):
    if type == "int":
        return rng.choice(
            [0, 1, -1, rng.randint(-9, 9), rng.randint(0, 100), rng.randint(-1000, 1000)]
        )
    if type == "real":
        # Quarters: sums of them are exact in any order.
        return rng.randint(-400, 400) / 4
    if type == "text":
        return rng.choice(WORDS)
    day = datetime.date(2022, 12, 26) + datetime.timedelta(
        days=rng.choice([rng.randint(0, 9), rng.randint(0, 800)])
    )
    if type == "date":
        return day
    if type == "ts":
        fraction = rng.choice([0, 0, 0, 0, 250_000, 750_000, 999_999, 1])
        second = rng.choice([0, 0, 59])
        return datetime.datetime.combine(
            day, datetime.time(rng.randint(0, 23), rng.choice([0, 30, 59]), second, fraction)
        )
    return rng.random() < 0.5
