"""The files that the tasks read, made once and kept."""

import os
import shutil
import subprocess

TEN = "unit,value\n" + "".join(
    f"{unit},{value}\n"
    for unit, value in [
        ("navet", 4),
        ("navet", 5),
        ("kansli", 3),
        ("växel", 2),
        ("kansli", 4),
        ("navet", 1),
        ("växel", 5),
        ("växel", 4),
        ("kansli", 5),
        ("navet", 3),
    ]
)
CASES = 5_000_000
# Bytes a row, and a little more.
ROW = 50
RATING = 55


class Data:
    """A folder of data for each number of rows."""

    def __init__(self, work, generator, limit):
        self.work = work
        self.generator = generator
        self.limit = limit

    def folder(self, rows):
        """The folder with so many answers, their invitations, the cases and the small file."""
        place = os.path.join(self.work, f"answers-{rows}")
        os.makedirs(place, exist_ok=True)
        self.make(place, "answers.csv", "answers", rows, rows * ROW)
        self.make(place, "invitations.csv", "invitations", rows, rows)
        self.make(place, "cases.csv", "cases", CASES, CASES * 35)
        with open(os.path.join(place, "ten.csv"), "w", encoding="utf-8") as file:
            file.write(TEN)
        return place

    def file(self, task, rows):
        """The file that a task reads from, or most of it."""
        folder = self.folder(rows)
        if task == "ratings":
            self.make(folder, "ratings.csv", "ratings", rows, rows * RATING)
            return os.path.join(folder, "ratings.csv")
        return os.path.join(folder, "cases.csv" if task == "cases" else "answers.csv")

    def workspace(self):
        """A workspace with the calendar of `working_days` and nothing else."""
        place = os.path.join(self.work, "calendar")
        os.makedirs(os.path.join(place, "unit"), exist_ok=True)
        texts = {
            "nyckeltal.yaml": "title: {sv: Kalender, en: Calendar}\nyear: 2030\n"
            "calendar: sverige\nunits:\n  - unit\n",
            "unit/unit.yaml": "label: {sv: Kalender, en: Calendar}\n",
        }
        for name, text in texts.items():
            with open(os.path.join(place, name), "w", encoding="utf-8") as file:
                file.write(text)
        return os.path.abspath(place)

    def make(self, folder, name, kind, rows, size):
        path = os.path.join(folder, name)
        if os.path.exists(path):
            return
        free = shutil.disk_usage(folder).free
        if free < size * 1.1:
            raise SystemExit(
                f"engine: {name} with {rows} rows needs {size * 1.1 / 1e9:.1f} GB, "
                f"{free / 1e9:.1f} GB are free in {folder}"
            )
        with open(path + ".part", "wb") as file:
            subprocess.run([self.generator, kind, str(rows)], stdout=file, check=True)
        os.rename(path + ".part", path)

    def read_once(self, path):
        """Reads a file with both cores; brings it into the page cache, too."""
        subprocess.run([self.limit, path], check=True, capture_output=True)
