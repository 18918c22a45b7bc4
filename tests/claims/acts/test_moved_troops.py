"""Troops who are sent where nobody is told to have sent them stand for their side."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("Hundreds of troops were deployed along the border.", ["troops"]),
        ("Rebel fighters were stationed in Kutum.", ["Rebel fighters"]),
        ("Fighters had been trained in a camp and dispatched to the province of Ituri.", ["Fighters"]),
        ("Kenya deployed hundreds of soldiers along the border.", ["Kenya"]),
        ("Hundreds of soldiers were deployed by Kenya along the border.", ["Kenya"]),
        ("Air defence missiles were deployed along the border.", []),
    ],
)
def test_who_moves_when_troops_are_sent(claim_of, sentence, doers):
    assert [party.name for party in claim_of(sentence, "MOBILIZE").initiators] == doers
