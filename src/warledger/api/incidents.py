"""/incidents: a page of them as they are shown in a list, and one of them whole.

In: filters, or an id. Out: summaries, or the incident with its matrix. Decision: an id that was merged away leads to the
incident that it went into; one that ended says so with 410, never with 404.
"""

from __future__ import annotations

from typing import Annotated, Any

import numpy as np
from fastapi import APIRouter, Path, Query, Request, Response

from warledger.api.answers import Figure, Grave, Page, Spot, Summary, Whole
from warledger.api.asking import Asked, Limit, Next, Order, after, token
from warledger.api.failures import RefusedError
from warledger.api.holding import Holding
from warledger.api.past import Then
from warledger.api.unchanged import unchanged
from warledger.lexicons.graphic_lexicon import graphic_words
from warledger.model import Claim, Incident, Report
from warledger.moments import moment
from warledger.products.arranged import Arranged, arranged
from warledger.products.html_data import claim_data, matrix_data, place_data, report_data, span_of
from warledger.products.labels import label
from warledger.products.wording import range_words, span_words
from warledger.store import Filter

router = APIRouter(tags=["incidents"])
Since = Annotated[str | None, Query(max_length=40, description="The `run` of an earlier answer, or a day or instant (UTC): only what is new or changed since then, with what ended.")]
Id = Annotated[str, Path(pattern=r"^i_[0-9a-f]{4,32}$", description="An incident's id.")]


@router.get("/incidents", summary="Incidents, a page at a time")
def incidents(request: Request, response: Response, held: Then, asked: Asked, order: Order = "newest", limit: Limit = 50, next: Next = None,
              modified_since: Since = None) -> Page:
    """The incidents that fulfil every filter, with how many there are in all; with modified_since those that are new or changed, and what ended."""
    unchanged(request, response, held)
    with held.asking() as (survey, connection):
        mask = survey.mask(asked, connection)
        ended, left = None, None
        if modified_since is not None:
            run = run_of(held, modified_since)
            changed = survey.among([one.id for one in held.ledger.changed_since(run)])
            ended = [Grave(id=one.id, run=one.run, at=one.at, redirect=one.redirect) for one in held.ledger.ended_since(run)]
            left = sorted(survey.columns.ids[row] for row in np.flatnonzero(changed & ~mask))
            mask &= changed
        try:
            rows, last = survey.page(mask, order, after(next, order), limit)
        except KeyError:
            raise RefusedError(410, "the incident that this page went on after is gone; begin again without next") from None
        items = summaries(held, [survey.columns.ids[row] for row in rows])
        return Page(items=items, next=token(survey.run, order, last) if last else None, totals=survey.totals(mask), run=survey.run, ended=ended, left=left)


def summaries(held: Holding, names: list[str]) -> list[Summary]:
    """The incidents of these ids as a list shows them, in the order given."""
    found = {incident.id: incident for incident in held.ledger.incidents(Filter(incidents=tuple(names)))}
    return [summary(found[name]) for name in names if name in found]


def run_of(held: Holding, since: str) -> int:
    """The run that modified_since names by its number, or by a moment. Raises UsageError for what is neither."""
    if since.isascii() and since.isdigit() and len(since) < len("20200201"):
        return int(since)
    found = moment(since, "modified_since")
    return held.ledger.run_before(found) if found else 0


@router.get("/incidents/{id}", summary="One incident, whole", responses={404: {"description": "There never was one."}, 410: {"description": "It ended and went into no other."}})
def incident(request: Request, response: Response, held: Then, id: Id) -> Whole:
    """An incident with its matrix, claims, reports and revisions; an id that was merged away leads to its heir."""
    unchanged(request, response, held)
    found = held.ledger.incident(id)
    if found is None:
        was = held.ledger.revisions(id)
        raise RefusedError(410, f"incident {id} has ended and went into no other") if was else RefusedError(404, f"there is no incident {id}")
    ledger = with_members(held, found)
    claim_at = {claim.id: index for index, claim in enumerate(ledger.claims)}
    report_at = {report.id: index for index, report in enumerate(ledger.reports)}
    return Whole(
        incident=found.to_dict(), summary=summary(found), matrix=matrix_data(found, ledger, claim_at),
        claims=[told(claim, ledger.report_of(claim), report_at) for claim in ledger.claims], reports=[report_data(report, False) | {"graphic": bool(graphic_words(report.text)), "origin": report.origin or report.id} for report in ledger.reports],
        revisions=[revision(one) for one in held.ledger.revisions(found.id)], asked_for=id)


def with_members(held: Holding, found: Incident) -> Arranged:
    """An incident with its claims and their reports, in the order of every product."""
    claims = list(held.ledger.claims(Filter(claims=found.claims)))
    return arranged([found], claims, list(held.ledger.reports(Filter(claims=found.claims))))


def told(claim: Claim, report: Report | None, report_at: dict[str, int]) -> dict[str, Any]:
    """A claim in words for the page, beside its record."""
    return claim_data(claim, report, report_at, False) | {"record": claim.to_dict()}


def revision(found: Incident) -> dict[str, Any]:
    """What a list of revisions says of one."""
    return {"revision": found.revision, "grade": found.grade, "claims": len(found.claims), "why": found.why, "supersedes": list(found.supersedes)}


def summary(found: Incident) -> Summary:
    """An incident as a list shows it."""
    start, end = span_of(found)
    place = place_data(found)
    contested = found.grade == "contested" or any(view.agreement == "contradict" for view in found.fields.values())
    return Summary(
        id=found.id, revision=found.revision, type=found.type, mode=found.mode, act=label(found.type, found.mode), grade=found.grade, start=start,
        end=end, when=span_words(found.when.to_dict()) if found.when else None, place=_spot(place) if place else None, killed=_figure(found, "killed"),
        wounded=_figure(found, "wounded"), who=[one.name for one in found.participants], claims=len(found.claims), reports=found.reports,
        outlets=found.outlets, origins=found.origins, contested=contested)


def _spot(place: dict[str, Any]) -> Spot:
    return Spot(name=place["name"], label=place["label"] or place["name"], lat=place["lat"], lon=place["lon"], radius_km=place["radius"], area=place["area"],
                precision=place["precision"], country=place["country"])


def _figure(found: Incident, name: str) -> Figure | None:
    view = found.fields.get(name)
    if view is None:
        return None
    return Figure(words=range_words(view.low, view.high), low=view.low, high=view.high, best=view.best, agreement=view.agreement)
