"""Analysts at the page, in a real browser: confirm, merge, part, correct, note, undo, audit, and two of them at one incident."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi import Request
from playwright.sync_api import Browser, Page, expect

from warledger.api import identity
from warledger.store import Filter, Ledger

from .conftest import Seen, Shown, watched


class Named:
    """Access for the analyst whom a header names."""

    def person(self, request: Request) -> identity.Person:
        who = request.headers.get("X-Who", "Ada")
        return identity.Person(who, "viewer" if who == "Vera" else "analyst", f"token of {who}")


@pytest.fixture
def desk(copied: Callable[[Path], Path], shown: Shown, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A server over a ledger of its own, and where that lies."""
    path = copied(tmp_path)
    with shown(path, access=Named()) as found:
        yield found, path


@pytest.fixture
def ada(browser: Browser, desk: tuple[str, Path]) -> Iterator[Seen]:
    yield from watched(browser, desk[0], extra_http_headers={"X-Who": "Ada"})


@pytest.fixture
def ben(browser: Browser, desk: tuple[str, Path]) -> Iterator[Seen]:
    for seen in watched(browser, desk[0], extra_http_headers={"X-Who": "Ben"}):
        yield seen
        seen.faults[:] = [fault for fault in seen.faults if "409" not in fault]  # what is refused is told in the console too


def biggest(path: Path) -> str:
    """The incident with most claims."""
    with Ledger.open(path, read_only=True) as ledger:
        return max(ledger.incidents(), key=lambda one: (len(one.claims), one.id)).id


def written(page: Page, words: str) -> None:
    """Waits until a decision is written down and linked."""
    expect(page.locator(".way")).to_contain_text(words)


def opened(seen: Seen, incident: str) -> Page:
    page = seen.open(f"/incidents/{incident}")
    page.wait_for_selector(".review .keys")
    page.wait_for_selector(".matrix")
    return page


def total(page: Page) -> int:
    return int(re.sub(r"\D", "", page.locator(".totals b").inner_text()))


def test_two_incidents_are_merged_and_parted_again_by_one_key_each(ada: Seen, desk: tuple[str, Path]) -> None:
    with Ledger.open(desk[1], read_only=True) as ledger:
        near = [one for one in ledger.incidents(Filter(place="Saraqeb")) if one.when and one.when.start]
    page = opened(ada, near[0].id)
    before = total(page)
    page.keyboard.press("s")
    page.get_by_label("Another incident, by id or link").fill(near[1].id)
    page.get_by_label("Reason, if there is one to give").fill("one battle")
    page.get_by_role("button", name="Merge").click()
    written(page, "Merged")
    expect(page.locator(".totals b")).to_have_text(re.compile(rf"^{before - 1:,} incident"))
    expect(page.locator(".decided")).to_contain_text("Ada one happening: one battle")
    page.locator(".pane h1").click()
    page.keyboard.press("z")
    written(page, "Undone: same (one battle)")
    expect(page.locator(".totals b")).to_have_text(re.compile(rf"^{before:,} incident"))


def test_claims_are_parted_off_an_incident(ada: Seen, desk: tuple[str, Path]) -> None:
    page = opened(ada, biggest(desk[1]))
    before = page.locator(".matrix thead th").count()
    page.keyboard.press("d")
    page.locator(".parts input").last.check()
    page.get_by_role("button", name="Part 1 claim off").click()
    written(page, "1 claim parted off")
    expect(page.locator(".decided")).to_contain_text("two happenings")
    assert page.locator(".matrix thead th").count() <= before


def test_a_field_is_corrected_with_its_passage_at_hand(ada: Seen, desk: tuple[str, Path]) -> None:
    with Ledger.open(desk[1], read_only=True) as ledger:
        incident = next(one for one in ledger.incidents() if len(one.claims) == 1 and (view := one.fields.get("killed")) and view.best)
    page = opened(ada, incident.id)
    page.keyboard.press("e")
    expect(page.locator(".correct .passage p")).to_be_visible()
    expect(page.locator(".correct .passage q").first).to_be_visible()
    page.get_by_label("at least").first.fill("61")
    page.get_by_label("at most").first.fill("61")
    page.locator(".correct").get_by_role("button", name="Correct").click()
    written(page, "Corrected")
    expect(page.locator(".matrix")).to_contain_text("61")


def test_a_key_confirms_and_a_capital_one_asks_for_the_reason(ada: Seen, desk: tuple[str, Path]) -> None:
    page = opened(ada, biggest(desk[1]))
    page.keyboard.press("a")
    written(page, "Confirmed")
    page.keyboard.press("U")
    page.keyboard.type("two hospitals, two counts")
    page.keyboard.press("Enter")
    written(page, "Noted as unsure")
    expect(page.locator(".decided")).to_contain_text("two hospitals, two counts")


def test_a_note_is_kept_as_text_whatever_is_in_it(ada: Seen, desk: tuple[str, Path]) -> None:
    page = opened(ada, biggest(desk[1]))
    page.keyboard.press("n")
    page.get_by_label("Note", exact=True).fill("<img src=x onerror=alert(1)> see the mayor")
    page.get_by_role("button", name="Keep the note").click()
    written(page, "The note is kept")
    expect(page.locator(".decided")).to_contain_text("<img src=x onerror=alert(1)> see the mayor")


def test_two_analysts_at_one_incident_do_not_overwrite_each_other(ada: Seen, ben: Seen, desk: tuple[str, Path]) -> None:
    incident = biggest(desk[1])
    hers, his = opened(ada, incident), opened(ben, incident)
    hers.get_by_label("Reason, if there is one to give").fill("seen on video")
    hers.get_by_role("button", name="Confirm").click()
    written(hers, "Confirmed")
    his.keyboard.press("r")
    expect(his.locator(".way[role=alert]")).to_contain_text("Ada changed incident")
    expect(his.locator(".way[role=alert]")).to_contain_text("seen on video")
    his.get_by_role("button", name="Look at it as it is now").click()
    expect(his.locator(".decided")).to_contain_text("Ada confirmed: seen on video")
    with Ledger.open(desk[1], read_only=True) as ledger:
        assert [one.act for one in ledger.decisions()] == ["confirm"]
        assert ledger.incident(incident) is not None
    his.keyboard.press("u")
    written(his, "Noted as unsure")


def test_the_queue_is_gone_through_by_keys_and_undone(ada: Seen, desk: tuple[str, Path]) -> None:
    page = ada.open("/review")
    page.wait_for_selector(".asked")
    first = page.locator(".queue").inner_text()
    page.keyboard.press("j")
    expect(page.get_by_role("status").first).to_contain_text(re.compile(r"^2 of"))
    page.keyboard.press("k")
    expect(page.get_by_role("status").first).to_contain_text(re.compile(r"^1 of"))
    page.wait_for_selector(".queue .review, .queue .pair")
    page.keyboard.press("u")
    expect(page.get_by_role("status").first).to_contain_text(re.compile(r"^2 of"))
    written(page, "Noted as unsure")
    page.keyboard.press("z")
    written(page, "Undone: unsure")
    page.reload()
    page.wait_for_selector(".asked")
    assert first
    with Ledger.open(desk[1], read_only=True) as ledger:
        assert [one.undoes is None for one in ledger.decisions()] == [True, False]


def test_a_pair_is_shown_side_by_side_and_told_apart(ada: Seen, desk: tuple[str, Path]) -> None:
    page = ada.open("/review")
    page.wait_for_selector(".asked")
    expect(page.get_by_role("status").first).not_to_contain_text("still being weighed")
    page.reload()
    for _turn in range(60):
        page.wait_for_selector(".queue .review, .queue .pair")
        if page.locator(".pair").count():
            break
        page.keyboard.press("j")
    assert page.locator(".pair .side").count() == 2
    page.keyboard.press("d")
    written(page, "Two happenings")
    with Ledger.open(desk[1], read_only=True) as ledger:
        assert [one.act for one in ledger.decisions()] == ["different"]


def test_the_audit_page_tells_who_when_why_and_takes_back(ada: Seen, desk: tuple[str, Path]) -> None:
    page = opened(ada, biggest(desk[1]))
    page.get_by_label("Reason, if there is one to give").fill("two videos")
    page.get_by_role("button", name="Confirm").click()
    written(page, "Confirmed")
    page.get_by_role("link", name="Decisions").click()
    expect(page.locator(".log tbody tr")).to_have_count(1)
    for words in ("Ada", "confirmed", "two videos", "holds"):
        expect(page.locator(".log tbody tr")).to_contain_text(words)
    expect(page.locator(".audit")).to_contain_text("No figure can be given")
    page.get_by_role("button", name="Take back").click()
    expect(page.locator(".log tbody tr")).to_have_count(2)
    expect(page.locator(".log tbody tr").last).to_contain_text("taken back by Ada")
    assert page.url.endswith("/audit")


def test_help_lists_the_keys_and_turns_them_off(ada: Seen, desk: tuple[str, Path]) -> None:
    page = opened(ada, biggest(desk[1]))
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("undo the last decision")
    page.get_by_label("single keys decide").uncheck()
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    page.keyboard.press("r")
    page.wait_for_timeout(300)
    expect(page.locator(".way")).to_have_count(0)


def test_whoever_may_only_look_has_no_keys(browser: Browser, desk: tuple[str, Path]) -> None:
    for seen in watched(browser, desk[0], extra_http_headers={"X-Who": "Vera"}):
        page = seen.open(f"/incidents/{biggest(desk[1])}")
        page.wait_for_selector(".matrix")
        expect(page.locator(".review")).to_have_count(0)
        page.keyboard.press("a")
        page.wait_for_timeout(300)
        with Ledger.open(desk[1], read_only=True) as ledger:
            assert list(ledger.decisions()) == []


def test_a_type_is_corrected_with_its_mode_by_one_decision(ada: Seen, desk: tuple[str, Path]) -> None:
    with Ledger.open(desk[1], read_only=True) as ledger:
        incident = next(one for one in ledger.incidents() if one.type == "ASSAULT" and one.mode == "aerial")
    page = opened(ada, incident.id)
    page.keyboard.press("e")
    page.get_by_label("the field").select_option("type")
    page.get_by_label("What happened", exact=True).select_option(label="Capture")
    page.locator(".correct").get_by_role("button", name="Correct").click()
    written(page, "Corrected")
    expect(page.locator(".pane h1")).to_contain_text("Capture")
    with Ledger.open(desk[1], read_only=True) as ledger:
        (decision,) = ledger.decisions()
    assert (decision.field, decision.value) == ("type", {"type": "TERRITORY", "mode": "capture"})


def test_a_place_is_chosen_from_the_gazetteer_and_its_reason_is_asked(ada: Seen, desk: tuple[str, Path]) -> None:
    page = opened(ada, biggest(desk[1]))
    page.keyboard.press("e")
    page.get_by_label("the field").select_option("place")
    page.get_by_label("Another place").fill("Palmyra")
    page.locator(".placefield [role=status]").get_by_role("button").first.click()
    correct = page.locator(".placefield").get_by_role("button", name="Correct")
    expect(correct).to_be_disabled()
    page.get_by_label("why this place?").fill("the ruins are in the pictures")
    correct.click()
    written(page, "Corrected")
    expect(page.locator(".decided")).to_contain_text("the ruins are in the pictures")
    with Ledger.open(desk[1], read_only=True) as ledger:
        (decision,) = ledger.decisions()
    assert (decision.field, decision.why, round(decision.value["lat"])) == ("place", "the ruins are in the pictures", 35)


def test_a_point_is_a_place_too(ada: Seen, desk: tuple[str, Path]) -> None:
    page = opened(ada, biggest(desk[1]))
    page.keyboard.press("e")
    page.get_by_label("the field").select_option("place")
    page.get_by_label("Another place").fill("35.861, 36.81")
    page.get_by_role("button", name="35.8610, 36.8100").click()
    page.get_by_label("name", exact=True).fill("the bakery")
    page.get_by_label("why this place?").fill("a video")
    page.locator(".placefield").get_by_role("button", name="Correct").click()
    written(page, "Corrected")
    expect(page.locator(".pane h1")).to_contain_text("the bakery")


def test_an_incident_is_published_by_one_key(ada: Seen, desk: tuple[str, Path]) -> None:
    page = opened(ada, biggest(desk[1]))
    page.keyboard.press("p")
    written(page, "Published")
    expect(page.locator(".decided")).to_contain_text("Ada published")


def test_the_log_says_what_each_decision_is_about(ada: Seen, desk: tuple[str, Path]) -> None:
    page = opened(ada, biggest(desk[1]))
    named = page.locator(".pane h1").inner_text().split(" · ")[0]
    page.keyboard.press("a")
    written(page, "Confirmed")
    page.get_by_role("link", name="Decisions").click()
    expect(page.locator(".log tbody tr td:nth-child(4)")).to_contain_text(named)
