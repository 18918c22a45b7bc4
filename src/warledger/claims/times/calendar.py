"""Arithmetic of days, weeks, months and years as news text means them.

In: days and counts. Out: days, or intervals of days with both ends inside. Decision: a week runs from Monday to Sunday
(ISO 8601); vague counts have one stated reading, so that every window can be explained.
"""

from __future__ import annotations

import calendar
import datetime

Day = datetime.date
Interval = tuple[Day, Day]

# What a plural without a number covers, counted back from the reference day: "in recent days", "for months".
VAGUE_COUNT = {"day": 7, "night": 7, "week": 4, "month": 3, "year": 3, "decade": 2, "hour": 24, "minute": 60, "weekend": 2}

# Parts of a month (thirds) and of a year (quarters, and the middle), as writers use "early", "mid" and "late".
MONTH_THIRDS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "start": (1, 10), "end": (21, 31)}
YEAR_THIRDS = {"early": (1, 3), "mid": (5, 8), "late": (10, 12), "start": (1, 3), "end": (10, 12)}

# Parts of a decade, by its years.
DECADE_THIRDS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "start": (0, 2), "end": (8, 9)}
YEARS_OF_A_DECADE = 10
SATURDAY = 5
# Halves of a month by days, and of a year by months.
MONTH_HALVES = {"first half": (1, 15), "second half": (16, 31)}
YEAR_HALVES = {"first half": (1, 6), "second half": (7, 12)}


def plus_months(day: Day, months: int) -> Day:
    """The day so many months on (or back); the last of the month where the month has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    year = min(max(year, datetime.MINYEAR), datetime.MAXYEAR)
    return Day(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def plus(day: Day, count: float, unit: str) -> Day:
    """The day so many units on; hours count as the days that they reach into."""
    if unit == "month":
        return plus_months(day, round(count))
    if unit in ("year", "decade", "century"):
        return plus_months(day, round(count * {"year": 12, "decade": 120, "century": 1200}[unit]))
    days = {"second": 0.0, "minute": 0.0, "hour": 1 / 24, "week": 7.0, "fortnight": 14.0}.get(unit, 1.0)
    shift = round(count * days) or (0 if abs(count * days) < 0.25 else (1 if count > 0 else -1))
    try:
        return day + datetime.timedelta(shift)
    except OverflowError:
        return day


def week_of(day: Day) -> Interval:
    """Monday to Sunday of the day's week."""
    monday = day - datetime.timedelta(day.weekday())
    return monday, monday + datetime.timedelta(6)


def weekend_of(day: Day) -> Interval:
    """Saturday and Sunday of the day's week."""
    monday, sunday = week_of(day)
    return monday + datetime.timedelta(5), sunday


def month_of(year: int, month: int) -> Interval:
    """First to last day of the month."""
    return Day(year, month, 1), Day(year, month, calendar.monthrange(year, month)[1])


def year_of(year: int) -> Interval:
    """First to last day of the year."""
    return Day(year, 1, 1), Day(year, 12, 31)


def months_of(year: int, first: int, last: int) -> Interval:
    """First day of the first month to last day of the last, in the next year where last is less than first."""
    return month_of(year, first)[0], month_of(year + (last < first), last)[1]


def unit_of(day: Day, unit: str) -> Interval:
    """The day's own week, weekend, month, year, decade or century; the day itself for anything shorter."""
    if unit == "week":
        return week_of(day)
    if unit == "weekend":
        return weekend_of(day)
    if unit == "month":
        return month_of(day.year, day.month)
    if unit == "year":
        return year_of(day.year)
    if unit == "decade":
        first = day.year - day.year % 10
        return Day(first, 1, 1), Day(first + 9, 12, 31)
    if unit == "century":
        first = day.year - (day.year - 1) % 100
        return Day(first, 1, 1), Day(first + 99, 12, 31)
    return day, day


def narrow(span: Interval, position: str) -> Interval:
    """The early, mid or late part (or the start, the end or a half) of a month, a year or a longer stretch."""
    start, end = span
    length = (end - start).days + 1
    if 28 <= length <= 31 and start.day == 1:
        first, last = (MONTH_THIRDS | MONTH_HALVES)[position]
        return start.replace(day=first), start.replace(day=min(last, end.day))
    if length in (365, 366) and (start.month, start.day) == (1, 1):
        return months_of(start.year, *(YEAR_THIRDS | YEAR_HALVES)[position])
    if length < 3:
        return span
    if end.year - start.year + 1 == YEARS_OF_A_DECADE and position in DECADE_THIRDS and (start.month, start.day) == (1, 1):
        first, last = DECADE_THIRDS[position]
        return start.replace(year=start.year + first), end.replace(year=start.year + last)
    if position in YEAR_HALVES:
        middle = start + datetime.timedelta(length // 2)
        return (start, middle - datetime.timedelta(1)) if position.startswith("first") else (middle, end)
    third = datetime.timedelta(length // 3)
    one = datetime.timedelta(1)
    if position in ("early", "start"):
        return start, start + third - one
    if position == "mid":
        return start + third, end - third
    return end - third + one, end


def week_in(span: Interval, nth: int, unit: str) -> Interval:
    """The nth week, weekend or day of a month, counted from its first day; nth -1 is the last."""
    start, end = span
    if unit == "day":
        day = end if nth < 0 else start + datetime.timedelta(nth - 1)
        return day, day
    if unit == "weekend":
        saturday = weekday_in(span, nth, SATURDAY)[0]
        return saturday, saturday + datetime.timedelta(1)
    if nth < 0:
        return end - datetime.timedelta(6), end
    return start + datetime.timedelta(7 * (nth - 1)), start + datetime.timedelta(7 * nth - 1)


def weekday_in(span: Interval, nth: int, weekday: int) -> Interval:
    """The nth Monday (0) to Sunday (6) of a month; nth -1 is the last."""
    start, end = span
    first = start + datetime.timedelta((weekday - start.weekday()) % 7)
    days = [first + datetime.timedelta(7 * n) for n in range(5) if first + datetime.timedelta(7 * n) <= end]
    day = days[nth - 1 if nth > 0 else nth]
    return day, day
