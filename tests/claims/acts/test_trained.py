""""was trained by Jordan": those who are trained are whom it is done to."""

import pytest


@pytest.mark.parametrize(("sentence", "doer", "trained"), [
    ("Britain has trained 3,000 Kenyan soldiers.", "Britain", "Kenyan soldiers"),
    ("The rebels were trained by Jordan last year.", "Jordan", "rebels"),
    ("Turkey trained Libyan fighters against the army of Haftar.", "Turkey", "Libyan fighters"),
])
def test_those_trained_are_named(claims_of, sentence, doer, trained):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "MOBILIZE")
    assert [party.name for party in claim.initiators] == [doer]
    assert [party.name for party in claim.targets] == [trained]
