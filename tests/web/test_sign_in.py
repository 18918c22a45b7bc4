"""A server with users, in a real browser: nobody sees anything before signing in, and after signing out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from warledger.api.accounts import Accounts
from warledger.api.people import People

from .conftest import Seen, Shown, watched

PASSWORD = "four words nobody guesses"


@pytest.fixture
def guarded(copied: Callable[[Path], Path], shown: Shown, tmp_path: Path) -> Iterator[str]:
    """The address of a server with one user, Ada."""
    people = People(tmp_path / "war.db.users")
    people.add("Ada", "analyst", PASSWORD)
    with shown(copied(tmp_path), access=Accounts(people)) as found:
        yield found


@pytest.fixture
def visitor(browser: Browser, guarded: str) -> Iterator[Seen]:
    for seen in watched(browser, guarded):
        yield seen
        # That somebody was refused is told on the console, and meant.
        seen.faults[:] = [fault for fault in seen.faults if "401" not in fault]


def test_one_signs_in_sees_the_ledger_and_signs_out(visitor: Seen) -> None:
    page = visitor.page
    page.goto(visitor.address + "/series/control")
    page.get_by_label("Name").fill("Ada")
    page.get_by_label("Password").fill("a guess")
    assert page.locator(".page").count() == 0
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_have_text("there is no such name with this password")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_selector(".totals b")
    assert page.url.endswith("/series/control")  # one is where one wanted to be
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_label("Password")).to_be_visible()
    page.goto(visitor.address)
    expect(page.get_by_label("Password")).to_be_visible()


def test_who_is_alone_at_the_machine_is_not_asked(seen: Seen) -> None:
    page = seen.open()
    assert page.get_by_role("button", name="Sign").count() == 0
