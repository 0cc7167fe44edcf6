"""Draws the answers of the survey of all types of questions: `python3 Tests/SurveyTypes/make.py`.

The same seed gives the same files. Nobody stands behind them.
"""
import csv
import pathlib
import random

FOLDER = pathlib.Path(__file__).parent / "a" / "survey"
GROUPS = [("vard", 30), ("skola", 22), ("stab", 4)]
ITEMS = [f"hme-{part}{number}" for part in "mls" for number in (1, 2, 3)]
QUESTIONS = [
    "stod", "trivs", "betyg", "nps", "kanaler", "mote-langd", "stod-hur", "resa", "kom",
    "kommentar", "prio", *ITEMS,
]
draw = random.Random(13)


def step(level, most):
    """A step of a scale around a level from 0 to 1."""
    return min(most, max(1, round(1 + (most - 1) * draw.gauss(level, 0.22))))


def answers(level, comment):
    cells = dict.fromkeys(QUESTIONS, "")
    cells["stod"] = draw.choices(["ja", "delvis", "nej", "vet ej"], [level, 0.3, 0.2, 0.05])[0]
    cells["trivs"] = draw.choices(["Bra!", "so-so", "illa", "nja"], [level, 0.3, 0.1, 0.05])[0]
    cells["betyg"] = step(level, 5)
    cells["nps"] = step(level, 11) - 1
    chosen = [way for way in ("mejl", "Telefon", "Meetings") if draw.random() < 0.55] or ["mejl"]
    cells["kanaler"] = ";".join(chosen) + (";" if draw.random() < 0.5 else "")
    if "Meetings" in chosen:
        cells["mote-langd"] = draw.choice(["ja", "ja", "delvis", "nej"])
    if cells["stod"] in ("delvis", "nej"):
        cells["stod-hur"] = draw.choice(["ja", "nej"])
    cells["resa"] = draw.choice([5, 10, 15, 20, 25, 30, 45, 60, 90])
    cells["kom"] = f"{draw.randint(2017, 2024)}-{draw.randint(1, 12):02}-01"
    cells["kommentar"] = comment
    order = ["lon", "arbetstid", "colleagues"]
    draw.shuffle(order)
    cells["prio"] = ";".join(order[: draw.choice([3, 3, 3, 2])])
    for item in ITEMS:
        cells[item] = "" if draw.random() < 0.03 else step(level, 5)
    return cells


def main():
    invitations, responses = [], []
    for wave, level in (("2025-09", 0.55), ("2026-09", 0.72)):
        for group, size in GROUPS:
            for number in range(size):
                person = f"{group}-{number}"
                returned = group == "stab" or draw.random() < 0.85
                invitations.append({
                    "wave": wave, "respondent": person, "group": group,
                    "disposition": "complete" if returned else "non-contact",
                    "ort": "by" if number % 3 else "stad",
                })
                if returned:
                    comment = f"hemligt {wave} {person}" if draw.random() < 0.4 else ""
                    responses.append(
                        {"wave": wave, "respondent": person, **answers(level, comment)})
    for name, rows in (("invitations", invitations), ("responses", responses)):
        with open(FOLDER / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, rows[0], lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


main()
