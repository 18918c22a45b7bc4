"""/places and /codebook: what a correction can be made to.

In: a name or a point; nothing. Out: the places of the gazetteer that a name may mean, weighed as `warledger gazetteer find` weighs them; the types
with their modes in words. Decision: a correction is chosen from what the program knows, and not typed, so that it is found like everything else.
"""

from __future__ import annotations

import functools
import threading
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from pydantic import Field

from warledger.api.answers import Answer
from warledger.api.asking import LONGEST, MOST_VALUES, Held
from warledger.extensions import make
from warledger.model.codebook import MODES
from warledger.products.labels import label

router = APIRouter(tags=["review"])
# The gazetteer and the codebook do not change while a server runs.
KEEP = "private, max-age=3600"
MOST = 20
# One at a time builds the index where there is none, and asks it: it is one connection.
_ASKING = threading.Lock()


class Found(Answer):
    """A place that a name may mean: its record, as a correction takes it, and what it is. likely: reports with this name alone are taken to mean it."""

    place: dict[str, Any]
    kind: str
    people: int = Field(description="Inhabitants; 0 where nobody has counted them.")
    likely: bool


class Places(Answer):
    """What a name may mean, the likeliest first."""

    items: list[Found]


class Mode(Answer):
    """A mode of a type. key is what a correction takes."""

    key: str
    label: str


class Type(Answer):
    """A type of the codebook with its modes. key is what a correction to the type without a mode takes."""

    key: str
    label: str
    modes: list[Mode]


class Codebook(Answer):
    """Every type, whether the ledger has it or not."""

    types: list[Type]


@router.get("/places", summary="Places that a name may mean, or the place at a point")
def places(response: Response, held: Held, name: Annotated[str, Query(max_length=LONGEST, description="A name in any spelling or script, or a point: 35.86, 36.80")],
           country: Annotated[list[str], Query(max_length=MOST_VALUES, description="Countries that it is likely in, alpha-3.")] = []) -> Places:  # noqa: B006
    """By the gazetteer that the reports were coded with."""
    from warledger.claims.knowledge import knowledge_of
    from warledger.claims.places.finding import find
    from warledger.claims.places.points import place_at, point_of
    from warledger.claims.places.shapes import place_of

    response.headers["Cache-Control"] = KEEP
    with _ASKING:
        rules = make("coders", "rules", held.settings.of("coders", "rules")).settings
        gazetteer = knowledge_of(rules).places.gazetteer
        point = point_of(name)
        if point is not None:
            return Places(items=[Found(place=place_at(gazetteer, *point).to_dict(), kind="point", people=0, likely=True)])
        found = find(gazetteer, name, countries=[code.upper() for code in country or rules.countries])
    return Places(items=[Found(place=place_of(one.entry, one.entry.name).to_dict(), kind=one.entry.kind, people=one.entry.population, likely=one.wins) for one in found[:MOST]])


@router.get("/codebook", summary="Types with their modes, in words")
def codebook(response: Response) -> Codebook:
    """What a type can be corrected to."""
    response.headers["Cache-Control"] = KEEP
    return _codebook()


@functools.cache
def _codebook() -> Codebook:
    return Codebook(types=[Type(key=f"{type_}/none", label=label(type_), modes=[Mode(key=f"{type_}/{mode}", label=label(type_, mode)) for mode in modes])
                           for type_, modes in MODES.items()])
