"""Random queries: SELECT with everything around it."""

from .aggregates import aggregate, direction, window
from .expressions import Expressions
from .scope import Query, Scope
from .tree import Items, Node, Optional

SCALAR_TYPES = ["int", "int", "real", "text", "text", "date", "bool", "ts"]


class Queries(Expressions):
    """Makes queries over tables."""

    def __init__(self, rng, tables):
        super().__init__(rng)
        self.tables = tables
        self.common = []

    def query(self):
        """A whole query, maybe with WITH in front."""
        self.features, self.number, self.common = set(), 0, []
        rng = self.rng
        if rng.random() < 0.2:
            self.count("with")
            definitions = []
            for _ in range(rng.randint(1, 2)):
                if rng.random() < 0.15:
                    self.count("with recursive")
                    name = self.fresh("n")
                    low, high = rng.randint(0, 3), rng.randint(3, 9)
                    union = rng.choice(["UNION ALL", "UNION"])
                    definitions.append(
                        Node(
                            [
                                f"{name}(k) AS (SELECT {low} AS k {union} "
                                f"SELECT k + 1 FROM {name} WHERE k < {high})"
                            ]
                        )
                    )
                    self.common.append((name, [("k", "int", True)], ["k"]))
                    continue
                inner = self.select(depth=1)
                name = self.fresh("q")
                definitions.append(Node([f"{name} AS (", inner.node, ")"]))
                self.common.append((name, inner.columns, inner.key))
            body = self.body(2)
            recursive = "RECURSIVE " if "with recursive" in self.features else ""
            body.node = Node([f"WITH {recursive}", Items(definitions), " ", body.node])
            return body
        return self.body(2)

    def body(self, depth):
        if self.rng.random() < 0.1:
            return self.set_operation(depth)
        return self.select(depth, is_outermost=True)

    def set_operation(self, depth):
        rng = self.rng
        types = [rng.choice(SCALAR_TYPES) for _ in range(rng.randint(1, 3))]
        names = [self.fresh("c") for _ in types]
        parts = []
        for i in range(rng.choice([2, 2, 2, 3])):
            if i > 0:
                word = rng.choice(
                    ["UNION", "UNION ALL", "INTERSECT", "INTERSECT ALL", "EXCEPT", "EXCEPT ALL"]
                )
                self.count(word.lower())
                parts.append(f" {word} ")
            if i > 0 and rng.random() < 0.08:
                self.count("values")
                literals = [
                    Node(["(", Items([self.literal(t) for t in types], least=len(types)), ")"])
                    for _ in range(rng.randint(1, 3))
                ]
                parts.append(Node(["(VALUES ", Items(literals), ")"], ("rows", len(types))))
            else:
                branch = self.select(
                    depth - 1, types=types, aliases=names if i == 0 else None, is_bare=True
                )
                parts.append(branch.node)
        columns = [(name, type, True) for name, type in zip(names, types)]
        node = Node(parts, ("rows", len(types)))
        ordered = False
        if rng.random() < 0.4:
            node, ordered = self.ordered(node, columns)
        return Query(node, columns, ordered)

    def ordered(self, node, columns):
        """Sorts by all columns, and maybe takes some rows."""
        rng = self.rng
        self.count("order by")
        positions = list(range(1, len(columns) + 1))
        rng.shuffle(positions)
        keys = [
            Node([str(p) if rng.random() < 0.7 else columns[p - 1][0], direction(rng)])
            for p in positions
        ]
        parts = [node, Optional([" ORDER BY ", Items(keys)])]
        if rng.random() < 0.5:
            self.count("limit, offset")
            parts.append(
                Optional(
                    [
                        rng.choice(
                            [
                                f" LIMIT {rng.randint(0, 20)}",
                                f" LIMIT {rng.randint(1, 9)} OFFSET {rng.randint(0, 5)}",
                                f" OFFSET {rng.randint(0, 9)}",
                                f" FETCH FIRST {rng.randint(1, 9)} ROWS ONLY",
                            ]
                        )
                    ]
                )
            )
        return Node(parts, node.type), True

    # FROM

    def source(self, depth):
        """Something to read from: its SQL, its columns as nodes, its key."""
        rng = self.rng
        alias = self.fresh("t")
        roll = rng.random()
        if self.common and roll < 0.5:
            name, columns, key = rng.choice(self.common)
            sql = [f"{name} AS {alias}"]
        elif depth > 0 and roll < 0.18:
            self.count("subquery in from")
            inner = self.set_operation(depth - 1) if rng.random() < 0.2 else self.select(depth - 1)
            sql, columns, key = ["(", inner.node, f") AS {alias}"], inner.columns, inner.key
        elif roll < 0.22:
            self.count("values")
            columns = [
                (self.fresh("v"), rng.choice(["int", "text", "date"]), True)
                for _ in range(rng.randint(1, 2))
            ]
            rows = [
                Node(["(", Items([self.literal(c[1]) for c in columns], least=len(columns)), ")"])
                for _ in range(rng.randint(1, 4))
            ]
            sql = ["(VALUES ", Items(rows), f") AS {alias}({', '.join(c[0] for c in columns)})"]
            key = None
        elif roll < 0.24:
            self.count("generate_series")
            columns, key = [("g", "int", True)], ["g"]
            sql = [f"generate_series({rng.randint(0, 2)}, {rng.randint(2, 9)}) AS {alias}(g)"]
        else:
            table = rng.choice(self.tables)
            columns = [(c.name, c.type, True) for c in table.columns]
            sql, key = [f'"{table.file}" AS {alias}'], ["id"]
        nodes = [Node([f"{alias}.{name}"], type, exact) for name, type, exact in columns]
        key = None if key is None else [Node([f"{alias}.{name}"]) for name in key]
        return Node(sql), nodes, key

    def sources(self, depth, outer):
        """FROM with joins, and the scope that it makes."""
        rng = self.rng
        node, columns, key = self.source(depth)
        parts = [node]
        for _ in range(rng.choice([0, 0, 0, 1, 1, 2]) if depth > 0 else rng.choice([0, 0, 0, 1])):
            right, more, right_key = self.source(depth - 1)
            kind = rng.choice(
                [
                    "JOIN",
                    "JOIN",
                    "LEFT JOIN",
                    "LEFT JOIN",
                    "RIGHT JOIN",
                    "FULL JOIN",
                    "CROSS JOIN",
                    ",",
                ]
            )
            pairs = [
                (a, b) for a in columns for b in more if a.type == b.type and a.exact and b.exact
            ]
            if kind in ("CROSS JOIN", ","):
                if len(parts) > 2:
                    break
                self.count("cross join")
                parts.append(Optional([", " if kind == "," else " CROSS JOIN ", right]))
            elif not pairs:
                break
            else:
                self.count(kind.lower())
                a, b = rng.choice(pairs)
                on = [Node(["(", a, " = ", b, ")"], "bool")]
                if rng.random() < 0.2:
                    a, b = rng.choice(pairs)
                    on.append(Node(["(", a, " = ", b, ")"], "bool"))
                if kind != "FULL JOIN" and rng.random() < 0.25:
                    self.count("join condition")
                    inside = Scope(columns + more)
                    on = rng.choice([[], on, on]) + [self.comparison(inside, 1)]
                parts.append(Optional([f" {kind} ", right, " ON ", Items(on, " AND ")]))
            columns = columns + more
            key = None if key is None or right_key is None else key + right_key
            if kind == ",":
                # A JOIN behind it could not name what stands in front.
                break
        return Node(parts), Scope(columns, key, self.subquery if depth > 0 else None, outer)

    def subquery(self, type, scope):
        """A subquery inside an expression, with columns of the rows around it."""
        rng = self.rng
        outer = [c for c in scope.columns if c.exact]
        source, inside = self.sources(0, ())
        correlated = rng.random() < 0.5 and outer
        conditions = []
        if correlated:
            pairs = [(a, b) for a in inside.columns for b in outer if a.type == b.type and a.exact]
            if pairs:
                self.count("correlated subquery")
                a, b = rng.choice(pairs)
                op = rng.choice(["=", "=", "=", "<", "<>"])
                conditions.append(Node([a, f" {op} ", b], "bool"))
        if rng.random() < 0.5:
            conditions.append(self.expression("bool", inside, 1))
        where = Optional([" WHERE ", Items(conditions, " AND ")]) if conditions else Node([""])
        if type != "bool" or rng.random() < 0.1:
            if type not in ("int", "real", "text", "date", "ts"):
                return None
            self.count("scalar subquery")
            argument = self.expression(type, inside, 1)
            call = rng.choice(["min", "max"])
            head = Node([f"{call}(", argument, ")"])
            if type == "int" and rng.random() < 0.5:
                head = Node([rng.choice(["count(", "count(DISTINCT "]), argument, ")"])
            return Node(["(SELECT ", head, " FROM ", source, where, ")"], type)
        if rng.random() < 0.3:
            self.count("exists")
            return Node(
                [rng.choice(["EXISTS", "NOT EXISTS"]), " (SELECT 1 FROM ", source, where, ")"],
                "bool",
            )
        wanted = rng.choice(["int", "text", "date"])
        operand = self.expression(wanted, scope, 1)
        column = self.expression(wanted, inside, 1)
        word = rng.choice(["IN", "IN", "NOT IN", "= ANY", "<> ALL", "< ANY", ">= ALL"])
        self.count("in subquery" if "IN" in word else "any, all subquery")
        return Node(
            ["(", operand, f" {word} (SELECT ", column, " FROM ", source, where, "))"], "bool"
        )

    # SELECT

    def select(self, depth, types=None, aliases=None, is_bare=False, is_outermost=False):
        """A SELECT. `is_bare`: without ORDER BY and LIMIT, as part of a set operation."""
        rng = self.rng
        source, scope = self.sources(depth, ())
        where = Node([""])
        if rng.random() < 0.5:
            self.count("where")
            where = Optional([" WHERE ", self.expression("bool", scope, 3)])
        exact = types is not None
        types = types or [rng.choice(SCALAR_TYPES) for _ in range(rng.randint(1, 4))]
        roll = rng.random()
        group, having, windows, key = Node([""]), Node([""]), [], None
        # What DuckDB gives as NaN for a NULL is no key of groups.
        if roll < 0.3 and any(c.exact is not None for c in scope.columns):
            scope, group, having, key = self.grouped(scope)
        elif roll < 0.4:
            self.count("aggregate of all")
            calls = [aggregate(self, scope, 1) for _ in range(rng.randint(1, 4))]
            scope = Scope(calls, is_grouped=True)
            if rng.random() < 0.2:
                having = Optional([" HAVING ", self.expression("bool", scope, 2)])
        else:
            key = scope.key
        if roll > 0.75 and not exact or roll < 0.04 and not exact:
            self.count("window")
            calls = [window(self, scope, 1, windows) for _ in range(rng.randint(1, 2))]
            scope = Scope(scope.columns + calls, key, is_grouped=scope.is_grouped)
            types = [call.type for call in calls] + types[:2]
            chosen = calls + [self.expression(t, scope, 1, exact) for t in types[len(calls) :]]
        else:
            chosen = [self.expression(t, scope, 2, exact) for t in types]
        # A column that only refers to a constant would make PostgreSQL and DuckDB differ in GROUP
        # BY.
        shown = [c for c in scope.columns if c.exact is None and c not in chosen]
        if shown and not exact:
            chosen = [*chosen, shown[0]]
            types = [*types, shown[0].type]
        names = aliases or [self.fresh("c") for _ in types]
        columns = [(n, t, c.exact) for n, t, c in zip(names, types, chosen)]
        items = Items([Node([c, f" AS {n}"]) for n, c in zip(names, chosen)], least=1)
        distinct, kept_key = Node([""]), None
        is_plain = not is_bare and all(c[2] for c in columns)
        if rng.random() < 0.12 and all(c[2] for c in columns):
            self.count("distinct")
            distinct = Optional(["DISTINCT "])
            kept_key = names
        named = Node([" WINDOW ", Items(windows)]) if windows else Node([""])
        node = Node(
            ["SELECT ", distinct, items, " FROM ", source, where, group, having, named],
            ("rows", len(types)),
        )
        ordered = False
        roll = rng.random()
        if is_plain and roll < (0.45 if is_outermost else 0.15):
            node, ordered = self.ordered(node, columns)
        elif (
            is_outermost and is_plain and roll < 0.55 and distinct.sql() == "" and len(columns) > 1
        ):
            self.count("distinct on")
            keys = Items(
                [Node([str(p + 1), direction(rng)]) for p in range(len(columns))],
                least=len(columns),
            )
            node = Node(
                [
                    "SELECT DISTINCT ON (",
                    chosen[0],
                    ") ",
                    items,
                    " FROM ",
                    source,
                    where,
                    group,
                    having,
                    named,
                    " ORDER BY ",
                    keys,
                ],
                ("rows", len(types)),
            )
            ordered = True
        if not is_outermost and not is_bare and ordered:
            node = Node([node], ("rows", len(types)))
        return Query(node, columns, ordered, kept_key)

    def grouped(self, scope):
        """GROUP BY: the scope after it, its text, HAVING, and the key of the groups."""
        rng = self.rng
        keys = []
        for _ in range(rng.choice([1, 1, 2, 2, 3])):
            type = rng.choice(SCALAR_TYPES)
            columns = scope.columns_of(type, True)
            key = (
                rng.choice(columns)
                if columns and rng.random() < 0.7
                else self.expression(type, Scope(scope.columns), 2)
            )
            if self.names_column(key, scope):
                keys.append(key)
        if not keys:
            known = [c for c in scope.columns if c.exact is not None]
            keys = [rng.choice([c for c in known if c.exact] or known)]
        calls = [aggregate(self, Scope(scope.columns), 1) for _ in range(rng.randint(1, 4))]
        roll = rng.random()
        sets = None
        if roll < 0.1:
            sets = Node(["ROLLUP (", Items(list(keys)), ")"])
        elif roll < 0.16 and len(keys) < 3:
            sets = Node(["CUBE (", Items(list(keys)), ")"])
        elif roll < 0.24:
            chosen = [[key for key in keys if rng.random() < 0.6] for _ in range(rng.randint(1, 3))]
            sets = Node(
                [
                    "GROUPING SETS (",
                    Items([Node(["(", Items(list(c), least=0), ")"]) for c in chosen + [keys]]),
                    ")",
                ]
            )
        if sets is not None:
            self.count("rollup, cube, grouping sets")
            group = Node([" GROUP BY ", sets])
            if rng.random() < 0.4:
                self.count("grouping")
                calls.append(Node(["grouping(", Items(list(keys)), ")"], "int"))
            key = None
        else:
            self.count("group by")
            group = Node([" GROUP BY ", Items(list(keys))])
            key = list(keys)
        after = Scope(keys + calls, key, is_grouped=True)
        having = Node([""])
        if rng.random() < 0.25:
            self.count("having")
            having = Optional([" HAVING ", self.expression("bool", after, 2)])
        return after, group, having, key

    def names_column(self, node, scope):
        """Whether an expression names some column: engines differ on grouping by a constant."""
        return any(n in scope.columns for n in walk(node))


def walk(node):
    yield node
    for part in node.parts:
        if isinstance(part, Node):
            yield from walk(part)
