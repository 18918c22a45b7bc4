"""What a hostile visitor, page or report tries, against a server as it runs: none of it reaches a file, a header, a script or a 500."""

from __future__ import annotations

import json
import socket
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from warledger import flow
from warledger.api import safety
from warledger.api.application import create_app
from warledger.api.holding import Holding
from warledger.errors import LedgerError
from warledger.settings import Settings
from warledger.store import Ledger
from warledger.store.failures import BrokenOffError

PATIENCE_S = 20.0
SECRET = "nobody's business"
TOO_LONG = safety.LONGEST_BODY + 1


@pytest.fixture(scope="module")
def port(example_ledger: Path, tmp_path_factory: pytest.TempPathFactory, serving: Callable[..., AbstractContextManager[str]]) -> Iterator[int]:
    """The port of a server, with a page of two files that lies beside one that is nobody's business."""
    folder = tmp_path_factory.mktemp("web") / "built"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("the page", encoding="utf-8")
    (folder / "assets" / "a.js").write_text("a script", encoding="utf-8")
    (folder.parent / "secret.txt").write_text(SECRET, encoding="utf-8")
    (folder / "assets" / "link.txt").symlink_to(folder.parent / "secret.txt")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("warledger.api.page.built", lambda: folder)
        with serving(create_app(example_ledger), server_header=False) as address:
            yield int(address.rsplit(":", 1)[1])


def sent(port: int, raw: bytes) -> bytes:
    """What the server answers to these very bytes."""
    with socket.create_connection(("127.0.0.1", port), PATIENCE_S) as connection:
        connection.sendall(raw)
        answer = b""
        while part := connection.recv(65_536):
            answer += part
    return answer


def asked(port: int, target: str, *headers: str, method: str = "GET", body: bytes = b"") -> bytes:
    head = [f"{method} {target} HTTP/1.1", "Connection: close", *(headers if any(one.lower().startswith("host:") for one in headers) else (f"Host: 127.0.0.1:{port}", *headers))]
    return sent(port, "\r\n".join(head).encode("utf-8") + b"\r\n\r\n" + body)


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


@pytest.mark.parametrize("target", [
    "/../../../../etc/passwd", "/%2e%2e/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2f..%2fetc%2fpasswd", "//etc/passwd", "/assets/../../api/people.py", "/assets/%2e%2e/%2e%2e/__init__.py",
    "/..%5c..%5cetc%5cpasswd", "/%252e%252e/etc/passwd", "/%00", "/index.html%00.js", "/assets/" + "a" * 5_000, "/" + "../" * 200, "/%c0%ae%c0%ae/etc/passwd", "/\x7f", "/~root", "/assets/", "/.", "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/assets/..%2f..%2fsecret.txt", "/assets/link.txt", "/..//secret.txt"])
def test_no_path_leads_out_of_the_page(port: int, target: str) -> None:
    answer = asked(port, target)
    assert status(answer) in (200, 400, 404), answer[:200]
    assert b"root:" not in answer
    assert SECRET.encode() not in answer


@pytest.mark.parametrize("target", ["/api/v1/incidents?text=a%0d%0aSet-Cookie:%20x=1", "/api/v1/%0d%0aX-Evil:%201", "/x%0d%0aX-Evil:%201", "/api/v1/incidents?next=%0d%0aX-Evil:1", "/api/v1/incidents.csv%0d%0aX-Evil:%201"])
def test_no_address_writes_a_header(port: int, target: str) -> None:
    head = asked(port, target).split(b"\r\n\r\n")[0].lower()
    assert b"\r\nx-evil" not in head
    assert b"set-cookie" not in head


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "evil.example:80", "127.0.0.1@evil.example", "[::1].evil.example", "", "0.0.0.0", "2130706433", "127.1", "localhost\tevil"])
def test_a_name_that_somebody_turned_round_to_us_is_refused(port: int, host: str) -> None:
    assert status(asked(port, "/api/v1/session", f"Host: {host}")) in (400, 421)
    assert status(asked(port, "/", f"Host: {host}")) in (400, 421)


def test_two_names_at_once_are_refused(port: int) -> None:
    assert status(asked(port, "/api/v1/session", f"Host: 127.0.0.1:{port}", "Host: evil.example")) in (400, 421)


def test_a_forwarded_host_is_not_believed(port: int) -> None:
    answer = asked(port, "/api/v1/session", "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https", "Forwarded: host=evil.example;proto=https")
    assert b"evil.example" not in answer
    assert b"Strict-Transport-Security" not in answer


@pytest.mark.parametrize("framing", ["told", "chunked", "told too small"])
def test_what_is_too_long_is_refused_without_being_read_to_its_end(port: int, framing: str) -> None:
    if framing == "told":
        assert status(asked(port, "/api/v1/login", "Content-Type: application/json", f"Content-Length: {10 ** 12}", method="POST")) == 413
    elif framing == "chunked":
        chunk = f"{TOO_LONG:x}".encode() + b"\r\n" + b"x" * TOO_LONG + b"\r\n0\r\n\r\n"
        assert status(asked(port, "/api/v1/login", "Content-Type: application/json", "Transfer-Encoding: chunked", method="POST", body=chunk)) == 413
    else:
        answer = asked(port, "/api/v1/login", "Content-Type: application/json", "Content-Length: 2", method="POST", body=b"{}" + b"GET /api/v1/session HTTP/1.1\r\n\r\n")
        assert answer.count(b"HTTP/1.1 ") == 1  # what comes behind is no request of somebody's


@pytest.mark.parametrize("length", ["-1", "1e3", "+5", "0x10", "\u0665", "9" * 400])
def test_a_length_that_is_no_number_is_refused(port: int, length: str) -> None:
    assert status(asked(port, "/api/v1/login", f"Content-Length: {length}", method="POST")) in (400, 413)


@pytest.mark.parametrize("header", ["If-None-Match", "Accept", "Authorization", "X-CSRF-Token", "Cookie", "Range", "Accept-Encoding", "Origin", "Referer", "If-Modified-Since", "Content-Type", "Sec-Fetch-Site", "X-HTTP-Method-Override"])
@pytest.mark.parametrize("value", ["", "*", "\u202e\u0000evil".replace("\u0000", ""), "a" * 8_000, "=;=;\"\\,,,", "bytes=0-0,0-0,-1,99999999999999999999-"])
def test_no_header_makes_a_bug(port: int, header: str, value: str) -> None:
    for target in ("/api/v1/incidents", "/", "/api/v1/reports.csv"):
        assert status(asked(port, target, f"{header}: {value}")) < 500


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "HEAD", "CONNECT", "BREW", "get"])
def test_a_method_that_an_address_does_not_have_is_refused_in_the_one_shape(port: int, method: str) -> None:
    answer = asked(port, "/api/v1/incidents", method=method)
    assert status(answer) in (400, 404, 405)


def test_every_answer_has_every_header_even_that_of_a_bug(example_ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError(SECRET)

    with TestClient(create_app(example_ledger), base_url="http://127.0.0.1") as client:
        addresses = ["/", "/assets/none.js", "/incidents/i_1", "/api/v1/openapi.json", "/api/v1/none", "/api/v1/incidents.csv", "/api/v1/incidents.geojson", "/api/v1/map", "/api/v1/session",
                     "/api/v1/incidents?limit=0"]
        answers = [client.get(address) for address in addresses]
        answers += [client.get("/", headers={"Host": "evil.example"}), client.post("/api/v1/incidents"), client.post("/api/v1/login", content=b"x" * TOO_LONG),
                    client.get("/api/v1/incidents", headers={"Sec-Fetch-Site": "cross-site"}), client.get("/api/v1/facets", headers={"If-None-Match": client.get("/api/v1/facets").headers["ETag"]})]
        monkeypatch.setattr("warledger.store.survey.Survey.mask", broken)
        answers.append(client.get("/api/v1/incidents"))
    assert {answer.status_code for answer in answers} >= {200, 304, 403, 404, 405, 413, 421, 422, 500}
    for answer in answers:
        assert {name: answer.headers.get(name) for name in safety.HEADERS} == safety.HEADERS, answer.url
        assert SECRET not in answer.text
        if answer.request.url.path.startswith("/api/") and answer.status_code != 421:
            assert "Cache-Control" in answer.headers, answer.url
        assert "Server" not in answer.headers


def test_another_page_may_not_even_ask(example_ledger: Path) -> None:
    with TestClient(create_app(example_ledger), base_url="http://127.0.0.1") as client:
        for site in ("cross-site", "same-site"):
            assert client.get("/api/v1/facets", headers={"Sec-Fetch-Site": site, "Sec-Fetch-Mode": "no-cors"}).status_code == 403
        assert client.get("/api/v1/incidents.csv", headers={"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}).status_code == 200  # a link that somebody follows
        for own in ("same-origin", "none"):
            assert client.get("/api/v1/facets", headers={"Sec-Fetch-Site": own, "Sec-Fetch-Mode": "cors"}).status_code == 200
        assert not [name for name in client.options("/api/v1/facets", headers={"Origin": "https://evil.example", "Access-Control-Request-Method": "GET"}).headers if name.lower().startswith("access-control")]


HOSTILE = [
    {"title": "<script>alert(1)</script><img src=x onerror=alert(2)>", "text": "Shelling killed 3 people in Saraqeb on 5 February 2020, SANA said. </script><b>x</b>", "outlet": "=HYPERLINK(\"http://evil.example\")", "url": "javascript:alert(1)"},
    {"title": "\u202egnp.exe", "text": "An air strike killed 4 people in Idlib on 6 February 2020, \u202eSOHR\u202c said.", "outlet": "@SUM(1+1)*cmd|' /C calc'!A0", "url": "data:text/html,<script>alert(1)</script>"},
    {"title": "-2+3+cmd|' /C calc'!A0", "text": "Two soldiers were killed in Aleppo on 7 February 2020, the army said.", "outlet": "\"><svg onload=alert(1)>", "url": " JaVaScRiPt:alert(1)"},
    {"title": "ok\r\nX-Evil: 1", "text": "Five civilians were killed in Maarat al-Numan on 8 February 2020, residents said.", "outlet": "\tx", "url": "https://good.example/a?b=1#\"onmouseover=alert(1)"}]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A server over reports that somebody wrote against us."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "reports.jsonl").write_text("\n".join(json.dumps(one | {"id": f"x{n}", "published": "2020-02-09"}) for n, one in enumerate(HOSTILE)), encoding="utf-8")
    with Ledger.open(folder / "war.db") as ledger:
        list(flow.run([str(folder / "reports.jsonl")], ledger))
    with TestClient(create_app(folder / "war.db"), base_url="http://127.0.0.1") as client:
        yield client


def test_no_link_of_a_report_is_one_that_runs(hostile: TestClient) -> None:
    heads = hostile.get("/api/v1/reports").json()["items"]
    assert len(heads) == 4
    urls = [hostile.get(f"/api/v1/reports/{one['id']}").json()["report"]["url"] for one in heads] + [one["url"] for one in heads]
    for incident in hostile.get("/api/v1/incidents").json()["items"]:
        urls += [one["url"] for one in hostile.get(f"/api/v1/incidents/{incident['id']}").json()["reports"]]
    assert [url for url in urls if url is not None and not url.startswith("https://good.example/")] == []


def test_hostile_texts_are_data_and_never_a_page(hostile: TestClient) -> None:
    for address in ("/incidents", "/reports", "/claims", "/facets", "/map", "/incidents.json", "/incidents.geojson", "/reports.jsonl", "/reports.csv"):
        answer = hostile.get(f"/api/v1{address}")
        assert answer.status_code == 200
        assert "html" not in answer.headers["Content-Type"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "attachment" in hostile.get("/api/v1/reports.csv").headers["Content-Disposition"]


def test_no_cell_of_an_export_is_a_formula(hostile: TestClient) -> None:
    import csv
    import io

    for kind in ("incidents", "claims", "reports"):
        rows = list(csv.reader(io.StringIO(hostile.get(f"/api/v1/{kind}.csv").text, newline="")))
        cells = [cell for row in rows for cell in row if cell and not _is_number(cell)]
        assert len(rows) > 1
        assert [cell for cell in cells if cell[0] in "=+-@\t\r\n"] == []


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def test_a_question_that_takes_too_long_is_broken_off_and_told_so(example_ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = Holding(example_ledger, Settings(), longest_s=0.05)
    with pytest.raises(BrokenOffError), held.ledger.asking() as connection:
        connection.exec_driver_sql("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n").all()
    assert held.survey.run > 0
    held.close()
    with TestClient(create_app(example_ledger), base_url="http://127.0.0.1") as client:
        def slow(*_: object, **__: object) -> None:
            raise BrokenOffError("secret-path.db: a question took too long")

        monkeypatch.setattr("warledger.store.survey.Survey.mask", slow)
        answer = client.get("/api/v1/incidents")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    assert "secret-path" not in answer.text


def test_a_ledger_that_is_locked_is_told_as_busy(example_ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: object, **__: object) -> None:
        raise LedgerError(f"{example_ledger} is in use") from sqlite3.OperationalError()

    monkeypatch.setattr("warledger.store.survey.Survey.mask", locked)
    with TestClient(create_app(example_ledger), base_url="http://127.0.0.1") as client:
        answer = client.get("/api/v1/incidents")
    assert answer.status_code == 503
    assert str(example_ledger) not in answer.text


@pytest.mark.parametrize("query", [
    [("text", '"' * 200)], [("text", "a* OR b*" * 20)], [("actor", "x")] * 51, [("place", "\u0000")], [("place", "\u202e" * 50)], [("text", "é" * 200)], [("box", "nan,nan,nan,nan")], [("box", "inf,0,0,0")],
    [("since", "0001-01-01"), ("until", "9999-12-31")], [("next", "bnVsbA")], [("next", "W10")], [("next", "WzEsIm5ld2VzdCIsbnVsbF0")], [("next", "é")], [("next", "[" * 400)], [("limit", "1e9")], [("order", "newest;--")],
    [("type", "ASSAULT/" + "x" * 1_000)], [("since", "2020-02-30")], [("contested", "maybe")]])
@pytest.mark.parametrize("noun", ["incidents", "facets", "histogram", "map", "reports", "claims", "incidents.csv"])
def test_no_filter_makes_a_bug(client: TestClient, noun: str, query: list[tuple[str, str]]) -> None:
    assert client.get(f"/api/v1/{noun}", params=query).status_code in (200, 410, 422)
