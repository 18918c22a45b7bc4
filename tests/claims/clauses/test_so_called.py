"""Layer 4: "what the army calls mercenaries" beside somebody stands for those whom it so calls."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Rebels and what the army calls foreign mercenaries stormed the base.", ["Rebels", "foreign mercenaries"]),
        ("The M23 and what it called allied militias shelled the base.", ["M23", "militias"]),
        ("The M23 and those who called for peace shelled the base.", ["M23"]),
    ],
)
def test_those_for_whom_a_name_stands_act_too(claims_of, sentence, names):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")
    assert [who.name for who in claim.initiators] == names
