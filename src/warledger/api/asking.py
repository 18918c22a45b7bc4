"""What a request asks for: the filters of every list, count and export, and the page of a list.

In: the query of an address. Out: a Wanted, or 422 in words. Decision: one reading of filters for all, so that what is on the
screen, what is counted and what is exported are the same incidents.
"""

from __future__ import annotations

import base64
import binascii
import datetime
import json
from collections.abc import Collection
from typing import Annotated, Any, Literal

from fastapi import Depends, Query, Request

from warledger.api.failures import RefusedError
from warledger.api.holding import Holding
from warledger.api.identity import Asker
from warledger.model.codebook import MODES
from warledger.model.incident import GRADES
from warledger.store.filters import Key
from warledger.store.survey import Wanted

# Longer words than these are no search but an attack on the server's time.
LONGEST = 200
MOST_VALUES = 50
LARGEST_PAGE = 200
NO_NEXT = "next is not what a page gave as its next"
# No text is longer; a larger number is none that we gave, and more than the database can hold.
LARGEST_POSITION = 2**53

Day = Annotated[datetime.date | None, Query(description="An ISO day, as 2020-02-01.")]
Words = Annotated[str | None, Query(max_length=LONGEST)]
Values = Annotated[list[str], Query(max_length=MOST_VALUES)]
Limit = Annotated[int, Query(ge=1, le=LARGEST_PAGE, description="The most records of a page.")]
Next = Annotated[str | None, Query(max_length=400, description="`next` of the page before; opaque.")]
Order = Annotated[Literal["newest", "oldest", "deaths", "origins"], Query(description="The order of the list.")]


def wanted(
    since: Day = None,
    until: Day = None,
    place: Annotated[Words, Query(description="A place, province or country, and what lies in it.")] = None,
    text: Annotated[Words, Query(description='Words that a report has; "in quotes" next to each other.')] = None,
    type: Annotated[Values, Query(description="ASSAULT or ASSAULT/aerial; any of them.")] = [],  # noqa: B006
    grade: Annotated[Values, Query(description="confirmed, fair, weak or contested; any of them.")] = [],  # noqa: B006
    actor: Annotated[Values, Query(description="Ids or folded names of participants, as the facets give them.")] = [],  # noqa: B006
    side: Annotated[Values, Query(description="Countries of participants, alpha-3.")] = [],  # noqa: B006
    speaker: Annotated[Values, Query(description="Ids or folded names of speakers, as the facets give them.")] = [],  # noqa: B006
    outlet: Annotated[Values, Query(description="Outlets, as the facets give them.")] = [],  # noqa: B006
    country: Annotated[Values, Query(description="Countries of places, alpha-3.")] = [],  # noqa: B006
    province: Annotated[Values, Query(description="Provinces, as the facets give them.")] = [],  # noqa: B006
    contested: Annotated[bool | None, Query(description="Only incidents whose versions contradict each other, or only others.")] = None,
    box: Annotated[str | None, Query(max_length=120, description="west,south,east,north in degrees.")] = None,
) -> Wanted:
    """The filters of a request."""
    if since and until and since > until:
        raise RefusedError(422, f"since ({since}) is after until ({until})")
    _one_of("type", type, {*MODES, *(f"{name}/{mode}" for name, modes in MODES.items() for mode in modes)})
    _one_of("grade", grade, GRADES)
    return Wanted(
        since.isoformat() if since else None, until.isoformat() if until else None, place, text, tuple(type), tuple(grade), tuple(actor),
        tuple(side), tuple(speaker), tuple(outlet), tuple(country), tuple(province), contested, box_of(box) if box is not None else None)


Asked = Annotated[Wanted, Depends(wanted)]


def holding(request: Request, asker: Asker) -> Holding:
    """The ledger that is served, as far as whoever asks may see it: whatever is answered is read from here."""
    found: Holding = request.app.state.holding
    return found if asker.whole else found.published


Held = Annotated[Holding, Depends(holding)]


def token(run: int, order: str, after: str | Key) -> str:
    """An opaque `next`."""
    return base64.urlsafe_b64encode(json.dumps([run, order, after]).encode()).decode().rstrip("=")


def after(given: str | None, order: str) -> str | None:
    """The id that a page goes on after. Raises RefusedError for a `next` that is none, or of another order."""
    found = _behind(given, order)
    if found is not None and not isinstance(found, str):
        raise RefusedError(422, NO_NEXT)
    return found


def after_key(given: str | None, order: str, shape: tuple[type, ...]) -> Key | None:
    """The key that a page goes on after, its parts of these types; the first may be null. Raises RefusedError for a `next` that is none."""
    found = _behind(given, order)
    if found is None:
        return None
    fits = isinstance(found, list) and len(found) == len(shape) and all(type(part) is kind or (at == 0 and part is None) for at, (part, kind) in enumerate(zip(found, shape, strict=True)))
    if not fits or any(isinstance(part, int) and abs(part) > LARGEST_POSITION for part in found):
        raise RefusedError(422, NO_NEXT)
    return tuple(found)


def _behind(given: str | None, order: str) -> Any:
    if given is None:
        return None
    try:
        _run, named, found = json.loads(base64.urlsafe_b64decode(given + "=" * (-len(given) % 4)))
    except (binascii.Error, ValueError, TypeError, RecursionError):
        raise RefusedError(422, NO_NEXT) from None
    if named != order:
        raise RefusedError(422, "next belongs to a list of another order")
    return found


def _one_of(name: str, given: list[str], known: Collection[str]) -> None:
    strangers = [one for one in given if one not in known]
    if strangers:
        raise RefusedError(422, f"{name} has no {strangers[0]!r}; it has: {', '.join(sorted(known))}")


def box_of(text: str) -> tuple[float, float, float, float]:
    """west, south, east, north of a box in words. Raises RefusedError for what is none."""
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        raise RefusedError(422, "box takes four numbers: west,south,east,north") from None
    if not (-90 <= south <= north <= 90 and -180 <= west <= 180 and -180 <= east <= 180):
        raise RefusedError(422, "box takes degrees, the south not above the north: west,south,east,north")
    return west, south, east, north
