"""The Islamic and the Persian calendar as English news text writes their dates, with what turns them into ours.

In: other_calendars.yaml. Out: calendars, each of which tells the days of its months and years. Decision: the Islamic months
are those of the Umm al-Qura table, as the feasts of calendar.yaml are; the Persian years are computed.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from warledger.lexicons.yaml_source import Entry, read_entries, read_mapping

OTHER_CALENDARS_FILE = Path(__file__).with_name("other_calendars.yaml")

Day = datetime.date
Interval = tuple[Day, Day]

MONTHS = 12
# Days of the long and the short month of a moon.
MOONS = {"L": 30, "s": 29}
# The Persian year has six months of 31 days and six of 30, the last of them a day less but in the 8 leap years of 33. The
# day before its first, as date.toordinal counts, and the cycle: K. M. Borkowski, "The Persian calendar for 3000 years", 1996.
PERSIAN_MONTHS = (31,) * 6 + (30,) * 6
PERSIAN_EPOCH = 226895
PERSIAN_YEAR, LEAPS, CYCLE, PHASE = 365, 8, 33, 21


@dataclass(frozen=True)
class OtherCalendar:
    """A calendar; firsts maps a year to the first days of its months and of the next year, empty where it is computed."""

    name: str
    first_year: int
    last_year: int
    eras: tuple[str, ...]
    months: Mapping[str, int]
    ordinary: frozenset[str]
    firsts: Mapping[int, tuple[Day, ...]] = field(default_factory=dict)

    def years_near(self, day: Day) -> range:
        """The years of the calendar about a day, two before it and two behind."""
        middle = self.first_year + round((day - self._firsts(self.first_year)[0]).days / self._length())
        return range(middle - 2, middle + 3)

    def year(self, year: int) -> Interval | None:
        """The days of a year; None where the calendar does not reach."""
        firsts = self._firsts(year)
        return (firsts[0], firsts[-1] - datetime.timedelta(1)) if firsts else None

    def month(self, year: int, month: int) -> Interval | None:
        """The days of a month, 1 to 12."""
        firsts = self._firsts(year)
        return (firsts[month - 1], firsts[month] - datetime.timedelta(1)) if firsts else None

    def day(self, year: int, month: int, day: int) -> Day | None:
        """A day; None where the month has no such day."""
        span = self.month(year, month)
        if span is None or not 1 <= day <= (span[1] - span[0]).days + 1:
            return None
        return span[0] + datetime.timedelta(day - 1)

    def _length(self) -> float:
        whole = self._firsts(self.last_year)[-1] - self._firsts(self.first_year)[0]
        return whole.days / (self.last_year - self.first_year + 1)

    def _firsts(self, year: int) -> tuple[Day, ...]:
        if not self.first_year <= year <= self.last_year:
            return ()
        return self.firsts[year] if self.firsts else _persian_firsts(year)


@functools.cache
def load_other_calendars(path: Path = OTHER_CALENDARS_FILE) -> Mapping[str, OtherCalendar]:
    """The calendars of the file by name.

    Raises KnowledgeError, naming file and line, where the file is wrong.
    """
    months: dict[str, dict[str, int]] = {}
    ordinary: dict[str, set[str]] = {}
    entries = read_entries(path, "calendars")
    names = [entry.text("name") for entry in entries]
    for entry in read_entries(path, "months"):
        name, number = _month(entry, names)
        months.setdefault(name, {}).update(dict.fromkeys(map(str.lower, entry.texts("forms")), number))
        ordinary.setdefault(name, set()).update(map(str.lower, entry.texts("forms")) if entry.value.get("ordinary") else ())
    lunar = read_mapping(path)
    lunar.expect("calendars", "months", "lunar_years")
    firsts = dict(_lunar_year(lunar, row) for line in lunar.texts("lunar_years") for row in line.split())
    return {entry.text("name"): _calendar(entry, months, ordinary, firsts) for entry in entries}


def _month(entry: Entry, names: list[str]) -> tuple[str, int]:
    entry.expect("calendar", "number", "forms", "ordinary")
    number = entry.number("number")
    if entry.text("calendar") not in names:
        raise entry.fail(f"calendar is one of {', '.join(names)}", "calendar")
    if number is None or not 1 <= number <= MONTHS:
        raise entry.fail(f"number is 1 to {MONTHS}", "number")
    return entry.text("calendar"), number


def _calendar(entry: Entry, months: dict[str, dict[str, int]], ordinary: dict[str, set[str]], firsts: dict[int, tuple[Day, ...]]) -> OtherCalendar:
    entry.expect("name", "first_year", "last_year", "eras", "lunar")
    first, last, name = entry.number("first_year"), entry.number("last_year"), entry.text("name")
    if first is None or last is None or first > last:
        raise entry.fail("first_year and last_year are needed, in order")
    table = firsts if entry.value.get("lunar") else {}
    missing = [year for year in range(first, last + 1) if table and year not in table]
    if missing:
        raise entry.fail(f"lunar_years has no {missing[0]}")
    return OtherCalendar(name, first, last, entry.texts("eras"), months.get(name, {}), frozenset(ordinary.get(name, ())), table)


def _lunar_year(whole: Entry, row: str) -> tuple[int, tuple[Day, ...]]:
    try:
        year, first, moons = row.split(":")
        days = [Day.fromisoformat(first)]
        for moon in moons:
            days.append(days[-1] + datetime.timedelta(MOONS[moon]))
        if len(days) != MONTHS + 1:
            raise ValueError(row)
        return int(year), tuple(days)
    except (ValueError, KeyError):
        raise whole.fail(f"{row!r} is no year:first day:twelve months of L and s", "lunar_years") from None


def _persian_firsts(year: int) -> tuple[Day, ...]:
    """The first days of the months of a Persian year, and of the next."""
    days = [_persian_new_year(year)]
    for length in PERSIAN_MONTHS[:-1]:
        days.append(days[-1] + datetime.timedelta(length))
    return (*days, _persian_new_year(year + 1))


def _persian_new_year(year: int) -> Day:
    return Day.fromordinal(PERSIAN_EPOCH + PERSIAN_YEAR * (year - 1) + (LEAPS * year + PHASE) // CYCLE)
