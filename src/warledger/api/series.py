"""/series: what lives longer than an incident, each entry with its sources.

In: a kind, days, a place, a participant, a speaker, and as of when the ledger is asked. Out: entries of model/series.py. Decision: a
series is worked out once for each state of the ledger and sifted for every request, since working it out reads every claim.
"""

from __future__ import annotations

import threading
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response

from warledger import chronicle
from warledger.api.answers import Answer
from warledger.api.asking import Day, Words
from warledger.api.failures import RefusedError
from warledger.api.holding import Holding
from warledger.api.past import Then
from warledger.api.unchanged import unchanged
from warledger.store import Filter

router = APIRouter(tags=["series"])
Kind = Literal["control", "agreements", "ultimatums", "displacement", "sieges"]
# How many are kept: all kinds of three states of the ledger.
KEPT = 15
MOST = 5_000


class Entries(Answer):
    """Entries in the order of the series; more: there are others, which a narrower question gives."""

    kind: Kind
    entries: list[dict[str, Any]]
    more: bool
    run: int


@router.get("/series/{kind}", summary="Control of places, agreements, ultimatums, displacement or sieges")
def series(request: Request, response: Response, held: Then, kind: Kind, since: Day = None, until: Day = None, place: Words = None,
           actor: Words = None, speaker: Words = None, limit: Annotated[int, Query(ge=1, le=MOST)] = 500) -> Entries:
    """The entries of a series that concern the days, lie in the place, and name the participant and the speaker."""
    if since and until and since > until:
        raise RefusedError(422, f"since ({since}) is after until ({until})")
    unchanged(request, response, held)
    run = held.survey.run
    wanted = Filter(since=since.isoformat() if since else None, until=until.isoformat() if until else None, place=place, actor=actor, speaker=speaker, limit=limit + 1)
    found = chronicle.sifted(_whole(request, held, kind), wanted)
    return Entries(kind=kind, entries=[entry.to_dict() for entry in found[:limit]], more=len(found) > limit, run=run)


def _whole(request: Request, held: Holding, kind: Kind) -> list[Any]:
    """The series of the state that is asked for; those that were asked for last are kept."""
    state = request.app.state
    with _LOCK:
        if not hasattr(state, "series"):
            state.series = {}
        kept: dict[tuple[Kind, int], list[Any]] = state.series
        key = kind, held.survey.run
        kept[key] = kept.pop(key) if key in kept else chronicle.whole(held.ledger, kind)
        while len(kept) > KEPT:
            del kept[next(iter(kept))]
        return kept[key]


_LOCK = threading.Lock()
