"""The tasks in pandas, read by pyarrow with the columns that are needed; working days by numpy."""

import os

from calendar_of_sweden import days_off
from timing import LoadedTask, Task, run

import numpy as np
import pandas as pd

KEYS = ["wave", "audience", "question"]
RATED = ["municipality", "service", "aspect"]


def read(folder, columns, name="answers"):
    frame = pd.read_csv(os.path.join(folder, f"{name}.csv"), usecols=columns, engine="pyarrow")
    return frame.astype(
        {column: "category" for column in columns if column in (*KEYS, *RATED, "unit")}
    )


def rows(frame):
    return frame.reset_index().itertuples(index=False, name=None)


def positive(values):
    return (values >= 4).astype(float).where(values.notna())


def grouped(frame, keys):
    return frame.groupby(keys, observed=True, sort=False)


def shares(folder):
    frame = read(folder, [*KEYS, "value"])
    frame["positive"] = positive(frame["value"])
    return list(
        rows(
            grouped(frame, KEYS).agg(
                answers=("value", "count"),
                positive=("positive", "mean"),
                mean=("value", "mean"),
                deviation=("value", "std"),
            )
        )
    )


def ratings(folder):
    frame = read(folder, [*RATED, "grade", "minutes"], "ratings")
    frame["positive"] = (frame["grade"] >= 4).astype(float).where(frame["grade"].notna())
    return list(
        rows(
            grouped(frame, RATED).agg(
                answers=("grade", "count"),
                positive=("positive", "mean"),
                mean=("minutes", "mean"),
                deviation=("minutes", "std"),
            )
        )
    )


def load(folder):
    return read(folder, [*KEYS, "respondent", "value", "days"])


TEN = [
    lambda frame, make=make: list(rows(make(frame)))
    for make in (
        lambda f: grouped(f, KEYS).agg(n=("respondent", "size"), mean=("value", "mean")),
        lambda f: grouped(f, "question")["value"].agg(["count", "mean", "std"]),
        lambda f: grouped(f.assign(positive=positive(f["value"])), "wave").agg(
            n=("respondent", "size"), positive=("positive", "mean")
        ),
        lambda f: grouped(f[f["question"] == "q07"], ["wave", "audience"])[["value"]].mean(),
        lambda f: (
            f.groupby(["question", "value"], observed=True, sort=False, dropna=False)[
                ["respondent"]
            ]
            .size()
            .to_frame()
        ),
        lambda f: grouped(f.assign(best=f["value"] == 5, poor=f["value"] <= 2), "audience")[
            ["best", "poor"]
        ].sum(),
        lambda f: grouped(f[f["audience"] == "chefer"], ["wave", "question"])["days"].agg(
            ["mean", "max"]
        ),
        lambda f: grouped(f[f["value"].notna()], "question")["days"].agg(["min", "max", "sum"]),
        lambda f: grouped(f, ["audience", "question"])[["value"]].mean().query("value < 3.2"),
        lambda f: f.groupby(f["days"] // 30, dropna=False, sort=False).agg(
            n=("respondent", "size"), mean=("value", "mean")
        ),
    )
]


def quantiles(folder):
    groups = grouped(read(folder, ["question", "days"]), "question")["days"]
    return list(rows(groups.quantile([0.5, 0.9]).unstack()))


def cases(folder):
    frame = read(folder, ["received", "answered", "unit"], "cases")
    received = pd.to_datetime(frame["received"]).to_numpy().astype("datetime64[D]")
    answered = pd.to_datetime(frame["answered"]).to_numpy().astype("datetime64[D]")
    known = ~np.isnat(answered)
    taken = np.full(len(frame), np.nan)
    holidays = np.array(days_off(), dtype="datetime64[D]")
    taken[known] = np.busday_count(received[known] + 1, answered[known] + 1, holidays=holidays)
    frame["month"] = received.astype("datetime64[M]").astype("datetime64[s]")
    frame["taken"] = taken
    frame["within_five"] = np.where(known, taken <= 5, np.nan)
    return list(
        rows(
            grouped(frame, ["month", "unit"]).agg(
                cases=("received", "size"),
                mean=("taken", "mean"),
                within_five=("within_five", "mean"),
            )
        )
    )


def join(folder):
    answers = read(folder, ["respondent"])
    invitations = read(folder, ["respondent", "audience", "municipality"], "invitations")
    merged = answers.merge(invitations, on="respondent")
    return list(rows(grouped(merged, ["audience", "municipality"]).size()))


run(
    {
        "shares": Task(shares),
        "ratings": Task(ratings),
        "ten": LoadedTask(load, *TEN),
        "quantiles": Task(quantiles),
        "cases": Task(cases),
        "join": Task(join),
    },
    f"pandas {pd.__version__}",
)
