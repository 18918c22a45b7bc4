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
    ("sentence", "target"),
    [
        ("The rebels are fighting to oust the military government.", "military government"),
        ("Insurgents have been battling to overthrow President Museveni for years.", "Museveni"),
    ],
)
def test_a_fight_to_bring_down_those_in_power_is_against_them(claims_of, sentence, target):
    assert [who.name for who in claims_of(sentence)[0].targets] == [target]


def test_a_fight_to_push_fighters_out_is_against_nobody_told_apart(claims_of):
    assert claims_of("The government is fighting to push militants out of Goma.")[0].targets == ()
