"""Layer 9: who did it, where the act's own clause does not say so."""

import pytest


def names(participants):
    return [participant.name for participant in participants]


def of_type(claims, type_):
    return next(claim for claim in claims if claim.type == type_)


def test_whoever_kills_in_an_attack_did_the_attack_though_a_country_stands_before_it(claims_of):
    claim = of_type(claims_of("Fighters of the Islamic State group killed more than 50 people in central Mali attack."), "ASSAULT")
    assert names(claim.initiators) == ["Fighters of the Islamic State group"]


def test_the_means_of_an_act_leave_its_doer_to_be_told_further_on(claims_of):
    claim = of_type(claims_of("Rockets hit the suburbs of Goma during a bombardment by government forces."), "ASSAULT")
    assert names(claim.initiators) == ["government forces"]


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Troops entered the town on Monday during an offensive aimed at cutting supply lines.", "TERRITORY"),
        ("Troops entered the town on Monday during an offensive aimed at cutting supply lines.", "ASSAULT"),
        ("Troops entered the town on Monday during an offensive aimed at cutting supply lines.", "COERCE"),
    ],
)
def test_who_acts_in_the_course_of_an_operation_does_the_operation_and_its_aim(claims_of, sentence, type_):
    assert names(of_type(claims_of(sentence), type_).initiators) == ["Troops"]


def test_who_acts_after_a_strike_did_not_strike(claims_of):
    claim = of_type(claims_of("The rebels cut all roads to the town after the strike, which damaged four buildings."), "ASSAULT")
    assert claim.initiators == ()


def test_who_repels_an_attack_is_not_found_among_the_attackers(claims_of):
    claim = of_type(claims_of("An attack by the rebels on the base was repelled."), "ASSAULT")
    assert "rebels" not in names(claim.initiators) or claim.quote("trigger") == "attack"
