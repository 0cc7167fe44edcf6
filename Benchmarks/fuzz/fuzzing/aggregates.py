"""Random aggregates and window functions."""

from .tree import Items, Node, Optional

# Feature, result, template; braces as in expressions. `noisy` marks results that engines may round
# differently; the type `same` is that of the argument in {*}.
AGGREGATES = [
    ("count", "int", "count(*)"),
    ("count", "int", "count({*})"),
    ("count distinct", "int", "count(DISTINCT {*})"),
    ("sum", "int", "sum({i})"),
    ("sum", "real", "sum({x})"),
    ("sum distinct", "int", "sum(DISTINCT {i})"),
    ("avg", "real", "avg({i})", "noisy"),
    ("avg", "real", "avg({r})", "noisy"),
    ("avg", "real", "avg(DISTINCT {i})", "noisy"),
    ("min, max", "same", "min({*})"),
    ("min, max", "same", "max({*})"),
    ("stddev, variance", "real", "stddev({i})", "noisy"),
    ("stddev, variance", "real", "stddev_pop({r})", "noisy"),
    ("stddev, variance", "real", "stddev_samp({x})", "noisy"),
    ("stddev, variance", "real", "variance({i})", "noisy"),
    ("stddev, variance", "real", "var_pop({r})", "noisy"),
    ("stddev, variance", "real", "var_samp({i})", "noisy"),
    ("corr, covar, regr", "real", "corr({c}, {c})", "noisy"),
    ("corr, covar, regr", "real", "covar_pop({r}, {i})", "noisy"),
    ("corr, covar, regr", "real", "covar_samp({r}, {i})", "noisy"),
    ("corr, covar, regr", "real", "regr_slope({c}, {c})", "noisy"),
    ("corr, covar, regr", "real", "regr_intercept({c}, {c})", "noisy"),
    ("corr, covar, regr", "int", "regr_count({r}, {i})"),
    ("corr, covar, regr", "real", "regr_avgx({r}, {i})", "noisy"),
    ("bool_and, bool_or", "bool", "bool_and({b})"),
    ("bool_and, bool_or", "bool", "bool_or({b})"),
    ("median", "real", "median({i})", "noisy"),
    ("median", "real", "median({x})", "noisy"),
]
# Aggregates whose rows are ordered; the argument stands twice or in WITHIN GROUP.
ORDERED = [
    ("string_agg", "text", "t", "string_agg({}, '+' ORDER BY {}{})", False),
    ("string_agg", "text", "t", "string_agg(DISTINCT {}, ',' ORDER BY {}{})", False),
    ("percentile_cont", "real", "i", "percentile_cont({F}) WITHIN GROUP (ORDER BY {}{})", True),
    ("percentile_cont", "real", "x", "percentile_cont({F}) WITHIN GROUP (ORDER BY {}{})", True),
    ("percentile_disc", "int", "i", "percentile_disc({F}) WITHIN GROUP (ORDER BY {}{})", False),
    ("percentile_disc", "real", "x", "percentile_disc({F}) WITHIN GROUP (ORDER BY {}{})", False),
    ("mode", "int", "i", "mode() WITHIN GROUP (ORDER BY {})", False),
    ("mode", "text", "t", "mode() WITHIN GROUP (ORDER BY {})", False),
]
SCALARS = {"i": "int", "x": "real", "t": "text"}


def aggregate(expressions, scope, depth, for_window=False):
    """A call over the rows of a scope. Columns stand in for the inputs of correlations, for there
    the
    smallest difference decides whether a spread is zero."""
    rng = expressions.rng
    if not for_window and rng.random() < 0.25:
        feature, type, kind, template, noisy = rng.choice(ORDERED)
        argument = expressions.expression(SCALARS[kind], scope, depth)
        template = template.replace("{F}", rng.choice(["0.5", "0.9", "0.25", "0", "1", "0.1"]))
        direction = rng.choice(["", " DESC"]) if feature != "mode" else ""
        pieces = template.split("{}")
        parts = [pieces[0]]
        for i, piece in enumerate(pieces[1:]):
            filler = (
                direction
                if i == len(pieces) - 2 and len(pieces) > 2 and feature != "string_agg"
                else argument
            )
            if feature == "string_agg" and i == 2:
                filler = direction
            parts += [filler, piece]
        call, exact = parts, not noisy
    else:
        choices = [
            a for a in AGGREGATES if not for_window or "DISTINCT" not in a[2] and a[0] != "median"
        ]
        feature, type, template, *noisy = rng.choice(choices)
        exact = not noisy
        if "{*}" in template:
            wanted = rng.choice(["int", "text", "date", "real", "ts"])
            argument = expressions.expression(wanted, scope, depth)
            before, after = template.split("{*}")
            call = [before, argument, after]
            type = wanted if type == "same" else type
        elif "{c}" in template:
            numbers = scope.columns_of("int", True) + scope.columns_of("real", True)
            if not numbers:
                return aggregate(expressions, scope, depth, for_window)
            before, middle, after = template.split("{c}")
            call = [before, rng.choice(numbers), middle, rng.choice(numbers), after]
            # DuckDB gives NaN for a constant: shown as it is, never computed with.
            exact = None
        else:
            call = expressions.filled(template, type, scope, depth + 1, exact).parts
    expressions.count(feature)
    # Not over groups: PostgreSQL lets no aggregate into FILTER.
    if rng.random() < 0.15 and not (for_window and scope.is_grouped):
        expressions.count("filter")
        condition = expressions.expression("bool", scope, depth)
        call = [*call, Optional([" FILTER (WHERE ", condition, ")"])]
    return Node(call, type, exact)


RANKINGS = [
    ("rank", "int", "rank()", False),
    ("rank", "int", "dense_rank()", False),
    ("percent_rank, cume_dist", "real", "percent_rank()", False),
    ("percent_rank, cume_dist", "real", "cume_dist()", False),
    ("row_number", "int", "row_number()", True),
    ("ntile", "int", "ntile({K})", True),
    ("lag, lead", "same", "lag({*})", True),
    ("lag, lead", "same", "lead({*}, {K})", True),
    ("lag, lead", "same", "lag({*}, 1, {*})", True),
    ("first_value, last_value", "same", "first_value({*})", True),
    ("first_value, last_value", "same", "last_value({*})", True),
    ("nth_value", "same", "nth_value({*}, {K})", True),
]
ROW_FRAMES = [
    "ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW",
    "ROWS BETWEEN 2 PRECEDING AND CURRENT ROW",
    "ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING",
    "ROWS 3 PRECEDING",
    "ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING",
    "ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING",
    "ROWS BETWEEN 1 FOLLOWING AND 3 FOLLOWING",
    "ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING",
    "ROWS BETWEEN 2 PRECEDING AND 2 FOLLOWING EXCLUDE CURRENT ROW",
]
PEER_FRAMES = [
    "GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW",
    "GROUPS BETWEEN CURRENT ROW AND 1 FOLLOWING",
    "GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE GROUP",
    "RANGE BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING",
    "RANGE BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING",
    "RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW",
]
RANGE_FRAMES = {
    "int": [
        "RANGE BETWEEN 5 PRECEDING AND CURRENT ROW",
        "RANGE BETWEEN 3 PRECEDING AND 3 FOLLOWING",
        "RANGE BETWEEN UNBOUNDED PRECEDING AND 2 FOLLOWING",
    ],
    "real": ["RANGE BETWEEN 2.5e0 PRECEDING AND 2.5e0 FOLLOWING"],
    "date": [
        "RANGE BETWEEN INTERVAL '7 days' PRECEDING AND CURRENT ROW",
        "RANGE BETWEEN INTERVAL '1 month' PRECEDING AND INTERVAL '1 day' FOLLOWING",
    ],
}


def direction(rng):
    return rng.choice(
        [
            "",
            "",
            " ASC",
            " DESC",
            " DESC NULLS LAST",
            " NULLS FIRST",
            " DESC NULLS FIRST",
            " ASC NULLS LAST",
        ]
    )


def window(expressions, scope, depth, windows):
    """A window call over the rows of a scope; `windows` collects the named ones."""
    rng = expressions.rng
    by = [expressions.any(scope, depth - 1) for _ in range(rng.choice([0, 1, 1, 2]))]
    partition = Optional(["PARTITION BY ", Items(by)]) if by else Node([""])
    if rng.random() < 0.5 and scope.key is not None or rng.random() < 0.5:
        name, type, call, is_total = rng.choice(RANKINGS)
    else:
        name = None
    if name is not None and is_total and scope.key is None:
        return window(expressions, scope, depth, windows)
    frame = ""
    order_type = rng.choice(["int", "real", "text", "date"])
    order = [Node([expressions.expression(order_type, scope, depth - 1), direction(rng)])]
    if name is None:
        node = aggregate(expressions, scope, depth - 1, for_window=True)
        name, type, exact, call = "window aggregate", node.type, node.exact, node.parts
        roll = rng.random()
        if roll < 0.35 and scope.key is not None:
            frame, is_total, feature = rng.choice(ROW_FRAMES), True, "rows frame"
        elif roll < 0.55:
            frame, is_total, feature = rng.choice(PEER_FRAMES), False, "range, groups frame"
        elif roll < 0.75 and order_type in RANGE_FRAMES:
            frame, is_total, feature = (
                rng.choice(RANGE_FRAMES[order_type]),
                False,
                "range distance frame",
            )
        else:
            is_total, feature = False, "standard frame"
            if roll > 0.9:
                order = []
        expressions.count(feature)
    else:
        exact = name != "percent_rank, cume_dist"
        call = call.replace("{K}", str(rng.randint(1, 4)))
        if "{*}" in call:
            type = rng.choice(["int", "text", "date", "real"])
            pieces = call.split("{*}")
            parts = [pieces[0]]
            for piece in pieces[1:]:
                argument = expressions.expression(type, scope, depth - 1)
                # PostgreSQL gives a bare text constant no type here.
                parts += (
                    ["CAST(", argument, " AS text)", piece] if type == "text" else [argument, piece]
                )
            call = parts
            if name in ("first_value, last_value", "nth_value") and rng.random() < 0.5:
                frame = rng.choice(ROW_FRAMES[:-1])
        else:
            call = [call]
    expressions.count(name)
    if is_total:
        order = order * rng.choice([0, 1]) + [Node([key, direction(rng)]) for key in scope.key]
    order = Node([" ORDER BY ", Items(order)]) if order else Node([""])
    inside = Node([partition, order, Optional([" " + frame]) if frame else Node([""])])
    if windows is not None and rng.random() < 0.15:
        expressions.count("named window")
        alias = expressions.fresh("w")
        windows.append(Node([f"{alias} AS (", inside, ")"]))
        return Node([*call, f" OVER {alias}"], type, exact)
    return Node([*call, " OVER (", inside, ")"], type, exact)
