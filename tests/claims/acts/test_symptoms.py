"""Layer 5: what gas does is told by its signs, and counts as wounds where an attack is told."""

from __future__ import annotations

import pytest


def wounded(claims):
    return [(tally.what, tally.low) for claim in claims for tally in claim.tallies]


@pytest.mark.parametrize(
    "sentence",
    [
        "At least 12 fighters suffered symptoms including choking and vomiting in the attack south of Mosul.",
        "Twelve people suffered respiratory problems after the attack in Mosul.",
        "Twelve people experienced breathing difficulties after the gas attack in Mosul.",
        "At least 12 children were affected by the chlorine attack in Mosul.",
        "Rebels fired shells containing toxic materials on Mosul, causing cases of asphyxiation to 12 people.",
    ],
)
def test_those_who_suffer_the_signs_of_gas_are_wounded(claims_of, sentence):
    assert wounded(claims_of(sentence)) == [("wounded", 12)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Twelve patients suffered symptoms such as fever and breathing problems, doctors in Aden said.",
        "With 12 villagers suffering respiratory problems, the ministry in Aden sent ambulances.",
        "Twelve villages were affected by the attack with shells in Aden.",
        "Some 12 farmers were affected by the war in Aden.",
        "The clinic in Aden suffered 12 problems with its power supply after the attack.",
    ],
)
def test_an_illness_and_a_breakdown_wound_nobody(claims_of, sentence):
    assert wounded(claims_of(sentence)) == []
