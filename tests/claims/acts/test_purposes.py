"""Layer 9: an operation is against those whom its purpose drives out, and those whom its name is against."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("Ethiopian troops began an operation to oust TPLF fighters from Mekelle.", "TPLF fighters"),
        ("The army launched a campaign to retake Goma from the rebels.", "rebels"),
        ("The anti-ISIS campaign began on Monday.", "ISIS"),
        ("The anti-ISIS operation in Mosul began on Monday.", "ISIS"),
        ("The minister said the operation was aimed at rebel fighters near Goma.", "rebel fighters"),
    ],
)
def test_whom_an_operation_is_against(claims_of, sentence, target):
    assert [who.name for who in claims_of(sentence)[0].targets] == [target]


def test_an_operation_to_free_hostages_is_not_against_them(claims_of):
    assert claims_of("The army launched an operation to free hostages in Kaduna.")[0].targets == ()


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("The rebels are fighting to oust the military government.", ["rebels", "military government"]),
        ("Insurgents have been battling to overthrow President Museveni for years.", ["Insurgents", "Museveni"]),
        ("The government is fighting to push militants out of Goma.", ["government", "militants"]),
        ("Congolese troops are battling to recapture the airport from M23 rebels.", ["Congolese troops", "M23 rebels"]),
        ("Congolese troops are waging a battle to retake the airport from M23 rebels.", ["Congolese troops", "M23 rebels"]),
        ("Yemeni troops and Bedouin fighters battled in March to dislodge the rebels from Mocha.", ["Yemeni troops", "Bedouin fighters", "rebels"]),
        ("The rebels and the army are battling to control Mocha.", ["rebels", "army"]),
    ],
)
def test_those_whom_a_fight_is_to_bring_down_or_drive_out_are_its_other_side(claims_of, sentence, sides):
    claim = claims_of(sentence)[0]
    assert ([who.name for who in claim.initiators], claim.targets) == (sides, ())


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("The rebels are fighting to free prisoners in Goma.", ["rebels"]),
        ("The chief said that the rebels are fighting to topple him.", ["rebels"]),
    ],
)
def test_whom_a_fight_is_to_free_and_a_pronoun_are_no_side(claims_of, sentence, sides):
    assert [who.name for who in claims_of(sentence)[0].initiators] == sides


@pytest.mark.parametrize(("sentence", "sides"), [
    ("Government fighters are battling to push back Houthi advances.", ["Government fighters", "Houthi"]),
    ("Congolese troops were battling to fend off an assault by M23 fighters on Goma.", ["Congolese troops", "M23 fighters"]),
    ("Houthi fighters are fighting to repel a government offensive.", ["Houthi fighters", "government"]),
    ("Police were battling to stop the spread of the fire.", ["Police"]),
])
def test_those_whose_attack_a_fight_is_to_meet_are_its_other_side(claims_of, sentence, sides):
    claim = next(claim for claim in claims_of(sentence) if claim.mode == "clash")
    assert ([who.name for who in claim.initiators], claim.targets) == (sides, ())


def test_those_whom_a_war_is_to_help_are_not_fought(claims_of):
    claim = claims_of("Uganda launched its own war in 1998 to back the forces of the rebel leader.")[0]
    assert ([who.name for who in claim.initiators], claim.targets) == (["Uganda"], ())


@pytest.mark.parametrize(
    "sentence",
    [
        "France launched its own air war in 2013 to support Malian troops.",
        "Kenya waged a war to back Somali forces.",
        "Ethiopia started an offensive to help the Somali army.",
        "The army launched an operation to relieve Congolese troops in the camp.",
    ],
)
def test_whom_a_fight_is_to_help_it_is_not_against(claims_of, sentence):
    claim = claims_of(sentence)[0]
    assert (len(claim.initiators), claim.targets) == (1, ())


def test_whom_somebody_is_helped_to_drive_out_an_operation_is_against(claims_of):
    assert [who.name for who in claims_of("Turkey launched an operation to help Libyan troops drive out the militia.")[0].targets] == ["militia"]
