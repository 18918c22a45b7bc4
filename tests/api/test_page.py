"""The page is served with its files and nothing else."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from warledger.api import page


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "built"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><title>Warledger</title>", encoding="utf-8")
    (folder / "assets" / "start-1a2b.js").write_text("let x = 1;", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    monkeypatch.setattr(page, "built", lambda: folder)
    return folder


@pytest.mark.parametrize("address", ["/", "/incidents/i_1234", "/reports/r_1?x=1"])
def test_every_address_of_the_view_is_the_page(client: TestClient, built: Path, address: str) -> None:
    answer = client.get(address)
    assert "<title>Warledger</title>" in answer.text
    assert answer.headers["Cache-Control"] == "no-cache"


def test_a_built_file_is_kept_for_long(client: TestClient, built: Path) -> None:
    answer = client.get("/assets/start-1a2b.js")
    assert answer.text == "let x = 1;"
    assert "immutable" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("address", ["/../secret.txt", "/assets/..%2f..%2fsecret.txt", "/%2e%2e/secret.txt"])
def test_nothing_beside_the_build_is_served(client: TestClient, built: Path, address: str) -> None:
    assert "secret" not in client.get(address).text


def test_a_page_that_was_not_built_says_what_to_do(client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "built", lambda: tmp_path / "nowhere")
    answer = client.get("/")
    assert answer.status_code == 503
    assert "make web" in answer.json()["detail"]


def test_a_script_is_sent_packed_to_whoever_unpacks_it(client: TestClient, built: Path) -> None:
    packed = client.get("/assets/start-1a2b.js", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Vary"] == "Accept-Encoding"
    assert packed.text == client.get("/assets/start-1a2b.js", headers={"Accept-Encoding": "identity"}).text == "let x = 1;"
    assert packed.headers["Content-Type"].startswith("text/javascript")


def test_it_is_packed_once_and_anew_when_it_was_built_anew(client: TestClient, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed: list[bytes] = []
    compress = gzip.compress
    monkeypatch.setattr(page.gzip, "compress", lambda raw, *how, **more: packed.append(raw) or compress(raw, *how, **more))
    ask = lambda: client.get("/assets/start-1a2b.js", headers={"Accept-Encoding": "gzip"}).text  # noqa: E731
    assert (ask(), ask()) == ("let x = 1;", "let x = 1;")
    (built / "assets" / "start-1a2b.js").write_text("let x = 22;", encoding="utf-8")
    os.utime(built / "assets" / "start-1a2b.js", (1, 1))
    assert ask() == "let x = 22;"
    assert packed == [b"let x = 1;", b"let x = 22;"]
