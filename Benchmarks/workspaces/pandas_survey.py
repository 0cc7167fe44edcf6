"""What `nyckeltal survey` counts, in pandas: rates by wave and group, answers by wave, group and
question. Prints the seconds without the start of Python and the import, then a checksum."""

import sys
import time

import pandas as pd

folder = sys.argv[1] + "/enhet/survey/"
start = time.perf_counter()
text = {"wave": "category", "respondent": "str"}
people = pd.read_csv(
    folder + "invitations.csv", dtype={**text, "group": "category", "disposition": "category"}
)
responses = pd.read_csv(folder + "responses.csv", dtype=text | {"question": "category"})
rates = people.groupby(["wave", "group", "disposition"], observed=True).size()
if "question" not in responses:
    responses = responses.melt(
        id_vars=["wave", "respondent"], var_name="question", value_name="answer"
    )
answers = responses.merge(
    people[["wave", "respondent", "group"]], on=["wave", "respondent"], how="inner"
)
answers["answer"] = answers["answer"].fillna("missing")
counts = answers.groupby(["wave", "group", "question", "answer"], observed=True).size()
whole = answers.groupby(["wave", "question", "answer"], observed=True).size()
seconds = time.perf_counter() - start
print(f"{seconds:.3f} {int(rates.sum())} {len(counts)} {int(whole.sum())}")
