"""What feasts and the numbered weeks and days of a month mean.

In: the parts of a mention and a Reference. Out: a Reading, or None where the reference does not reach. Decision: a feast that
is under way or just ahead is meant before one of last year; weeks of a month are counted from its first day.
"""

from __future__ import annotations

import datetime

from warledger.claims.times import calendar as cal
from warledger.claims.times.rules import Parts, Reading, Reference, month, placed, year_of
from warledger.lexicons.calendar_lexicon import load_calendar

NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1}


def feast(parts: Parts, ref: Reference) -> Reading | None:
    """A feast by the table of the calendar, its eve or its nth day."""
    known = load_calendar().feasts[parts["feast"]]
    year = year_of(parts, ref)
    if year is not None:
        span = next(iter(known.intervals(year)), None)
    elif ref.base is None:
        return None
    else:
        years = range(ref.base.year - 1, ref.base.year + 2)
        spans = [span for y in years for span in known.intervals(y)]
        # A feast under way or just ahead is meant before one of last year.
        close = [span for span in spans if span[0] - ref.base <= datetime.timedelta(14) and ref.base - span[1] <= datetime.timedelta(180)]
        span = max(close, default=None) if not ref.narrative else ref.nearest(spans)
        span = span or ref.nearest(spans)
    if span is None:
        return None
    if "nth" in parts or "eve" in parts:
        day = span[0] + datetime.timedelta(NTH[parts["nth"]] - 1 if "nth" in parts else -1)
        return Reading(day, day, "day")
    return placed(span, parts, ref, "day" if span[0] == span[1] else "days" if (span[1] - span[0]).days < 7 else "month")


def week_of(parts: Parts, ref: Reference) -> Reading | None:
    """The last week of August, the first weekend of May 2019, the third day of June, the last Friday of January."""
    whole = month({key: value for key, value in parts.items() if key != "which"}, ref)
    if whole is None or whole.start is None:
        return None
    span, nth, piece = cal.month_of(whole.start.year, whole.start.month), NTH[parts["nth"]], parts["piece"]
    weekday = load_calendar().weekdays.get(piece)
    if weekday is not None:
        return Reading(*cal.weekday_in(span, nth, weekday), "day")
    return Reading(*cal.week_in(span, nth, piece), {"week": "week", "weekend": "days"}.get(piece, "day"))
