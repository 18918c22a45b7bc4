"""A server for several people: signing in and out, roles, tokens, and every way of another page to act in somebody's name."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from warledger.api import identity
from warledger.api.accounts import COOKIE, COOKIE_BEHIND_TLS, Accounts
from warledger.api.application import create_app
from warledger.api.people import People

PASSWORD = "four words nobody guesses"
HERE = "http://127.0.0.1"
ADA = {"name": "Ada", "password": PASSWORD}


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> People:
    made = People(tmp_path_factory.mktemp("people") / "war.db.users")
    for name, role in (("Ada", "analyst"), ("Vera", "viewer"), ("Root", "admin")):
        made.add(name, role, PASSWORD)
    return made


@pytest.fixture(scope="module")
def app(example_ledger: Path, people: People) -> FastAPI:
    app = create_app(example_ledger, access=Accounts(people), hosts=())

    @app.post("/api/v1/decide-for-test")
    def decide(person: identity.Analyst) -> str:
        return person.name

    app.router.routes.insert(0, app.router.routes.pop())  # before the page, which takes every address that is left
    return app


@pytest.fixture
def visitor(app: FastAPI) -> TestClient:
    app.state.access.attempts = type(app.state.access.attempts)()
    return TestClient(app, base_url=HERE)


def test_nobody_sees_anything_before_signing_in(visitor: TestClient, app: FastAPI) -> None:
    looked_at = 0
    for path, methods in visitor.get("/api/v1/openapi.json").json()["paths"].items():
        for method in methods:
            if path in ("/api/v1/login", "/api/v1/logout") or path.endswith("/feed.atom"):  # a feed has a key of its own: see the next test
                continue
            filled = path.replace("{id}", "i_0123456789abcdef").replace("{kind}.{suffix}", "incidents.csv").replace("{", "").replace("}", "")
            answer = visitor.request(method, filled)
            looked_at += 1
            assert answer.status_code in (401, 403), (method, path)
            assert answer.headers["Content-Type"] == "application/problem+json"
    assert looked_at > 10


def test_a_feed_opens_to_its_key_alone(visitor: TestClient) -> None:
    for query in ("", "?key=", "?key=guess"):
        assert visitor.get(f"/api/v1/searches/s_0123456789abcdef/feed.atom{query}").status_code == 404


def test_who_signs_in_sees_the_ledger_until_signing_out(visitor: TestClient) -> None:
    answer = visitor.post("/api/v1/login", json=ADA)
    assert (answer.json()["name"], answer.json()["role"], answer.json()["signed_in"]) == ("Ada", "analyst", True)
    assert answer.headers["Cache-Control"] == "no-store"
    assert visitor.get("/api/v1/incidents").status_code == 200
    session = visitor.cookies[COOKIE]
    assert visitor.post("/api/v1/logout").status_code == 204
    assert visitor.get("/api/v1/incidents").status_code == 401
    visitor.cookies.set(COOKIE, session)  # whoever kept a copy of the cookie
    assert visitor.get("/api/v1/incidents").status_code == 401


def test_the_cookie_is_out_of_reach_of_scripts_and_other_pages(app: FastAPI) -> None:
    plain = TestClient(app, base_url=HERE).post("/api/v1/login", json=ADA).headers["Set-Cookie"]
    assert {"HttpOnly", "Path=/", "SameSite=strict"} <= set(plain.split("; "))
    over_tls = TestClient(app, base_url="https://127.0.0.1").post("/api/v1/login", json=ADA)
    assert over_tls.headers["Set-Cookie"].startswith(f"{COOKIE_BEHIND_TLS}=")
    assert {"HttpOnly", "Path=/", "SameSite=strict", "Secure"} <= set(over_tls.headers["Set-Cookie"].split("; "))
    assert "Domain" not in over_tls.headers["Set-Cookie"]
    assert "max-age" in over_tls.headers["Strict-Transport-Security"]


def test_a_session_that_was_laid_out_for_somebody_is_not_the_one_they_get(visitor: TestClient, people: People) -> None:
    planted, _csrf = people.open_session("Vera")
    visitor.cookies.set(COOKIE, planted, domain="127.0.0.1")
    visitor.post("/api/v1/login", json=ADA)
    got = [cookie.value for cookie in visitor.cookies.jar if cookie.name == COOKIE]
    assert planted not in got
    assert people.by_session(planted) is None
    chosen = "a-session-of-my-own-choosing"
    visitor.cookies.clear()
    visitor.cookies.set(COOKIE, chosen)
    visitor.post("/api/v1/login", json=ADA)
    assert people.by_session(chosen) is None


@pytest.mark.parametrize("given", [{"name": "Ada", "password": "wrong wrong wrong"}, {"name": "Nobody", "password": PASSWORD}, {"name": "Ada\u202e", "password": PASSWORD}])
def test_a_wrong_name_and_a_wrong_password_are_told_in_the_same_words(visitor: TestClient, given: dict[str, str]) -> None:
    answer = visitor.post("/api/v1/login", json=given)
    assert (answer.status_code, answer.json()["detail"]) == (401, "there is no such name with this password")
    assert "Set-Cookie" not in answer.headers


def test_whoever_guesses_has_to_wait(visitor: TestClient) -> None:
    answers = [visitor.post("/api/v1/login", json={"name": "Ada", "password": f"guess number {n}"}) for n in range(6)]
    assert [one.status_code for one in answers] == [401] * 5 + [429]
    assert int(answers[-1].headers["Retry-After"]) > 60
    assert visitor.post("/api/v1/login", json=ADA).status_code == 429
    assert visitor.post("/api/v1/login", json=ADA | {"name": "Vera"}).status_code == 200


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"name": 1}', b'{"name": "Ada", "password": "x", "role": "admin"}', b'{"name": "Ada", "password": "' + b"x" * 2_000 + b'"}', b"\xff\xfe"])
def test_what_is_no_sign_in_is_refused_and_no_password_is_told_back(visitor: TestClient, body: bytes) -> None:
    answer = visitor.post("/api/v1/login", content=body, headers={"Content-Type": "application/json"})
    assert 400 <= answer.status_code < 500
    assert "xxx" not in answer.text


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
def test_a_form_of_another_page_signs_nobody_in(visitor: TestClient, kind: str) -> None:
    answer = visitor.post("/api/v1/login", content=b'{"name": "Ada", "password": "' + PASSWORD.encode() + b'"}', headers={"Content-Type": kind})
    assert answer.status_code == 422


def test_a_change_needs_the_token_of_the_very_session(app: FastAPI, visitor: TestClient) -> None:
    token = visitor.post("/api/v1/login", json=ADA).json()["token"]
    other = TestClient(app, base_url=HERE)
    others = other.post("/api/v1/login", json=ADA).json()["token"]
    assert visitor.get("/api/v1/session").json()["token"] == token != others
    assert visitor.post("/api/v1/decide-for-test").status_code == 403
    assert visitor.post("/api/v1/decide-for-test", headers={"X-CSRF-Token": others}).status_code == 403
    assert visitor.post("/api/v1/decide-for-test", headers={"X-CSRF-Token": token}).json() == "Ada"


@pytest.mark.parametrize("headers", [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Origin": "http://127.0.0.1:9999"}, {"Origin": "http://127.0.0.1.evil.example"},
                                     {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"},
                                     {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}])
def test_another_page_changes_nothing_even_with_the_token(visitor: TestClient, headers: dict[str, str]) -> None:
    token = visitor.post("/api/v1/login", json=ADA).json()["token"]
    assert visitor.post("/api/v1/decide-for-test", headers={"X-CSRF-Token": token, **headers}).status_code == 403
    assert visitor.post("/api/v1/login", json=ADA, headers=headers).status_code == 403


def test_each_may_do_what_their_role_may_and_a_new_role_holds_at_once(visitor: TestClient, people: People) -> None:
    token = visitor.post("/api/v1/login", json=ADA | {"name": "Vera"}).json()["token"]
    assert visitor.get("/api/v1/incidents").status_code == 200
    assert visitor.post("/api/v1/decide-for-test", headers={"X-CSRF-Token": token}).status_code == 403
    api_token = people.new_token("Vera", "notebook")
    bearer = {"Authorization": f"Bearer {api_token}"}
    assert visitor.post("/api/v1/decide-for-test", headers=bearer).status_code == 403
    people.add("Vera", "analyst", PASSWORD)
    assert visitor.get("/api/v1/incidents").status_code == 401  # the session has ended
    assert visitor.post("/api/v1/decide-for-test", headers=bearer).json() == "Vera"
    people.add("Vera", "viewer", PASSWORD)


def test_a_program_acts_with_a_token_and_needs_no_other(visitor: TestClient, people: People) -> None:
    bearer = {"Authorization": f"Bearer {people.new_token('Ada', 'notebook')}"}
    session = visitor.get("/api/v1/session", headers=bearer).json()
    assert (session["name"], session["token"]) == ("Ada", None)
    assert visitor.post("/api/v1/decide-for-test", headers=bearer).json() == "Ada"
    assert visitor.get("/api/v1/incidents.csv", headers=bearer).status_code == 200


@pytest.mark.parametrize("authorization", ["", "Bearer", "Bearer ", "Bearer x", "Basic QWRhOng=", "Bearer wl_" + "A" * 43, "Bearer " + "A" * 500, "Bearer a b", "bearer\twl_x"])
def test_a_token_that_does_not_hold_is_refused_even_beside_a_session_that_does(visitor: TestClient, authorization: str) -> None:
    visitor.post("/api/v1/login", json=ADA)
    answer = visitor.get("/api/v1/incidents", headers={"Authorization": authorization})
    assert answer.status_code == 401
    assert "Bearer" in answer.headers["WWW-Authenticate"]


@pytest.mark.parametrize("cookie", ["", "x", "A" * 5_000, "%00", '"; admin=1', "' OR 1=1 --"])
def test_a_made_up_session_opens_nothing(app: FastAPI, cookie: str) -> None:
    assert TestClient(app, base_url=HERE).get("/api/v1/incidents", headers={"Cookie": f"{COOKIE}={cookie}"}).status_code == 401


def test_a_cookie_that_came_in_the_open_counts_for_nothing_behind_tls(app: FastAPI, people: People) -> None:
    session, _csrf = people.open_session("Ada")
    assert TestClient(app, base_url="https://127.0.0.1").get("/api/v1/incidents", headers={"Cookie": f"{COOKIE}={session}"}).status_code == 401


def test_an_answer_is_kept_by_nobody_but_its_reader(visitor: TestClient) -> None:
    visitor.post("/api/v1/login", json=ADA)
    for address in ("/api/v1/incidents", "/api/v1/incidents.csv", "/api/v1/facets", "/api/v1/nothing"):
        answer = visitor.get(address)
        assert "private" in answer.headers["Cache-Control"] or answer.headers["Cache-Control"] == "no-store"
        assert {"Cookie", "Authorization"} <= {one.strip() for one in answer.headers["Vary"].split(",")}


def test_a_server_of_one_person_has_no_sign_in(client: TestClient) -> None:
    assert client.post("/api/v1/login", json=ADA).status_code == 404
