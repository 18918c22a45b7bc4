"""Layer 5 to 9, learned: one act that a sentence tells in two clauses is one claim; what is told apart stays apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warledger.claims.coder import Coded, read_layers
from warledger.claims.knowledge import RuleSettings, knowledge_of
from warledger.model import Claim, Report


def figures(claim: Claim) -> list[tuple[str, int | None]]:
    return [(tally.what, tally.low) for tally in claim.tallies]


def names(people: object) -> list[str]:
    return [person.name for person in people]  # type: ignore[attr-defined]


def test_the_dead_are_told_in_the_claim_of_what_killed_them(claim_of: Callable[[str], Claim]) -> None:
    claim = claim_of("Four people were killed after rebels shelled the market.")
    assert claim.quote("trigger") == "shelled"
    assert (names(claim.initiators), names(claim.targets), figures(claim)) == (["rebels"], ["market", "people"], [("killed", 4)])


def test_two_fates_with_one_act_between_them_are_of_that_act(claim_of: Callable[[str], Claim]) -> None:
    claim = claim_of("A man and his son were killed after militiamen shelled the centre of Goma, while six other people were wounded.")
    assert claim.quote("trigger") == "shelled"
    assert sorted(figures(claim)) == [("killed", 1), ("killed", 1), ("wounded", 6)]


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        # which of the two killed them is not told
        ("Four people were killed after rebels shelled the market and army jets bombed the port.", ["killed", "shelled", "bombed"]),
        ("The monitor said another 17 men were kidnapped on Sunday, five found dead the next day and one beheaded near Homs.", ["kidnapped", "beheaded"]),
        ("One farmer was killed in Beni while 16 people were injured in rocket attacks on Goma.", ["killed", "rocket attacks"]),
        ("The group has killed hundreds of tribesmen and attacked a church in Taiz.", ["killed", "attacked"]),
        ("The army raided Goma in revenge for the death of five pilots.", ["raided", "death"]),
        ("A bomb killed 18 people in Aden on Tuesday, the latest in a spate of blasts to hit the port.", ["bomb", "blasts"]),
        ("Days after an army attack a woman was wounded in Taiz.", ["attack", "wounded"]),
        ("Rebels shelled the barracks and the army bombed the hills.", ["shelled", "bombed"]),
    ],
)
def test_what_is_told_apart_is_two_claims(claims_of: Callable[[str], list[Claim]], text: str, triggers: list[str]) -> None:
    assert [claim.quote("trigger") for claim in claims_of(text) if claim.type == "ASSAULT"] == triggers


def test_a_part_has_its_own_act(claims_of: Callable[[str], list[Claim]]) -> None:
    text = "Violence across the country killed 41 people on Sunday, including 12 in a car bombing in Aden and nine in clashes in Taiz."
    assert [figures(claim) for claim in claims_of(text)] == [[("killed", 41)], [("killed", 12)], [("killed", 9)]]


def _read(settings: RuleSettings) -> Coded:
    report = Report("r_1", "Four people were killed after rebels shelled the market.", published="2020-01-01", published_from="given", language="en")
    return next(iter(read_layers([report], settings)))


def test_whoever_wants_acts_apart_says_so_and_the_coder_has_another_name() -> None:
    apart = RuleSettings(joins_acts=False)
    assert [claim.quote("trigger") for claim in _read(apart).claims] == ["killed", "shelled"]
    assert _read(apart).claims[0].coder == knowledge_of(apart).coder != knowledge_of(None).coder
    assert len({knowledge_of(one).coder for one in (apart, RuleSettings(second_reading=False), RuleSettings(second_reading=False, joins_acts=False))}) == 3


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A car bomb exploded near the ministry, wounding at least 14, while a second blast killed three soldiers.", [[("wounded", 14)], [("killed", 3)]]),
        ("A blast hit the bus, killing four, and a second bomb wounded six.", [[("killed", 4)], [("wounded", 6)]]),
    ],
)
def test_another_act_has_its_own_dead(claims_of: Callable[[str], list[Claim]], text: str, told: list[list[tuple[str, int]]]) -> None:
    assert [figures(claim) for claim in claims_of(text)] == told


def test_those_told_to_be_further_fell_in_an_act_of_their_own(claims_of):
    claims = claims_of("The monitor said 30 guards were executed, another 12 were killed in a car bomb attack near Kaduna.")
    assert [[(tally.what, tally.low) for tally in claim.tallies] for claim in claims] == [[("killed", 30)], [("killed", 12)]]


def test_further_wounded_of_the_act_just_told_stay_with_it(claims_of):
    claims = claims_of("Rebels executed 10 guards and wounded another five in the attack on Goma.")
    assert [[(tally.what, tally.low) for tally in claim.tallies] for claim in claims] == [[("killed", 10), ("wounded", 5)]]
