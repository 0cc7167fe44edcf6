"""What expressions see, and what queries give."""


class Scope:
    """The columns that an expression can name.

    `key`: columns that tell rows apart, or None. `subqueries`: makes a subquery inside an
    expression.
    """

    def __init__(self, columns, key=None, subqueries=None, outer=(), is_grouped=False):
        self.columns = columns
        self.key = key
        self.subqueries = subqueries
        self.outer = outer
        self.is_grouped = is_grouped

    def columns_of(self, type, exact):
        return [
            c
            for c in (*self.columns, *self.outer)
            if c.type == type and (c.exact or (not exact and c.exact is not None))
        ]


class Query:
    """SQL and its columns: name, type and exactness; whether its order is total."""

    def __init__(self, node, columns, is_ordered=False, key=None):
        self.node = node
        self.columns = columns
        self.is_ordered = is_ordered
        self.key = key
