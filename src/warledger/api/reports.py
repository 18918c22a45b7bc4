"""/reports and /claims: the records, a page at a time, and a report with the words that show its claims.

In: the filters that a report or claim can fulfil, or an id. Out: records. Decision: a page goes on behind a key (store/paging.py), so
that new reports between two pages shift nothing; a report is answered with its text as it was published, and it is for the page to
show it as text and nothing else.
"""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Request, Response

from warledger.api.answers import Mark, Read, Records
from warledger.api.asking import Day, Held, Limit, Next, Words, after_key, token
from warledger.api.failures import RefusedError
from warledger.api.past import Then
from warledger.api.unchanged import unchanged
from warledger.lexicons.graphic_lexicon import graphic_words
from warledger.products.html_data import SAFE_LINK
from warledger.products.labels import label
from warledger.store import Filter
from warledger.store.paging import key_of_claim, key_of_report

router = APIRouter(tags=["reports and claims"])
ReportId = Annotated[str, Path(pattern=r"^r_[0-9a-f]{4,32}$", description="A report's id.")]
ClaimId = Annotated[str, Path(pattern=r"^c_[0-9a-f]{4,32}$", description="A claim's id.")]


@router.get("/reports", summary="Reports by day, a page at a time; without their texts")
def reports(request: Request, response: Response, held: Then, since: Day = None, until: Day = None, text: Words = None, limit: Limit = 50, next: Next = None) -> Records:
    """The heads of reports that were published within the days and have the words."""
    unchanged(request, response, held)
    behind = after_key(next, "reports", (str, str))
    wanted = Filter(since=since.isoformat() if since else None, until=until.isoformat() if until else None, text=text, limit=limit + 1, after=behind)
    found = list(held.ledger.reports(wanted))
    more = len(found) > limit
    run = held.survey.run
    return Records(items=[_head(one.to_dict()) for one in found[:limit]], next=token(run, "reports", key_of_report(found[limit - 1])) if more else None, run=run)


@router.get("/reports/{id}", summary="One report with its claims and the words that show them")
def report(request: Request, response: Response, held: Held, id: ReportId) -> Read:
    """A report whole, its claims, the words of its text that show them, and the incidents that hold them."""
    unchanged(request, response, held)
    found = next(iter(held.ledger.reports(Filter(report=id))), None)
    if found is None:
        raise RefusedError(404, f"there is no report {id}")
    claims = list(held.ledger.claims(Filter(report=found.id)))
    marks = [Mark(claim=claim.id, field=one.field, start=one.start, end=one.end) for claim in claims for one in claim.passages if one.field != "sentence"]
    inside = {claim: one.id for one in held.ledger.incidents(Filter(report=found.id)) for claim in one.claims}
    return Read(report=_with_safe_link(found.to_dict()), claims=[claim.to_dict() for claim in claims], marks=sorted(marks, key=lambda one: (one.start, -one.end, one.claim, one.field)),
                incidents={claim.id: inside[claim.id] for claim in claims if claim.id in inside}, acts={claim.id: label(claim.type, claim.mode) for claim in claims}, graphic=graphic_words(found.text))


@router.get("/claims", summary="Claims in the order of reports and text, a page at a time")
def claims(request: Request, response: Response, held: Then, since: Day = None, until: Day = None, place: Words = None, actor: Words = None,
           speaker: Words = None, text: Words = None, limit: Limit = 50, next: Next = None) -> Records:
    """Claims about the days, with the place, the participant and the speaker, in reports that have the words."""
    unchanged(request, response, held)
    behind = after_key(next, "claims", (str, str, int, str))
    wanted = Filter(since=since.isoformat() if since else None, until=until.isoformat() if until else None, place=place, actor=actor, speaker=speaker, text=text,
                    limit=limit + 1, after=behind)
    found = list(held.ledger.claims(wanted))
    run = held.survey.run
    if len(found) <= limit:
        return Records(items=[one.to_dict() for one in found], next=None, run=run)
    last = found[limit - 1]
    (report,) = held.ledger.reports(Filter(reports=(last.report,)))
    return Records(items=[one.to_dict() for one in found[:limit]], next=token(run, "claims", key_of_claim(last, report)), run=run)


@router.get("/claims/{id}", summary="One claim")
def claim(request: Request, response: Response, held: Held, id: ClaimId) -> dict[str, Any]:
    """A claim as the formats have it."""
    unchanged(request, response, held)
    found = next(iter(held.ledger.claims(Filter(claims=(id,)))), None)
    if found is None:
        raise RefusedError(404, f"there is no claim {id}")
    return found.to_dict()


def _head(record: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in _with_safe_link(record).items() if name != "text"}


def _with_safe_link(record: dict[str, Any]) -> dict[str, Any]:
    """The record of a report without an address that is none of the web's: one that a browser would run must not look like a link."""
    url = record["url"]
    return record | {"url": url if url and SAFE_LINK.match(url) else None}
