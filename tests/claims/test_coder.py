"""Stage 2: one report is coded alone, and a report that cannot be coded gives a Problem."""

from dataclasses import replace

import pytest

from warledger.claims.coder import VERSION, RuleCoder
from warledger.model import Claim, Problem

TEXTS = ("The army shelled Taiz on Monday, killing two women.", "Rebels captured the town of Loikaw, officials said.")


def test_the_same_report_gives_the_same_claims_in_any_order(report_of):
    reports = [report_of(text) for text in TEXTS]
    forward, backward = RuleCoder().code(reports), RuleCoder().code(reports[::-1])
    assert len(forward) == 2
    assert sorted(c.to_json() for c in forward) == sorted(c.to_json() for c in backward)
    assert [c.to_json() for c in RuleCoder().code(reports[1:])] == [forward[1].to_json()]


def test_a_claim_names_its_report_and_its_coder(report_of):
    report = report_of(TEXTS[0])
    claim = RuleCoder().code([report])[0]
    assert isinstance(claim, Claim)
    assert (claim.report, claim.coder) == (report.id, f"rules/{VERSION}")


@pytest.mark.parametrize(("changed", "kind"), [({"language": "fr"}, "language"), ({"text": "  \n", "title": ""}, "empty")])
def test_a_report_that_cannot_be_coded_is_a_problem(report_of, changed, kind):
    report = replace(report_of(TEXTS[0]), **changed)
    found = RuleCoder().code([report])
    assert [(type(item), item.kind, item.report) for item in found] == [(Problem, kind, report.id)]


def test_one_bad_report_does_not_stop_the_others(report_of):
    bad = replace(report_of(TEXTS[0]), language="fr")
    found = RuleCoder().code([bad, report_of(TEXTS[1])])
    assert [type(item) for item in found] == [Problem, Claim]


def test_a_report_of_no_language_is_taken_for_english(report_of):
    assert len(RuleCoder().code([replace(report_of(TEXTS[0]), language=None)])) == 1


def test_claims_stand_in_text_order(claims_of):
    text = "Rebels shelled Taiz on Monday. The army captured the town of Loikaw. Thousands of people fled Kherson."
    assert [claim.type for claim in claims_of(text)] == ["ASSAULT", "TERRITORY", "DISPLACEMENT"]


def test_what_a_page_prints_around_its_report_gives_no_claims(claims_of):
    text = "The army shelled Taiz.\n\nRead more: Rebels attack the city of Loikaw\n\nSign up to our newsletter."
    assert [claim.place.name for claim in claims_of(text)] == ["Taiz"]
