"""/searches/{id}/feed.atom: what changed last in a saved search, for readers of feeds (RFC 4287).

In: a saved search and, on a server with users, the key of its feed. Out: Atom. Decision: a reader of feeds cannot sign in, so the address
holds a key, which opens this one feed and nothing else; ids are made of the ids of search and incident, so that an entry that
changed is told as changed and not as another.
"""

from __future__ import annotations

import datetime
import re
import uuid
from collections.abc import Mapping
from typing import Annotated
from xml.etree import ElementTree

from fastapi import APIRouter, Query, Request, Response

from warledger.api.accounts import Accounts
from warledger.api.answers import Summary
from warledger.api.failures import RefusedError
from warledger.api.holding import Holding
from warledger.api.identity import OnePerson
from warledger.api.incidents import summaries
from warledger.api.owners import seen_by
from warledger.api.saved import Search, query_of
from warledger.api.searches import SearchId, feed_address, saved
from warledger.api.unchanged import unchanged
from warledger.store.changes import Changed

router = APIRouter(tags=["saved searches"])
ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"
# A reader of feeds asks every hour or day; more than so many changes are better read in the list.
MOST = 100
# Ours for ever: an id that is made with it is the same on every server.
SPACE = uuid.UUID("8f1d2f0a-3f6b-5c0e-9a55-6d0f5b7c1e42")
# What XML 1.0 cannot hold, however it is written.
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@router.get("/searches/{id}/feed.atom", summary="The incidents of a saved search that changed last, as an Atom feed", response_class=Response,
            responses={200: {"content": {MEDIA_TYPE: {}}, "description": "The feed."}, 404: {"description": "No such search, or not its key."}})
def feed(request: Request, id: SearchId, key: Annotated[str, Query(max_length=100, description="The key that /searches/{id}/feed gave.")] = "") -> Response:
    """New and changed incidents, the last changed first."""
    search = saved(request).one(id)
    if search is None or not _opens(request, search, key):
        raise RefusedError(404, f"there is no saved search {id}, or this is not the key of its feed")
    held = _seen(request)
    answer = Response(media_type=MEDIA_TYPE)
    unchanged(request, answer, held, search.name)
    with held.asking() as (survey, connection):
        mask = survey.mask(search.wanted, connection)
        inside = {survey.columns.ids[row] for row in mask.nonzero()[0]}
        changed = [one for one in held.ledger.changed_since(0) if one.id in inside][:MOST]
    by_id = {one.id: one for one in summaries(held, [one.id for one in changed])}
    answer.body = _written(request, search, changed, by_id)
    answer.headers["Content-Length"] = str(len(answer.body))
    return answer


def _opens(request: Request, search: Search, key: str) -> bool:
    """Whether a key opens the feed: that of somebody who is no user any more opens nothing."""
    access = request.app.state.access
    if isinstance(access, OnePerson):
        return True
    there = not isinstance(access, Accounts) or seen_by(access.people, access.published_only)(search.owner) != "nothing"
    return saved(request).opens(search, key) and there


def _seen(request: Request) -> Holding:
    """The ledger as far as whoever has the key may see it: what was published, where that is required of a server with users."""
    held: Holding = request.app.state.holding
    return held.published if held.settings.publish.required and not isinstance(request.app.state.access, OnePerson) else held


def _written(request: Request, search: Search, changed: list[Changed], by_id: Mapping[str, Summary]) -> bytes:
    root = str(request.base_url).rstrip("/")
    top = ElementTree.Element("feed", xmlns=ATOM)
    made = datetime.datetime.fromtimestamp(search.made, datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    _put(top, "id", uuid.uuid5(SPACE, search.id).urn)
    _put(top, "title", search.name)
    _put(top, "subtitle", "New and changed incidents of a saved search. Reported by others; not findings of fact.")
    _put(top, "updated", max((one.at for one in changed), default=made))
    ElementTree.SubElement(top, "link", rel="self", type=MEDIA_TYPE, href=feed_address(request, search))
    ElementTree.SubElement(top, "link", rel="alternate", type="text/html", href=f"{root}/?{query_of(search.wanted)}")
    _put(ElementTree.SubElement(top, "author"), "name", "Warledger")
    for one in changed:
        if one.id in by_id:
            _entry(ElementTree.SubElement(top, "entry"), root, search, one, by_id[one.id])
    text: bytes = ElementTree.tostring(top, encoding="utf-8", xml_declaration=True)
    return text


def _entry(entry: ElementTree.Element, root: str, search: Search, changed: Changed, incident: Summary) -> None:
    _put(entry, "id", uuid.uuid5(SPACE, f"{search.id}/{incident.id}").urn)
    _put(entry, "title", title_of(incident))
    _put(entry, "updated", changed.at)
    ElementTree.SubElement(entry, "link", rel="alternate", type="text/html", href=f"{root}/incidents/{incident.id}")
    ElementTree.SubElement(entry, "category", term=incident.type)
    _put(entry, "summary", text_of(incident))


def title_of(incident: Summary) -> str:
    """An incident in a line: what, where, when."""
    return " · ".join(part for part in (incident.act, incident.place.label if incident.place else None, incident.when or "no date") if part)


def text_of(incident: Summary) -> str:
    """What else there is to say of it, in sentences."""
    parts = [f"{name} {figure.words}" for name, figure in (("killed", incident.killed), ("wounded", incident.wounded)) if figure and figure.words]
    who = ", ".join(incident.who)
    numbers = f"{incident.grade}; {incident.claims} claims in {incident.reports} reports, of {incident.origins} independent origins"
    return ". ".join(part for part in ("; ".join(parts), who, numbers, f"Revision {incident.revision}") if part) + "."


def _put(parent: ElementTree.Element, name: str, text: str) -> None:
    """An element with a text; the serialiser escapes it, so that it can be nothing but text."""
    ElementTree.SubElement(parent, name).text = UNWRITABLE.sub("\ufffd", text)
