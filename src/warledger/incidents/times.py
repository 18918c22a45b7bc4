"""How the times of two claims relate.

In: traits. Out: one Evidence, or Forbidden where the days are surely two. Decision: two days told in so many words
never make one happening, however near; a day that a rule inferred may be one off.
"""

from __future__ import annotations

import functools
from datetime import date

from warledger.incidents.evidence import Evidence, Forbidden
from warledger.incidents.traits import Traits
from warledger.incidents.weights import Weights

# Widths in days (last minus first) up to which a span counts as a few days, and as a week.
FEW_DAYS, WEEK = 3, 7


def compare_times(a: Traits, b: Traits, weights: Weights) -> Evidence | Forbidden:
    """The evidence of two claims' times."""
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return _untold(a, b)
    certain = a.certain_time and b.certain_time
    apart = max(a.first, b.first) - min(a.last, b.last)
    if apart > 0:
        return _disjoint(a, b, apart, certain)
    found = _overlapping(a, b, max(a.last - a.first, b.last - b.first))
    if not certain and weights.weights[found.kind] > 0:
        return found._replace(share=weights.limits["inferred_share"])
    return found


def _untold(a: Traits, b: Traits) -> Evidence:
    if a.window is None or b.window is None:
        return Evidence("time.untold")
    near = a.window[0] <= b.window[1] and b.window[0] <= a.window[1]
    return Evidence("time.untold" if near else "time.far_from_report")


def _disjoint(a: Traits, b: Traits, apart: int, certain: bool) -> Evidence | Forbidden:
    if certain or apart > FEW_DAYS:
        return Forbidden(f"{_days(a)} and {_days(b)} are different days")
    return Evidence("time.one_day_off" if apart == 1 else "time.days_off")


def _overlapping(a: Traits, b: Traits, width: int) -> Evidence:
    if width == 0:
        return Evidence("time.same_day", (_days(a),))
    if (a.first, a.last) == (b.first, b.last):
        return Evidence("time.same_span", (_days(a),))
    if width <= FEW_DAYS:
        return Evidence("time.within_days")
    return Evidence("time.within_week" if width <= WEEK else "time.within_month")


def _days(traits: Traits) -> str:
    return _written(traits.first, traits.last)


@functools.lru_cache(maxsize=10_000)
def _written(first: int | None, last: int | None) -> str:
    if first is None or last is None:
        return "an untold time"
    start, end = date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat()
    return start if start == end else f"{start} to {end}"
