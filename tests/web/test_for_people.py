"""The page for everybody: keys, screen readers, the dark, right to left, less motion, and a shield over what is hard to bear."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Route, expect

from warledger.flow import link
from warledger.model import Claim, Incident, Participant, Passage, Place, Report, TimeSpan
from warledger.store import Ledger, RunInfo

from .conftest import Seen, Shown, until, watched

TITLE = "قصف على سراقب: مقتل ثمانية <b>جنود</b>"
# What a busy machine may take to go where a key sends it.
PATIENCE_MS = 30_000
LONG = "W" * 180
HARD = "Beheaded bodies found near Saraqeb"


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    """A report whose title runs from right to left, and one that is hard to bear."""
    texts = [(TITLE, "Shelling killed eight soldiers in Saraqeb."), (HARD, "Residents found beheaded bodies near Saraqeb after an attack."), (LONG, "Shelling killed eight soldiers in Saraqeb.")]
    return [Report(id=f"r_{k:016x}", text=f"{title}\n\n{body}", title=title, outlet=("وكالة", "Example", LONG)[k], language="ar" if k == 0 else "en", published="2020-02-03", published_from="given")
            for k, (title, body) in enumerate(texts)]


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory, reports: list[Report], shown: Shown) -> Iterator[str]:
    """Where a ledger of these reports is served."""
    path = tmp_path_factory.mktemp("people") / "war.db"
    run = RunInfo("2020-02-04T00:00:00Z", "0.1")
    claims = []
    for k, report in enumerate(reports):
        start = report.text.index("\n\n") + 2
        passages = (Passage("trigger", start, start + 8, report.text[start:start + 8]), Passage("sentence", start, len(report.text), report.text[start:]))
        claims.append(Claim(id=f"c_{k:016x}", report=report.id, type="ASSAULT", mode="heavy-weapons", passages=passages, coder="test",
                            place=Place(LONG if k == 2 else "Saraqeb", None, 35.0 + k, 36.8, "SYR", precision="town", radius_km=1.0), when=TimeSpan("2020-02-03", "2020-02-03", "day", "Monday"),
                            initiators=(Participant(LONG),) if k == 2 else ()))
    with Ledger.open(path) as ledger:
        ledger.add(reports, claims, run=run)
        ledger.replace_incidents([one for one in link(claims, reports) if isinstance(one, Incident)], run=run)
    with shown(path) as found:
        yield found


def test_the_list_is_walked_opened_and_left_by_keys_alone(seen: Seen) -> None:
    page = seen.open()
    page.wait_for_selector(".card")
    names = [one.get_attribute("href") for one in page.locator(".card h2 a").all()[:3]]
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator(f'.card h2 a[href="{names[1]}"]')).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_selector(".matrix")
    assert f"{names[1]}" in page.url
    page.keyboard.press("j")
    expect(page).to_have_url(re.compile(re.escape(str(names[2]))), timeout=PATIENCE_MS)
    page.keyboard.press("k")
    expect(page).to_have_url(re.compile(re.escape(str(names[1]))), timeout=PATIENCE_MS)
    page.keyboard.press("Escape")
    expect(page.locator(f'.card h2 a[href="{names[1]}"]')).to_be_focused()


def test_days_are_stepped_by_keys_from_anywhere(seen: Seen) -> None:
    page = seen.open("/?since=2020-02-10&until=2020-02-11")
    page.wait_for_selector(".u-over")
    page.keyboard.press("]")
    expect(page.get_by_label("from")).to_have_value("2020-02-11")
    expect(page.get_by_label("to", exact=True)).to_have_value("2020-02-12")
    page.keyboard.press("[")
    expect(page.get_by_label("from")).to_have_value("2020-02-10")
    page.keyboard.press("\\")
    expect(page.get_by_label("from")).to_have_value("")


def test_a_letter_that_is_typed_into_a_field_is_no_key(seen: Seen) -> None:
    page = seen.open()
    page.keyboard.press("/")
    page.keyboard.type("jk?")
    expect(page.get_by_label("Words that a report has")).to_have_value("jk?")
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_the_help_explains_grades_and_keys_and_gives_the_focus_back(seen: Seen) -> None:
    page = seen.open()
    page.get_by_role("button", name="Help").click()
    dialog = page.get_by_role("dialog", name="What this shows")
    for words in ("one origin only", "13 to 76", "no pin is put on its capital", "next and previous incident"):
        expect(dialog).to_contain_text(words)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("button", name="Help")).to_be_focused()


def test_only_what_the_map_shows_is_listed_and_exported(mapped: Seen) -> None:
    page = mapped.open("/?map=36.8,35.9,9")
    page.wait_for_selector(".card")
    before = page.locator(".totals b").inner_text()
    page.wait_for_timeout(1500)
    page.get_by_label("only what the map shows").check()
    expect(page.locator(".totals b")).not_to_have_text(before)
    page.get_by_text("Export", exact=True).click()
    assert "box=" in str(page.get_by_role("link", name="CSV", exact=True).get_attribute("href"))


def test_a_title_from_right_to_left_is_shown_as_it_is_written_and_never_as_markup(browser: Browser, there: str, reports: list[Report]) -> None:
    for seen in watched(browser, there):
        page = seen.open(f"/reports/{reports[0].id}")
        title = page.locator(".report h1")
        expect(title).to_have_text(TITLE)
        assert title.evaluate("one => getComputedStyle(one).direction") == "rtl"
        assert page.locator(".report h1 b").count() == 0
        assert page.locator(".report .text").evaluate("one => getComputedStyle(one).direction") == "rtl"
        assert page.evaluate("getComputedStyle(document.body).direction") == "ltr"


def test_a_name_without_an_end_runs_over_no_edge(browser: Browser, there: str, reports: list[Report]) -> None:
    for seen in watched(browser, there, viewport={"width": 390, "height": 800}):
        for path, awaited in ((f"/reports/{reports[2].id}", ".report .text"), (f"/incidents/{incident_of(there, reports[2])}", ".matrix"), ("/", ".card")):
            page = seen.open(path)
            page.wait_for_selector(awaited)
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path


def incident_of(address: str, report: Report) -> str:
    """The incident that holds what a report says."""
    with urlopen(f"{address}/api/v1/reports/{report.id}") as answer:
        return str(next(iter(json.load(answer)["incidents"].values())))


def test_a_report_that_is_hard_to_bear_stands_behind_a_shield_until_it_is_lifted(browser: Browser, there: str, reports: list[Report]) -> None:
    for seen in watched(browser, there):
        page = seen.open(f"/reports/{reports[1].id}")
        shield = page.locator(".shield")
        expect(shield).to_contain_text("beheaded")
        expect(page.locator(".report .text")).to_have_count(0)
        shield.get_by_role("button", name="Show it").press("Enter")
        expect(page.locator(".report .text")).to_contain_text("Residents found")
        seen.open(f"/reports/{reports[0].id}")
        expect(page.locator(".report .text")).to_be_visible()


def test_what_fails_says_so_and_can_be_tried_again(browser: Browser, address: str) -> None:
    page = browser.new_page()
    state = {"broken": True}

    def answer(route: Route) -> None:
        if state["broken"]:
            route.abort()
        else:
            route.continue_()

    page.route("**/api/v1/incidents?*", answer)
    page.goto(address)
    expect(page.locator(".list").get_by_role("alert")).to_contain_text("cannot be reached")
    state["broken"] = False
    page.locator(".list").get_by_role("button", name="Try again").click()
    page.wait_for_selector(".card")
    page.close()


def test_while_one_waits_the_page_says_so(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route("**/api/v1/incidents?*", lambda route: None)  # never answered
    page.goto(address)
    expect(page.locator(".list .waiting")).to_be_visible()
    expect(page.locator(".list")).to_have_attribute("aria-busy", "true")
    page.close()


def test_less_motion_is_respected(browser: Browser, address: str) -> None:
    for seen in watched(browser, address, reduced_motion="reduce"):
        page = seen.open()
        assert page.evaluate("document.getAnimations().filter(one => one.playState === 'running').length") == 0


def test_the_map_draws_names_hatching_and_dashed_borders(mapped: Seen) -> None:
    with mapped.page.expect_response(re.compile("/api/v1/labels")) as told:
        page = mapped.open("/?map=36.8,35.9,7")
    labels = page.request.get(told.value.url)  # asked again: a busy browser may have let go of the first answer's words
    assert len(labels.json()["features"]) > 10
    expect(page.locator(".key")).to_contain_text("hatched")


def test_a_dragged_map_follows_the_hand_and_is_sharp_again_at_rest(mapped: Seen) -> None:
    page = mapped.open("/?map=38,34,5")
    page.wait_for_timeout(1500)
    box: Any = page.locator(".map canvas").bounding_box()
    x, y = box["x"] + 200, box["y"] + 200
    page.mouse.move(x, y)
    page.mouse.down()
    for turn in range(25):
        page.mouse.move(x + 5 * turn, y + 4 * turn)
        page.wait_for_timeout(15)
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"map=3[0-7]\.\d+%2C3[4-9]"), timeout=PATIENCE_MS)
    sharp = "(one => one.width === Math.round(one.clientWidth * devicePixelRatio))(document.querySelector('.map canvas'))"
    until(page, lambda: page.evaluate(sharp), "the map is drawn in full again")
