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
from pydantic import Field

from warledger.api.answers import Answer
from warledger.api.failures import RefusedError

Role = Literal["viewer", "analyst", "admin"]
# Each may do what those before it may.
ROLES: tuple[Role, ...] = ("viewer", "analyst", "admin")
NOBODY = "nobody"


@dataclass(frozen=True)
class Person:
    """Somebody who asks. token is what their changes must carry."""

    name: str
    role: Role
    token: str


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


def _person(request: Request) -> Person:
    access: Access = request.app.state.access
    return access.person(request)


def _acting(person: Annotated[Person, Depends(_person)], given: Annotated[str | None, Header(alias="X-CSRF-Token", max_length=200)] = None) -> Person:
    """The person of a request that changes something."""
    if given is None or not hmac.compare_digest(given.encode(), person.token.encode()):
        raise RefusedError(403, "a change must carry the header X-CSRF-Token with the token that /session gives")
    if ROLES.index(person.role) < ROLES.index("analyst"):
        raise RefusedError(403, f"{person.name} may look and not decide: ask an admin for the role of an analyst")
    return person


def _admin(person: Annotated[Person, Depends(_acting)]) -> Person:
    if person.role != "admin":
        raise RefusedError(403, f"{person.name} is no admin")
    return person


Asker = Annotated[Person, Depends(_person)]
Analyst = Annotated[Person, Depends(_acting)]
Admin = Annotated[Person, Depends(_admin)]

router = APIRouter(tags=["people"])


class Session(Answer):
    """Who one is here."""

    name: str
    role: Role
    token: str = Field(description="What a change must carry in the header X-CSRF-Token.")


@router.get("/session", summary="Who one is here, and the token that changes must carry")
def session(response: Response, person: Asker) -> Session:
    """The person that the request comes from."""
    response.headers["Cache-Control"] = "no-store"
    return Session(name=person.name, role=person.role, token=person.token)
