"""Layer 4: the relative clause that the parse hangs on where or when an act was tells of the act."""

import pytest


def doers(claims):
    return [one.name for one in next(claim for claim in claims if claim.type == "ASSAULT").initiators]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kigali condemned a gas attack in a village near Goma that Kinshasa has blamed on the M23 rebels.",
        "Monitors filmed the gas attack in a valley of the province that Kinshasa blamed on the M23 rebels.",
    ],
)
def test_an_act_is_blamed_in_a_relative_clause_behind_its_place(claims_of, sentence):
    assert doers(claims_of(sentence)) == ["M23 rebels"]


def test_whoever_holds_the_town_in_a_relative_clause_did_not_attack_it(claims_of):
    assert doers(claims_of("A gas attack killed nine traders in a town near Goma that the M23 rebels hold.")) == []
