"""The tasks in Polars: lazy and streaming from files, with categorical keys in memory."""

import os

from calendar_of_sweden import days_off
from timing import LoadedTask, Task, run

import polars as pl
from polars import col

ENGINE = "streaming"
KEYS = {"wave": pl.Categorical, "audience": pl.Categorical, "question": pl.Categorical}


def scan(folder, name="answers"):
    return pl.scan_csv(os.path.join(folder, f"{name}.csv"), try_parse_dates=name == "cases")


def shares(folder):
    return (
        scan(folder)
        .group_by("wave", "audience", "question")
        .agg(
            col("value").count().alias("answers"),
            (col("value") >= 4).mean().alias("positive"),
            col("value").mean().alias("mean"),
            col("value").std().alias("deviation"),
        )
        .collect(engine=ENGINE)
        .rows()
    )


def ratings(folder):
    return (
        scan(folder, "ratings")
        .group_by("municipality", "service", "aspect")
        .agg(
            col("grade").count().alias("answers"),
            (col("grade") >= 4).mean().alias("positive"),
            col("minutes").mean().alias("mean"),
            col("minutes").std().alias("deviation"),
        )
        .collect(engine=ENGINE)
        .rows()
    )


def load(folder):
    return pl.read_csv(os.path.join(folder, "answers.csv"), schema_overrides=KEYS)


def query(make):
    return lambda frame: make(frame.lazy()).collect().rows()


TEN = [
    query(make)
    for make in (
        lambda f: f.group_by("wave", "audience", "question").agg(pl.len(), col("value").mean()),
        lambda f: f.group_by("question").agg(
            col("value").count(),
            col("value").mean().alias("mean"),
            col("value").std().alias("deviation"),
        ),
        lambda f: f.group_by("wave").agg(pl.len(), (col("value") >= 4).mean().alias("positive")),
        lambda f: (
            f.filter(col("question") == "q07").group_by("wave", "audience").agg(col("value").mean())
        ),
        lambda f: f.group_by("question", "value").agg(pl.len()),
        lambda f: f.group_by("audience").agg(
            (col("value") == 5).sum().alias("best"), (col("value") <= 2).sum().alias("poor")
        ),
        lambda f: (
            f.filter(col("audience") == "chefer")
            .group_by("wave", "question")
            .agg(col("days").mean().alias("mean"), col("days").max().alias("longest"))
        ),
        lambda f: (
            f.filter(col("value").is_not_null())
            .group_by("question")
            .agg(
                col("days").min().alias("shortest"),
                col("days").max().alias("longest"),
                col("days").sum().alias("total"),
            )
        ),
        lambda f: (
            f.group_by("audience", "question")
            .agg(col("value").mean().alias("mean"))
            .filter(col("mean") < 3.2)
        ),
        lambda f: f.group_by((col("days") // 30).alias("month")).agg(pl.len(), col("value").mean()),
    )
]


def quantiles(folder):
    return (
        scan(folder)
        .group_by("question")
        .agg(
            col("days").median().alias("middle"),
            col("days").quantile(0.9, "linear").alias("slow"),
        )
        .collect(engine=ENGINE)
        .rows()
    )


def cases(folder):
    # From the day after the first through the last.
    day = pl.duration(days=1)
    days = pl.business_day_count(col("received") + day, col("answered") + day, holidays=days_off())
    return (
        scan(folder, "cases")
        .with_columns(days.alias("taken"))
        .group_by(
            col("received").dt.truncate("1mo").alias("month"),
            "unit",
        )
        .agg(
            pl.len(),
            col("taken").mean().alias("mean"),
            (col("taken") <= 5).mean().alias("within_five"),
        )
        .collect(engine=ENGINE)
        .rows()
    )


def join(folder):
    return (
        scan(folder)
        .join(scan(folder, "invitations"), on="respondent")
        .group_by("audience_right", "municipality")
        .agg(pl.len())
        .collect(engine=ENGINE)
        .rows()
    )


run(
    {
        "shares": Task(shares),
        "ratings": Task(ratings),
        "ten": LoadedTask(load, *TEN),
        "quantiles": Task(quantiles),
        "cases": Task(cases),
        "join": Task(join),
    },
    f"Polars {pl.__version__}",
)
