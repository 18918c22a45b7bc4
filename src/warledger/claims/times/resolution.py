"""Layer 3, when exactly: a time expression becomes an interval of days, or says why it cannot.

In: a TimeMention, the publication day, the tense of its clause and the day that the text last spoke of (anchor). Out: a
TimeSpan. Decision: a relative time without its reference stays open (start and end None, with the reason), never guessed.
"""

from __future__ import annotations

import datetime

from warledger.claims.mentions import TimeMention
from warledger.claims.times import feasts, other_calendars
from warledger.claims.times import rules as time_rules
from warledger.claims.times import spells as time_spells
from warledger.claims.times.rules import Parts, Reading, Reference, Rule
from warledger.model import TimeSpan

NO_PUBLICATION = "no publication date"
NO_ANCHOR = "no day told before it"
OPEN_START = "open to the past"

RULES: dict[str, Rule] = {
    "date": time_rules.written_date,
    "islamic": other_calendars.islamic,
    "persian": other_calendars.persian,
    "month": time_rules.month,
    "week_of": feasts.week_of,
    "season": time_rules.season,
    "feast": feasts.feast,
    "year": time_rules.year,
    "years": time_rules.years,
    "decade": time_rules.decade,
    "century": time_rules.century,
    "quarter": time_rules.quarter,
    "weekday": time_rules.weekday,
    "today": time_rules.named_day,
    "clock": time_rules.clock,
    "unit": time_spells.named_unit,
    "same": time_spells.same,
    "next_unit": time_spells.next_unit,
    "recent": time_spells.recent,
    "past_count": time_spells.past_count,
    "ago": time_spells.ago,
    "day_of_month": time_spells.day_of_month,
    "later": time_spells.later,
    "lasting": time_spells.lasting,
    "vague_of": time_spells.vague_of,
    "recently": time_spells.recently,
    "present": time_spells.present,
    "then": time_spells.then,
}
# Told by the story's own clock: these wait for an anchor, not for a publication date.
ANAPHORIC = ("same", "next_unit", "later", "then", "clock")
# Lengths and habits: no time at all, whatever the reference.
TIMELESS = ("duration", "set", "before_christ")


def resolve(
    mention: TimeMention,
    published: datetime.date | None,
    tense: str = "past",
    anchor: datetime.date | None = None,
) -> TimeSpan | None:
    """The days that the mention means; wording is always its exact words.

    tense is past, present or future, of the clause that the time hangs on. anchor is the day that the text last spoke of.
    None for what is no time at all ("nine-year war", "every day"). start and end are None, and inferred says why, where
    the reference is missing.
    """
    if mention.rule in TIMELESS:
        return None
    parts = dict(mention.parts)
    ref = Reference(published, tense, anchor)
    reading = _range(parts, ref) if mention.rule == "range" else RULES[mention.rule](parts, ref)
    if reading is None:
        return _open(mention, published, anchor)
    bound = parts.get("bound", "")
    if not ("clock" in parts and bound in ("after", "before", "since")):  # "after 1 p.m. Wednesday" was on Wednesday
        reading = _bounded(reading, bound, ref, parts.get("position", ""))
    if reading.start is None:
        return TimeSpan(None, reading.end.isoformat(), reading.precision, mention.text, OPEN_START)
    start, end = min(reading.start, reading.end), reading.end
    return TimeSpan(start.isoformat(), end.isoformat(), reading.precision, mention.text)


def _open(mention: TimeMention, published: datetime.date | None, anchor: datetime.date | None) -> TimeSpan | None:
    if mention.kind == "duration" and published is not None:
        return None
    reason = NO_ANCHOR if mention.rule in ANAPHORIC or published is not None else NO_PUBLICATION
    return TimeSpan(None, None, "day", mention.text, reason)


def _range(parts: Parts, ref: Reference) -> Reading | None:
    """From the first to the second; the first takes month and year of the second where it has none of its own."""
    first = {key.removeprefix("first."): value for key, value in parts.items() if key.startswith("first.")}
    second = {key.removeprefix("second."): value for key, value in parts.items() if key.startswith("second.")}
    if "year" not in first and "year" in second and parts["first"] in ("date", "month", "season"):
        first["year"] = second["year"]
    end = RULES[parts["second"]](second, ref)
    start = RULES[parts["first"]](first, ref)
    if start is None or end is None or start.start is None:
        return None
    if start.start > end.end:
        start = _year_earlier(start, first)
    if start.start is None or start.start > end.end:
        return None
    precision = "days" if (end.end - start.start).days < 7 else start.precision if start.precision != "day" else "week"
    return Reading(start.start, end.end, precision)


def _year_earlier(reading: Reading, parts: Parts) -> Reading:
    """Of a range that runs over the new year or the weekend, the beginning before its end."""
    if reading.start is None:
        return reading
    if "weekday" in parts:
        return Reading(reading.start - datetime.timedelta(7), reading.end, reading.precision)
    if "year" in parts and len(parts) <= 2:
        return Reading(reading.start.replace(year=reading.start.year - 1), reading.end, reading.precision)
    return reading


def _bounded(reading: Reading, bound: str, ref: Reference, position: str) -> Reading:
    """The stretch that "since", "until", "by", "before" or "after" makes of a time."""
    today = ref.published
    ongoing = today if today is not None and not ref.narrative else None
    if bound in ("since", "after") and ref.tense != "future":
        start = reading.start
        if bound == "after" and today is None:
            return reading
        end = today if today is not None else ref.anchor
        return Reading(start, max(end, reading.end) if end else reading.end, reading.precision)
    if bound in ("by", "until") and ref.tense == "future" and ongoing is not None:
        return Reading(ongoing, max(reading.end, ongoing), reading.precision)
    if bound == "before":
        first = reading.end if "end" in position else reading.start or reading.end
        if ref.tense == "future" and ongoing is not None and ongoing <= first:
            return Reading(ongoing, first, reading.precision)
        return Reading(None, first - datetime.timedelta(1), reading.precision)
    return reading
