"""/incidents/{id}/why: every join of an incident and every refusal at its edge, in words and weights.

In: an incident's id. Out: its Grounds. Decision: it takes as long as linking, so all is weighed once a run and kept; a ledger that is too large for
somebody to wait for is refused, with the command line that takes its time.
"""

from __future__ import annotations

import threading
import weakref
from typing import Any

from fastapi import APIRouter, Request, Response

from warledger.api.answers import Answer
from warledger.api.asking import Held
from warledger.api.failures import RefusedError
from warledger.api.holding import Holding
from warledger.api.incidents import Id
from warledger.api.unchanged import unchanged
from warledger.weighing import Weighing, weighing

router = APIRouter(tags=["incidents"])
# More claims than this are not weighed while somebody waits: it takes minutes and a gigabyte.
MOST_CLAIMS = 20_000
MOST_REFUSED = 100


class Why(Answer):
    """Grounds as the formats have them, with the sentences of the claims that they name. more: refusals that are left out, all farther away."""

    grounds: dict[str, Any]
    claims: dict[str, str]
    more: int
    run: int


@router.get("/incidents/{id}/why", summary="Why an incident holds its claims, and not others",
            responses={404: {"description": "There is none."}, 413: {"description": "The ledger is too large: `command` is the command line that does it."}})
def why(request: Request, response: Response, held: Held, id: Id) -> Why:
    """Takes as long as linking the first time after a run; after that it is known."""
    unchanged(request, response, held)
    survey = held.survey
    size = int(survey.columns.claims.sum())
    if size > MOST_CLAIMS:
        command = f"warledger why {id} --ledger {held.path.name}"
        raise RefusedError(413, f"this ledger has {size:,} claims in incidents, and weighing more than {MOST_CLAIMS:,} takes too long here; `{command}` does it", command=command)
    found = held.ledger.incident(id)
    if found is None:
        raise RefusedError(404, f"there is no incident {id}")
    known = _weighed(held, survey.run)
    grounds = known.grounds(found).to_dict()
    more = max(0, len(grounds["refused"]) - MOST_REFUSED)
    grounds["refused"] = grounds["refused"][:MOST_REFUSED]
    named = {name for pair in (*grounds["joined"], *grounds["refused"]) for name in (pair["one"], pair["other"])}
    claims = known.claims
    return Why(grounds=grounds, claims={name: claims[name].quote("sentence") or "" for name in sorted(named) if name in claims}, more=more, run=survey.run)


_LOCK = threading.Lock()
_KEPT: weakref.WeakKeyDictionary[Holding, tuple[int, Weighing]] = weakref.WeakKeyDictionary()


def _weighed(held: Holding, run: int) -> Weighing:
    """All that was weighed, worked out once a run: whoever asks meanwhile waits for it rather than do it too."""
    with _LOCK:
        kept = _KEPT.get(held)
        if kept is None or kept[0] != run:
            kept = _KEPT[held] = (run, weighing(held.ledger, held.settings))
        return kept[1]
