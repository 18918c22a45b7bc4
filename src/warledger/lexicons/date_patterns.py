"""Dates written out with a month or in digits, found by pattern: shared by the reader and by the finder of times.

In: a text. Out: WrittenDates in order, each an interval of days with what is missing left None. Decision: only what is
written is read; the year of "January 12" is for the caller, who knows the publication date.
"""

from __future__ import annotations

import datetime
import functools
import re
from dataclasses import dataclass

from warledger.lexicons.anchors import NUMBER, anchored
from warledger.lexicons.calendar_lexicon import alternation, load_calendar

# Two-digit years: 70 and above are of the last century (POSIX strptime has 69 as its pivot).
PIVOT = 69
FIRST_YEAR, LAST_YEAR = 1000, 2100
# Words before the first number of a date: "Friday, the 28th", "Friday, June the 3rd".
_REACH = 3


@dataclass(frozen=True)
class WrittenDate:
    """text[start:end]; a day or a range of days of one or two months. year is None where none is written."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    end_month: int
    end_day: int
    weekday: int | None = None

    def first(self, year: int) -> datetime.date | None:
        """The first day in the year given or written, None where the calendar has no such day."""
        return _day(self.year or year, self.month, self.day)

    def last(self, year: int) -> datetime.date | None:
        """The last day; it falls into the next year where the range runs over the new year."""
        year = self.year or year
        return _day(year + (self.end_month < self.month), self.end_month, self.end_day)


def find_written_dates(text: str, day_first: bool = True) -> list[WrittenDate]:
    """Every date with a day and a month, in order, none overlapping. day_first settles 04/05/2016."""
    dates = []
    for pattern in _patterns():
        for match in anchored(text).matches(pattern, (NUMBER,), _REACH):
            date = _read(match.groupdict(), match.start(), match.end(), day_first)
            before = text[max(0, match.start() - 8) : match.start()].lower()
            if date is not None and _sound(date, match.group(), before.endswith("between ")):
                dates.append(date)
    dates.sort(key=lambda date: (date.start, -date.end))
    found: list[WrittenDate] = []
    for date in dates:
        if not found or date.start >= found[-1].end:
            found.append(date)
    return found


@functools.cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    calendar = load_calendar()
    # A full stop belongs to an abbreviation only.
    whole = alternation(form for form in calendar.months if len(form) > 4 or form in ("may", "june", "july"))
    month = rf"(?:(?:{whole})(?![a-z])|(?:{alternation(calendar.months)})(?![a-z])\.?)"
    weekday = rf"\b(?:(?P<weekday>{alternation(calendar.weekdays)})\b\.?,?\s+(?:the\s+)?)?"
    day = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d:%]|[.,]\d|\s?(?:[ap]\.?m\b|km\b))"
    bare_year = r"(?:1\d|20)\d\d(?![\d%])(?!,\d{3})"
    year = rf"(?:,?\s+(?:of\s+)?(?P<y>{bare_year}))?"
    dash = r"\s*(?:-|–|—|/|\bto\b|\band\b|\bthrough\b|\buntil\b|&)\s*(?:the\s+)?"
    first = rf"(?P<d>{day})(?:\s+of)?(?:[\s-](?P<m>{month})(?:,?\s+(?P<y1>{bare_year}))?)?"
    forms = (
        # 3 to 5 February 2019; 28 February to 3 March 2019
        rf"{weekday}{first}{dash}(?P<d2>{day})(?:\s+of)?[\s-]+(?P<m2>{month}){year}",
        # 12 January, 12th of January 2019, 12-Jan-2019
        rf"{weekday}(?P<d>{day})(?:\s+of)?[\s-]*(?P<m>{month})(?:-(?P<y1>{bare_year})|{year})",
        # February 3-5, 2019; February 28 to March 3; not the "and 20 others" of stripped text
        rf"{weekday}(?P<m>{month})\s+(?:the\s+)?(?P<d>{day}){dash}(?:(?P<m2>{month})\s+)?(?P<d2>{day})(?!\s+[a-z]+s\b|\s+people|\s+others?\b){year}",
        # January 12, January 12th, 2019
        rf"{weekday}(?P<m>{month})\s*(?:the\s+)?(?P<d>{day}){year}",
        # "Sep 172015": stripped of its comma and blank
        rf"{weekday}(?P<m>{month})\s+(?P<d>0?[1-9]|[12]\d|3[01])(?P<y>(?:19|20)\d\d)(?!\d)",
        # 2016-08-15, 2016/08/15
        r"(?<![\d/.-])(?P<y>(?:19|20)\d\d)(?P<sep>[-/.])(?P<month>0?[1-9]|1[0-2])(?P=sep)(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)",
        # 08.04.2017, 8/4/17, 06-01-2016
        r"(?<![\d/.,-])(?P<one>\d{1,2})(?P<sep>[-/.])(?P<two>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d|\d\d)(?!\d|[/-]\d|\.\d)",
        # 12/1, behind a word of time only
        r"(?:(?<=\bon )|(?<=\bsince ))(?P<one>\d{1,2})/(?P<two>\d{1,2})(?![\d/])",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def _read(part: dict[str, str | None], start: int, end: int, day_first: bool) -> WrittenDate | None:
    year = _year(part.get("y") or part.get("y1"))
    weekday = load_calendar().weekdays.get((part.get("weekday") or "").lower())
    if part.get("one"):
        day, month = int(part["one"] or 0), int(part["two"] or 0)
        if month > 12 or (not day_first and day <= 12):
            day, month = month, day
        return WrittenDate(start, end, year, month, day, month, day)
    if part.get("month"):
        month, day = int(part["month"] or 0), int(part["day"] or 0)
        return WrittenDate(start, end, year, month, day, month, day)
    month = _month(part.get("m") or part.get("m2") or "")
    day = _number(part.get("d") or "")
    last_month = _month(part["m2"] or "") if part.get("m2") else month
    last_day = _number(part["d2"] or "") if part.get("d2") else day
    if part.get("d2") and (last_month, last_day) <= (month, day) and last_month == month:
        return None
    return WrittenDate(start, end, year, month, day, last_month, last_day, weekday)


def _sound(date: WrittenDate, written: str, between: bool) -> bool:
    # 2000 is a leap year: where no year is written, 29 February must pass.
    first = date.first(2000) if 1 <= date.month <= 12 else None
    last = date.last(2000) if first is not None else None
    if first is None or last is None:
        return False
    # "May 2 and July 3" are two dates; "May 2 and 3" are a stretch of days.
    joined = re.search(r"\band\b|&", written, re.IGNORECASE)
    if joined and not between and (last - first).days > 1:
        return False
    # "may 5 ..." in lower case is the verb, and "march 3" is hardly a date either.
    lower = set(re.findall(r"[A-Za-z]+", written)) & load_calendar().ordinary
    return not lower or date.year is not None


def _month(text: str) -> int:
    return load_calendar().months[text.rstrip(".").lower()]


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _year(text: str | None) -> int | None:
    if not text:
        return None
    year = int(text)
    return year if year > 99 else year + (1900 if year >= PIVOT else 2000)


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
