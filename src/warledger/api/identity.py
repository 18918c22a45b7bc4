"""Who asks, and what they may do: viewer, analyst or admin.

In: a request. Out: a Person, or 401 and 403 in words. Decision: a server for one person on this machine needs no login, and its
person is the user of the machine; whatever changes something must carry the token that /session gave, since another page in
the same browser can send a request but cannot read an answer.
"""

from __future__ import annotations

import getpass
import hmac
import secrets
from dataclasses import dataclass
from typing import Annotated, Literal, Protocol

from fastapi import APIRouter, Depends, Header, Request, Response
from fastapi.security import APIKeyCookie, HTTPBearer
from pydantic import Field

from warledger.api.answers import Answer
from warledger.api.failures import RefusedError

Role = Literal["viewer", "analyst", "admin"]
# Each may do what those before it may.
ROLES: tuple[Role, ...] = ("viewer", "analyst", "admin")
NOBODY = "nobody"


@dataclass(frozen=True)
class Person:
    """Somebody who asks. token is what their changes must carry, None where no other page can make their browser send what tells who they are.

    signed_in: they said who they are, with a password or a token; whole: they see all of the ledger, not what was published alone.
    """

    name: str
    role: Role
    token: str | None
    signed_in: bool = False
    whole: bool = True


class Access(Protocol):
    """How an application knows who asks."""

    def person(self, request: Request) -> Person:
        """Raises RefusedError (401) where it is nobody that is known."""
        ...


class OnePerson:
    """The user of this machine, who may do everything; for a server that only this machine reaches."""

    def __init__(self) -> None:
        try:
            name = getpass.getuser()
        except (KeyError, OSError):  # a user id without a name, as in some containers
            name = NOBODY
        self._person = Person(name, "admin", secrets.token_urlsafe(24))

    def person(self, request: Request) -> Person:
        """Always the same."""
        return self._person


# Declared for the description alone; who asks is found out by the application's Access.
TOKEN = HTTPBearer(auto_error=False, scheme_name="token", description="A token that `warledger user token NAME` made.")
COOKIE = APIKeyCookie(name="warledger_session", auto_error=False, scheme_name="session", description="The cookie that /login sets.")
TO_SIGN_IN = {"WWW-Authenticate": 'Bearer realm="Warledger"'}


def _person(request: Request) -> Person:
    access: Access = request.app.state.access
    return access.person(request)


def known(_token: Annotated[object, Depends(TOKEN)], _cookie: Annotated[object, Depends(COOKIE)], _asker: Annotated[Person, Depends(_person)]) -> None:
    """For whatever is answered to those alone who may look at the ledger."""


def sees_all(_known: Annotated[None, Depends(known)], asker: Annotated[Person, Depends(_person)]) -> None:
    """For whatever is answered to those alone who see all of the ledger."""
    if not asker.whole:
        raise RefusedError(403, "this is not published") if asker.signed_in else RefusedError(401, "this is not published: sign in", TO_SIGN_IN)


def _changing(person: Annotated[Person, Depends(_person)], given: Annotated[str | None, Header(alias="X-CSRF-Token", max_length=200)] = None) -> Person:
    """The person of a request that changes something, if only what is theirs alone."""
    if not person.signed_in and person.role == "viewer":
        raise RefusedError(401, "sign in to change something", TO_SIGN_IN)
    if person.token is not None and (given is None or not hmac.compare_digest(given.encode(), person.token.encode())):
        raise RefusedError(403, "a change must carry the header X-CSRF-Token with the token that /session gives")
    return person


def _acting(person: Annotated[Person, Depends(_changing)]) -> Person:
    """The person of a request that changes the ledger."""
    if ROLES.index(person.role) < ROLES.index("analyst"):
        raise RefusedError(403, f"{person.name} may look and not decide: ask an admin for the role of an analyst")
    return person


def _admin(person: Annotated[Person, Depends(_acting)]) -> Person:
    if person.role != "admin":
        raise RefusedError(403, f"{person.name} is no admin")
    return person


Asker = Annotated[Person, Depends(_person)]
Owner = Annotated[Person, Depends(_changing)]
Analyst = Annotated[Person, Depends(_acting)]
Admin = Annotated[Person, Depends(_admin)]

router = APIRouter(tags=["people"])


class Session(Answer):
    """Who one is here."""

    name: str
    role: Role
    token: str | None = Field(description="What a change must carry in the header X-CSRF-Token; null for who came with an API token, and needs none.")
    signed_in: bool = Field(description="False where nobody has to say who they are: on a server of one person, and where what was published is open to all.")
    whole: bool = Field(description="True for who sees all incidents, false for who sees those that were published.")


@router.get("/session", summary="Who one is here, and the token that changes must carry")
def session(response: Response, person: Asker) -> Session:
    """The person that the request comes from."""
    response.headers["Cache-Control"] = "no-store"
    return Session(name=person.name, role=person.role, token=person.token, signed_in=person.signed_in, whole=person.whole)
