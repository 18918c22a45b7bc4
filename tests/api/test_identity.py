"""Whoever changes something says so with the token that only our own page can read."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from warledger.api import failures, identity


class Somebody:
    """Access for one person of a role."""

    def __init__(self, role: identity.Role) -> None:
        self.role = role

    def person(self, _request: object) -> identity.Person:
        return identity.Person("Ada", self.role, "the-token", signed_in=True)


def application(role: identity.Role) -> TestClient:
    app = FastAPI()
    app.state.access = Somebody(role)
    failures.add_to(app)
    app.include_router(identity.router)

    @app.post("/decide")
    def decide(person: identity.Analyst) -> str:
        return person.name

    @app.post("/administer")
    def administer(person: identity.Admin) -> str:
        return person.name

    return TestClient(app)


def test_the_user_of_this_machine_may_do_everything(client: TestClient) -> None:
    session = client.get("/api/v1/session")
    assert session.json()["role"] == "admin"
    assert len(session.json()["token"]) > 20
    assert session.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(("role", "decides", "administers"), [("viewer", 403, 403), ("analyst", 200, 403), ("admin", 200, 200)])
def test_each_role_may_do_what_those_before_it_may(role: identity.Role, decides: int, administers: int) -> None:
    client = application(role)
    assert client.post("/decide", headers={"X-CSRF-Token": "the-token"}).status_code == decides
    assert client.post("/administer", headers={"X-CSRF-Token": "the-token"}).status_code == administers


@pytest.mark.parametrize("headers", [{}, {"X-CSRF-Token": ""}, {"X-CSRF-Token": "another"}])
def test_a_change_without_the_token_is_refused(headers: dict[str, str]) -> None:
    answer = application("admin").post("/decide", headers=headers)
    assert answer.status_code == 403
    assert "X-CSRF-Token" in answer.json()["detail"]
