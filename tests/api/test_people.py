"""Who may use a server is in a file of its own, for its owner alone, and nothing in it can be used by who reads it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from warledger.api import passwords, people
from warledger.api.people import People
from warledger.errors import LedgerError, UsageError

PASSWORD = "four words nobody guesses"


@pytest.fixture
def users(tmp_path: Path) -> People:
    return People(tmp_path / "war.db.users")


def test_the_file_is_for_its_owner_alone_from_the_first(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        made = People(tmp_path / "war.db.users")
    finally:
        os.umask(before)
    made.add("Ada", "analyst", PASSWORD)
    for file in tmp_path.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file


def test_a_file_that_others_can_read_is_not_used(tmp_path: Path) -> None:
    path = tmp_path / "war.db.users"
    People(path)
    path.chmod(0o644)
    with pytest.raises(LedgerError, match="chmod 600"):
        People(path)


def test_a_link_is_no_file_of_users(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(LedgerError, match="is no file"):
        People(tmp_path / "link")


def test_no_password_token_or_session_can_be_read_from_the_file(users: People) -> None:
    users.add("Ada", "analyst", PASSWORD)
    secrets = (PASSWORD, users.new_token("Ada", "notebook"), users.open_session("Ada")[0])
    raw = users.path.read_bytes()
    assert not [secret for secret in secrets if secret.encode() in raw]
    assert b"$argon2id$" in raw


def test_a_password_is_known_whatever_keyboard_wrote_it(users: People) -> None:
    users.add("Zoë", "viewer", "caf\u00e9 caf\u00e9 lantern wolves")
    assert users.by_password("ZOE\u0308", "cafe\u0301 cafe\u0301 lantern wolves") == people.Known("Zoë", "viewer")
    assert users.by_password("Zoë", "café café lantern wolvez") is None


@pytest.mark.parametrize("name", ["Ada", "nobody"])
def test_a_wrong_password_costs_the_same_for_whoever_is_known_and_whoever_is_not(users: People, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    users.add("Ada", "analyst", PASSWORD)
    users.add("robot", "viewer", None)
    passwords._nobodys()
    looked_at = []
    verify = passwords.PasswordHasher.verify
    monkeypatch.setattr(passwords.PasswordHasher, "verify", lambda self, digest, given: looked_at.append(digest) or verify(self, digest, given))
    for one in (name, "robot"):
        assert users.by_password(one, "wrong wrong wrong") is None
    assert len(looked_at) == 2
    assert len({digest.rsplit("$", 2)[0] for digest in looked_at}) == 1  # the same parameters, so the same work


@pytest.mark.parametrize("password", ["short", "aaaaaaaaaaaaaaaa", "Ada Ada Ada Ada", "x" * 2_000])
def test_a_password_that_is_easy_to_guess_is_refused(users: People, password: str) -> None:
    with pytest.raises(UsageError):
        users.add("Ada", "viewer", password)


@pytest.mark.parametrize("name", ["", " ", "a" * 65, "Ada\u202egnp.exe", "Ad\u200ba", "<b>Ada</b>", "-rf", "Ada\x00", "Ada\nadmin", "Ada;drop"])
def test_a_name_that_could_pass_for_another_is_refused(users: People, name: str) -> None:
    with pytest.raises(UsageError):
        users.add(name, "viewer", PASSWORD)


@pytest.mark.parametrize("name", ["ليلى", "Łukasz", "ada.l@example.org", "देवी", "王小明"])
def test_names_of_every_script_are_names(users: People, name: str) -> None:
    users.add(name, "viewer", PASSWORD)
    assert [one.name for one in users.all()] == [name]


def test_one_who_is_added_again_has_the_new_role_and_must_sign_in_anew(users: People) -> None:
    users.add("Ada", "admin", PASSWORD)
    session, _csrf = users.open_session("ada")
    users.add("ADA", "viewer", PASSWORD)
    assert users.by_session(session) is None
    assert [(one.name, one.role) for one in users.all()] == [("Ada", "viewer")]


def test_one_who_is_removed_is_out_at_once(users: People) -> None:
    users.add("Ada", "admin", PASSWORD)
    token, (session, _csrf) = users.new_token("Ada", "notebook"), users.open_session("Ada")
    assert users.by_token(token) == people.Known("Ada", "admin")
    users.remove("ada")
    assert (users.by_token(token), users.by_session(session), users.by_password("Ada", PASSWORD)) == (None, None, None)
    assert not users
    with pytest.raises(UsageError, match="no user"):
        users.remove("ada")


def test_a_token_of_the_same_name_replaces_the_one_before(users: People) -> None:
    users.add("Ada", "analyst", None)
    first, second = users.new_token("Ada", "notebook"), users.new_token("Ada", "notebook")
    assert users.by_token(first) is None
    assert users.by_token(second) is not None
    users.drop_token("Ada", "notebook")
    assert users.by_token(second) is None


@pytest.mark.parametrize(("used_at", "asked_at", "holds"), [((), 11, True), ((), 13, False), ((6, 12), 23, True), (tuple(range(0, 168, 6)), 169, False)])
def test_a_session_ends_when_it_is_idle_or_old(users: People, monkeypatch: pytest.MonkeyPatch, used_at: tuple[int, ...], asked_at: int, holds: bool) -> None:
    users.add("Ada", "analyst", PASSWORD)
    session, _csrf = users.open_session("Ada")
    begun = people._now()
    for hour in used_at:
        monkeypatch.setattr(people, "_now", lambda hour=hour: begun + hour * people.HOUR_S)
        assert users.by_session(session) is not None
    monkeypatch.setattr(people, "_now", lambda: begun + asked_at * people.HOUR_S)
    assert (users.by_session(session) is not None) == holds
