"""Layer 9: who did it by a name that is on no list."""

import pytest


def names(participants):
    return [participant.name for participant in participants]


@pytest.mark.parametrize(
    ("sentence", "doer"),
    [
        ("The MLK captured the town of Sake on Friday.", "MLK"),
        ("Kabeya opened fire on a minibus near Goma.", "Kabeya"),
        ("Two teachers were abducted by the Kivuli near Goma.", "Kivuli"),
        ("A raid by the ADFL on a farm near Goma left nine dead.", "ADFL"),
    ],
)
def test_who_acts_by_a_name_on_no_list_is_told_by_that_name(claims_of, sentence, doer):
    assert names(claims_of(sentence)[0].initiators) == [doer]


@pytest.mark.parametrize(
    "sentence",
    [
        "Three Grads hit the market of Goma.",
        "Sake was shelled by Goma road on Monday.",
    ],
)
def test_neither_a_weapon_nor_a_place_by_name_did_it(claims_of, sentence):
    assert claims_of(sentence)[0].initiators == ()


def test_a_name_on_no_list_beside_a_listed_doer_is_no_second_one(claims_of):
    claim = claims_of("In Kir Ezour the Syrian army targeted ISIL strongholds.")[0]
    assert names(claim.initiators) == ["Syrian army"]


@pytest.mark.parametrize(
    ("sentence", "doer"),
    [
        ("Mobs burned nine shops in Goma.", "Mobs"),
        ("Robbers ambushed a bus near Sake.", "Robbers"),
        ("A frigate patrolled the coast off Bosaso.", "frigate"),
        ("Saboteurs blew up the pipeline near Goma.", "Saboteurs"),
    ],
)
def test_those_whose_name_tells_their_deed_did_it(claims_of, sentence, doer):
    assert names(claims_of(sentence)[0].initiators) == [doer]


@pytest.mark.parametrize(
    ("sentence", "doer"),
    [
        ("Nine farmers were killed by an unknown group near Goma.", "unknown group"),
        ("Armed Catholic groups burned nine houses in Goma.", "Armed Catholic groups"),
    ],
)
def test_a_group_of_which_only_its_kind_is_told_did_it(claims_of, sentence, doer):
    assert names(claims_of(sentence)[0].initiators) == [doer]


def test_a_bare_group_is_nobody(claims_of):
    assert claims_of("Nine farmers were killed by a group near Goma.")[0].initiators == ()
