"""Random expressions of a type over the columns in scope.

Only what PostgreSQL and DuckDB define alike: rounding of halves, the texts of reals, and orders
among equals stay out.
"""

import re

from .tables import WORDS, value
from .tree import Items, Node

# What stands in braces: i int, r real, x exact real, t text, d date, m timestamp, b bool; the upper
# case is a constant. Feature, template, and `noisy` where engines may differ in the last bits.
TEMPLATES = {
    "int": [
        ("arithmetic", "({i} + {i})"),
        ("arithmetic", "({i} - {i})"),
        ("arithmetic", "({i} * {i})"),
        ("integer division", "(CAST({i} AS bigint) / {N})"),
        ("integer division", "(CAST({i} AS bigint) / CAST(nullif({i}, 0) AS bigint))"),
        ("modulo", "({i} % {N})"),
        ("modulo", "mod({i}, {N})"),
        ("negation", "(- {i})"),
        ("abs, sign", "abs({i})"),
        ("abs, sign", "CAST(sign({i}) AS bigint)"),
        ("length", "length({t})"),
        ("length", "char_length({t})"),
        ("ascii", "ascii({t})"),
        ("position", "position({T} in {t})"),
        ("position", "strpos({t}, {T})"),
        ("extract", "CAST(extract({FIELD} FROM {d}) AS bigint)"),
        ("extract", "CAST(date_part('{FIELD}', {m}) AS bigint)"),
        ("extract", "CAST(extract({CLOCK} FROM {m}) AS bigint)"),
        ("date arithmetic", "({d} - {d})"),
        ("cast", "CAST({x} AS bigint)"),
        ("cast", "CAST({b} AS integer)"),
        ("cast", "CAST(CAST({i} AS text) AS bigint)"),
        ("cast", "({I})::bigint"),
        ("floor, ceil, trunc", "CAST(floor({x}) AS bigint)"),
        ("floor, ceil, trunc", "CAST(ceil({x}) AS bigint)"),
        ("floor, ceil, trunc", "CAST(trunc({x}) AS bigint)"),
    ],
    "real": [
        ("arithmetic", "({r} + {r})"),
        ("arithmetic", "({r} - {r})"),
        ("arithmetic", "({r} * {Q})"),
        ("arithmetic", "({i} + {r})"),
        ("arithmetic", "({r} * {I})"),
        ("negation", "(- {r})"),
        # Decimals with two and three digits, which both keep exactly.
        ("numeric", "CAST(CAST({i} AS numeric(14, 2)) + 1.25 AS double precision)"),
        ("numeric", "CAST(CAST({i} AS numeric(14, 2)) * 0.125 AS double precision)"),
        ("numeric", "CAST(CAST({x} AS numeric(14, 2)) - CAST({i} AS numeric(14, 2)) AS double precision)"),
        ("real division", "({r} / {Q})", "noisy"),
        ("real division", "({r} / nullif({x}, 0))", "noisy"),
        ("abs, sign", "abs({r})"),
        ("floor, ceil, trunc", "floor({x})"),
        ("floor, ceil, trunc", "ceil({x})"),
        ("floor, ceil, trunc", "trunc({x})"),
        ("round", "round({x} + 0.1e0)"),
        ("cast", "CAST({i} AS double precision)"),
        ("sqrt, ln, exp, power", "sqrt(abs({r}))", "noisy"),
        ("sqrt, ln, exp, power", "ln(abs({r}) + 1.0e0)", "noisy"),
        ("sqrt, ln, exp, power", "exp(least(greatest({r}, -5.0e0), 5.0e0))", "noisy"),
        ("sqrt, ln, exp, power", "power({x}, 2)", "noisy"),
    ],
    "text": [
        ("concatenation", "({t} || {t})"),
        ("concatenation", "concat({t}, {t})"),
        ("concatenation", "concat_ws('-', {t}, {t}, {T})"),
        ("upper, lower", "upper({t})"),
        ("upper, lower", "lower({t})"),
        ("substring", "substring({t} from {K} for {K})"),
        ("substring", "substr({t}, {K})"),
        ("substring", "left({t}, {K})"),
        ("substring", "right({t}, {K})"),
        ("substring", "left({t}, -{K})"),
        ("trim", "trim(both {LETTER} from {t})"),
        ("trim", "ltrim({t}, {LETTER})"),
        ("trim", "rtrim({t}, {LETTER})"),
        ("replace", "replace({t}, {LETTER}, {T})"),
        ("replace", "translate({t}, 'aåb', 'xy')"),
        ("reverse, repeat", "reverse({t})"),
        ("reverse, repeat", "repeat({t}, {K})"),
        ("pad", "lpad({t}, {K}, '*')"),
        ("pad", "rpad({t}, {K}, 'åb')"),
        ("split_part", "split_part({t}, {LETTER}, {K})"),
        ("cast", "CAST({i} AS text)"),
        ("cast", "CAST({d} AS text)"),
        ("cast", "({b})::text"),
        ("cast", "CAST({m} AS text)"),
        ("regex", "regexp_replace({t}, {REGEX}, '<>', 'g')"),
        ("regex", "regexp_replace({t}, {REGEX}, '#')"),
        ("overlay", "overlay({t} placing {T} from {K} for {K})"),
    ],
    "date": [
        ("date arithmetic", "({d} + CAST(({i} % 100) AS integer))"),
        ("date arithmetic", "({d} - {K})"),
        ("interval", "CAST(({d} + INTERVAL '{K} month') AS date)"),
        ("interval", "CAST(({d} - INTERVAL '{K} days') AS date)"),
        ("date_trunc", "CAST(date_trunc('{UNIT}', {d}) AS date)"),
        ("cast", "CAST({m} AS date)"),
        ("make_date", "make_date(2024, {K}, {K})"),
        ("cast", "CAST(CAST({d} AS text) AS date)"),
    ],
    "ts": [
        ("interval", "({m} + INTERVAL '{K} hours')"),
        ("interval", "({m} - INTERVAL '{K} months')"),
        ("date_trunc", "date_trunc('{UNIT}', {m})"),
        ("date_trunc", "date_trunc('hour', {m})"),
        ("microseconds", "date_trunc('second', {m})"),
        ("microseconds", "date_trunc('milliseconds', {m})"),
        ("microseconds", "({m} + INTERVAL '0.25 seconds')"),
        ("microseconds", "({m} - INTERVAL '{K} milliseconds')"),
        ("cast", "CAST({d} AS timestamp)"),
    ],
    "bool": [
        ("and, or, not", "({b} AND {b})"),
        ("and, or, not", "({b} OR {b})"),
        ("and, or, not", "(NOT {b})"),
        ("is true", "({b} IS TRUE)"),
        ("is true", "({b} IS NOT FALSE)"),
        ("is true", "({b} IS UNKNOWN)"),
        ("like", "({t} LIKE {PATTERN})"),
        ("like", "({t} NOT LIKE {PATTERN})"),
        ("like", "({t} ILIKE {PATTERN})"),
        ("like", "({t} NOT ILIKE {PATTERN})"),
        ("regex", "({t} ~ {REGEX})"),
        ("regex", "({t} !~ {REGEX})"),
        ("regex", "({t} ~* {REGEX})"),
        ("similar to", "({t} SIMILAR TO '(a|b|å)(a|b|k)?')"),
        ("starts_with", "starts_with({t}, {T})"),
        # DuckDB compares rows with a NULL inside otherwise: only what is true is the same.
        ("row comparison", "((({i}, {t}) IN (({I}, {T}), ({I}, {T}))) IS TRUE)"),
    ],
}
SCALARS = {"i": "int", "r": "real", "x": "real", "t": "text", "d": "date", "m": "ts", "b": "bool"}
SQL_NAMES = {
    "int": "bigint",
    "real": "double precision",
    "text": "text",
    "date": "date",
    "ts": "timestamp",
    "bool": "boolean",
}
TYPES = list(SQL_NAMES)
COMPARISONS = ["=", "<>", "<", "<=", ">", ">="]
PIECES = re.compile(r"\{(\w+)\}")


class Expressions:
    """Makes expressions. `count` notes a feature of the query at hand."""

    def __init__(self, rng):
        self.rng = rng
        self.features = set()
        self.number = 0

    def count(self, feature):
        self.features.add(feature)

    def fresh(self, letter):
        self.number += 1
        return f"{letter}{self.number}"

    def literal(self, type):
        if self.rng.random() < 0.06:
            self.count("null literal")
            return Node([f"CAST(NULL AS {SQL_NAMES[type]})"], type)
        return Node([constant(value(self.rng, type))], type)

    def any(self, scope, depth, exact=True):
        return self.expression(self.rng.choice(TYPES), scope, depth, exact)

    def expression(self, type, scope, depth, exact=True):
        """An expression; with `exact`, one that all engines compute to the same bits."""
        roll = self.rng.random()
        columns = scope.columns_of(type, exact)
        if depth <= 0 or roll < 0.3:
            if columns and self.rng.random() < 0.93:
                return self.rng.choice(columns)
            return self.literal(type)
        if roll < 0.42:
            return self.general(type, scope, depth, exact)
        if type == "bool" and roll < 0.75:
            return self.comparison(scope, depth)
        if scope.subqueries is not None and roll > 0.92:
            subquery = scope.subqueries(type, scope)
            if subquery is not None:
                return subquery
        choices = [t for t in TEMPLATES[type] if not (exact and len(t) > 2)]
        feature, template, *noisy = self.rng.choice(choices)
        self.count(feature)
        return self.filled(template, type, scope, depth, exact and not noisy)

    def filled(self, template, type, scope, depth, exact):
        parts = []
        for i, piece in enumerate(PIECES.split(template)):
            if i % 2 == 0:
                parts.append(piece)
            elif piece in SCALARS:
                wanted = SCALARS[piece]
                parts.append(self.expression(wanted, scope, depth - 1, exact or piece != "r"))
            else:
                parts.append(self.constant(piece))
        return Node(parts, type, exact)

    def constant(self, kind):
        rng = self.rng
        if kind == "N":
            return str(rng.choice([2, 3, 7, 10]))
        if kind == "I":
            return str(rng.randint(0, 12))
        if kind == "K":
            return str(rng.randint(1, 6))
        if kind == "Q":
            return rng.choice([f"{n}::float8" for n in ("0.5", "2.0", "0.25", "4.0")])
        if kind == "T":
            return constant(rng.choice(WORDS))
        if kind == "LETTER":
            return constant(rng.choice(["a", "å", "b", "e", "ö", " ", "_"]))
        if kind == "PATTERN":
            return constant(
                rng.choice(
                    [
                        "%a%",
                        "å%",
                        "_b%",
                        "%",
                        "",
                        "a_b",
                        "%ö%n",
                        "z____",
                        '%"%',
                        "Bor_s",
                        "%s",
                        "50%",
                        "_",
                        "%å_%",
                    ]
                )
            )
        if kind == "REGEX":
            return constant(
                rng.choice(
                    [
                        "^a",
                        "[åäö]",
                        "b$",
                        "a+",
                        "(ja|nej)",
                        "[A-Z]",
                        ".b",
                        "^$",
                        "o.*s",
                        "[[:digit:]]+",
                        "^.{2}$",
                        "a|z",
                    ]
                )
            )
        if kind == "FIELD":
            return rng.choice(
                ["year", "month", "day", "dow", "doy", "isodow", "week", "quarter", "isoyear"]
            )
        if kind == "CLOCK":
            return rng.choice(["hour", "minute"])
        return rng.choice(["year", "month", "week", "quarter", "day"])

    def general(self, type, scope, depth, exact):
        """What works for every type."""
        rng = self.rng
        inner = lambda: self.expression(type, scope, depth - 1, exact)
        kind = rng.choice(["case", "case", "simple case", "coalesce", "nullif", "greatest, least"])
        if kind in ("greatest, least",) and type == "bool":
            kind = "coalesce"
        self.count(kind)
        if kind == "case":
            branches = Items(
                [
                    Node([" WHEN ", self.expression("bool", scope, depth - 1), " THEN ", inner()])
                    for _ in range(rng.randint(1, 2))
                ],
                separator="",
            )
            otherwise = [" ELSE ", inner()] if rng.random() < 0.7 else []
            return Node(["CASE", branches, *otherwise, " END"], type, exact)
        if kind == "simple case":
            operand = rng.choice(["int", "text"])
            return Node(
                [
                    "CASE ",
                    self.expression(operand, scope, depth - 1),
                    " WHEN ",
                    self.literal(operand),
                    " THEN ",
                    inner(),
                    " ELSE ",
                    inner(),
                    " END",
                ],
                type,
                exact,
            )
        if kind == "coalesce":
            return Node(["coalesce(", inner(), ", ", inner(), ")"], type, exact)
        if kind == "nullif":
            return Node(
                ["nullif(", self.expression(type, scope, depth - 1), ", ", self.literal(type), ")"],
                type,
                True,
            )
        return Node(
            [
                rng.choice(["greatest", "least"]),
                "(",
                Items([inner() for _ in range(rng.randint(2, 3))]),
                ")",
            ],
            type,
            exact,
        )

    def comparison(self, scope, depth):
        rng = self.rng
        type = rng.choice(["int", "int", "real", "text", "text", "date", "ts"])
        one = lambda: self.expression(type, scope, depth - 1)
        kind = rng.choice(
            [
                "comparison",
                "comparison",
                "comparison",
                "is null",
                "between",
                "in list",
                "is distinct",
            ]
        )
        self.count(kind)
        if kind == "comparison":
            return Node(["(", one(), f" {rng.choice(COMPARISONS)} ", one(), ")"], "bool")
        if kind == "is null":
            operand = self.any(scope, depth - 1)
            return Node(["(", operand, rng.choice([" IS NULL)", " IS NOT NULL)"])], "bool")
        if kind == "between":
            word = rng.choice(["BETWEEN", "BETWEEN", "NOT BETWEEN"])
            return Node(["(", one(), f" {word} ", one(), " AND ", one(), ")"], "bool")
        if kind == "in list":
            word = rng.choice(["IN", "IN", "NOT IN"])
            items = Items(
                [
                    self.literal(type) if rng.random() < 0.8 else one()
                    for _ in range(rng.randint(1, 4))
                ]
            )
            return Node(["(", one(), f" {word} (", items, "))"], "bool")
        word = rng.choice(["IS DISTINCT FROM", "IS NOT DISTINCT FROM"])
        return Node(["(", one(), f" {word} ", one(), ")"], "bool")


def constant(value):
    """A value as SQL."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value) if value >= 0 else f"({value})"
    if isinstance(value, float):
        # A number with a point is numeric in PostgreSQL, whatever its exponent: ties round otherwise.
        return f"{value}::float8" if value >= 0 else f"({value})::float8"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    if hasattr(value, "hour"):
        return f"TIMESTAMP '{value:%Y-%m-%d %H:%M:%S}'"
    return f"DATE '{value:%Y-%m-%d}'"
