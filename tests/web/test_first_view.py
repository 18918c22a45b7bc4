"""What stands on the page first, and what may wait for it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from .conftest import Seen, until, watched


def kept_back(page: Page, addresses: str) -> list[Route]:
    """What the page asks for at some addresses: it gets no answer until the test goes on with it."""
    held: list[Route] = []
    page.route(addresses, lambda route: held.append(route))
    return held


def test_list_and_counts_stand_before_the_map_has_come(mapped: Seen) -> None:
    held = kept_back(mapped.page, "**/assets/map-*.js")
    page = mapped.open()
    page.wait_for_selector(".card")
    page.wait_for_selector(".facet .value")
    page.wait_for_selector(".u-over")
    assert page.locator(".map canvas").count() == 0
    assert held
    held[0].continue_()
    page.wait_for_selector(".map .canvas[aria-busy=false]")


def test_marks_over_the_days_are_asked_for_when_everything_else_is_there(mapped: Seen) -> None:
    asked: list[str] = []
    mapped.page.on("request", lambda request: asked.append(request.url.removeprefix(mapped.address).partition("?")[0]))
    page = mapped.open()
    page.wait_for_selector(".marks li")
    first = asked.index("/api/v1/series/ultimatums")
    assert first < asked.index("/api/v1/series/agreements")
    for noun in ("incidents", "facets", "histogram", "map"):
        assert f"/api/v1/{noun}" in asked[:first]


def test_a_map_that_cannot_be_loaded_leaves_the_list(seen: Seen) -> None:
    seen.page.route("**/assets/map-*.js", lambda route: route.abort())
    page = seen.open()
    expect(page.locator(".map [role=alert]")).to_contain_text("could not be loaded")
    page.wait_for_selector(".card")
    seen.faults.clear()  # the browser complains of what was not loaded


@pytest.mark.parametrize("width", [1400, 390])
def test_nothing_shifts_when_the_marks_come(browser: Browser, address: str, width: int) -> None:
    for seen in watched(browser, address, viewport={"width": width, "height": 900}):
        held = kept_back(seen.page, "**/api/v1/series/ultimatums*")
        page = seen.open()
        page.wait_for_selector(".u-over")
        page.wait_for_selector(".card")
        until(page, lambda kept=held: kept, "the page asks for its marks")
        before = page.locator(".u-over").bounding_box()
        held[0].continue_()
        page.wait_for_selector(".marks li")
        assert page.locator(".u-over").bounding_box() == before
