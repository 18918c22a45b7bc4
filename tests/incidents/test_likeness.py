"""Reports that are alike in their words are more likely of one act; what a whole war has in common tells nothing."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from warledger.incidents import link
from warledger.incidents.likeness import likeness, vocabularies
from warledger.incidents.names import counted
from warledger.incidents.weights import load_weights
from warledger.model import Report, TimeSpan

BAKERY = "The shell came through the awning of a bakery while pensioners queued for flatbread."
AGAIN = "Pensioners who queued for flatbread at the bakery told of an awning in flames."
RAILWAY = "A railway depot with two locomotives was hit while mechanics slept in the shunting yard."


@pytest.fixture
def ledger() -> dict[str, Report]:
    """Three hundred reports of one war; two of them tell of a bakery, and two others of a depot."""
    texts = [f"The army said on day {number} that its units shelled terrorist hideouts." for number in range(300)]
    texts[:4] = [BAKERY, AGAIN, RAILWAY, RAILWAY.replace("slept", "worked")]
    return {f"r_{number}": Report(f"r_{number}", text, published="2020-02-05") for number, text in enumerate(texts)}


def test_words_that_a_source_says_every_day_are_no_part_of_what_a_report_says(ledger):
    found = vocabularies(ledger, load_weights(), counted(ledger))
    assert {"awning", "bakery", "pensioners", "flatbread", "queued"} <= found["r_0"].keys()
    assert not found["r_17"]
    assert math.isclose(sum(weight * weight for weight in found["r_0"].values()), 1.0)


def test_likeness_is_the_same_both_ways_and_none_where_nothing_is_shared(ledger):
    found = vocabularies(ledger, load_weights(), counted(ledger))
    assert likeness(found["r_0"], found["r_1"]) == likeness(found["r_1"], found["r_0"]) > 0.5
    assert likeness(found["r_0"], found["r_2"]) < 0.2


def test_a_small_ledger_does_not_know_which_words_are_rare(ledger):
    few = {name: ledger[name] for name in sorted(ledger)[:50]}
    assert vocabularies(few, load_weights(), counted(few)) == {}


def test_two_reports_alike_in_their_words_are_of_one_act_where_one_names_no_place(claim, ledger):
    shelling = claim("a", "r_0", mode="heavy-weapons", by="army")
    told_again = claim("b", "r_1", mode="heavy-weapons", by="army", at=None)
    other = claim("c", "r_2", mode="heavy-weapons", by="army", at=None)
    groups = {frozenset(one.claims) for one in link([shelling, told_again, other], ledger)}
    assert frozenset({"c_a", "c_b"}) in groups


def test_reports_of_different_days_are_not_one_for_their_words_alone(claim, ledger):
    inferred = TimeSpan("2020-02-05", "2020-02-05", "day", "", "the time of the lead")
    first = claim("a", "r_0", mode="heavy-weapons", by="army")
    second = replace(claim("b", "r_1", mode="heavy-weapons", by="army"), when=inferred)
    assert len(link([first, second], ledger)) == 2


def test_what_makes_two_reports_alike_is_told(claim, ledger):
    told = [claim("a", "r_0", mode="heavy-weapons", by="army"), claim("b", "r_1", mode="heavy-weapons", by="army", at=None)]
    (incident,) = link(told, ledger)
    assert "share most of their words (awning, bakery, flatbread)" in incident.why
