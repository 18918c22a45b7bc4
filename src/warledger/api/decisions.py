"""/decisions: what analysts decided, with who, when and why; deciding; and how far analysts agree.

In: a wish, or what of the log is wanted. Out: the decision written down, a page of the log, kappas. Decision: the log is shown whole, with
what was taken back, since it is there to be audited.
"""

from __future__ import annotations

from collections.abc import Set
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from warledger.api import deciding
from warledger.api.asking import LONGEST, Held, Limit, Next, after, token
from warledger.api.failures import RefusedError
from warledger.api.identity import Analyst
from warledger.api.review_answers import Act, Agreed, Agreement, Log, Logged, Made, Wish
from warledger.api.since import is_about
from warledger.api.unchanged import unchanged
from warledger.model import Claim, Incident
from warledger.products.labels import label
from warledger.products.wording import words
from warledger.review import Standing, concords, standing
from warledger.review.kappa import FEWEST, last_words
from warledger.store import Filter

router = APIRouter(tags=["review"])
ORDER = "decided"


@router.post("/decisions", status_code=201, summary="Decide, or take a decision back",
             responses={404: {"description": "There is no such subject."}, 409: {"description": "Another has changed it since; `changed` says how."},
                        428: {"description": "It is not said on which revision it was decided."}})
def decide(held: Held, person: Analyst, wish: Wish) -> Made:
    """Writes the decision down with who and when, and links what it is about."""
    return deciding.make(held, person.name, wish)


@router.get("/decisions", summary="The log of decisions, newest first")
def log(request: Request, response: Response, held: Held, limit: Limit = 50, next: Next = None, act: Act | None = None,
        who: Annotated[str | None, Query(max_length=LONGEST, description="Who decided.")] = None,
        subject: Annotated[str | None, Query(pattern=r"^[ic]_[0-9a-f]{4,32}$", description="An incident with its claims, or a claim.")] = None,
        holds: Annotated[bool | None, Query(description="Only what holds and takes nothing back, or only what does not.")] = None) -> Log:
    """Who decided what, when and why, and what became of it."""
    unchanged(request, response, held)
    run = held.survey.run
    fates = standing(held.ledger.decisions())
    by_id = {one.decision.id: one.decision for one in fates}
    found = held.ledger.incident(subject) if subject and subject.startswith("i_") else None
    wanted = [one for one in reversed(fates) if (who is None or one.decision.who == who) and (act is None or one.decision.act == act)
              and (holds is None or (one.holds and one.decision.undoes is None) == holds)
              and (subject is None or is_about(by_id.get(one.decision.undoes or "", one.decision), subject, found.claims if found else ()))]
    begin, last = 0, after(next, ORDER)
    if last is not None:
        begin = 1 + _place_of(wanted, last)
    items = [_logged(one, fates) for one in wanted[begin:begin + limit]]
    more = begin + limit < len(wanted)
    return Log(items=items, names=_names(held, {name for one in wanted[begin:begin + limit] for name in one.decision.subjects}), next=token(run, ORDER, wanted[begin + limit - 1].decision.id) if more else None, total=len(wanted), run=run)


@router.get("/decisions/agreement", summary="How far analysts agree: Cohen's kappa")
def agreement(request: Request, response: Response, held: Held) -> Agreement:
    """Kappa of every two analysts over the subjects that both decided about, each with its interval or why there is none."""
    unchanged(request, response, held)
    decisions = list(held.ledger.decisions())
    pairs = [Agreed(one=one.one, other=one.other, subjects=one.subjects, observed=one.observed, expected=one.expected, kappa=one.kappa, low=one.low,
                    high=one.high, why=one.why, table=list(one.table)) for one in concords(decisions)]
    why = None if pairs else "no two analysts have decided about the same subject"
    return Agreement(pairs=pairs, analysts={name: len(words) for name, words in sorted(last_words(decisions).items())}, fewest=FEWEST, why=why, run=held.survey.run)


def _names(held: Held, subjects: Set[str]) -> dict[str, str]:
    """What subjects are, in words: incidents as they are or last were, claims as they are."""
    found: dict[str, Incident | Claim] = {claim.id: claim for claim in held.ledger.claims(Filter(claims=tuple(sorted(subjects))))}
    for name in sorted(subjects - found.keys()):
        incident = held.ledger.incident(name) or next(reversed(held.ledger.revisions(name)), None)
        if incident is not None:
            found[name] = incident
    return {name: " · ".join(part for part in (label(one.type, one.mode), words(one.place), words(one.when)) if part) for name, one in found.items()}


def _place_of(wanted: list[Standing], id_: str) -> int:
    found = next((at for at, one in enumerate(wanted) if one.decision.id == id_), None)
    if found is None:
        raise RefusedError(410, "the decision that this page went on after is not in this list; begin again without next")
    return found


def _logged(one: Standing, fates: list[Standing]) -> Logged:
    by = next((other.decision for other in fates if other.decision.id == one.by), None)
    return Logged(decision=one.decision.to_dict(), holds=one.holds, undone=by is not None and by.undoes == one.decision.id, by=one.by, by_who=by.who if by else None)
