"""A server for several people: who asks is who signed in, by password or with a token; and /login and /logout.

In: requests, the file of people. Out: Persons. Decision: a token in the header Authorization goes before a cookie, and a wrong one is
refused rather than passed over; where what is published is open to all, whoever is not known is a viewer of that.
"""

from __future__ import annotations

import re
from typing import Annotated, cast

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from warledger.api import passwords
from warledger.api.attempts import Attempts
from warledger.api.failures import RefusedError
from warledger.api.identity import NOBODY, TO_SIGN_IN, Person, Role, Session
from warledger.api.people import OLDEST_S, Known, People

COOKIE = "warledger_session"
# A browser takes a cookie of this name from the very host alone, over TLS alone, so that no neighbour can plant one.
COOKIE_BEHIND_TLS = "__Host-warledger_session"
BEARER = re.compile(r"bearer +(\S{1,200})\Z", re.IGNORECASE)
# What a session's name may look like; anything else is not looked up.
LONGEST_SESSION = 200


class Accounts:
    """The users of a file. published_only: viewers, and whoever is not known, see what was published; else nobody comes in unknown."""

    def __init__(self, people: People, published_only: bool = False) -> None:
        self.people = people
        self.published_only = published_only
        self.attempts = Attempts()

    def person(self, request: Request) -> Person:
        """Who asks. Raises RefusedError (401) where it is nobody that is known, or a token that does not hold."""
        authorization = request.headers.get("Authorization")
        if authorization is not None:
            found = BEARER.match(authorization)
            known = self.people.by_token(found[1]) if found else None
            if known is None:
                raise RefusedError(401, "this token does not hold", TO_SIGN_IN)
            return self.seen_as(known)
        session = _session(request)
        known = self.people.by_session(session) if session else None
        if known is not None:
            return self.seen_as(known)
        if self.published_only:
            return Person(NOBODY, "viewer", None, whole=False)
        raise RefusedError(401, "sign in to see this ledger", TO_SIGN_IN)

    def seen_as(self, known: Known) -> Person:
        """A user as the one who asks."""
        role = cast(Role, known.role)
        return Person(known.name, role, known.csrf, True, not (self.published_only and role == "viewer"))


router = APIRouter(tags=["people"])


class SignIn(BaseModel):
    """A name and a password."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True, json_schema_extra={"examples": [{"name": "ada", "password": "four words that nobody guesses"}]})

    name: Annotated[str, Field(max_length=passwords.LONGEST_NAME)]
    password: Annotated[str, Field(max_length=passwords.LONGEST)]


REFUSALS = {401: {"description": "Not this name with this password."}, 404: {"description": "This server has no users."},
            429: {"description": "Too many wrong passwords; Retry-After says how long to wait."}}


@router.post("/login", summary="Sign in with a password", responses=cast("dict[int | str, dict[str, object]]", REFUSALS))
def login(request: Request, response: Response, given: SignIn) -> Session:
    """Opens a session and sets its cookie. A session that was open ends, so that nobody goes on in one that another has laid out for them."""
    access = _accounts(request)
    address, key = request.client.host if request.client else "", passwords.key_of(given.name)
    wait = access.attempts.wait(key, address)
    if wait:
        raise RefusedError(429, f"too many wrong passwords; try again in {-(-wait // 60)} minutes", {"Retry-After": str(wait)})
    try:
        known = access.people.by_password(given.name, given.password)
    except passwords.BusyError:
        raise RefusedError(503, "too many people sign in just now; try again", {"Retry-After": "5"}) from None
    if known is None:
        raise RefusedError(401, "there is no such name with this password")
    access.attempts.succeeded(key, address)
    if before := _session(request):
        access.people.end_session(before)
    session, csrf = access.people.open_session(known.name)
    _set_cookie(request, response, session, OLDEST_S)
    person = access.seen_as(Known(known.name, known.role, csrf))
    return Session(name=person.name, role=person.role, token=csrf, signed_in=True, whole=person.whole)


@router.post("/logout", summary="Sign out", status_code=204)
def logout(request: Request) -> Response:
    """Ends the session of the cookie, here and for whoever has copied it. It needs no token: who can be made to send it has nothing to lose but a session."""
    access = _accounts(request)
    if session := _session(request):
        access.people.end_session(session)
    response = Response(status_code=204)
    _set_cookie(request, response, "", 0)
    return response


def _accounts(request: Request) -> Accounts:
    access = request.app.state.access
    if not isinstance(access, Accounts):
        raise RefusedError(404, "this server has no users: it is for the one person at this machine")
    return access


def _session(request: Request) -> str | None:
    """What the cookie holds. The cookie without TLS counts for nothing behind TLS, where a neighbour could have planted it."""
    found = request.cookies.get(_cookie(request))
    return found if found and len(found) <= LONGEST_SESSION else None


def _cookie(request: Request) -> str:
    return COOKIE_BEHIND_TLS if request.url.scheme == "https" else COOKIE


def _set_cookie(request: Request, response: Response, value: str, age: int) -> None:
    response.set_cookie(_cookie(request), value, max_age=age, path="/", secure=request.url.scheme == "https", httponly=True, samesite="strict")
    response.headers["Cache-Control"] = "no-store"
