"""A query as a tree that can be printed, and made smaller piece by piece."""


class Node:
    """A piece of SQL: texts and other pieces, one after the other.

    One node may stand in several places (a key of GROUP BY and the same expression in SELECT); what
    is done to it shows in all of them.
    """

    __slots__ = ("parts", "type", "exact", "is_dropped")

    def __init__(self, parts, type=None, exact=True):
        self.parts = parts
        # 'int', 'real', 'text', 'date', 'ts', 'bool' of an expression; ('rows', n) of a query.
        self.type = type
        # Whether all engines must give the same bits: only then may it be compared or grouped by.
        # None: it may only be shown.
        self.exact = exact
        self.is_dropped = False

    def sql(self):
        if self.is_dropped:
            return ""
        return "".join(p if isinstance(p, str) else p.sql() for p in self.parts)

    def smaller(self):
        """Changes to this node alone, each as a pair of closures: do and undo."""
        if self.type is not None:
            for inner in self.inner(self.type):
                yield self.replacing([inner])
            for text in LITERALS.get(self.type, ()):
                if self.parts != [text]:
                    yield self.replacing([text])

    def replacing(self, parts):
        old = self.parts

        def do():
            self.parts = parts

        def undo():
            self.parts = old

        return do, undo

    def inner(self, type):
        """The nearest nodes below that have a type."""
        for part in self.parts:
            if isinstance(part, Node):
                if part.type == type and not part.is_dropped:
                    yield part
                else:
                    yield from part.inner(type)


LITERALS = {
    "int": ("1",),
    "real": ("1.5e0",),
    "text": ("'a'",),
    "bool": ("true",),
    "date": ("DATE '2024-01-01'",),
    "ts": ("TIMESTAMP '2024-01-01 00:00:00'",),
}


class Optional(Node):
    """A piece that a query may do without."""

    __slots__ = ()

    def smaller(self):
        if not self.is_dropped:

            def do():
                self.is_dropped = True

            def undo():
                self.is_dropped = False

            yield do, undo


class Items(Node):
    """Pieces with a separator, of which so many must stay."""

    __slots__ = ("separator", "least")

    def __init__(self, parts, separator=", ", least=1):
        super().__init__(parts)
        self.separator = separator
        self.least = least

    def sql(self):
        texts = [p if isinstance(p, str) else p.sql() for p in self.parts]
        return self.separator.join(text for text in texts if text)

    def smaller(self):
        if len(self.parts) > self.least:
            for i in range(len(self.parts)):
                yield self.replacing(self.parts[:i] + self.parts[i + 1 :])


def nodes(root):
    """All nodes of a tree, each once, the outer first."""
    seen = set()
    waiting = [root]
    while waiting:
        node = waiting.pop(0)
        if id(node) in seen or node.is_dropped:
            continue
        seen.add(id(node))
        yield node
        waiting.extend(part for part in node.parts if isinstance(part, Node))


def minimise(root, still_fails, trials=400):
    """Drops pieces of a query while it goes on failing."""
    changed = True
    while changed and trials > 0:
        changed = False
        for node in list(nodes(root)):
            for do, undo in list(node.smaller()):
                before = root.sql()
                do()
                if root.sql() == before:
                    undo()
                    continue
                trials -= 1
                if trials < 0:
                    undo()
                    return
                try:
                    fails = still_fails(root.sql())
                except RecursionError:
                    fails = False
                if fails:
                    changed = True
                    break
                undo()
