"""What an analyst does with the page, in a real browser: open, filter, brush, read, go back, send the link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import Seen, watched


def total(page: Page) -> int:
    return int(re.sub(r"\D", "", page.locator(".totals b").inner_text()))


def settled(page: Page, before: int) -> int:
    """The number of incidents once it is another than before."""
    expect(page.locator(".totals b")).not_to_have_text(re.compile(rf"^{before:,} incident"))
    return total(page)


def test_a_filter_narrows_the_list_and_the_address_says_so(seen: Seen) -> None:
    page = seen.open()
    everything = total(page)
    page.get_by_label("Air strike").first.check()
    some = settled(page, everything)
    assert 0 < some < everything
    assert "type=ASSAULT%2Faerial" in page.url
    expect(page.locator(".card h2").first).to_contain_text("Air strike")
    page.go_back()
    assert settled(page, some) == everything


def test_an_incident_opens_with_its_matrix_and_a_cell_shows_its_passage(seen: Seen) -> None:
    page = seen.open("/?order=origins")
    page.locator(".card h2 a").first.click()
    page.wait_for_selector(".matrix")
    assert "/incidents/i_" in page.url
    page.locator(".matrix .cell button").first.click()
    expect(page.locator(".passage").first).to_be_visible()
    page.locator(".passage a").first.click()
    page.wait_for_selector(".report .text mark")
    assert "report=r_" in page.url
    page.get_by_role("button", name="← the incident").click()
    page.wait_for_selector(".matrix")


def test_a_link_leads_to_the_same_view(seen: Seen) -> None:
    page = seen.open("/?order=deaths&type=ASSAULT%2Faerial&since=2020-02-01&until=2020-02-29")
    expect(page.get_by_label("Air strike").first).to_be_checked()
    number, first = total(page), page.locator(".card h2").first.inner_text()
    page.reload()
    page.wait_for_selector(".card")
    assert (total(page), page.locator(".card h2").first.inner_text()) == (number, first)


def test_days_are_brushed_with_the_mouse_and_stepped_with_the_keys(seen: Seen) -> None:
    page = seen.open()
    everything = total(page)
    page.wait_for_selector(".u-over")
    box: Any = page.locator(".u-over").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 20, steps=5)
    page.mouse.up()
    some = settled(page, everything)
    assert some < everything
    assert "since=" in page.url
    assert "until=" in page.url
    since = page.get_by_label("from").input_value()
    page.locator(".plot").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_label("from")).not_to_have_value(since)
    page.keyboard.press("Escape")
    expect(page.locator(".totals b")).to_have_text(re.compile(rf"^{everything:,} incident"))


def test_words_are_searched_in_the_reports(seen: Seen) -> None:
    page = seen.open()
    everything = total(page)
    page.get_by_label("Words that a report has").fill("hospital")
    page.keyboard.press("Enter")
    assert settled(page, everything) < everything


def test_an_empty_view_says_what_it_means(seen: Seen) -> None:
    page = seen.open("/?until=1900-01-01")
    expect(page.locator(".list .empty")).to_contain_text("no evidence of peace")


def test_an_incident_that_is_not_there_is_told(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/incidents/i_00000000")
    expect(page.get_by_role("alert")).to_contain_text("there is no incident")
    page.close()


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Seen]:
    yield from watched(browser, address, viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)


def test_on_a_phone_nothing_runs_over_the_edge_and_filters_are_at_hand(phone: Seen) -> None:
    page = phone.open()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.get_by_role("button", name="Filters").click()
    expect(page.get_by_label("Air strike").first).to_be_visible()
    page.locator(".card h2 a").first.click()
    page.wait_for_selector(".matrix")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.fixture
def dark(browser: Browser, address: str) -> Iterator[Seen]:
    yield from watched(browser, address, color_scheme="dark")


def test_in_the_dark_the_page_is_dark(dark: Seen) -> None:
    page = dark.open()
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert all(int(part) < 64 for part in re.findall(r"\d+", colour)[:3])


def test_clearing_the_filters_leaves_open_what_is_open(seen: Seen) -> None:
    page = seen.open("/?type=ASSAULT%2Faerial&order=deaths")
    everything = total(page)
    page.locator(".card h2 a").first.click()
    page.wait_for_selector(".matrix")
    page.get_by_role("button", name="Clear filters").click()
    assert settled(page, everything) > everything
    expect(page.locator(".matrix")).to_be_visible()
    assert "type=" not in page.url
    assert "order=deaths" in page.url
