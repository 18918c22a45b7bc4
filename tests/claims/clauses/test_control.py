"""Layer 4, verbs: whose object does what hangs on them."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "type_", "doer"),
    [
        ("Police in Harare arrested a soldier for allegedly murdering a nurse.", "ASSAULT", "soldier"),
        ("The army has been given leave by its general staff to enter the town of Sake.", "TERRITORY", "army"),
    ],
)
def test_the_object_of_the_verb_above_does_it(claims_of, sentence, type_, doer):
    claim = next(claim for claim in claims_of(sentence) if claim.type == type_)
    assert [one.name for one in claim.initiators] == [doer]


def test_by_what_somebody_is_warned_is_the_warners(claims_of):
    claim = next(claim for claim in claims_of("The army warned the rebels by shelling the market of Sake.") if claim.mode == "heavy-weapons")
    assert [one.name for one in claim.initiators] == ["army"]


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("Officials accused Uganda and its allies of bombing the port.", ["Uganda", "allies"]),
        ("The opposition accused the army and its militias of an attack on the village.", ["army", "militias"]),
    ],
)
def test_all_of_those_accused_are_told_to_have_done_it(claims_of, sentence, doers):
    act = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")
    assert [who.name for who in act.initiators] == doers


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("Congolese soldiers backed by Ugandan troops to retake the town of Bunagana from the rebels were seen on Monday.",
         ["Congolese soldiers", "Ugandan troops"]),
        ("It was the start of an operation by Kenyan soldiers backed by American jets to retake the town of Jilib.",
         ["Kenyan soldiers", "American jets"]),
    ],
)
def test_the_aim_of_those_who_are_backed_is_theirs(claims_of, sentence, doers):
    act = next(claim for claim in claims_of(sentence) if claim.type == "TERRITORY")
    assert [who.name for who in act.initiators] == doers


def test_who_supports_anothers_operation_does_not_share_its_aim(claims_of):
    claim = next(claim for claim in claims_of("Uganda intensified its air strikes in support of an army offensive to recapture the town of Goma.") if claim.type == "TERRITORY")
    assert [participant.name for participant in claim.initiators] == ["army"]
