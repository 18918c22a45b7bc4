"""Layer 6: the word of harm beside a figure is found across an insertion, before "to" and behind "bodies of"."""

import pytest


def figures(claims):
    return {(tally.what, tally.low) for claim in claims for tally in claim.tallies}


@pytest.mark.parametrize(("sentence", "told"), [
    ("The raid hit the market of Taiz leaving 23 villagers - including nine children - dead.", {("killed", 23), ("killed", 9)}),
    ("The strike on the barracks brought the total number of soldiers killed to 18.", {("killed", 18)}),
    ("The hospital in Taiz received the bodies of 44 people as well as 90 injured.", {("killed", 44), ("wounded", 90)}),
    ("35 dead & 70 wounded after a Saudi airstrike hit a market in Taiz.", {("killed", 35), ("wounded", 70)}),
])
def test_a_word_of_harm_beside_a_figure_tells_its_fate(claims_of, sentence, told):
    assert told <= figures(claims_of(sentence))


@pytest.mark.parametrize("sentence", [
    "The council raised the number of guards at the gate of Taiz to 18 after the raid.",
    "The party won 23 seats - including nine in Taiz - and mourned the dead of the raid.",
])
def test_a_number_of_no_victims_stays_out(claims_of, sentence):
    assert figures(claims_of(sentence)) == set()
