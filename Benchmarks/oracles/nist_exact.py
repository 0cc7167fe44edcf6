"""The exact results for the data sets in Benchmarks/nist, as a computer stores the data.

Each number is the stored number of 53 bits, and from there on everything is a fraction. Writes
dataset,statistic,value. Run from the folder of the repository, with no package but Python's own:
python3 Benchmarks/oracles/nist_exact.py
"""
from decimal import Decimal, getcontext
from fractions import Fraction
from pathlib import Path

getcontext().prec = 60
folder = Path("Benchmarks/nist")
lines = ["dataset,statistic,value"]


def record(name, statistic, value):
    if isinstance(value, Fraction):
        value = Decimal(value.numerator) / Decimal(value.denominator)
    lines.append(f"{name},{statistic},{float(value)!r}")


def root(value):
    return (Decimal(value.numerator) / Decimal(value.denominator)).sqrt()


def stored(text):
    return Fraction(float(text))


def repeated(rows):
    values = []
    for row in rows:
        values += [stored(v) for v in row[-1].split(" ")] * int(row[-2])
    return values


def inverse(matrix):
    n = len(matrix)
    work = [row[:] + [Fraction(int(i == j)) for j in range(n)] for i, row in enumerate(matrix)]
    for c in range(n):
        pivot = next(r for r in range(c, n) if work[r][c] != 0)
        work[c], work[pivot] = work[pivot], work[c]
        work[c] = [v / work[c][c] for v in work[c]]
        for r in range(n):
            if r != c and work[r][c] != 0:
                work[r] = [a - work[r][c] * b for a, b in zip(work[r], work[c])]
    return [row[n:] for row in work]


def univariate(name, rows):
    x = repeated(rows)
    n = len(x)
    mean = sum(x) / n
    squares = sum((v - mean) ** 2 for v in x)
    record(name, "mean", mean)
    record(name, "standard deviation", root(squares / (n - 1)))
    products = sum((a - mean) * (b - mean) for a, b in zip(x, x[1:]))
    record(name, "lag-1 autocorrelation", products / squares)


def anova(name, rows):
    keys = list(dict.fromkeys(row[0] for row in rows))
    groups = [repeated([row for row in rows if row[0] == key]) for key in keys]
    n, k = sum(map(len, groups)), len(groups)
    mean = sum(map(sum, groups)) / n
    means = [sum(g) / len(g) for g in groups]
    between = sum(len(g) * (m - mean) ** 2 for g, m in zip(groups, means))
    within = sum((v - m) ** 2 for g, m in zip(groups, means) for v in g)
    record(name, "between sum of squares", between)
    record(name, "between mean square", between / (k - 1))
    record(name, "F", between / (k - 1) / (within / (n - k)))
    record(name, "within sum of squares", within)
    record(name, "within mean square", within / (n - k))
    record(name, "R squared", between / (between + within))
    record(name, "residual standard deviation", root(within / (n - k)))


def regression(name, rows, intercept, degree):
    y = [stored(row[0]) for row in rows]
    n = len(y)
    columns = [[Fraction(1)] * n] if intercept else []
    for i in range(1, len(rows[0])):
        x = [stored(row[i]) for row in rows]
        columns += [[v**d for v in x] for d in range(1, degree + 1)]
    p = len(columns)
    unit = inverse([[sum(a * b for a, b in zip(c, d)) for d in columns] for c in columns])
    image = [sum(a * b for a, b in zip(c, y)) for c in columns]
    b = [sum(u * v for u, v in zip(row, image)) for row in unit]
    residuals = [y[i] - sum(b[j] * columns[j][i] for j in range(p)) for i in range(n)]
    within = sum(r * r for r in residuals)
    mean = sum(y) / n if intercept else 0
    total = sum((v - mean) ** 2 for v in y)
    variance = within / (n - p)
    first = 0 if intercept else 1
    for j in range(p):
        record(name, f"estimate B{j + first}", b[j])
        record(name, f"standard error B{j + first}", root(variance * unit[j][j]))
    record(name, "residual standard deviation", root(variance))
    record(name, "R squared", 1 - within / total)
    record(name, "regression sum of squares", total - within)
    record(name, "residual sum of squares", within)
    if variance > 0:
        record(name, "F", (total - within) / (p - 1 + first) / variance)


for file in sorted(folder.glob("*.csv")):
    text = file.read_text().splitlines()
    facts = dict(line[2:].split(": ", 1) for line in text if line.startswith("# "))
    rows = [line.split(",") for line in text if not line.startswith("#")][1:]
    if facts["kind"] == "univariate":
        univariate(file.stem, rows)
    elif facts["kind"] == "anova":
        anova(file.stem, rows)
    else:
        regression(file.stem, rows, facts["intercept"] == "yes", int(facts["degree"]))
Path("Benchmarks/oracles/nist-exact.csv").write_text("\n".join(lines) + "\n")
