"""Layer 9: who stands on which side of a fight, and who fell."""

import pytest


def names(participants):
    return [participant.name for participant in participants]


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("13 M23 rebels were killed in clashes with the army in Goma.", ["army", "M23 rebels"]),
        ("Government forces captured the town of Sake after fierce clashes.", ["Government forces"]),
        ("Twelve government soldiers and nine M23 rebels were killed near Goma on Monday.", ["government soldiers", "M23 rebels"]),
    ],
)
def test_a_side_that_the_act_does_not_name_is_told_by_its_fallen_or_by_who_acted(claims_of, sentence, sides):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")
    assert names(claim.initiators) == sides


def test_soldiers_who_fell_alone_did_not_kill_themselves(claim_of):
    assert claim_of("Twelve government soldiers were killed near Goma on Monday.").initiators == ()


def test_a_war_against_somebody_has_them_as_its_target(claim_of):
    claim = claim_of("The coalition launched a war against the Islamic State group last September.")
    assert names(claim.targets) == ["Islamic State group"]
    assert "Islamic State group" not in names(claim.initiators)


def test_fighters_who_fell_among_rebel_groups_are_no_third_side(claim_of):
    claim = claim_of("Infighting between Syrian rebel groups has killed dozens of fighters in Idlib.")
    assert names(claim.initiators) == ["Syrian rebel groups"]
