"""What `pandas_survey.py` counts, in Polars. Prints the seconds without the start of Python and the
import, then the same checksum."""

import sys
import time

import polars as pl

folder = sys.argv[1] + "/enhet/survey/"
start = time.perf_counter()
text = {"wave": pl.Categorical, "respondent": pl.String}
people = pl.scan_csv(
    folder + "invitations.csv",
    schema_overrides={**text, "group": pl.Categorical, "disposition": pl.Categorical},
)
responses = pl.scan_csv(folder + "responses.csv", schema_overrides=text)
columns = responses.collect_schema().names()
if "question" not in columns:
    responses = responses.unpivot(
        index=["wave", "respondent"], variable_name="question", value_name="answer"
    )
rates = people.group_by("wave", "group", "disposition").len()
answers = responses.join(
    people.select("wave", "respondent", "group"), on=["wave", "respondent"], how="inner"
).with_columns(pl.col("answer").fill_null("missing"))
counts = answers.group_by("wave", "group", "question", "answer").len()
whole = answers.group_by("wave", "question", "answer").len()
rates, counts, whole = pl.collect_all([rates, counts, whole])
seconds = time.perf_counter() - start
print(f"{seconds:.3f} {rates['len'].sum()} {len(counts)} {whole['len'].sum()}")
