"""Copies of one story share an origin, in whatever order they come."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from warledger.model import Report
from warledger.reports import assign_origins
from warledger.reports.syndication import FEWEST_WORDS

NOUNS = "convoy bridge village checkpoint barracks hospital market school depot ridge harbour airfield quarry mill orchard".split()
VERBS = "reached shelled left emptied searched guarded burnt crossed watched closed".split()


def sentences(seed: int, count: int) -> list[str]:
    """Sentences that two seeds do not share."""
    chance = random.Random(seed)
    return [f"On day {seed}{at} the {chance.choice(NOUNS)} number {chance.randrange(10**6)} was {chance.choice(VERBS)} by men from the "
            f"{chance.choice(NOUNS)} of district {chance.randrange(10**6)}." for at in range(count)]


def report(body: str, outlet: str | None = None, title: str = "", published: str = "2021-05-01") -> Report:
    text = f"{title}\n\n{body}" if title else body
    return Report(id=Report.make_id(None, None, outlet, text, published), text=text, outlet=outlet, title=title, published=published)


def origins(*reports: Report, known: tuple[Report, ...] = ()) -> list[str]:
    return [one.origin or "" for one in assign_origins(reports, known)]


STORY = " ".join(sentences(1, 10))
OTHER = " ".join(sentences(2, 10))


def test_two_stories_have_two_origins() -> None:
    one, other = origins(report(STORY, "Post"), report(OTHER, "Herald"))
    assert one != other
    assert one.startswith("o_")


def test_a_copy_under_another_headline_is_the_same_story() -> None:
    one, other = origins(report(STORY, "Post", "Bridge shelled"), report(STORY + " More on page two.", "Herald", "A day of war"))
    assert one == other


def test_a_shortened_reprint_in_another_outlet_is_the_same_story() -> None:
    short = " ".join(sentences(1, 3) + sentences(5, 1))
    one, other = origins(report(STORY, "Post"), report(short, "Herald"))
    assert one == other


def test_background_that_one_outlet_repeats_is_no_copy() -> None:
    background = sentences(9, 4)
    one, other = origins(report(" ".join(sentences(3, 3) + background), "Post"), report(" ".join(sentences(4, 3) + background), "Post"))
    assert one != other


def test_two_versions_that_one_agency_signs_are_one_origin() -> None:
    shared = sentences(6, 5)
    first, second = " ".join(shared + sentences(7, 5)), " ".join(shared + sentences(8, 5))
    one, other = origins(report(f"PORT TOWN (Reuters) - {first}", "Post"), report(f"{second} - REUTERS", "Herald"))
    assert one == other
    one, other = origins(report(f"PORT TOWN (Reuters) - {first}", "Post"), report(f"{second} - AFP", "Herald"))
    assert one != other


def test_short_texts_are_copies_only_of_their_equals() -> None:
    flash = "Two shells fell on the old harbour of the town this morning, a guard said."
    assert len(flash.split()) < FEWEST_WORDS
    one, same, other = origins(report(flash, "Post"), report(flash.upper(), "Herald", "Harbour hit"),
                               report(flash.replace("Two", "Three"), "Star"))
    assert one == same
    assert other != one


def test_bodies_that_say_nothing_do_not_make_a_copy() -> None:
    one, other = origins(report("More to follow.", "Post", "Bridge shelled"), report("More to follow.", "Post", "Mill burnt"))
    assert one != other


def test_copies_of_a_known_report_take_its_origin() -> None:
    known = replace(report(STORY, "Post"), origin="o_of_old")
    assert origins(report(STORY + " And more.", "Herald"), report(OTHER, "Star"), known=(known,))[0] == "o_of_old"


def test_the_same_report_read_again_keeps_its_origin() -> None:
    flash = report("Two shells fell.", "Post")
    assert origins(flash, known=(replace(flash, origin="o_of_old"),)) == ["o_of_old"]


def test_of_several_known_stories_the_first_id_decides() -> None:
    known = [replace(report(" ".join(sentences(1, 10) + sentences(seed, 3)), "Post"), origin=f"o_{seed}") for seed in (11, 12)]
    first = min(known, key=lambda one: one.id)
    assert origins(report(STORY, "Herald"), known=tuple(known)) == [first.origin]


def test_nothing_has_no_origins() -> None:
    assert assign_origins([]) == []


def test_a_report_without_text_does_no_harm() -> None:
    assert len(set(origins(report("…"), report("!!!", title="?")))) >= 1


POOL = [report(" ".join(sentences(1, 10)[start:end]), outlet)
        for start, end in ((0, 10), (0, 7), (3, 10), (0, 4), (6, 10)) for outlet in ("Post", "Herald", None)]
POOL += [report(OTHER, "Post"), report("Two shells fell.", "Post"), report("Two shells fell.", "Star")]


@settings(max_examples=25, deadline=None)
@given(st.permutations(POOL), st.integers(0, len(POOL)))
def test_the_order_of_the_reports_makes_no_difference(order: list[Report], size: int) -> None:
    chosen = order[:size]
    found = {one.id: one.origin for one in assign_origins(chosen)}
    assert {one.id: one.origin for one in assign_origins(reversed(chosen))} == found
    assert [one.id for one in assign_origins(chosen)] == [one.id for one in chosen]
    assert assign_origins(assign_origins(chosen)) == assign_origins(chosen)
