"""The calendar as English news text writes it: months, weekdays, seasons, parts of the day and feasts.

In: calendar.yaml. Out: one Calendar of look-up tables. Decision: which form is also an ordinary word ("may", "sun")
is knowledge and stands in the data; when such a form is a date all the same is for the finder to say.
"""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from warledger.lexicons.yaml_source import Entry, read_entries, read_mapping

CALENDAR_FILE = Path(__file__).with_name("calendar.yaml")

Interval = tuple[datetime.date, datetime.date]


@dataclass(frozen=True)
class Season:
    """A season by its first and last month (1 to 12); last is less than first where it runs over the new year."""

    name: str
    first: int
    last: int
    ordinary: bool


@dataclass(frozen=True)
class Feast:
    """A feast: fixed holds (month, day) of its first and last day, spans its intervals where it moves."""

    name: str
    names: tuple[str, ...]
    fixed: tuple[tuple[int, int], tuple[int, int]] | None
    spans: tuple[Interval, ...]
    ordinary: bool

    def intervals(self, year: int) -> tuple[Interval, ...]:
        """The times that it begins in the year, in order; none where the table does not reach."""
        if self.fixed is not None:
            (month, day), (last_month, last_day) = self.fixed
            return ((datetime.date(year, month, day), datetime.date(year, last_month, last_day)),)
        return tuple(span for span in self.spans if span[0].year == year)


@dataclass(frozen=True)
class Calendar:
    """months and weekdays map lower-case forms to numbers (January is 1, Monday is 0)."""

    months: dict[str, int]
    weekdays: dict[str, int]
    ordinary: frozenset[str]
    seasons: dict[str, Season]
    day_parts: tuple[str, ...]
    feasts: dict[str, Feast]


@functools.cache
def load_calendar(path: Path = CALENDAR_FILE) -> Calendar:
    """The calendar of the file.

    Raises KnowledgeError, naming file and line, where the file is wrong.
    """
    ordinary: set[str] = set()
    months = _numbered(path, "months", range(1, 13), ordinary)
    weekdays = _numbered(path, "weekdays", range(7), ordinary)
    seasons: dict[str, Season] = {}
    for entry in read_entries(path, "seasons"):
        first, last = _whole(entry, "first"), _whole(entry, "last")
        for name in entry.texts("names"):
            seasons[name] = Season(name, first, last, bool(entry.value.get("ordinary")))
    feasts: dict[str, Feast] = {}
    for entry in read_entries(path, "feasts"):
        feast = _feast(entry)
        feasts.update(dict.fromkeys(feast.names, feast))
    parts = read_mapping(path).texts("day_parts")
    return Calendar(months, weekdays, frozenset(ordinary), seasons, parts, feasts)


def alternation(words: Iterable[str]) -> str:
    """A regular expression of the words, longest first; a blank in a word matches any run of blanks."""
    listed = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("\\ ", r"\s+") for word in listed)


def _numbered(path: Path, section: str, allowed: range, ordinary: set[str]) -> dict[str, int]:
    table: dict[str, int] = {}
    for entry in read_entries(path, section):
        entry.expect("number", "forms", "ordinary")
        number = _whole(entry, "number")
        if number not in allowed:
            raise entry.fail(f"'number' must be {allowed.start} to {allowed.stop - 1}, not {number}", "number")
        table.update(dict.fromkeys(entry.texts("forms"), number))
        ordinary.update(entry.texts("ordinary"))
    return table


def _feast(entry: Entry) -> Feast:
    entry.expect("name", "names", "note", "fixed", "spans", "ordinary")
    fixed = None
    try:
        if "fixed" in entry.value:
            first, last = (tuple(map(int, day.split("-"))) for day in entry.text("fixed").split("/"))
            fixed = ((first[0], first[1]), (last[0], last[1]))
        spans = tuple(_interval(span) for row in entry.texts("spans") for span in row.split())
    except (ValueError, IndexError):
        raise entry.fail("'fixed' is month-day/month-day, 'spans' hold first day/last day in ISO form") from None
    if fixed is None and not spans:
        raise entry.fail("a feast needs 'fixed' or 'spans'")
    return Feast(entry.text("name"), entry.texts("names"), fixed, spans, bool(entry.value.get("ordinary")))


def _interval(text: str) -> Interval:
    first, last = (datetime.date.fromisoformat(day) for day in text.split("/"))
    return first, last


def _whole(entry: Entry, key: str) -> int:
    number = entry.number(key)
    if number is None:
        raise entry.fail(f"{key!r} is missing")
    return number
