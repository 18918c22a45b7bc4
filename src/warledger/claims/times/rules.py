"""What each wording means, by the calendar: years, months, seasons, weekdays and days named from today.

In: the parts of a mention and a Reference (publication day, tense, anchor). Out: a Reading (days with both ends inside and
the precision of the wording), or None where the reference does not reach. Decision: a yearless date of the past is the
last such day before publication, because news tells what has just happened; a narrative far from publication goes by its
anchor instead.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from warledger.claims.times import calendar as cal
from warledger.claims.times.calendar import Interval
from warledger.lexicons.calendar_lexicon import load_calendar

Day = datetime.date
Parts = dict[str, str]

# A dateline may be a day behind the events of another time zone; a later date is one of the year before.
GRACE = datetime.timedelta(2)
# From this distance on, a text tells history: dates without a year belong to the year it speaks of, not to the news.
NARRATIVE_DAYS = 400
# A narrative goes forward: a step back counts as three forward.
BACK = 3
# Words that point to what the text told before, not to the day of the news.
TOLD = ("that", "same", "following", "previous")
# Months by which the seasons of the south come later.
HALF_YEAR = 6
CENTURIES = {
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21,
}
POSITIONS = {
    "early": "early", "earlier": "early", "mid": "mid", "middle": "mid", "late": "late", "later": "late", "end": "end",
    "close": "end", "start": "start", "beginning": "start", "turn": "start",
}


@dataclass(frozen=True)
class Reading:
    """From start to end, both inside; start is None where the stretch is open to the past."""

    start: Day | None
    end: Day
    precision: str


@dataclass(frozen=True)
class Reference:
    """What a relative time is told against. tense is past, present or future; anchor is the day the text last spoke of."""

    published: Day | None
    tense: str
    anchor: Day | None

    @property
    def base(self) -> Day | None:
        """The day that yearless dates are near to."""
        return self.anchor if self.narrative else self.published

    @property
    def narrative(self) -> bool:
        """Whether the text tells history by its own clock."""
        if self.anchor is None:
            return False
        return self.published is None or abs((self.published - self.anchor).days) > NARRATIVE_DAYS

    def nearest(self, candidates: list[Interval]) -> Interval | None:
        """The one of the intervals that the tense means; None where there is no reference or no candidate."""
        base = self.base
        if base is None or not candidates:
            return None
        if self.narrative:
            return min(candidates, key=lambda span: (span[0] - base).days if span[1] >= base else BACK * (base - span[1]).days)
        if self.tense == "future":
            ahead = [span for span in candidates if span[1] >= base - GRACE / 2]
            return min(ahead, default=candidates[-1])
        behind = [span for span in candidates if span[0] <= base + GRACE]
        return max(behind, default=candidates[0])

    def clip(self, span: Interval) -> Interval:
        """Of a stretch that is still running, the part that the tense means."""
        base = self.base
        if base is None or self.narrative or not span[0] <= base <= span[1]:
            return span
        return (base, span[1]) if self.tense == "future" else (span[0], base)


Rule = Callable[[Parts, Reference], "Reading | None"]


def position_of(parts: Parts) -> str | None:
    """early, mid, late, start, end or a half where the wording narrows what follows; None for "earlier on Monday" alike."""
    words = parts.get("position", "").replace("the ", "").split()
    if not words:
        return None
    if "half" in words:
        return "first half" if words[0] == "first" else "second half"
    if words[0] in ("first", "latter"):
        return "early" if words[0] == "first" else "late"
    return "end" if words[0] == "last" else POSITIONS.get(words[0])


def placed(span: Interval, parts: Parts, ref: Reference, precision: str) -> Reading:
    """A stretch, or the part of it that "early" or "the end of" means; of one that still runs, what the tense means."""
    position = position_of(parts)
    if position is not None:
        return Reading(*cal.narrow(span, position), precision)
    return Reading(*ref.clip(span), precision)


def year_of(parts: Parts, ref: Reference) -> int | None:
    """The year written, or told as "last year"; None where none is told."""
    if "year" in parts:
        return int(parts["year"])
    word = parts.get("year_word", "")
    base = ref.anchor if word.startswith(("that", "the ")) else ref.published
    if not word or base is None:
        return None
    if word.startswith(("that", "the same")):
        return base.year
    if word.startswith(("last", "the previous")):
        return base.year - 1
    return base.year + word.startswith(("next", "the following"))


def _around(ref: Reference, make: Callable[[int], Interval], which: str) -> Interval | None:
    """The interval of a year near the reference: by "last", "next", "this", "that" and "the following", else by the tense."""
    today = ref.anchor if which.startswith(TOLD) else ref.base
    if today is None:
        return None
    spans = [make(year) for year in range(today.year - 2, today.year + 3)]
    if which.startswith("that"):
        return next((span for span in spans if span[1] >= today), None)
    if which.startswith(("last", "past", "previous")):
        return max((span for span in spans if span[1] < today), default=None)
    if which.startswith(("next", "coming", "following", "this coming")):
        return min((span for span in spans if span[0] > today), default=None)
    return ref.nearest(spans)


def written_date(parts: Parts, ref: Reference) -> Reading | None:
    """A day, or days, with a month; the year from the reference where none is written."""
    month, day = int(parts["month"]), int(parts["day"])
    last_month, last_day = int(parts.get("end_month", month)), int(parts.get("end_day", day))
    if "year" in parts:
        years = [int(parts["year"])]
    else:
        if ref.base is None:
            return None
        years = list(range(ref.base.year - 4, ref.base.year + 5))
    spans = []
    for year in years:
        try:
            spans.append((Day(year, month, day), Day(year + (last_month < month), last_month, last_day)))
        except ValueError:
            continue
    span = spans[0] if "year" in parts and spans else ref.nearest(spans)
    return None if span is None else Reading(*span, "day" if span[0] == span[1] else "days")


def month(parts: Parts, ref: Reference) -> Reading | None:
    """A month with or without its year."""
    number = load_calendar().months[parts["month"]]
    year = year_of(parts, ref)
    which = parts.get("which", "").removeprefix("the ")
    span = cal.month_of(year, number) if year else _around(ref, lambda y: cal.month_of(y, number), which)
    return None if span is None else placed(span, parts, ref, "month")


def season_of(year: int, name: str, parts: Parts) -> Interval:
    """The season that begins in the year, half a year later in the south."""
    known = load_calendar().seasons[name]
    shift = HALF_YEAR if parts.get("hemisphere") == "south" else 0
    return cal.months_of(year, *((month - 1 + shift) % 12 + 1 for month in (known.first, known.last)))


def season(parts: Parts, ref: Reference) -> Reading | None:
    """A season with or without its year."""
    year = year_of(parts, ref)
    which = parts.get("which", "").removeprefix("the ")

    def make(y: int) -> Interval:
        return season_of(y, parts["season"], parts)

    span = make(year) if year else _around(ref, make, which)
    return None if span is None else placed(span, parts, ref, "month")


def year(parts: Parts, ref: Reference) -> Reading | None:
    """A year, whole or its early, middle or late part."""
    return placed(cal.year_of(int(parts["year"])), parts, ref, "year")


def years(parts: Parts, ref: Reference) -> Reading | None:
    """From a year to a year."""
    first, last = int(parts["year"]), int(parts["last_year"])
    last = last if last > 99 else first - first % 100 + last
    return Reading(Day(first, 1, 1), Day(last, 12, 31), "year")


def decade(parts: Parts, ref: Reference) -> Reading | None:
    """The 1990s."""
    return placed(cal.unit_of(Day(int(parts["decade"]), 1, 1), "decade"), parts, ref, "year")


def century(parts: Parts, ref: Reference) -> Reading | None:
    """The 19th century; none before Christ, which ISO days do not reach."""
    digits = "".join(filter(str.isdigit, parts["century"]))
    number = int(digits) if digits else CENTURIES.get(parts["century"], 0)
    if "era" in parts or not 1 <= number <= 30:
        return None
    return placed(cal.unit_of(Day(number * 100 - 50, 1, 1), "century"), parts, ref, "year")


def quarter(parts: Parts, ref: Reference) -> Reading | None:
    """A quarter or half of a year."""
    number_of = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1": 1, "2": 2, "3": 3, "4": 4}
    length = 6 if parts.get("piece") == "half" else 3
    number = number_of.get(parts["quarter"], 12 // length)
    told = year_of(parts, ref)
    if told is None or number * length > 12:
        return None
    return Reading(*cal.months_of(told, number * length - length + 1, number * length), "month" if length == 3 else "year")


def weekday(parts: Parts, ref: Reference) -> Reading | None:
    """A day of the week: the last one, today included, or the next one, by the tense."""
    base = ref.base
    if base is None or (parts.get("plural", "").replace("’", "'") == "s" and parts.get("which") == "on"):
        return None
    wanted = load_calendar().weekdays[parts["weekday"]]
    which = parts.get("which", "").removeprefix("the ")
    if "week" in parts:
        shift = {"last": -7, "next": 7}.get(parts["week"], 0)
        day = cal.week_of(base)[0] + datetime.timedelta(wanted + shift)
        return Reading(day, day, "day")
    if which in ("following", "previous"):
        if ref.anchor is None:
            return None
        base = ref.anchor
    ahead, back = (wanted - base.weekday()) % 7, (base.weekday() - wanted) % 7
    if which in ("next", "coming", "following", "this coming"):
        shift = ahead or 7
    elif which in ("last", "past", "previous", "this past"):
        shift = -(back or 7)
    else:
        shift = ahead if ref.tense == "future" or ref.narrative else -back
    day = base + datetime.timedelta(shift)
    return Reading(day, day, "day")


def named_day(parts: Parts, ref: Reference) -> Reading | None:
    """Today, yesterday, tomorrow, overnight and their like."""
    if ref.published is None:
        return None
    word = parts["day"]
    shifts = {"yesterday": -1, "last night": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
    day = ref.published + datetime.timedelta(shifts.get(word, 0))
    if word == "overnight":
        return Reading(day - datetime.timedelta(1), day, "days")
    return Reading(day, day, "day")


def clock(parts: Parts, ref: Reference) -> Reading | None:
    """A time of the day alone: the day that the text speaks of, None where it speaks of none."""
    return None if ref.anchor is None else Reading(ref.anchor, ref.anchor, "day")
