"""Layer 6: whom a participle before the noun tells to be wounded is a victim of the one act that the caption names."""

import pytest


@pytest.mark.parametrize("sentence", [
    "An injured child lies in a hospital following rebel shelling of Taiz.",
    "A wounded man is carried away after an air strike on Taiz.",
])
def test_a_caption_tells_one_wounded(claim_of, sentence):
    assert [(tally.what, tally.low, tally.high) for tally in claim_of(sentence).tallies] == [("wounded", 1, 1)]


@pytest.mark.parametrize("sentence", [
    "Injured children lie in a hospital after an air strike on Taiz.",
    "The wounded man spoke of the air strike on Taiz.",
    "A wounded man was killed in an air strike on Taiz.",
])
def test_several_and_those_told_of_before_are_no_figure(claim_of, sentence):
    assert "wounded" not in [tally.what for tally in claim_of(sentence).tallies]
