"""What befell others is not what befell those told beside them, and nobody falls by the hand of his own leader."""

from __future__ import annotations

import pytest


def told(claims):
    return [(tally.what, tally.low) for claim in claims for tally in claim.tallies]


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("At least 50 men were killed along with 20 who were abducted.", [("killed", 50), ("abducted", 20)]),
        ("At least 50 men were killed along with 20 women.", [("killed", 50), ("killed", 20)]),
        ("A number of rebels were killed in the raids and one of their tanks was wrecked.", []),
        ("Several rebels were killed and one of their guards was wounded.", [("killed", 3), ("wounded", 1)]),
    ],
)
def test_each_figure_goes_with_its_own_fate(claims_of, sentence, figures):
    assert told(claims_of(sentence)) == figures


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("Rebels were killed and their leader was wounded.", []),
        ("Twelve soldiers and nine rebels were killed in Taiz.", ["soldiers", "rebels"]),
    ],
)
def test_only_fighters_of_two_sides_fell_by_each_other(claim_of, sentence, doers):
    assert [party.name for party in claim_of(sentence).initiators] == doers
