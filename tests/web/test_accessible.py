"""Every view for screen readers and keys: axe finds nothing serious, in the light and in the dark, on a desk and on a phone, and nothing runs over the edge."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from warledger.api.accounts import Accounts
from warledger.api.people import People
from warledger.review import decide
from warledger.settings import Settings
from warledger.store import Ledger

from .conftest import Seen, Shown, watched

DESK, PHONE = {"width": 1400, "height": 900}, {"width": 390, "height": 800}
# A report that names an incident of many claims by many; what it is called is for each ledger to say.
INCIDENT = "{incident}"


def pressed(key: str) -> Callable[[Page], None]:
    return lambda page: page.keyboard.press(key)


def named(role: Any, name: str) -> Callable[[Page], None]:
    def click(page: Page) -> None:
        found = page.get_by_role(role, name=name)
        if not found.first.is_visible():
            page.get_by_role("button", name="More").first.click()
        found.first.click()

    return click


def corrected(field: str) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        page.keyboard.press("e")
        page.get_by_label("the field").select_option(field)
        if field == "place":
            page.get_by_label("Another place").fill("Saraqeb")
            page.locator(".placefield .near[role=status] button").first.click()
            expect(page.get_by_label("why this place?")).to_be_focused()

    return act


def saved(page: Page) -> None:
    named("button", "Saved searches")(page)
    sheet = page.get_by_role("dialog", name="Saved searches")
    sheet.locator("ul > li").or_(sheet.get_by_text("None yet")).first.wait_for()
    if sheet.get_by_role("button", name="rename").count() == 0:
        sheet.get_by_label("Name for what is shown now").fill("all of it")
        sheet.get_by_role("button", name="Save", exact=True).click()
    sheet.get_by_role("button", name="feed").first.click()
    expect(sheet.get_by_label("For your reader of feeds")).to_be_visible()
    sheet.get_by_text("alert me").first.click()


# What is looked at: the address, what must be there, and what is done first.
VIEWS: dict[str, tuple[str, str, Callable[[Page], None] | None]] = {
    "list": ("/?order=deaths", ".card", None),
    "nothing": ("/?until=1900-01-01", ".list .empty", None),
    "filters": ("/", ".card", lambda page: page.get_by_role("button", name="Filters").click() if page.get_by_role("button", name="Filters").is_visible() else None),
    "exports": ("/", ".card", lambda page: (page.get_by_role("button", name="More").first.click() if page.get_by_role("button", name="More").first.is_visible() else None, page.get_by_text("Export", exact=True).click())[0]),
    "incident": (INCIDENT, ".matrix", lambda page: page.locator(".matrix .cell button").first.click()),
    "merge": (INCIDENT, ".matrix", pressed("s")),
    "part": (INCIDENT, ".matrix", pressed("d")),
    "note": (INCIDENT, ".matrix", pressed("n")),
    "type": (INCIDENT, ".matrix", corrected("type")),
    "place": (INCIDENT, ".matrix", corrected("place")),
    "report": ("{report}", ".report .text mark", None),
    "review": ("/review", ".queue .review, .queue .pair", None),
    "decisions": ("/audit", ".log", None),
    **{f"series {kind}": (f"/series/{kind}", ".entries .card", None) for kind in ("control", "agreements", "ultimatums", "displacement", "sieges")},
    "as it was": ("/?as_of=2001-01-01", ".list .empty", None),
    "saved searches": ("/", ".card", saved),
    "help": ("/", ".card", pressed("?")),
}


def severe(page: Page, checkout: Path) -> list[str]:
    """What axe finds that is serious or critical, or about landmarks, each with the first element."""
    script = checkout / "web" / "node_modules" / "axe-core" / "axe.min.js"
    if not script.is_file():
        pytest.skip("axe-core is not installed (make web)")
    if not page.evaluate("'axe' in window"):
        page.evaluate(script.read_text(encoding="utf-8"))  # the policy of content lets no script be added to the page
    # In the dark nothing is another than in the light but the colours.
    rules = ["color-contrast"] if page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") else None
    found: Any = page.evaluate("rules => axe.run(document, {resultTypes: ['violations'], ...(rules ? {runOnly: {type: 'rule', values: rules}} : {})})", rules)
    return [f"{one['id']}: {one['help']}: {one['nodes'][0]['html'][:200]}" for one in found["violations"] if one["impact"] in ("serious", "critical") or "landmark" in one["id"]]


def turned_to(page: Page, path: str) -> None:
    """The page at another address, without being loaded anew."""
    page.evaluate("address => { document.querySelectorAll('dialog[open]').forEach(one => one.close()); history.pushState(null, '', address); dispatchEvent(new PopStateEvent('popstate')); }", path)


@pytest.fixture(scope="module")
def desk(copied: Callable[[Path], Path], shown: Shown, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, str]]:
    """A server over a ledger in which something was decided, with an incident that has many claims, and one of its reports."""
    path = copied(tmp_path_factory.mktemp("accessible"))
    with Ledger.open(path) as ledger:
        one = max(ledger.incidents(), key=lambda each: (len(each.claims), each.id))
        report = next(claim.report for claim in ledger.claims() if claim.id in one.claims)
        ledger.decide([decide("confirm", [one.id], "Ada", "2026-01-01T00:00:00Z", why="two videos"), decide("note", [one.id], "Ben", "2026-01-02T00:00:00Z", why="see the mayor")])
    with shown(path, Settings(alerts={"webhooks": ["https://desk.example/hooks/"]})) as address:
        yield address, one.id, report


@pytest.mark.parametrize("width", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("light", ["light", "dark"])
def test_every_view_is_accessible_and_nothing_runs_over_the_edge(browser: Browser, desk: tuple[str, str, str], checkout: Path, light: str, width: dict[str, int]) -> None:
    address, incident, report = desk
    wrong: dict[str, object] = {}
    for seen in watched(browser, address, color_scheme=light, reduced_motion="reduce", viewport=width):
        page = seen.open()
        for name, (path, awaited, act) in VIEWS.items():
            turned_to(page, "/?until=1900-01-01")
            page.wait_for_selector(".list .empty")
            turned_to(page, path.replace("{incident}", f"/incidents/{incident}").replace("{report}", f"/reports/{report}"))
            page.wait_for_selector(awaited)
            if act is not None:
                act(page)
            if found := severe(page, checkout):
                wrong[name] = found
            if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
                wrong[f"{name}, over the edge"] = True
            if name == "saved searches":
                page.keyboard.press("Escape")
                expect(page.get_by_role("dialog", name="Saved searches")).to_have_count(0)
    assert wrong == {}


def test_the_page_with_its_map_is_accessible(mapped: Seen, checkout: Path) -> None:
    page = mapped.open("/series/control?control=2020-02-06")
    page.wait_for_selector(".controlkey")
    assert severe(page, checkout) == []


PASSWORD = "four words nobody guesses"


@pytest.fixture(scope="module")
def gated(copied: Callable[[Path], Path], shown: Shown, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with users on which two incidents were published."""
    path = copied(tmp_path_factory.mktemp("gated"))
    people = People(path.with_name("war.db.users"))
    for name, role in (("Ada", "analyst"), ("Vera", "viewer")):
        people.add(name, role, PASSWORD)
    with Ledger.open(path) as ledger:
        published = sorted(ledger.incidents(), key=lambda one: (-one.outlets, one.id))[:2]
        ledger.decide([decide("publish", [one.id], "Ada", "2026-01-01T00:00:00Z") for one in published])
    with shown(path, Settings(publish={"required": True}), (), Accounts(people, published_only=True)) as address:
        yield address


OFFERED = ("Review", "Decisions", "Series", "Saved searches", "As it was known on")


def offered(page: Page) -> list[str]:
    """What of that which not everybody may do the page offers."""
    return [name for name in OFFERED if page.get_by_role("link", name=name, exact=True).count() + page.get_by_role("button", name=name, exact=True).count() + page.get_by_label(name).count()]


def signed_in(page: Page, name: str) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).last.click()
    page.get_by_role("button", name="Sign out").wait_for()


def test_the_public_is_offered_nothing_that_it_would_be_refused(browser: Browser, gated: str) -> None:
    for seen in watched(browser, gated):  # which fails where anything that was asked was refused
        page = seen.open()
        expect(page.locator(".totals b")).to_have_text("2 incidents")
        assert offered(page) == []
        page.locator(".card h2 a").first.click()
        page.wait_for_selector(".matrix")
        expect(page.locator(".review, .decided")).to_have_count(0)
        expect(page.get_by_text("Every join and refusal")).to_have_count(0)
        page.wait_for_selector(".u-over")
        expect(page.locator(".marks li")).to_have_count(0)


@pytest.mark.parametrize("path", ["/review", "/audit", "/series/control"])
def test_a_link_that_an_analyst_sent_says_to_the_public_why_it_shows_nothing(browser: Browser, gated: str, path: str) -> None:
    for seen in watched(browser, gated):
        page = seen.open(path)
        expect(page.locator(".main")).to_contain_text("This is not published")
        page.get_by_role("button", name="← all incidents").click()
        page.wait_for_selector(".card")


def test_a_viewer_is_offered_searches_and_no_review_and_an_analyst_everything(browser: Browser, gated: str) -> None:
    for name, expected in (("Vera", ["Saved searches"]), ("Ada", list(OFFERED))):
        for seen in watched(browser, gated):
            page = seen.open()
            page.get_by_role("button", name="Sign in").click()
            signed_in(page, name)
            page.wait_for_selector(".card")
            assert offered(page) == expected


@pytest.mark.parametrize("width", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("light", ["light", "dark"])
def test_signing_in_is_accessible_and_the_dialog_has_no_second_main(browser: Browser, gated: str, checkout: Path, light: str, width: dict[str, int]) -> None:
    for seen in watched(browser, gated, color_scheme=light, reduced_motion="reduce", viewport=width):
        page = seen.open()
        named("button", "Sign in")(page)
        expect(page.get_by_label("Name")).to_be_focused()
        assert page.locator("main").count() == 1
        assert severe(page, checkout) == []
        page.keyboard.press("Escape")
        expect(page.get_by_label("Password")).to_have_count(0)
