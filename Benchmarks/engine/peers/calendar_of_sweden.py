"""Working days in Sweden from 2015 to 2030.

Neither Saturdays, Sundays, public holidays (lag 1989:253) nor the eves that count as Sundays
(semesterlagen 1977:480, 3 a §). Easter is a table: a fact, and a check on those who compute it.
"""

import datetime

EASTER = [
    "2015-04-05",
    "2016-03-27",
    "2017-04-16",
    "2018-04-01",
    "2019-04-21",
    "2020-04-12",
    "2021-04-04",
    "2022-04-17",
    "2023-04-09",
    "2024-03-31",
    "2025-04-20",
    "2026-04-05",
    "2027-03-28",
    "2028-04-16",
    "2029-04-01",
    "2030-04-21",
]
FIRST, LAST = datetime.date(2015, 1, 1), datetime.date(2030, 12, 31)
DAY = datetime.timedelta(days=1)


def saturday(day):
    """The first Saturday on or after a day."""
    return day + DAY * ((5 - day.weekday()) % 7)


def days_off():
    """Public holidays and eves, in order; some fall on a Saturday or a Sunday."""
    days = set()
    for text in EASTER:
        easter = datetime.date.fromisoformat(text)
        year = easter.year
        days |= {
            datetime.date(year, month, day)
            for month, day in [
                (1, 1),
                (1, 6),
                (5, 1),
                (6, 6),
                (12, 24),
                (12, 25),
                (12, 26),
                (12, 31),
            ]
        }
        days |= {easter - 2 * DAY, easter, easter + DAY, easter + 39 * DAY, easter + 49 * DAY}
        midsummer = saturday(datetime.date(year, 6, 20))
        days |= {midsummer - DAY, midsummer, saturday(datetime.date(year, 10, 31))}
    return sorted(days)


def working_days():
    """All days, and how many working days there are up to each."""
    off = set(days_off())
    days, numbers, number, day = [], [], 0, FIRST
    while day <= LAST:
        number += day.weekday() < 5 and day not in off
        days.append(day)
        numbers.append(number)
        day += DAY
    return days, numbers
