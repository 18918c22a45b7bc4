"""Following a ledger on the page: saved searches, the ledger as it was known on a day, why claims were joined, figures over time."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import APIResponse, Browser, Locator, Page, Route, expect

from warledger.store import Ledger, RunInfo

from .conftest import Seen, Shown, watched


def saved_as(page: Page, name: str) -> tuple[Locator, Locator]:
    """The sheet of saved searches, in which what is shown was saved under a name, and its link."""
    page.get_by_role("button", name="Saved searches").click()
    sheet = page.get_by_role("dialog", name="Saved searches")
    sheet.get_by_label("Name for what is shown now").fill(name)
    sheet.get_by_role("button", name="Save", exact=True).click()
    link = sheet.get_by_role("link", name=name)
    expect(link).to_be_visible()
    return sheet, link


def test_a_view_is_saved_under_a_name_shown_again_renamed_and_deleted(seen: Seen) -> None:
    page = seen.open("/?type=ASSAULT%2Faerial&since=2020-02-01")
    sheet, link = saved_as(page, "Air <b>strikes</b> since February")
    page.get_by_role("button", name="Clear filters").click()
    expect(page).not_to_have_url(re.compile("type="))
    link.click()
    expect(page).to_have_url(re.compile(r"since=2020-02-01.*type=ASSAULT%2Faerial"))
    page.get_by_role("button", name="Saved searches").click()
    sheet.get_by_role("button", name="rename").click()
    sheet.get_by_label("New name").fill("Air strikes")
    sheet.get_by_role("button", name="Rename").click()
    expect(sheet.get_by_role("link", name="Air strikes", exact=True)).to_be_visible()
    sheet.get_by_role("button", name="feed").click()
    expect(sheet.get_by_label("For your reader of feeds")).to_have_value(re.compile(r"/api/v1/searches/s_\w+/feed\.atom$"))
    page.once("dialog", lambda dialog: dialog.accept())
    sheet.get_by_role("button", name="delete").click()
    expect(sheet.get_by_text("None yet.")).to_be_visible()
    page.keyboard.press("Escape")


def test_a_list_of_searches_that_comes_late_does_not_bring_back_what_was_deleted(seen: Seen) -> None:
    page = seen.open("/?type=ASSAULT%2Faerial")
    sheet, _ = saved_as(page, "Soon gone")
    late: list[tuple[Route, APIResponse]] = []
    page.route("**/api/v1/searches", lambda route: route.fallback() if late else late.append((route, route.fetch())))
    sheet.get_by_role("button", name="feed").click()
    expect(sheet.get_by_label("For your reader of feeds")).to_be_visible()
    page.once("dialog", lambda dialog: dialog.accept())
    sheet.get_by_role("button", name="delete").click()
    expect(sheet.get_by_text("None yet.")).to_be_visible()
    for route, answer in late:
        assert "Soon gone" in answer.text()
        route.fulfill(response=answer)
    page.wait_for_timeout(300)
    assert late
    expect(sheet.get_by_text("None yet.")).to_be_visible()


def test_before_the_first_run_the_ledger_knew_nothing_and_the_link_says_so(seen: Seen) -> None:
    page = seen.open()
    page.get_by_label("As it was known on").fill("2001-01-01")
    expect(page.locator(".totals b")).to_have_text("0 incidents")
    assert "as_of=2001-01-01" in page.url
    page.reload()
    expect(page.locator(".totals b")).to_have_text("0 incidents")
    page.get_by_role("button", name="as it is now").click()
    expect(page.locator(".totals b")).not_to_have_text("0 incidents")


def test_every_join_is_told_when_it_is_asked_for(seen: Seen) -> None:
    page = seen.open("/?order=origins")
    page.locator(".card h2 a").first.click()
    page.locator("summary", has_text="Every join and refusal").click()
    page.get_by_role("button", name="Weigh them").click()
    expect(page.locator(".grounds h3").first).to_have_text(re.compile(r"Joined \([1-9]"))
    expect(page.locator(".grounds .reasons .number").first).to_have_text(re.compile(r"[+−]\d"))


def test_figures_that_were_told_on_several_days_are_drawn_over_time(seen: Seen) -> None:
    page = seen.open()
    ids: list[str] = page.evaluate(
        """async () => {
          const list = await (await fetch("/api/v1/incidents?order=origins&limit=60")).json(), found = [];
          for (const one of list.items) {
            const whole = await (await fetch(`/api/v1/incidents/${one.id}`)).json();
            if (new Set(whole.matrix.figures.map((bar) => bar[3]).filter(Boolean)).size > 1) found.push(one.id);
          }
          return found;
        }""")
    assert ids
    page.goto(f"{seen.address}/incidents/{ids[0]}")
    expect(page.locator(".overtime canvas")).to_be_visible()
    expect(page.locator(".overtime [role=img]")).to_have_attribute("aria-label", re.compile(r"\d{4}, .+: \d+"))
    assert page.locator(".overtime .legend li").count() >= 1


def test_a_page_that_is_left_open_says_that_the_ledger_has_changed_and_shows_it_when_asked(browser: Browser, copied: Callable[[Path], Path], shown: Shown, tmp_path: Path) -> None:
    path = copied(tmp_path)
    with shown(path) as address:
        for seen in watched(browser, address):
            seen.page.clock.install()
            page = seen.open()
            before = page.locator(".totals b").inner_text()
            with Ledger.open(path) as ledger:
                _gone, *rest = ledger.incidents()
                ledger.replace_incidents(rest, run=RunInfo("2030-01-01T00:00:00Z", "test"))
            page.clock.fast_forward(61_000)
            notice = page.get_by_role("button", name="The ledger has changed")
            expect(notice).to_be_visible()
            expect(page.locator(".totals b")).to_have_text(before)
            notice.click()
            expect(page.locator(".totals b")).to_have_text(f"{len(rest)} incidents")
            expect(notice).to_have_count(0)


def test_the_day_that_the_hand_is_over_is_told_with_its_numbers(seen: Seen) -> None:
    page = seen.open("/?since=2020-02-01&until=2020-02-20")
    page.locator(".u-over").hover()
    expect(page.locator(".overday")).to_have_text(re.compile(r"\d{4}: [\d,]+ incidents?, [\d,]+ claims?"))
