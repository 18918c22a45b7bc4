"""Who runs onto a charge is hit by it, and did not do it."""

import pytest


@pytest.mark.parametrize(("text", "who", "whom"), [
    ("A patrol drove over an IED near Gao, wounding seven peacekeepers.", [], ["peacekeepers", "patrol"]),
    ("Their convoy hit a roadside bomb near Gao, killing four soldiers.", [], ["soldiers", "convoy"]),
    ("A minibus ran over a landmine planted by rebels, killing nine people.", ["rebels"], ["people", "minibus"]),
    ("Five men died when their vehicle struck a mine laid by the Houthis near Dhalea.", ["Houthis"], ["men", "vehicle"]),
])
def test_who_runs_onto_it(claim_of, text, who, whom):
    claim = claim_of(text)
    assert [party.name for party in claim.initiators] == who
    assert [party.name for party in claim.targets] == whom


def test_who_bombs_a_mine_does_it(claim_of):
    assert [party.name for party in claim_of("The army bombed a mine in Ituri.").initiators] == ["army"]


def test_who_sets_off_a_device_does_it(claim_of):
    assert claim_of("The attacker detonated his explosive device at a checkpoint in Kismayo.").initiators[0].name == "attacker"
