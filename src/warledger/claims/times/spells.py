"""What each wording means, by counting: weeks and months named from now, so many days ago, for so long, the day after.

In: the parts of a mention and a Reference. Out: a Reading, or None where the reference does not reach or the wording is a
mere length of time. Decision: what is told from the story's own clock ("the day after") needs the anchor and is never
counted from publication instead.
"""

from __future__ import annotations

import datetime
import math

from warledger.claims.times import calendar as cal
from warledger.claims.times.rules import Parts, Reading, Reference, position_of, season_of
from warledger.lexicons.calendar_lexicon import load_calendar
from warledger.lexicons.number_lexicon import load_numbers, read_number

Day = datetime.date

UNIT_PRECISION = {"week": "week", "weekend": "days", "fortnight": "week", "month": "month", "year": "year", "decade": "year", "century": "year"}
STEP = {"weekend": ("week", 1), "century": ("year", 100), "decade": ("year", 10)}


def unit_name(parts: Parts) -> str:
    """The unit in the singular: day, week, month."""
    unit = parts.get("unit", "day")
    return "century" if unit.startswith("centur") else unit.removesuffix("s")


def count_of(parts: Parts, unit: str) -> tuple[float, float]:
    """Least and most of the number before the unit; a missing or vague number takes the stated reading."""
    text = parts.get("number", "")
    vague = {"a few": (2, 5), "few": (2, 5), "several": (3, 9), "a couple": (2, 2), "a couple of": (2, 2), "a": (1, 1), "an": (1, 1)}
    if text in vague:
        return vague[text]
    if text.startswith("half"):
        return 0.5, 0.5
    pieces = [read_number(piece, load_numbers()) for piece in text.replace("–", "-").replace(" or ", " to ").split(" to ")]
    known = [piece for piece in pieces if piece is not None]
    if not known:
        default = float(cal.VAGUE_COUNT.get(unit, 1))
        return default, default
    return min(known), max(known)


def _precision(unit: str) -> str:
    return UNIT_PRECISION.get(unit, "day" if unit in ("hour", "minute", "second") else "days")


def named_unit(parts: Parts, ref: Reference) -> Reading | None:
    """This week, last month, earlier this year, the end of the month, the past week."""
    unit, which, position = unit_name(parts), parts.get("which", "the").removeprefix("the "), parts.get("position", "")
    if "which" not in parts:
        unit, which, position = position or "year", "this", "end of"
    told = parts.get("which") == "the next" and ref.tense != "future"  # "by the next month they had left"
    if told or which.startswith(("that", "same", "previous", "following")):
        return _told_unit(unit, which, parts, ref)
    base = ref.base if which in ("the", "") else ref.published
    if base is None:
        return None
    if which in ("past", "coming") or (parts["which"] in ("the last", "the next") if "which" in parts else False):
        forward = which in ("coming", "next")
        far = cal.plus(base, 1 if forward else -1, unit)
        return Reading(min(base, far), max(base, far), _precision(unit))
    step, times = STEP.get(unit, (unit, 1))
    shift = {"last": -1, "next": 1}.get(which, 0)
    if unit == "weekend" and which.startswith("this "):
        shift = 0 if which.endswith("coming") else -(base < cal.weekend_of(base)[0])
    elif unit == "weekend" and shift == 0 and ref.tense != "future" and base < cal.weekend_of(base)[0]:
        shift = -1
    span = cal.unit_of(cal.plus(base.replace(day=1) if step in ("month", "year") else base, shift * times, step), unit)
    if which == "this" and position.startswith(("earlier", "later")):
        if position.startswith("later"):
            return Reading(base, span[1], _precision(unit))
        # Earlier this month or year is before today; earlier this week may be this morning.
        last = base if unit == "week" else max(span[0], base - datetime.timedelta(1))
        return Reading(span[0], last, _precision(unit))
    narrowed = position_of(parts) if "unit" in parts else "end"
    if narrowed is not None:
        return Reading(*cal.narrow(span, narrowed), _precision(unit))
    return Reading(*ref.clip(span), _precision(unit))


def _told_unit(unit: str, which: str, parts: Parts, ref: Reference) -> Reading | None:
    if ref.anchor is None:
        return None
    if unit in ("time", "moment", "hour", "period", "date"):
        unit = "day"
    shift = -1 if which.startswith("preced") or which.startswith("previous") else 1 if which.startswith(("next", "following", "ensuing")) else 0
    step, times = STEP.get(unit, (unit if unit in UNIT_PRECISION else "day", 1))
    base = ref.anchor.replace(day=1) if step in ("month", "year") and shift else ref.anchor
    span = cal.unit_of(cal.plus(base, shift * times, step), unit)
    position = position_of(parts)
    if position is not None and unit in UNIT_PRECISION:
        span = cal.narrow(span, position)
    return Reading(*span, UNIT_PRECISION.get(unit, "day"))


def same(parts: Parts, ref: Reference) -> Reading | None:
    """That day, the same month, the same summer, at that time."""
    if parts.get("unit", "") in load_calendar().seasons and ref.anchor is not None:
        spans = [season_of(year, parts["unit"], parts) for year in (ref.anchor.year - 1, ref.anchor.year)]
        return Reading(*next((span for span in spans if span[1] >= ref.anchor), spans[-1]), "month")
    return _told_unit(unit_name(parts), "that", {}, ref)


def next_unit(parts: Parts, ref: Reference) -> Reading | None:
    """The next day, the following week, the day before."""
    if "side" in parts:
        unit = parts["which"].removeprefix("the ")
        return _told_unit(unit, "next" if parts["side"] == "after" else "previous", parts, ref)
    return _told_unit(unit_name(parts), parts["which"], parts, ref)


def recent(parts: Parts, ref: Reference) -> Reading | None:
    """In recent weeks, over the past few days, in the coming months."""
    unit, which = unit_name(parts), parts["which"]
    if which in ("following", "first", "final", "previous"):
        return None
    if ref.published is None:
        return None
    singular = not parts["unit"].endswith("s")
    count = 1.0 if singular else float(cal.VAGUE_COUNT.get(unit, 1))
    return _window(ref.published, count, unit, which in ("coming", "next"))


def past_count(parts: Parts, ref: Reference) -> Reading | None:
    """In the past 24 hours, over the last 15 days, the next three weeks, within 48 hours."""
    unit, which = unit_name(parts), parts["which"]
    if ref.published is None or which in ("following", "first", "final", "preceding"):
        return None
    forward = which in ("next", "coming") or (which == "within" and ref.tense == "future")
    if which == "within" and not forward:
        return None
    return _window(ref.published, count_of(parts, unit)[1], unit, forward)


def _window(day: Day, count: float, unit: str, forward: bool) -> Reading:
    if unit in ("hour", "minute", "second"):
        far = day + datetime.timedelta(math.ceil(count / 24) * (1 if forward else -1) if unit == "hour" else 0)
    else:
        far = cal.plus(day, count if forward else -count, unit)
    precision = "day" if far == day else UNIT_PRECISION.get(unit, "days")
    return Reading(min(day, far), max(day, far), precision)


def ago(parts: Parts, ref: Reference) -> Reading | None:
    """Two days ago, three years ago, two weeks from now: the day, or the week, month or year around it."""
    if ref.published is None:
        return None
    unit = unit_name(parts)
    least, most = count_of(parts, unit)
    if parts.get("side") in ("now", "today"):
        return _ahead(ref.published, unit, most)
    if unit in ("hour", "minute", "second"):
        return _window(ref.published, least, unit, forward=False) if unit == "hour" else Reading(ref.published, ref.published, "day")
    near, far = cal.plus(ref.published, -least, unit), cal.plus(ref.published, -most, unit)
    if unit in ("day", "night"):
        return Reading(far, near, "day" if far == near else "days")
    if unit in ("week", "fortnight", "weekend"):
        half = datetime.timedelta(3)
        return Reading(far - half, min(near + half, ref.published), "week")
    return Reading(cal.unit_of(far, unit)[0], min(cal.unit_of(near, unit)[1], ref.published), UNIT_PRECISION[unit])


def _ahead(day: Day, unit: str, count: float) -> Reading:
    """In two weeks, a month from now: the day, or what of the week, month or year around it lies ahead."""
    far = cal.plus(day, count, unit)
    if unit in ("day", "night", "hour", "minute", "second"):
        return Reading(far, far, "day")
    if unit in ("week", "fortnight", "weekend"):
        return Reading(max(far - datetime.timedelta(3), day), far + datetime.timedelta(3), "week")
    span = cal.unit_of(far, unit)
    return Reading(max(span[0], day), span[1], UNIT_PRECISION[unit])


def day_of_month(parts: Parts, ref: Reference) -> Reading | None:
    """On the 28th: of the month that the reference and the tense mean."""
    if ref.base is None:
        return None
    day = int(parts["day"])
    shift = {"last": -1, "next": 1}.get(parts.get("which", ""))
    months = (cal.plus_months(ref.base.replace(day=1), step) for step in ((shift,) if shift else range(-2, 3)))
    spans = [(month.replace(day=day), month.replace(day=day)) for month in months if 1 <= day <= cal.month_of(month.year, month.month)[1].day]
    span = ref.nearest(spans)
    return None if span is None else Reading(*span, "day")


def later(parts: Parts, ref: Reference) -> Reading | None:
    """Two days later, a week earlier, the day after: counted from the anchor."""
    if ref.anchor is None:
        return None
    unit = unit_name(parts)
    sign = 1 if parts["side"] in ("later", "after", "afterwards", "afterward", "hence", "on") else -1
    if unit in ("hour", "minute", "second"):
        return Reading(ref.anchor, ref.anchor, "day")
    least, most = (sign * count for count in count_of(parts, unit))
    ends = sorted((cal.plus(ref.anchor, least, unit), cal.plus(ref.anchor, most, unit)))
    if unit in ("month", "year", "decade", "century"):
        return Reading(cal.unit_of(ends[0], unit)[0], cal.unit_of(ends[1], unit)[1], UNIT_PRECISION[unit])
    return Reading(ends[0], ends[1], "day" if ends[0] == ends[1] else _precision(unit))


def lasting(parts: Parts, ref: Reference) -> Reading | None:
    """For months, for more than two years, after three days of clashes: counted back from publication.

    A plain past ("fought for two years") has its length only, since its end is not told; a few days or weeks are those
    just past, which is what news tells of.
    """
    unit = unit_name(parts)
    aspect, how = parts.get("aspect"), parts.get("lasting", "")
    ended = aspect in ("simple", "pluperfect") and "number" in parts and how in ("for", "lasted", "lasting")
    if ref.published is None or (ended and unit not in ("day", "night", "week")):
        return None
    if how == "in" and "number" in parts and ref.tense == "future":
        return _ahead(ref.published, unit, count_of(parts, unit)[1])
    if (how == "in" and aspect != "perfect") or (how == "for" and aspect == "noun" and "number" in parts):
        return None
    if unit in ("minute", "second"):
        return Reading(ref.published, ref.published, "day")
    return _window(ref.published, count_of(parts, unit)[1], unit, ref.tense == "future")


def vague_of(parts: Parts, ref: Reference) -> Reading | None:
    """Days of fighting: a stretch that ends with the report."""
    if ref.published is None:
        return None
    unit = unit_name(parts)
    return _window(ref.published, float(cal.VAGUE_COUNT.get(unit, 1)), unit, forward=False)


def recently(parts: Parts, ref: Reference) -> Reading | None:
    """Recently, lately: the last four weeks."""
    return None if ref.published is None else _window(ref.published, float(cal.VAGUE_COUNT["week"]), "week", forward=False)


def present(parts: Parts, ref: Reference) -> Reading | None:
    """Now, currently: the day of publication."""
    return None if ref.published is None else Reading(ref.published, ref.published, "day")


def then(parts: Parts, ref: Reference) -> Reading | None:
    """Since then, by then: the anchor."""
    if ref.anchor is None:
        return None
    return Reading(ref.anchor, ref.anchor, "day")
