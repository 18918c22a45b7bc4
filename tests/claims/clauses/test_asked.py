"""Layer 4: whoever is asked to do a thing does it, not he who asks; whoever asks for words says them."""

import pytest


def of_type(claims, type_):
    return next(claim for claim in claims if claim.type == type_)


def names(participants):
    return [participant.name for participant in participants]


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("The group called for pressure on Uganda to stop the bombardment of Goma.", ["Uganda"]),
        ("The group called on the government and Ugandan forces to halt the airstrikes.", ["government", "Ugandan forces"]),
        ("The group asked the envoys to put pressure on Uganda and Rwanda to stop air raids on Goma.", ["Uganda", "Rwanda"]),
    ],
)
def test_the_shelling_is_of_those_who_are_pressed_to_stop_it(claims_of, sentence, doers):
    assert names(of_type(claims_of(sentence), "ASSAULT").initiators) == doers


def test_he_who_calls_on_a_ruler_to_step_down_does_not_step_down(claims_of):
    retreat = of_type(claims_of("The bishop of Goma called on Joseph Kabila to step down."), "RETREAT")
    assert names(retreat.initiators) == ["Joseph Kabila"]


def test_nobody_has_condemned_what_he_is_only_asked_to_condemn(claims_of):
    aggression = of_type(claims_of("The M23 group called on the United Nations to condemn the Ugandan aggression on Goma."), "ASSAULT")
    assert names(aggression.speakers) == ["M23 group"]


def test_he_for_whose_going_one_calls_is_to_go(claims_of):
    retreat = of_type(claims_of("Thousands of people marched through Goma calling for President Joseph Kabila to step down."), "RETREAT")
    assert names(retreat.initiators) == ["Joseph Kabila"]


def test_how_long_one_fought_is_nobody(claims_of):
    ground = of_type(claims_of("The army has fought for years to capture the town of Sake."), "TERRITORY")
    assert names(ground.initiators) == ["army"]


@pytest.mark.parametrize("sentence", ["The bishop called on Uganda and the rebels to stop the bombardment of Goma.", "The bishop appealed to Uganda and the rebels to halt the bombardment of Goma."])
def test_all_who_are_asked_to_stop_an_act_do_it(claims_of, sentence):
    act = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")
    assert [participant.name for participant in act.initiators] == ["Uganda", "rebels"]


@pytest.mark.parametrize("sentence", [
    "The army advised farmers to evacuate Goma.", "The army encouraged farmers to flee Goma.", "The bishop pleaded with farmers to leave the town of Goma.",
])
def test_those_who_are_advised_or_begged_to_leave_leave(claims_of, sentence):
    claim = next(claim for claim in claims_of(sentence) if claim.type in ("DISPLACEMENT", "RETREAT"))
    assert (claim.type, names(claim.initiators)) == ("DISPLACEMENT", ["farmers"])


@pytest.mark.parametrize(
    "sentence",
    [
        "The Ugandan army promised M23 rebels safe passage to leave the city of Goma.",
        "M23 rebels were offered a chance to withdraw from Goma.",
    ],
)
def test_those_leave_who_are_given_time_or_leave_to(claims_of, sentence):
    assert names(of_type(claims_of(sentence), "RETREAT").initiators) == ["M23 rebels"]


def test_whoever_promises_to_leave_leaves(claims_of):
    assert names(of_type(claims_of("The Ugandan army promised to leave the town of Goma."), "RETREAT").initiators) == ["Ugandan army"]
