"""PostgreSQL in the place of nyckeltal: shows where DuckDB and PostgreSQL themselves differ, so
that the
generator keeps out of there."""

import json
import os
import subprocess

from .compare import canonical

TYPES = {
    "int": "bigint",
    "real": "double precision",
    "text": "text",
    "date": "date",
    "bool": "boolean",
    "ts": "timestamp",
}

MEDIAN = """
CREATE FUNCTION middle(double precision[]) RETURNS double precision LANGUAGE sql IMMUTABLE AS
  'SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY v) FROM unnest($1) v';
CREATE AGGREGATE median(double precision)
  (sfunc = array_append, stype = double precision[], initcond = '{}', finalfunc = middle);
"""


def set_up():
    """Defines what DuckDB and nyckeltal have and PostgreSQL has not."""
    subprocess.run(["psql", "-qX"], input=MEDIAN.encode(), check=True)


class PostgreSQL:
    """Reached as the environment says: Benchmarks/oracles/postgresql sets it."""

    def __init__(self, folder, tables):
        self.folder = folder
        self.tables = tables

    def answers(self, queries):
        return [self.answer(*query) for query in queries]

    def answer(self, sql, names):
        text = "SET client_min_messages = error; SET statement_timeout = '20s';\n"
        for table in self.tables:
            columns = ", ".join(f"{c.name} {TYPES[c.type]}" for c in table.columns)
            path = os.path.join(self.folder, table.file)
            if f'"{table.file}"' in sql:
                text += f'CREATE TEMP TABLE "{table.file}" ({columns});\n'
                text += f"\\copy \"{table.file}\" FROM '{path}' WITH (FORMAT csv, HEADER)\n"
        text += f"\\echo ---\nSELECT row_to_json(q) FROM ({sql}) q;\n"
        done = subprocess.run(
            ["psql", "-qAtX", "-v", "ON_ERROR_STOP=1"], input=text.encode(), capture_output=True
        )
        if done.returncode != 0:
            return "error", done.stderr.decode().strip().removeprefix("ERROR:").strip()
        lines = done.stdout.decode().split("---\n", 1)[1].splitlines()
        records = [json.loads(line) for line in lines]
        return "rows", [tuple(canonical(record.get(name)) for name in names) for record in records]
