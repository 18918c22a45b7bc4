"""The publication date that a text itself prints, at its head or its foot.

In: the text, and the date that its source gave. Out: the printed day with where it stands, or None. Decision: only a date
that stands as a date line counts (it opens the text, follows a label, a weekday, an agency or a dateline's place, or is
followed by a clock, an agency or a new sentence); a date inside a told sentence is the date of an event.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from warledger.lexicons.date_patterns import WrittenDate, find_written_dates

# A date line stands in the first lines; headlines with a subtitle reach to about here.
HEAD = 260
TAIL = 120
# A report is printed within a year of the date that its source gives; further off is another thing's date, unless labelled.
LABEL = re.compile(
    r"(?:date\s+of\s+publication|publication\s+date|published(?:\s+on)?|posted(?:\s+on)?|publish(?:ed)?\s+date|date|issued|first\s+published|updated(?:\s+on)?|"
    r"last\s+(?:updated|modified)(?:\s+(?:on|at))?|created(?:\s+on)?|released(?:\s+on)?|dated)\s*[:\-–|]?\s*(?:\w+day,?\s+)?$",
    re.IGNORECASE,
)
UPDATED = re.compile(r"(?:updated|modified)", re.IGNORECASE)
AGENCY = re.compile(r"\(?\b(?:Reuters|AFP|AP|SANA|Xinhua|RIA|Sputnik|TASS|ITAR-TASS|Anadolu|AA|UPI|dpa|DPA|KUNA|NNA|IRNA|Interfax|ANHA|ARA\s+News|UrduPoint|BBC|CNN)\b\)?\s*[-–—]*\s*$")
AGENCY_AFTER = re.compile(r"\s*[,.]?\s*(?:[A-Z][\w'’-]+,?\s+){0,3}[(\[|/–—-]*\s*(?:Reuters|AFP|AP|SANA|Xinhua|RIA|Sputnik|TASS|ITAR-TASS|Anadolu|AA|UPI|dpa|DPA|KUNA|NNA|IRNA|Interfax)\b")
# In capitals before the date: "ALEPPO, Syria, Feb 5", "MOSCOW October 1".
DATELINE = re.compile(r"(?:^|[\s.])[A-Z][A-Z'’-]{2,}(?:[\s/,]+[A-Z][\w'’.-]*){0,4},?\s*$")
CLOCK_AFTER = re.compile(r"\s*(?:[|,–—-]\s*)?(?:at\s+)?(?:\d{1,2}[:.]\d{2}|\d{4}\s*(?:GMT|UTC|hrs|[AP]M\b)|\(?updated)", re.IGNORECASE)
# Words that tie a date to what is told: "killed on August 6", "the October 13 attack", "since March 3".
TOLD_BEFORE = re.compile(
    r"\b(?:on|in|since|until|till|by|from|of|the|before|after|for|to|between|and|during|through|at|a|an|this|that|last|early|late|dated|around|about|"
    r"killed|wounded|injured|died|dead|held|began|started|signed)\s+(?:\w+day,?\s+)?$",
    re.IGNORECASE,
)
NEW_SENTENCE = re.compile(r"\s*(?:[|\-–—:.)\]]\s*)?(?:\n|[A-Z0-9\"“'‘(]|$)")


@dataclass(frozen=True)
class PrintedDate:
    """text[start:end] prints the day (ISO 8601). inferred_year: the year is of the date that the source gave."""

    start: int
    end: int
    day: str
    inferred_year: bool = False


def printed_date(text: str, given: datetime.date | None) -> PrintedDate | None:
    """The publication date printed in the text, None where it prints none.

    given is the source's own date; it lends its year to a date without one and is trusted no further. Of a first printing
    and an update the first counts.
    """
    dates = find_written_dates(text[: HEAD + 40])
    for date in dates:
        if date.start < HEAD and _is_dateline(text, date):
            found = _printed(date, given)
            if found is not None:
                return found
    tail_at = max(HEAD, len(text) - TAIL)
    for date in find_written_dates(text[tail_at:]):
        before = text[max(0, tail_at + date.start - 40) : tail_at + date.start]
        if date.year is not None and (LABEL.search(before) or _closes(text, tail_at + date.end)):
            found = _printed(date, given, tail_at)
            if found is not None:
                return found
    return None


def _is_dateline(text: str, date: WrittenDate) -> bool:
    before, behind = text[: date.start], text[date.end : date.end + 40]
    near = before[-60:]
    if date.month != date.end_month or date.day != date.end_day:
        return False
    if LABEL.search(near):
        return True
    if date.year is None:
        return bool(AGENCY_AFTER.match(behind) or (DATELINE.search(near) and re.match(r"\s*[(,.–—-]", behind)))
    if not before.strip():
        return True
    if TOLD_BEFORE.search(near) and not near.rstrip(" \t").endswith("\n"):
        return False
    if AGENCY.search(near) or AGENCY_AFTER.match(behind) or DATELINE.search(near) or CLOCK_AFTER.match(behind):
        return True
    opens_line = near.rstrip(" \t|–—-").endswith(("\n", ".", "|", ")")) or before.rstrip(" \t") == "" or near.endswith("\n")
    return bool(NEW_SENTENCE.match(behind)) and (opens_line or date.weekday is not None or _reads_as_headline(before))


def _reads_as_headline(before: str) -> bool:
    """Whether what stands before is a headline: no full stop inside, mostly capitals, no room for a told sentence."""
    words = re.findall(r"[A-Za-z][\w'’-]*", before.rsplit("\n", 1)[-1])
    long = [word for word in words if len(word) > 3]
    return bool(long) and sum(word[0].isupper() for word in long) >= 0.7 * len(long)


def _closes(text: str, end: int) -> bool:
    return not text[end:].strip(" .\n)") and True


def _printed(date: WrittenDate, given: datetime.date | None, shift: int = 0) -> PrintedDate | None:
    year = date.year
    if year is None:
        if given is None:
            return None
        years = (given.year - 1, given.year, given.year + 1)
        days = [day for day in (date.first(candidate) for candidate in years) if day is not None]
        day = min(days, key=lambda candidate: abs((candidate - given).days), default=None)
    else:
        day = date.first(year)
    if day is None or day.year < 1900:
        return None
    return PrintedDate(date.start + shift, date.end + shift, day.isoformat(), year is None)
