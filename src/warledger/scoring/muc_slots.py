"""The slots of MUC-4 that are no role: date, location, number of victims, effect, confidence, stage, type.

In: aligned templates of ours and of the key. Out: counts per slot. Decision: a fill that is near but not the same is worth
half, and what the key marks as optional is not missed, as the conference scored in 1992.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from warledger.model import Place
from warledger.scoring.measures import Counts, best_pairs
from warledger.scoring.muc_notation import Template, folded, read_days
from warledger.scoring.muc_templates import PUBLICATION, Found

HALF = 0.5
Fill = tuple[str, ...]
Match = Callable[[str, Fill], float]


def slot_fills(found: Found) -> dict[str, list[str]]:
    """Our fills by slot, in the notation."""
    return {
        "type": [found.type],
        "date": [_date(found)] if found.when is not None and found.when.start is not None else [],
        "location": [_location(found.place)] if found.place is not None else [],
        "number": found.numbers,
        "effect": found.effects,
        "confidence": found.confidence,
        "stage": [found.stage],
    }


def key_fills(template: Template) -> dict[str, list[Fill]]:
    """The key's fills by slot."""
    slots = {"type": ["INCIDENT: TYPE"], "date": ["INCIDENT: DATE"], "location": ["INCIDENT: LOCATION"], "number": ["HUM TGT: NUMBER"],
             "effect": ["HUM TGT: EFFECT OF INCIDENT", "PHYS TGT: EFFECT OF INCIDENT"],
             "confidence": ["PERP: ORGANIZATION CONFIDENCE"], "stage": ["INCIDENT: STAGE OF EXECUTION"]}
    return {slot: [fill for name in names for fill in template.fills.get(name, ()) if fill and fill[0] not in ("-", "*")]
            for slot, names in slots.items()}


def judge_slots(pairs: Sequence[tuple[int, int]], found: Sequence[Found], key: Sequence[Template]) -> dict[str, Counts]:
    """The counts per slot of one document; an optional template that was not found is not missed."""
    met = {j for _, j in pairs}
    totals = {slot: Counts() for slot in MATCHES}
    for slot, match in MATCHES.items():
        ours = [slot_fills(one)[slot] for one in found]
        theirs = [key_fills(one)[slot] for one in key]
        given = sum(len(fills) for fills in ours)
        wanted = sum(len(fills) for j, fills in enumerate(theirs) if j in met or not key[j].optional)
        right = sum(_agreement(ours[i], theirs[j], match) for i, j in pairs)
        totals[slot] = Counts(right, given, wanted)
    return totals


def _agreement(ours: Sequence[str], theirs: Sequence[Fill], match: Match) -> float:
    scores = [[match(one, other) for other in theirs] for one in ours]
    return sum(scores[i][j] for i, j in best_pairs(scores))


def _same(one: str, other: Fill) -> float:
    return float(one in other)


def _near_date(one: str, other: Fill) -> float:
    days = read_days(one)
    best = 0.0
    for written in other:
        theirs = read_days(written)
        if days is None or theirs is None:
            continue
        start, their_start = days[0] or "", theirs[0] or ""
        overlap = start <= theirs[1] and their_start <= days[1]
        best = max(best, 1.0 if days == theirs else HALF if overlap else 0.0)
    return best


def _near_location(one: str, other: Fill) -> float:
    """Whole where the finest place is the same, half where the country is."""
    ours, best = [folded(part) for part in one.split(": ")], 0.0
    for written in other:
        theirs = [folded(re.sub(r"\(.*", "", part)) for part in written.split(": ")]
        finest = theirs[-1] in ours[1:] or theirs[-1] == ours[-1]
        best = max(best, 1.0 if finest else HALF if theirs[0] == ours[0] else 0.0)
    return best


def _near_number(one: str, other: Fill) -> float:
    for written in other:
        plain = written.strip("~-? ")
        if plain == one:
            return 1.0
    several = one == "PLURAL" or (one.isdigit() and int(one) > 1)
    return HALF if several and "PLURAL" in other else 0.0


def _near_confidence(one: str, other: Fill) -> float:
    if one in other:
        return 1.0
    return HALF if any(one.startswith(written) or written.startswith(one) for written in other) else 0.0


def _date(found: Found) -> str:
    """Our days in the notation; a day that is only the report's own is "on or before"."""
    when = found.when
    if when is None or when.start is None or when.end is None:
        return ""
    first, last = _written(when.start), _written(when.end)
    if PUBLICATION in (when.inferred or ""):
        return f"- {last}"
    return first if first == last else f"{first} - {last}"


def _written(day: str) -> str:
    months = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
    return f"{day[8:10]} {months[int(day[5:7]) - 1]} {day[2:4]}"


def _location(place: Place) -> str:
    """Country: division: place, with names as the keys write them: the country's in English."""
    import pycountry

    country = pycountry.countries.get(alpha_3=place.country) if place.country else None
    name = (getattr(country, "common_name", None) or country.name).split(",")[0] if country is not None else "-"
    finer = [part for part in (place.admin1, place.name) if part and place.precision != "country"]
    return ": ".join([name, *finer])


MATCHES: Mapping[str, Match] = {
    "type": _same, "date": _near_date, "location": _near_location, "number": _near_number, "effect": _same,
    "confidence": _near_confidence, "stage": _same,
}
