"""TIMEX2 values of our time expressions: what the field writes where we keep an interval of days.

In: a TimeMention and the TimeSpan that it was resolved to. Out: a value such as 1944-06-06, 1944-SU, P3W or PRESENT_REF,
None where the scheme has none for it. Source: Ferro and others, TIDES 2005 Standard for the Annotation of Temporal
Expressions. Decision: the rule that read the wording decides the form, the interval fills it in.
"""

from __future__ import annotations

import datetime
import re

from warledger.claims.mentions import TimeMention
from warledger.claims.times.rules import position_of
from warledger.claims.times.spells import count_of, unit_name
from warledger.model import TimeSpan

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DAY_PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "tonight": "TNI"}
UNITS = {"day": "D", "night": "D", "week": "W", "month": "M", "year": "Y", "decade": "DE", "century": "CE"}
CLOCK_UNITS = {"hour": "H", "minute": "M", "second": "S"}
LENGTHS = ("duration", "lasting", "vague_of", "recent", "past_count")
REFERENCES = {"present": "PRESENT_REF", "recently": "PAST_REF"}
# What comes again and again has a value with what it leaves open.
HABITS = {"nightly": "XXXX-XX-XXTNI", "day": "XXXX-XX-XX", "daily": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "annual": "XXXX", "year": "XXXX"}
HALVES = {"first half": "H1", "second half": "H2"}
BEFORE_CHRIST = re.compile(r"(\d{1,4})\s*b\.?c", re.IGNORECASE)
CLOCK = re.compile(r"(\d{1,2})[:.h](\d\d)\s*(p)?", re.IGNORECASE)
NOON = 12


def value_of(mention: TimeMention, span: TimeSpan | None) -> str | None:
    """The value of a mention whose interval is span."""
    parts = dict(mention.parts)
    if mention.rule in REFERENCES:
        return REFERENCES[mention.rule]
    if mention.rule in LENGTHS:
        return _length(parts)
    if mention.rule == "before_christ":
        year = BEFORE_CHRIST.search(mention.text)
        return f"BC{int(year[1]):04d}" if year else None
    if mention.rule == "set":
        return next((value for word, value in HABITS.items() if word in mention.text.lower()), None)
    if mention.rule == "same" and parts.get("which") == "this" and parts.get("unit") == "period":
        return None
    if span is not None and span.start is None and span.end is not None:  # "before 1 May": the set marks the day itself
        return (datetime.date.fromisoformat(span.end) + datetime.timedelta(1)).isoformat() if mention.rule == "date" else None
    if span is None or span.start is None or span.end is None:
        return None
    return _point(mention.rule, parts, mention.text, datetime.date.fromisoformat(span.start), span)


def end_values(span: TimeSpan | None, rules: tuple[str, str]) -> tuple[str | None, str | None]:
    """The values of both ends of a range, which the scheme marks as two expressions; rules are those of its ends."""
    if span is None or span.start is None or span.end is None:
        return None, None
    length = {"year": 4, "years": 4, "month": 7}
    return span.start[:length.get(rules[0], 10)], span.end[:length.get(rules[1], 10)]


def _point(rule: str, parts: dict[str, str], text: str, start: datetime.date, span: TimeSpan) -> str:
    if rule == "century":
        return f"{start.year // 100:02d}"
    if rule == "decade" or parts.get("unit", "").startswith("decade"):
        return f"{start.year // 10:03d}"
    if rule == "season" and parts["season"] in SEASONS:
        return f"{start.year:04d}-{SEASONS[parts['season']]}"
    if span.precision == "year":
        half = HALVES.get(position_of(parts) or "")
        return f"{start.year:04d}-{half}" if half else f"{start.year:04d}"
    if span.precision == "month":
        return start.isoformat()[:7]
    if span.precision == "week":
        year, week, _ = start.isocalendar()
        return f"{year:04d}-W{week:02d}"
    return start.isoformat() + _hour(parts, text)


def _hour(parts: dict[str, str], text: str) -> str:
    """The time of the day: a clock where one is told, else its part."""
    clock = CLOCK.search(text) if "clock" in parts else None
    if clock is not None:
        hour = int(clock[1]) + (NOON if clock[3] and int(clock[1]) < NOON else 0)
        return f"T{hour:02d}:{clock[2]}"
    words = (parts.get("day_part", ""), parts.get("part_before", ""), parts.get("unit", ""), parts.get("day", "").removeprefix("this "))
    return next((DAY_PARTS[word] for word in words if word in DAY_PARTS), "")


def _length(parts: dict[str, str]) -> str | None:
    unit = unit_name(parts)
    number = "X"
    if "number" in parts:
        least, most = count_of(parts, unit)
        number = f"{least:g}" if least == most else "X"
    if unit in CLOCK_UNITS:
        return f"PT{number}{CLOCK_UNITS[unit]}"
    return f"P{number}{UNITS[unit]}" if unit in UNITS else None
