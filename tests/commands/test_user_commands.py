"""`warledger user`, and what `warledger serve` makes of users."""

from __future__ import annotations

import io
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from warledger.api.accounts import Accounts
from warledger.api.identity import OnePerson
from warledger.api.people import Known, People
from warledger.api.saved import Saved, beside
from warledger.store import Ledger
from warledger.store.survey import Wanted

PASSWORD = "four words nobody guesses"
Run = Callable[..., Any]


@pytest.fixture
def ledger(desk: Path) -> Path:
    Ledger.open(desk / "war.db").close()
    return desk / "war.db"


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """What stands on standard input."""
    return lambda text: monkeypatch.setattr("sys.stdin", io.StringIO(text))


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[uvicorn.Config]:
    """The servers that would have run."""
    configs: list[uvicorn.Config] = []
    monkeypatch.setattr(uvicorn.Server, "run", lambda self, sockets: configs.append(self.config) or [one.close() for one in sockets])
    return configs


def add(warledger: Run, typed: Callable[[str], None], name: str = "ada", *more: str) -> Any:
    typed(PASSWORD + "\n")
    return warledger("user", "add", name, "--ledger", "war.db", *more)


def test_a_user_is_added_with_the_password_of_standard_input(warledger: Run, ledger: Path, typed: Callable[[str], None]) -> None:
    done = add(warledger, typed, "ada", "--role", "analyst")
    assert (done.returncode, done.stderr) == (0, "ada is an analyst (war.db.users)\n")
    file = ledger.with_name("war.db.users")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert People(file).by_password("Ada", PASSWORD) == Known("ada", "analyst")
    assert b"argon2" not in ledger.read_bytes()


def test_a_password_is_asked_for_twice_and_not_shown(warledger: Run, ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Terminal())
    answers = [PASSWORD, PASSWORD, PASSWORD, "another password"]
    monkeypatch.setattr("getpass.getpass", lambda _prompt: answers.pop(0))
    assert warledger("user", "add", "ada", "--ledger", "war.db").returncode == 0
    refused = warledger("user", "add", "bob", "--ledger", "war.db")
    assert (refused.returncode, "two different passwords" in refused.stderr) == (2, True)
    assert [one.name for one in People(Path("war.db.users")).all()] == ["ada"]


@pytest.mark.parametrize(("words", "typed_in", "said"), [
    (["add", "ada", "--role", "king"], PASSWORD, "no role"), (["add", "ada"], "", "no password"), (["add", "ada"], "short", "at least 12"), (["add", "a\u202eb"], PASSWORD, "a name begins"),
    (["remove", "bob"], "", "no user"), (["token", "bob"], "", "no user"), (["list"], "", "no users")])
def test_what_cannot_be_done_is_a_sentence(warledger: Run, ledger: Path, typed: Callable[[str], None], words: list[str], typed_in: str, said: str) -> None:
    typed(typed_in + "\n")
    done = warledger("user", *words, "--ledger", "war.db")
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_users_are_listed_with_how_they_come_in(warledger: Run, ledger: Path, typed: Callable[[str], None]) -> None:
    add(warledger, typed)
    add(warledger, typed, "robot", "--no-password")
    token = warledger("user", "token", "robot", "--name", "feeds", "--ledger", "war.db").stdout.strip()
    assert People(Path("war.db.users")).by_token(token) == Known("robot", "viewer")
    assert warledger("user", "list", "--ledger", "war.db").stdout == "ada\tviewer\tpassword\nrobot\tviewer\ttoken feeds\n"
    warledger("user", "token", "robot", "--name", "feeds", "--drop", "--ledger", "war.db")
    assert "robot\tviewer\tcannot sign in" in warledger("user", "list", "--ledger", "war.db").stdout
    assert warledger("user", "remove", "robot", "--ledger", "war.db").returncode == 0
    assert warledger("user", "list", "--ledger", "war.db").stdout == "ada\tviewer\tpassword\n"


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "war.example.org"])
def test_without_users_no_other_address_is_listened_on(warledger: Run, ledger: Path, served: list[uvicorn.Config], host: str) -> None:
    done = warledger("serve", "--ledger", "war.db", "--host", host)
    assert (done.returncode, served) == (2, [])
    assert "warledger user add" in done.stderr
    assert not Path("war.db.users").exists()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.2"])
def test_without_users_it_is_for_whoever_is_at_the_machine(warledger: Run, ledger: Path, served: list[uvicorn.Config], host: str) -> None:
    assert warledger("serve", "--ledger", "war.db", "--host", host, "--port", "0").returncode == 0
    assert isinstance(served[0].app.state.access, OnePerson)
    assert served[0].proxy_headers is False


def test_with_users_everybody_signs_in_wherever_it_listens(warledger: Run, ledger: Path, typed: Callable[[str], None], served: list[uvicorn.Config]) -> None:
    add(warledger, typed)
    open_ = warledger("serve", "--ledger", "war.db", "--host", "0.0.0.0", "--port", "0")
    warledger("serve", "--ledger", "war.db", "--port", "0")
    assert all(isinstance(one.app.state.access, Accounts) for one in served)
    assert len(served) == 2
    assert "in the open" in open_.stderr


def test_the_settings_say_what_is_published_which_proxy_is_believed_and_under_which_names(warledger: Run, ledger: Path, typed: Callable[[str], None], served: list[uvicorn.Config]) -> None:
    from fastapi.testclient import TestClient

    Path("warledger.toml").write_text('ledger = "war.db"\npublish.required = true\n[serve]\nhosts = ["War.example.org"]\nproxies = ["10.0.0.1"]\nusers = "people"\n', encoding="utf-8")
    add(warledger, typed)
    assert Path("people").exists()
    assert "in the open" not in warledger("serve", "--host", "0.0.0.0", "--port", "0").stderr
    config = served[0]
    assert (config.proxy_headers, config.forwarded_allow_ips) == (True, ["10.0.0.1"])
    assert TestClient(config.app, base_url="http://war.example.org").get("/api/v1/session").json()["whole"] is False
    assert TestClient(config.app, base_url="http://10.0.0.7").get("/api/v1/session").status_code == 421


def test_without_names_an_address_in_numbers_will_do_and_a_strange_name_will_not(warledger: Run, ledger: Path, typed: Callable[[str], None], served: list[uvicorn.Config]) -> None:
    from fastapi.testclient import TestClient

    add(warledger, typed)
    warledger("serve", "--ledger", "war.db", "--host", "0.0.0.0", "--port", "0")
    for host, status in (("10.0.0.7", 401), ("[2001:db8::1]", 401), ("evil.example", 421), ("localhost", 401)):
        assert TestClient(served[0].app, base_url=f"http://{host}").get("/api/v1/session").status_code == status


@pytest.mark.parametrize(("options", "said"), [(["--certificate", "c.pem"], "both"), (["--certificate", "c.pem", "--key", "k.pem"], "no file"), (["--certificate", "war.db", "--key", "war.db"], "cannot be used")])
def test_a_certificate_that_cannot_be_used_is_a_sentence(warledger: Run, ledger: Path, typed: Callable[[str], None], served: list[uvicorn.Config], options: list[str], said: str) -> None:
    add(warledger, typed)
    done = warledger("serve", "--ledger", "war.db", "--port", "0", *options)
    assert (done.returncode, said in done.stderr, served) == (2, True, [])


def test_a_file_of_users_that_others_can_read_is_not_used(warledger: Run, ledger: Path, typed: Callable[[str], None], served: list[uvicorn.Config]) -> None:
    add(warledger, typed)
    Path("war.db.users").chmod(0o640)
    done = warledger("serve", "--ledger", "war.db", "--host", "0.0.0.0", "--port", "0")
    assert (done.returncode, served) == (5, [])
    assert "chmod 600" in done.stderr


def test_what_somebody_followed_ends_when_they_are_removed_and_is_theirs_in_any_role(warledger: Run, ledger: Path, typed: Callable[[str], None]) -> None:
    add(warledger, typed, "ada", "--role", "analyst")
    saved = Saved(beside(ledger))
    search = saved.save("all", "ada", Wanted())
    key = saved.new_key(search)
    saved.alert(search, "mail", "desk@desk.example", 0)
    add(warledger, typed, "ada", "--role", "viewer")
    assert saved.opens(search, key)
    done = warledger("user", "remove", "Ada", "--ledger", "war.db")
    assert "the feeds and alerts of" in done.stderr
    assert not saved.opens(search, key)
    assert saved.alerts() == []
