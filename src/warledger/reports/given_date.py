"""The date that a source gives with a report, in whatever form its maker chose.

In: a string or number from a field. Out: an ISO day, an instant in UTC, or the two days that it may mean.
Decision: a clock time without a time zone is no instant, so only its day is kept; 03/04/2016 is never guessed at.
"""

from __future__ import annotations

import datetime
import email.utils
import re
from collections.abc import Iterable

# Reports are dated within these years; outside of them a number is no date.
FIRST_YEAR, LAST_YEAR = 1900, 2100
# Numbers from here on are milliseconds since 1970, below it seconds (the border is the year 5138 in seconds).
MILLISECONDS_FROM = 10**11
# Numbers below it are no date: 1973 in seconds, so that ids, years and page counts are not read as one.
SECONDS_FROM = 10**8

_NUMERIC = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})(?:[ T,].*)?")
_YEAR_FIRST = re.compile(r"(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})(?:[ T,].*)?")
_DIGITS = re.compile(r"\d{9,14}")
_WORDS = re.compile(r"(?:[A-Za-z]+\.?,? +)?(?:(\d{1,2})(?:st|nd|rd|th)? +([A-Za-z]{3,9})\.?,?|([A-Za-z]{3,9})\.? +(\d{1,2})(?:st|nd|rd|th)?,?) +(\d{4})\b.*")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                "november", "december")

# Languages of the world's news whose months dateparser knows; a source's date column may be in its own.
_LANGUAGES = ["en", "fr", "es", "de", "pt", "it", "ru", "uk", "tr", "ar", "fa"]
_HAS_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LONGEST_DATE = 60

Days = tuple[str, ...]


def parse_iso(value: str) -> str | None:
    """The ISO 8601 date or time as a day ("2020-02-05") or an instant in UTC ("2020-02-05T14:00:00Z"); None if it is none."""
    text = value.strip()
    if len(text) < len("20200205"):
        return None
    try:
        moment = datetime.datetime.fromisoformat(text)
    except ValueError:
        return None
    return _written(moment)


def parse_given(value: str | int | float, order: str | None = None) -> Days:
    """What the value may mean: one day or instant, two days where day and month cannot be told apart, or nothing.

    order says which comes first in 03/04/2016 where the source shows it elsewhere: "day", "month" or None.
    """
    if isinstance(value, (int, float)):
        return _one(_from_seconds(value))
    text = value.strip()
    if _DIGITS.fullmatch(text):
        return _one(_from_seconds(int(text)))
    iso = parse_iso(text)
    if iso is not None:
        return (iso,)
    if match := _YEAR_FIRST.fullmatch(text):
        return _one(_day(*map(int, match.groups())))
    if match := _NUMERIC.fullmatch(text):
        return _day_or_month(int(match[1]), int(match[2]), int(match[3]), order)
    return _one(_from_mail(text)) or _one(_from_words(text)) or _one(_from_other_words(text))


def day_order(values: Iterable[str]) -> str | None:
    """Whether the dates of a column write the day or the month first, from one that can be read in one way only."""
    found = set()
    for value in values:
        match = _NUMERIC.fullmatch(value.strip())
        if match and int(match[1]) > 12:
            found.add("day")
        elif match and int(match[2]) > 12:
            found.add("month")
    return found.pop() if len(found) == 1 else None


def _one(value: str | None) -> Days:
    return () if value is None else (value,)


def _written(moment: datetime.datetime) -> str | None:
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    if moment.tzinfo is None:
        return moment.date().isoformat()
    try:
        return moment.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except OverflowError:
        return None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return _written(datetime.datetime(year, month, day))
    except ValueError:
        return None


def _from_seconds(value: float) -> str | None:
    if not value >= SECONDS_FROM:
        return None
    seconds = value / 1000 if value >= MILLISECONDS_FROM else value
    try:
        return _written(datetime.datetime.fromtimestamp(seconds, datetime.UTC))
    except (ValueError, OverflowError, OSError):
        return None


def _day_or_month(first: int, second: int, year: int, order: str | None) -> Days:
    day_first, month_first = _day(year, second, first), _day(year, first, second)
    if order == "day" and day_first:
        return (day_first,)
    if order == "month" and month_first:
        return (month_first,)
    return tuple(sorted({day for day in (day_first, month_first) if day}))


def _from_mail(text: str) -> str | None:
    """RFC 2822, as in feeds. The zone "-0000" says that none is known, so only the day is kept."""
    try:
        return _written(email.utils.parsedate_to_datetime(text))
    except (ValueError, OverflowError, TypeError, IndexError):
        return None


def _from_words(text: str) -> str | None:
    match = _WORDS.fullmatch(text)
    if not match:
        return None
    name = (match[2] or match[3]).casefold()
    names = [*_MONTH_NAMES, *_MONTHS, "sept"]
    if name not in names:
        return None
    return _day(int(match[5]), _MONTHS.index(name[:3]) + 1, int(match[1] or match[4]))


def _from_other_words(text: str) -> str | None:
    """A full date in words that the rules above do not read, such as "5 février 2020"; strict: day, month and year stand there."""
    if len(text) > _LONGEST_DATE or not _HAS_YEAR.search(text) or not any(character.isalpha() for character in text):
        return None
    import dateparser  # half a second to load, and seldom needed

    moment = dateparser.parse(text, languages=_LANGUAGES, settings={"STRICT_PARSING": True, "PARSERS": ["absolute-time"]})
    return None if moment is None else _written(moment)
