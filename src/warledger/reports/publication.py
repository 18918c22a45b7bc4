"""When a report was published: given, on the page, in its address, or printed at the head of its text.

In: what each of them says. Out: one date, where it was found, and what people should know about it.
Decision: the date that the outlet printed is the one its "Wednesday" counts from, so it wins over a date that came with the
file; that they disagree is told as a Problem, never settled in silence.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from warledger.reports.given_date import Days, parse_given
from warledger.reports.printed_date import printed_date

# No place on earth is further from UTC: an instant this close to a day is on that day somewhere.
FURTHEST_ZONE = datetime.timedelta(hours=14)

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_IN_ADDRESS = (
    re.compile(rf"[/=_-]{_YEAR}([/_-])(?P<month>\d{{1,2}})\2(?P<day>\d{{1,2}})(?=\D|$)"),
    re.compile(rf"/{_YEAR}/(?P<month>{'|'.join(_MONTHS)})[a-z]*/(?P<day>\d{{1,2}})(?=\D|$)", re.IGNORECASE),
    re.compile(rf"[/=_-]{_YEAR}(?P<month>[01]\d)(?P<day>[0-3]\d)(?=\D|$)"),
)


@dataclass(frozen=True)
class Publication:
    """The date (ISO day or instant in UTC, or None), where it was found (see Report), and what is to be told: kind, sentence."""

    published: str | None
    found_in: str
    problems: tuple[tuple[str, str], ...] = ()


def find_publication(given: str | int | float | None, order: str | None, page: str | None, fallback: str | None,
                     url: str | None, text: str) -> Publication:
    """The publication date of one report.

    given is what the source says, order whether its dates write the day or the month first; page is the ISO day in the
    metadata of a page; fallback the caller's option, for reports without either.
    """
    readings = parse_given(given, order) if given is not None else ()
    told, found_in, problems = _told(given, readings, page, fallback, url)
    printed = printed_date(text, datetime.date.fromisoformat(told[:10]) if told else None)
    if printed is None:
        return Publication(told, found_in, problems)
    if len(readings) > 1:
        problems = () if printed.day in readings else problems
    elif told is not None and not _same_day(told, printed.day):
        problems += (("date-conflict", f"It is dated {told[:10]} {_WHERE[found_in]}, but {printed.day} in the text; the "
                                       "printed date was taken."),)
    if told is not None and told[:10] == printed.day:
        return Publication(told, found_in, problems)
    return Publication(printed.day, "text", problems)


_WHERE = {"given": "by its source", "page": "in the page's metadata", "url": "in its address"}


def _told(given: object, readings: Days, page: str | None, fallback: str | None,
          url: str | None) -> tuple[str | None, str, tuple[tuple[str, str], ...]]:
    problems: tuple[tuple[str, str], ...] = ()
    if len(readings) == 1:
        return readings[0], "given", ()
    if len(readings) > 1:
        problems = (("date", f"Its date, {given}, may be {readings[0]} or {readings[1]}; it was not guessed."),)
    elif given is not None:
        problems = (("date", f"Its date, {str(given)[:40]!r}, is in no form that can be read."),)
    in_url = day_in_address(url) if url else None
    if len(readings) > 1 and in_url in readings:
        return in_url, "url", ()
    for value, found_in in ((page, "page"), (fallback, "given"), (in_url, "url")):
        if value:
            return value, found_in, problems
    return None, "none", problems


def day_in_address(url: str) -> str | None:
    """The ISO day that an address tells: /2020/02/05/, /2020/feb/05/, /20200205-; None where it tells none."""
    for pattern in _IN_ADDRESS:
        for match in pattern.finditer(url):
            month = match["month"].casefold()
            number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
            try:
                return datetime.date(int(match["year"]), number, int(match["day"])).isoformat()
            except ValueError:
                continue
    return None


def _same_day(told: str, printed: str) -> bool:
    """Whether a told day, or an instant seen from some place on earth, falls on the printed day."""
    if told[:10] == printed or len(told) == len(printed):
        return told[:10] == printed
    moment = datetime.datetime.fromisoformat(told).replace(tzinfo=None)
    first = datetime.datetime.fromisoformat(printed)
    return first - FURTHEST_ZONE <= moment < first + datetime.timedelta(days=1) + FURTHEST_ZONE
