"""Layers 4 and 9: whoever promises, declares or keeps a truce is one who makes it; whoever only calls or hopes for it is not."""

import pytest


@pytest.mark.parametrize(("sentence", "keepers"), [
    ("The village was shelled despite Khartoum promises of a truce for the feast.", ["Khartoum"]),
    ("The town was shelled despite a Houthi promise of a truce.", ["Houthi"]),
    ("The UN welcomed the junta's declaration of a truce.", ["junta"]),
    ("Ankara said it was adhering to a truce in the north.", ["Ankara"]),
    ("The rebels were abiding by the truce.", ["rebels"]),
    ("The rebels are committed to the truce.", ["rebels"]),
    ("The militia respected the truce.", ["militia"]),
    ("The UN's call for a truce was ignored.", []),
    ("Washington's hopes of a truce faded.", []),
])
def test_whose_a_truce_is(claims_of, sentence, keepers):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "AGREE" and claim.mode == "truce")
    assert [who.name for who in claim.initiators] == keepers
