"""The SQL cases of Tests/QueryTests/Cases/Files beside PostgreSQL.

    cases.py check FOLDER     compares the rows and errors of every case with PostgreSQL's
    cases.py record FILE …    writes PostgreSQL's rows and errors under the cases that have none yet

A case with a line `-- source:` has its rows from there and is left alone. The server is the one
that the
environment names: Benchmarks/oracles/postgresql starts one.
"""

import csv
import glob
import os
import re
import subprocess
import sys


class Case:
    def __init__(self, name):
        self.name = name
        self.source = None
        self.sql = []
        # 'result', 'result, in any order' or 'error: …', and the lines below.
        self.outcome = None
        self.expected = []


class CaseFile:
    """A file: a head, tables, cases. README.md in the folder tells the form."""

    def __init__(self, path):
        self.path = path
        self.head, self.tables, self.cases = [], {}, []
        with open(path, encoding="utf-8") as file:
            lines = file.read().split("\n")
        table = None
        for line in lines:
            if match := re.match(r"-- table: (\w+)$", line):
                table = self.tables.setdefault(match[1], [])
                self.head.append(line)
            elif match := re.match(r"-- case: (.+)$", line):
                table = None
                self.cases.append(Case(match[1]))
            elif not self.cases:
                self.head.append(line)
                if table is not None and line.startswith("--   "):
                    table.append(line[5:])
            else:
                self.case_line(self.cases[-1], line)

    def case_line(self, case, line):
        if match := re.match(r"-- source: (.+)$", line):
            case.source = match[1]
        elif match := re.match(r"-- (result(?:, in any order)?):$", line):
            case.outcome = match[1]
        elif match := re.match(r"-- (error: ?.*)$", line):
            case.outcome = match[1].strip()
        elif case.outcome is not None:
            if line.startswith("--   "):
                case.expected.append(line[5:])
        elif line.strip():
            case.sql.append(line)

    def write(self):
        text = "\n".join(self.head).rstrip("\n") + "\n"
        for case in self.cases:
            text += f"\n-- case: {case.name}\n"
            if case.source:
                text += f"-- source: {case.source}\n"
            text += "\n".join(case.sql) + "\n"
            text += f"-- {case.outcome}" + ("" if case.outcome.startswith("error") else ":") + "\n"
            text += "".join(f"--   {line}\n" for line in case.expected)
        with open(self.path, "w", encoding="utf-8") as file:
            file.write(text)


def column_type(values):
    """The type of a column from its texts, as the test in Swift finds it."""
    known = [v for v in values if v != ""]
    patterns = [
        ("bigint", r"-?\d+"),
        ("double precision", r"-?\d+(\.\d+)?"),
        ("boolean", "true|false"),
        ("date", r"\d{4}-\d\d-\d\d"),
        ("timestamp", r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?"),
    ]
    for name, pattern in patterns:
        if known and all(re.fullmatch(pattern, v) for v in known):
            return name
    return "text"


def psql(text):
    return subprocess.run(
        ["psql", "-qAtX", "-v", "ON_ERROR_STOP=1"], input=text.encode(), capture_output=True
    )


def setting_up(tables):
    text = "SET client_min_messages = error;\n"
    for name, lines in tables.items():
        header, *rows = list(csv.reader(lines))
        columns = ", ".join(
            f'"{column}" {column_type([row[i] for row in rows])}' for i, column in enumerate(header)
        )
        text += f"CREATE TEMP TABLE {name} ({columns});\n"
        text += f"COPY {name} FROM STDIN WITH (FORMAT csv);\n" + "\n".join(lines[1:]) + "\n\\.\n"
    return text


def answer(tables, case):
    """PostgreSQL's answer: ('result', lines of CSV) or ('error', message, place)."""
    sql = "\n".join(case.sql).rstrip().rstrip(";")
    start = setting_up(tables)
    described = psql(f"{start}\\echo ===\n{sql}\\gdesc\n")
    if described.returncode != 0:
        return failure(described.stderr.decode(), sql)
    types = [
        line.rsplit("|", 1)[1] for line in described.stdout.decode().split("===\n")[1].splitlines()
    ]
    done = psql(f"{start}\\echo ===\nCOPY ({sql}) TO STDOUT WITH (FORMAT csv, HEADER);\n")
    if done.returncode != 0:
        return failure(done.stderr.decode(), None)
    lines = done.stdout.decode().split("===\n")[1].splitlines()
    return "result", [lines[0]] + [truths(line, types) for line in lines[1:]]


def failure(text, sql):
    message = re.search(r"ERROR:  (.*)", text)[1]
    lines = text.splitlines()
    for line, caret in zip(lines, lines[1:]):
        # "LINE 2: SELECT …" with a caret below; a long line is cut, and then the place is not
        # known.
        match = re.match(r"LINE (\d+): ", line)
        if match and sql is not None and "..." not in line:
            before = sql.split("\n")[: int(match[1]) - 1]
            return (
                "error",
                message,
                sum(len(q) + 1 for q in before) + caret.index("^") - len(match[0]) + 1,
            )
    return "error", message, None


def truths(line, types):
    """t and f of boolean columns as true and false."""
    if "boolean" not in types:
        return line
    fields = split(line)
    for i, kind in enumerate(types):
        if kind == "boolean":
            fields[i] = {"t": "true", "f": "false"}.get(fields[i], fields[i])
    return ",".join(fields)


def split(line):
    """The fields of a line with their quotes."""
    fields, field, quoted = [], "", False
    for mark in line:
        if mark == '"':
            quoted = not quoted
        if mark == "," and not quoted:
            fields.append(field)
            field = ""
        else:
            field += mark
    return [*fields, field]


def same(a, b):
    if a == b:
        return True
    try:
        x, y = float(a), float(b)
    except ValueError:
        return False
    return abs(x - y) <= 1e-9 * max(1, abs(x), abs(y))


def words(message):
    """PostgreSQL's message as nyckeltal says it: without values, with its names of types."""
    message = re.sub(r': ("[^"]*"|[\d-]+)$', "", message)
    return message if "out of range" in message else message.replace("bigint", "integer")


def agrees(case, given):
    if given[0] == "error":
        if not case.outcome.startswith("error"):
            return False
        return re.fullmatch(r"error: (.*?)(?: at \d+)?", case.outcome)[1] == words(given[1])
    if case.outcome.startswith("error"):
        return False
    ours, theirs = [[split(line) for line in lines] for lines in (case.expected, given[1])]
    if "any order" in case.outcome:
        ours, theirs = ours[:1] + sorted(ours[1:]), theirs[:1] + sorted(theirs[1:])
    return len(ours) == len(theirs) and all(
        len(a) == len(b) and all(map(same, a, b)) for a, b in zip(ours, theirs)
    )


def tidy(line):
    """Numbers as short as they can be."""

    def short(field):
        return re.sub(r"\.?0+$", "", field) if re.fullmatch(r"-?\d+\.\d+", field) else field

    return ",".join(map(short, split(line)))


def record(paths):
    for path in paths:
        file = CaseFile(path)
        for case in file.cases:
            if (
                case.source
                or case.expected
                or case.outcome not in ("result", "result, in any order", "error:")
            ):
                continue
            given = answer(file.tables, case)
            if given[0] == "error":
                if case.outcome != "error:":
                    print(f"{path}: {case.name}: error: {given[1]}")
                place = "" if given[2] is None else f" at {given[2]}"
                case.outcome = f"error: {words(given[1])}{place}"
            elif case.outcome == "error:":
                print(f"{path}: {case.name}: no error")
            else:
                case.expected = [given[1][0]] + [tidy(line) for line in given[1][1:]]
        file.write()


def check(folder):
    counts, failures = {"checked": 0, "from elsewhere": 0}, 0
    for path in sorted(glob.glob(os.path.join(folder, "*.sql"))):
        file = CaseFile(path)
        for case in file.cases:
            if case.source:
                counts["from elsewhere"] += 1
                continue
            counts["checked"] += 1
            given = answer(file.tables, case)
            if not agrees(case, given):
                failures += 1
                print(f"{os.path.basename(path)}: {case.name}")
                print(f"  {case.outcome} {case.expected}\n  PostgreSQL: {given}")
    print(
        f"{counts['checked']} cases against PostgreSQL, {failures} differ; "
        f"{counts['from elsewhere']} have another source"
    )
    return failures


if __name__ == "__main__":
    if sys.argv[1] == "record":
        record(sys.argv[2:])
    else:
        sys.exit(1 if check(sys.argv[2]) else 0)
