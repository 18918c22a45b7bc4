"""/facets and /histogram: how many incidents there are of each kind, and on each day.

In: filters. Out: counts. Decision: a facet leaves out its own filter, so that its other values can be chosen beside; the
histogram leaves out the days, so that the brush shows what lies beside it.
"""

from __future__ import annotations

import functools
from typing import Annotated

import pycountry
from fastapi import APIRouter, Query, Request, Response

from warledger.api.answers import Day, Days, Facets, Value
from warledger.api.asking import Asked
from warledger.api.past import Then
from warledger.api.unchanged import unchanged
from warledger.products.labels import label

router = APIRouter(tags=["counts"])
Most = Annotated[int, Query(ge=1, le=200, description="The most values of a facet.")]


@router.get("/facets", summary="How many incidents have each value")
def facets(request: Request, response: Response, held: Then, asked: Asked, most: Most = 30) -> Facets:
    """For every facet the values of the incidents that fulfil all filters but the facet's own."""
    unchanged(request, response, held)
    with held.asking() as (survey, connection):
        found = survey.facets(asked, connection, most)
        shown = {name: [Value(key=one.key, label=_label(name, one.key, one.label), count=one.count) for one in counts] for name, counts in found.items()}
        return Facets(facets=shown, totals=survey.totals(survey.mask(asked, connection)), run=survey.run)


@router.get("/histogram", summary="How many incidents began on each day")
def histogram(request: Request, response: Response, held: Then, asked: Asked) -> Days:
    """The days that any of the incidents began on; the filters of days are left out."""
    unchanged(request, response, held)
    with held.asking() as (survey, connection):
        days = survey.days(survey.mask(asked, connection, without="days"))
        return Days(days=[Day(day=day, incidents=n, claims=claims, killed=killed) for day, n, claims, killed in days], run=survey.run)


def _label(facet: str, key: str, shown: str) -> str:
    if facet == "type":
        type_, _slash, mode = key.partition("/")
        return label(type_, mode or None)
    return _country(key) or shown if facet in ("country", "side") else shown


@functools.cache
def _country(code: str) -> str | None:
    """The usual name of a country, None for a code that is none of ISO 3166-1."""
    found = pycountry.countries.get(alpha_3=code)
    return None if found is None else str(getattr(found, "common_name", None) or found.name).split(",")[0]
