"""Figures of people who fled, were evacuated or came back, in the order of days.

In: tellings. Out: Displaced entries by place and day. Decision: figures are listed and never added: a running total and what is
new are kept apart, and the same figure of the same place and day is one entry with several sources.
"""

from __future__ import annotations

from warledger.incidents.reading import Reading
from warledger.incidents.series.telling import Telling, Tellings, everybody, origins_of, place_key
from warledger.model import Tally
from warledger.model.series import Displaced

COUNTED = frozenset({"displaced", "evacuated", "returned"})
READS = (Reading(words=tuple(sorted(COUNTED))),)
RETURNS = "return"

Key = tuple[object, ...]


def displacement(tellings: Tellings) -> list[Displaced]:
    """Every figure, by place, kind and day."""
    told: dict[Key, list[tuple[Telling, Tally]]] = {}
    for one in tellings.all:
        if one.happened:
            for tally in one.claim.tallies:
                if tally.what in COUNTED:
                    told.setdefault(_key(one, tally), []).append((one, tally))
    found = [_entry(rows) for rows in told.values()]
    return sorted(found, key=lambda one: (one.place.name if one.place else "", one.what, one.cumulative, one.day or "",
                                          one.best or 0, one.sources[0].claim))


def _key(one: Telling, tally: Tally) -> Key:
    place = one.claim.place
    return (place_key(place) if place else None, _what(one, tally), _day(one, tally), tally.cumulative, tally.low, tally.high)


def _what(one: Telling, tally: Tally) -> str:
    return "returned" if one.claim.mode == RETURNS and one.claim.type == "DISPLACEMENT" else tally.what


def _day(one: Telling, tally: Tally) -> str | None:
    """The day that a total runs to, else the last day of the act."""
    return (tally.as_of or one.last) if tally.cumulative else one.last


def _entry(rows: list[tuple[Telling, Tally]]) -> Displaced:
    lead, tally = rows[0]
    sources = tuple({one.claim.id: one.saying(figure.wording) for one, figure in rows}.values())
    return Displaced(_what(lead, tally), lead.claim.place, everybody(one.claim.others for one, _tally in rows), _day(lead, tally),
                     tally.cumulative, tally.low, tally.high, tally.best, tally.wording, origins_of(sources), sources)
