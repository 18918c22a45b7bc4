"""/series: what lives longer than an incident, each entry with its sources.

In: a kind, days, a place, a participant, a speaker, and as of when the ledger is asked. Out: entries of model/series.py. Decision: a
series is worked out once for each state of the ledger and sifted for every request. Who asks for one that is being worked out waits
for it; who asks for another does not.
"""

from __future__ import annotations

import threading
from concurrent.futures import Future
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response

from warledger import chronicle
from warledger.api import working
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
           actor: Words = None, speaker: Words = None, limit: Annotated[int, Query(ge=1, le=MOST)] = 500,
           sources: Annotated[bool, Query(description="Whether each entry comes with the claims that it stands on, which may be thousands.")] = True) -> Entries:
    """The entries of a series that concern the days, lie in the place, and name the participant and the speaker."""
    if since and until and since > until:
        raise RefusedError(422, f"since ({since}) is after until ({until})")
    unchanged(request, response, held)
    run = held.survey.run
    wanted = Filter(since=since.isoformat() if since else None, until=until.isoformat() if until else None, place=place, actor=actor, speaker=speaker, limit=limit + 1)
    worked: Worked = request.app.state.series
    found = chronicle.sifted(worked.entries(held, kind), wanted)
    shown = found[:limit] if sources else map(chronicle.without_sources, found[:limit])
    return Entries(kind=kind, entries=[entry.to_dict() for entry in shown], more=len(found) > limit, run=run)


class Worked:
    """The series of the states of a ledger that were asked for last."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: dict[tuple[Kind, int], Future[list[Any]]] = {}

    def entries(self, held: Holding, kind: Kind) -> list[Any]:
        """All entries of the state that is asked for: worked out by the first who asks, and not kept where that failed."""
        key = kind, held.survey.run
        with self._lock:
            found = self._kept.pop(key, None)
            begun = found or Future()
            self._kept[key] = begun
            while len(self._kept) > KEPT:
                del self._kept[next(iter(self._kept))]
        if found is None:
            try:
                begun.set_result(_whole(held, kind))
            except BaseException as error:
                begun.set_exception(error)
                with self._lock:
                    self._kept.pop(key, None)
        return begun.result()


def _whole(held: Holding, kind: Kind) -> list[Any]:
    if len(held.survey) < working.LARGE:
        return chronicle.whole(held.ledger, kind)
    return working.worked_out(held.path, kind, held.as_of)
