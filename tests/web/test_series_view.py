"""Series on the page: a pane for each kind with its sources, control of places on the map by day, marks over the days."""

from __future__ import annotations

import re

from playwright.sync_api import Response, Route, expect

from .conftest import PATIENCE_S, Seen


def test_every_kind_of_series_has_its_pane_and_every_entry_its_sources(seen: Seen) -> None:
    page = seen.open("/series/control")
    page.wait_for_selector(".entries .card")
    page.locator(".entries .sources summary").first.click()
    expect(page.locator(".entries .sources q").first).to_be_visible()
    for name in ("Agreements", "Ultimatums", "Displacement", "Sieges"):
        page.get_by_role("link", name=name).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(name)
    page.locator(".entries .sources summary").first.click()
    page.locator(".entries .sources a").first.click()
    page.wait_for_selector(".report .text")


def test_control_is_shown_on_the_map_by_day_and_the_link_holds_the_day(mapped: Seen) -> None:
    page = mapped.open("/series/control?control=2020-02-06")
    expect(page.locator(".controlkey")).to_contain_text("6 Feb 2020")
    page.get_by_label("A day on").first.click()
    expect(page.locator(".controlkey")).to_contain_text("7 Feb 2020")
    assert "control=2020-02-07" in page.url
    page.get_by_role("button", name="back to incidents").click()
    expect(page.locator(".controlkey")).to_have_count(0)


def test_an_ultimatum_over_the_days_leads_to_its_series(seen: Seen) -> None:
    page = seen.open()
    page.locator(".marks .ultimatums button").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ultimatums")
    assert re.search(r"/series/ultimatums\?since=\d{4}-\d\d-\d\d&until=", page.url)


def test_an_incident_shows_where_it_comes_from(seen: Seen) -> None:
    page = seen.open("/?order=origins")
    page.locator(".card h2 a").first.click()
    page.get_by_text(re.compile("Where it comes from")).click()
    assert page.locator(".origins > li").count() > 1


def test_a_series_is_that_of_the_day_as_of_which_the_ledger_is_asked(seen: Seen) -> None:
    page = seen.open("/series/control?as_of=2001-01-01")
    expect(page.locator(".main .empty")).to_contain_text("no evidence that there was none")
    expect(page.locator(".marks li")).to_have_count(0)
    page.get_by_role("button", name="as it is now").click()
    page.wait_for_selector(".entries .card")


def test_the_map_turns_to_the_incident_that_is_open(mapped: Seen) -> None:
    page = mapped.open("/?map=100,10,5&type=ASSAULT%2Faerial&place=Syria")
    page.wait_for_load_state("networkidle")

    def is_of_syria(answer: Response) -> bool:
        box = re.search(r"/api/v1/map\?.*box=([-\d.]+)", answer.url)
        return box is not None and float(box[1]) < 45  # where the map began, the west is at 90 degrees

    with page.expect_response(is_of_syria):
        page.locator(".card h2 a").first.click()


def test_circles_of_other_filters_are_pale_until_those_that_are_asked_for_are_there(mapped: Seen) -> None:
    page = mapped.open("/?map=36.8,35.9,7")
    canvas = page.locator(".map .canvas")
    expect(canvas).to_have_attribute("aria-busy", "false", timeout=PATIENCE_S * 1000)
    held: list[Route] = []
    holding = True

    def answer(route: Route) -> None:
        if holding:
            held.append(route)
        else:
            route.continue_()

    page.route("**/api/v1/map?*", answer)
    page.get_by_label("Air strike").first.check()
    expect(canvas).to_have_attribute("aria-busy", "true")
    holding = False
    for one in held:
        one.continue_()
    expect(canvas).to_have_attribute("aria-busy", "false", timeout=PATIENCE_S * 1000)
    expect(canvas).to_have_class(re.compile("maplibregl-map"))
