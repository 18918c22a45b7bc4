"""What dates of the Islamic and the Persian calendar mean in ours.

In: the parts of a mention (its day, month and year, as far as written) and a Reference. Out: a Reading. Decision: without its
year a date is the one nearest to the reference, as any date is; what the calendar has no day for is no time.
"""

from __future__ import annotations

from collections.abc import Iterable

from warledger.claims.times.calendar import Interval
from warledger.claims.times.rules import Parts, Reading, Reference
from warledger.lexicons.other_calendar_lexicon import OtherCalendar, load_other_calendars


def islamic(parts: Parts, ref: Reference) -> Reading | None:
    """12 Rajab 1441, Muharram 1445, 1441 AH."""
    return _dated(load_other_calendars()["islamic"], parts, ref)


def persian(parts: Parts, ref: Reference) -> Reading | None:
    """18 Dey 1398, Bahman 1399."""
    return _dated(load_other_calendars()["persian"], parts, ref)


def _dated(calendar: OtherCalendar, parts: Parts, ref: Reference) -> Reading | None:
    if "year" not in parts and ref.base is None:
        return None
    years: Iterable[int] = [int(parts["year"])] if "year" in parts else calendar.years_near(ref.base) if ref.base else ()
    spans = [span for year in years if (span := _span(calendar, parts, year)) is not None]
    span = ref.nearest(spans) if "year" not in parts else next(iter(spans), None)
    return None if span is None else Reading(*span, "day" if "day" in parts else "month" if "month" in parts else "year")


def _span(calendar: OtherCalendar, parts: Parts, year: int) -> Interval | None:
    if "month" not in parts:
        return calendar.year(year)
    month = calendar.months[parts["month"]]
    if "day" not in parts:
        return calendar.month(year, month)
    day = calendar.day(year, month, int(parts["day"]))
    return None if day is None else (day, day)
