"""Makes workspaces of any size: a survey of two waves, and a case log of a year.

    python3 generate.py survey FOLDER INVITED [--long]
    python3 generate.py cases FOLDER CASES

The rows are made up from a seed, so that the same call gives the same bytes.
"""

import datetime
import os
import random
import sys

GROUPS = ["chefer", "medarbetare", "politiker", "partner", "invanare"]
QUESTIONS = 11
ANSWERS = ["ja", "delvis", "nej"]
WAVES = ["2023-01", "2023-08"]
DISPOSITIONS = ["complete"] * 9 + ["partial"]
NOT_RETURNED = ["non-contact", "refusal", "other", "unknown-other"]


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def workspace(folder):
    write(
        f"{folder}/nyckeltal.yaml",
        "title: {sv: Mätning, en: Measurement}\nyear: 2023\ncalendar: sverige\n"
        "documents: {plan: {file: plan.txt, title: {sv: Plan, en: Plan}}}\nunits: [enhet]\n",
    )
    write(f"{folder}/enhet/unit.yaml", "label: {sv: Enheten, en: The unit}\n")


def survey(folder, invited, is_long):
    """Half of the invited answer; an answer in ten is missing."""
    workspace(folder)
    questions = "".join(
        f"  - {{id: q{i}, label: {{sv: fråga {i}, en: question {i}}}}}\n"
        for i in range(1, QUESTIONS + 1)
    )
    groups = "".join(f"  - {{id: {g}, label: {{sv: {g}, en: {g}}}}}\n" for g in GROUPS)
    write(
        f"{folder}/enhet/survey/survey.yaml",
        "title: {sv: Stor enkät, en: Large survey}\n"
        "scale:\n  answers:\n    - {id: ja, label: {sv: ja, en: \"yes\"}, positive: true}\n"
        "    - {id: delvis, label: {sv: delvis, en: partly}}\n"
        "    - {id: nej, label: {sv: nej, en: \"no\"}}\n  missing: [vet ej]\n"
        f"groups:\n{groups}"
        "waves:\n  - {id: 2023-01, date: 2023-01-16, instrument: 1}\n"
        "  - {id: 2023-08, date: 2023-08-21, instrument: 1}\n"
        f"questions:\n{questions}",
    )
    draw = random.Random(1)
    people, answers = [], []
    for number in range(invited):
        wave, group = WAVES[number % 2], GROUPS[draw.randrange(5)]
        person = f"p{number // 2:07d}"
        if draw.random() < 0.5:
            disposition = DISPOSITIONS[draw.randrange(10)]
            given = [
                "" if draw.random() < 0.1 else ANSWERS[min(2, int(draw.expovariate(1.6)))]
                for _ in range(QUESTIONS)
            ]
            given[0] = given[0] or "ja"
            answers.append((wave, person, given))
        else:
            disposition = NOT_RETURNED[draw.randrange(4)]
        people.append(f"{wave},{person},{group},{disposition}\n")
    place = f"{folder}/enhet/survey"
    write(f"{place}/invitations.csv", "wave,respondent,group,disposition\n" + "".join(people))
    draw.shuffle(answers)
    if is_long:
        lines = [
            f"{wave},{person},q{i},{answer}\n"
            for wave, person, given in answers
            for i, answer in enumerate(given, 1)
            if answer
        ]
        write(f"{place}/responses.csv", "wave,respondent,question,answer\n" + "".join(lines))
    else:
        header = ",".join(f"q{i}" for i in range(1, QUESTIONS + 1))
        lines = [f"{wave},{person},{','.join(given)}\n" for wave, person, given in answers]
        write(f"{place}/responses.csv", f"wave,respondent,{header}\n" + "".join(lines))


def cases(folder, count):
    """Cases of a year with a day of receipt, a day of answer in nine of ten, and a category."""
    workspace(folder)
    write(
        f"{folder}/enhet/cases/cases.yaml",
        "title: {sv: Ärenden, en: Cases}\ndata: cases.csv\n"
        "columns: {id: case, received: received, answered: answered, category: category}\n"
        "limits:\n  - {id: svar, label: {sv: svar, en: answer}, from: received, to: answered, "
        "working_days: 5}\n",
    )
    draw = random.Random(2)
    first = datetime.date(2023, 1, 1)
    days = [(first + datetime.timedelta(days=i)).isoformat() for i in range(450)]
    lines = ["case,received,answered,category\n"]
    for number in range(count):
        day = draw.randrange(365)
        answered = days[day + int(draw.expovariate(0.25))] if draw.random() < 0.9 else ""
        lines.append(f"c{number},{days[day]},{answered},kat{draw.randrange(8)}\n")
    write(f"{folder}/enhet/cases/cases.csv", "".join(lines))


if __name__ == "__main__":
    kind, folder, size = sys.argv[1], sys.argv[2], int(float(sys.argv[3]))
    if kind == "survey":
        survey(folder, size, "--long" in sys.argv)
    else:
        cases(folder, size)
