"""/series: what lives longer than an incident, each entry with its sources.

In: a kind, days, a place, a participant, a speaker. Out: entries of model/series.py. Decision: a series is worked out once after
each run and sifted for every request, since working it out reads every claim.
"""

from __future__ import annotations

import functools
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response

from warledger import chronicle
from warledger.api.answers import Answer
from warledger.api.asking import Day, Held, Words
from warledger.api.failures import RefusedError
from warledger.api.holding import Holding
from warledger.api.unchanged import unchanged
from warledger.store import Filter

router = APIRouter(tags=["series"])
Kind = Literal["control", "agreements", "ultimatums", "displacement", "sieges"]
# How many of the kinds of how many ledgers are kept.
KEPT = 16
MOST = 5_000


class Entries(Answer):
    """Entries in the order of the series; more: there are others, which a narrower question gives."""

    kind: Kind
    entries: list[dict[str, Any]]
    more: bool
    run: int


@router.get("/series/{kind}", summary="Control of places, agreements, ultimatums, displacement or sieges")
def series(request: Request, response: Response, held: Held, kind: Kind, since: Day = None, until: Day = None, place: Words = None,
           actor: Words = None, speaker: Words = None, limit: Annotated[int, Query(ge=1, le=MOST)] = 500) -> Entries:
    """The entries of a series that concern the days, lie in the place, and name the participant and the speaker."""
    if since and until and since > until:
        raise RefusedError(422, f"since ({since}) is after until ({until})")
    unchanged(request, response, held)
    run = held.survey.run
    wanted = Filter(since=since.isoformat() if since else None, until=until.isoformat() if until else None, place=place, actor=actor, speaker=speaker, limit=limit + 1)
    found = chronicle.sifted(_whole(held, kind, run), wanted)
    return Entries(kind=kind, entries=[entry.to_dict() for entry in found[:limit]], more=len(found) > limit, run=run)


@functools.lru_cache(KEPT)
def _whole(held: Holding, kind: str, _run: int) -> list[Any]:
    """The series as of a run; the run is there so that another one is worked out anew."""
    return chronicle.whole(held.ledger, kind)
