"""Layer 10: figures of victims whom the second look gave to an act, where another act of the sentence counts them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from warledger.claims.coder import read_layers
from warledger.claims.knowledge import RuleSettings
from warledger.claims.second_reading.second_look import RULE
from warledger.claims.second_reading.shared_figures import with_shared_figures
from warledger.model import Claim, Passage, Report

TEXT = "The monitor has documented the killing of 812 civilians over the past year and air raids by the army on Taiz."
COUNTED, ACT = "killing", "air raids"


def read(text: str) -> list[Claim]:
    report = Report(id=Report.make_id("tests", None, None, text, None), text=text, language="en")
    return next(iter(read_layers([report], RuleSettings(second_reading=False, joins_acts=False)))).claims


def with_added(claims: list[Claim], trigger: str, inferred: str | None = RULE) -> list[Claim]:
    """The claims, of which that of a trigger has the victims of the counted one as a target that the second look read."""
    counted = next(claim for claim in claims if claim.quote("trigger") == COUNTED)
    passage = next(item for item in counted.passages if item.field == "target")
    assert isinstance(passage, Passage)
    return [replace(claim, targets=(replace(counted.targets[0], inferred=inferred),), tallies=(), passages=(*claim.passages, passage))
            if claim.quote("trigger") == trigger else claim for claim in claims]


def figures(claims: list[Claim], trigger: str) -> list[tuple[str, int | None]]:
    return [(tally.what, tally.low) for claim in claims if claim.quote("trigger") == trigger for tally in claim.tallies]


def test_an_added_target_brings_the_figure_that_its_neighbour_gives_of_it() -> None:
    found = with_shared_figures(with_added(read(TEXT), ACT))
    assert figures(found, ACT) == figures(found, COUNTED) == [("killed", 812)]
    claim = next(claim for claim in found if claim.quote("trigger") == ACT)
    assert "812 civilians" in [item.quote for item in claim.passages if item.field == "tally"]


@pytest.mark.parametrize("change", [{"negated": True}, {"mode": "abduct"}])
def test_who_was_taken_or_not_hit_was_not_killed_by_that(change: dict[str, object]) -> None:
    claims = [replace(claim, **change) if claim.quote("trigger") == ACT else claim for claim in with_added(read(TEXT), ACT)]
    assert figures(with_shared_figures(claims), ACT) == []


def test_a_target_of_the_rules_has_the_rules_figures() -> None:
    assert figures(with_shared_figures(with_added(read(TEXT), ACT, None)), ACT) == []


def test_a_claim_with_its_own_figure_keeps_it_alone() -> None:
    claims = with_added(read(TEXT), ACT)
    counted = next(claim for claim in claims if claim.quote("trigger") == COUNTED)
    claims = [replace(claim, tallies=counted.tallies) if claim.quote("trigger") == ACT else claim for claim in claims]
    assert figures(with_shared_figures(claims), ACT) == [("killed", 812)]


def test_an_act_with_a_figure_of_its_own_is_given_no_other() -> None:
    claims = with_added(read(TEXT), ACT)
    counted = next(claim for claim in claims if claim.quote("trigger") == COUNTED)
    own = replace(counted.tallies[0], low=15, high=15, best=15)
    claims = [replace(claim, tallies=(own,)) if claim.quote("trigger") == ACT else claim for claim in claims]
    assert figures(with_shared_figures(claims), ACT) == [("killed", 15)]


def test_what_one_act_did_is_not_the_figure_of_the_war() -> None:
    claims = with_added(read("The monitor has documented the killing of 812 civilians on one day of the war in Taiz."), "war")
    assert figures(with_shared_figures(claims), "war") == []


@pytest.mark.parametrize(("wounded", "shared"), [("and wounded at least 40", [("killed", 8), ("wounded", 40)]), ("and wounded 40 nurses", [("killed", 8)])])
def test_a_figure_of_nobody_named_goes_with_the_one_beside_it(wounded: str, shared: list[tuple[str, int]]) -> None:
    claims = read(f"Mortar fire killed 8 people in Goma on Monday {wounded}, a group said in the second shelling by the militia in two weeks.")
    first, last = claims[0], claims[-1]
    passage = next(item for item in first.passages if item.field == "target")
    added = replace(last, targets=(replace(first.targets[0], inferred=RULE),), tallies=(), passages=(*last.passages, passage))
    assert [(tally.what, tally.low) for tally in with_shared_figures([first, added])[1].tallies] == shared
