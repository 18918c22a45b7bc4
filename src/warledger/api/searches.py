"""/searches: filters that somebody keeps under a name, with the feed and the alerts of each.

In: a name, and the filters of the address as every list reads them. Out: saved searches. Decision: each who is signed in has their own, viewers too, an admin sees all;
the filters are those of asking.wanted and nothing else, so that what is watched is what the list shows.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from warledger.api import targets
from warledger.api.answers import Answer
from warledger.api.asking import Asked, Held
from warledger.api.failures import RefusedError
from warledger.api.identity import Asker, OnePerson, Owner, Person
from warledger.api.saved import Alert, Saved, Search, query_of

router = APIRouter(tags=["saved searches"])
LONGEST_NAME = 100
LONGEST_TARGET = 500
SearchId = Annotated[str, Path(pattern=r"^s_[0-9a-f]{16}$", description="A saved search's id.")]
AlertId = Annotated[str, Path(pattern=r"^a_[0-9a-f]{16}$", description="The id of alerts.")]
REFUSALS: dict[int | str, dict[str, Any]] = {404: {"description": "There is no such search of yours."}}


class Naming(BaseModel):
    """A name for a search."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, json_schema_extra={"examples": [{"name": "Air strikes in Idlib"}]})

    name: Annotated[str, Field(min_length=1, max_length=LONGEST_NAME, pattern=r"^[^\x00-\x1f\x7f]+$")]


class Target(BaseModel):
    """Where alerts are to go."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, json_schema_extra={"examples": [{"kind": "webhook", "to": "https://desk.example/hooks/war"}]})

    kind: Literal["webhook", "mail"]
    to: Annotated[str, Field(min_length=3, max_length=LONGEST_TARGET, description="The address of a webhook, or an e-mail address.")]


class Told(Answer):
    """Alerts of a search. secret signs what a webhook gets, and is told this once."""

    id: str
    kind: Literal["webhook", "mail"]
    to: str
    waiting: int = Field(description="Deliveries that have not gone out yet.")
    failure: str | None = Field(description="Why the last one that failed did; null where none did.")
    secret: str | None = None


class Kept(Answer):
    """A saved search."""

    id: str
    name: str
    owner: str
    query: str = Field(description="Its filters, as the query of an address.")
    feed: str = Field(description="The address of its Atom feed; on a server with users it needs a key.")
    has_key: bool
    alerts: list[Told]


class Searches(Answer):
    """Saved searches by name, and which kinds of alerts this server can send."""

    items: list[Kept]
    kinds: list[Literal["webhook", "mail"]]


class Feed(Answer):
    """The address of a feed with the key that opens it, which is told this once; the key before it ends."""

    address: str


def saved(request: Request) -> Saved:
    """The file of saved searches, made by the first who asks."""
    found: Saved = request.app.state.saved()
    return found


def own(request: Request, id: str, person: Person) -> Search:
    """A search of the one who asks. Raises RefusedError where there is none."""
    found = saved(request).one(id)
    if found is None or (found.owner != person.name and person.role != "admin"):
        raise RefusedError(404, f"there is no saved search {id} of yours")
    return found


@router.get("/searches", summary="Saved searches")
def searches(request: Request, response: Response, held: Held, person: Asker) -> Searches:
    """One's own saved searches; those of all for an admin."""
    response.headers["Cache-Control"] = "no-store"
    file = saved(request)
    found = file.all(None if person.role == "admin" else person.name)
    return Searches(items=[_kept(request, one, file.alerts(one.id)) for one in found], kinds=targets.kinds(held.settings.alerts))


@router.post("/searches", summary="Save the filters of this address under a name", status_code=201)
def save(request: Request, asked: Asked, person: Owner, given: Naming) -> Kept:
    """The filters are those of the query, as /incidents has them."""
    return _kept(request, saved(request).save(given.name, person.name, asked), [])


@router.patch("/searches/{id}", summary="Rename a saved search", responses=REFUSALS)
def rename(request: Request, id: SearchId, person: Owner, given: Naming) -> Kept:
    """Gives it another name; feed and alerts go on."""
    found = saved(request).rename(own(request, id, person), given.name)
    return _kept(request, found, saved(request).alerts(id))


@router.delete("/searches/{id}", summary="Delete a saved search with its feed and its alerts", status_code=204, responses=REFUSALS)
def delete(request: Request, id: SearchId, person: Owner) -> Response:
    """What its alerts have not delivered yet is not delivered any more."""
    saved(request).delete(own(request, id, person))
    return Response(status_code=204)


@router.post("/searches/{id}/feed", summary="A new key for the feed of a saved search", responses=REFUSALS)
def feed_key(request: Request, response: Response, id: SearchId, person: Owner) -> Feed:
    """The address of the feed for a reader of feeds, which cannot sign in."""
    response.headers["Cache-Control"] = "no-store"
    found = own(request, id, person)
    address = feed_address(request, found)
    return Feed(address=address if isinstance(request.app.state.access, OnePerson) else f"{address}?key={saved(request).new_key(found)}")


@router.post("/searches/{id}/alerts", summary="Alerts of new and changed incidents", status_code=201, responses={**REFUSALS, 403: {"description": "An admin has not allowed this address."}})
def alert(request: Request, response: Response, held: Held, id: SearchId, person: Owner, given: Target) -> Told:
    """From the next run on. Only to addresses that the setting [alerts] allows."""
    response.headers["Cache-Control"] = "no-store"
    found = own(request, id, person)
    refusal = targets.refusal(held.settings.alerts, given.kind, given.to)
    if refusal:
        raise RefusedError(403, refusal)
    made = saved(request).alert(found, given.kind, given.to, held.survey.run)
    return _told(made).model_copy(update={"secret": made.secret if made.kind == "webhook" else None})


@router.delete("/searches/{id}/alerts/{alert}", summary="End alerts", status_code=204, responses=REFUSALS)
def end_alert(request: Request, id: SearchId, alert: AlertId, person: Owner) -> Response:
    """What was not delivered yet is not delivered any more."""
    if not saved(request).drop_alert(own(request, id, person), alert):
        raise RefusedError(404, f"there are no alerts {alert} of this search")
    return Response(status_code=204)


def feed_address(request: Request, search: Search) -> str:
    """The address of a feed, without its key."""
    return f"{str(request.base_url).rstrip('/')}/api/v1/searches/{search.id}/feed.atom"


def _kept(request: Request, one: Search, alerts: list[Alert]) -> Kept:
    return Kept(id=one.id, name=one.name, owner=one.owner, query=query_of(one.wanted), feed=feed_address(request, one), has_key=one.key,
                alerts=[_told(alert) for alert in alerts])


def _told(one: Alert) -> Told:
    return Told(id=one.id, kind=one.kind, to=one.target, waiting=one.waiting, failure=one.failure)
