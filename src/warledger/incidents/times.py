"""How the times of two claims relate.

In: traits. Out: one Evidence, or Forbidden where the days are surely two. Decision: two days told in so many words
never make one happening, however near; a day that a rule inferred may be one off. Two things are dated apart in good
faith: the fall of a town, by the sides, and a denial, by the day on which it was made.
"""

from __future__ import annotations

import functools
from datetime import date

from warledger.incidents.evidence import Evidence, Forbidden
from warledger.incidents.traits import Traits
from warledger.incidents.weights import Weights

# Widths in days (last minus first) up to which a span counts as a few days, and as a week.
FEW_DAYS, WEEK = 3, 7
# Acts that happen to a place once until they are undone, told under these modes.
GAIN_TYPE, GAINS = "TERRITORY", frozenset({"capture", "recapture", "lose"})


def compare_times(a: Traits, b: Traits, weights: Weights) -> Evidence | Forbidden:
    """The evidence of two claims' times."""
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return _untold(a, b)
    certain = a.certain_time and b.certain_time
    apart = max(a.first, b.first) - min(a.last, b.last)
    if apart > 0:
        return (_dated_differently(a, b, apart, weights) or _guessed(a, b, weights)
                or _disjoint(a, b, apart, certain))
    found = _overlapping(a, b, max(a.last - a.first, b.last - b.first))
    if not certain and weights.weights[found.kind] > 0:
        return found._replace(share=weights.share(a.time_rule, b.time_rule))
    return found


def gains(one: Traits) -> bool:
    """Whether a claim tells that a place changed hands."""
    return one.claim.type == GAIN_TYPE and one.claim.mode in GAINS


def _dated_differently(a: Traits, b: Traits, apart: int, weights: Weights) -> Evidence | None:
    """The evidence of two days that may be days of one happening, though both are told in so many words."""
    if apart > weights.limits["rival_days"]:
        return None
    days = f"{_days(a)} and {_days(b)}" if (a.first or 0) <= (b.first or 0) else f"{_days(b)} and {_days(a)}"
    if a.rival != b.rival:
        denial, held = (a, b) if a.rival else (b, a)
        return Evidence("time.denied_later", (days,)) if (denial.first or 0) > (held.last or 0) else None
    if apart == 1 and _one_night(a, b, weights):
        return Evidence("time.one_night", (days,))
    return Evidence("time.rival_day", (days,)) if gains(a) and gains(b) else None


def _one_night(a: Traits, b: Traits, weights: Weights) -> bool:
    """Whether the earlier of two days is told as a night, and the later as its morning."""
    before, after = (a, b) if (a.first or 0) < (b.first or 0) else (b, a)
    return not weights.night.isdisjoint(_time_words(before)) and not weights.early.isdisjoint(_time_words(after))


def _time_words(one: Traits) -> list[str]:
    return one.time_words.replace(",", " ").split()


def _guessed(a: Traits, b: Traits, weights: Weights) -> Evidence | None:
    """The evidence of a day and a later day of publication that stands for none; two such days are not two guesses."""
    if a.first is None or b.first is None or (a.time_rule in weights.guesses) == (b.time_rule in weights.guesses):
        return None
    guess, day = (a, b) if a.time_rule in weights.guesses else (b, a)
    behind = (guess.first or 0) - (day.last or 0)
    return Evidence("time.guessed") if 0 < behind <= weights.limits["report_days"] else None


def _untold(a: Traits, b: Traits) -> Evidence:
    if a.window is None or b.window is None:
        return Evidence("time.untold")
    near = a.window[0] <= b.window[1] and b.window[0] <= a.window[1]
    return Evidence("time.untold" if near else "time.far_from_report")


def _disjoint(a: Traits, b: Traits, apart: int, certain: bool) -> Evidence | Forbidden:
    if certain:
        return Forbidden(f"{_days(a)} and {_days(b)} are different days")
    if apart > FEW_DAYS:
        return Evidence("time.far")
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
