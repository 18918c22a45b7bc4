"""Layer 6: a pronoun has the figure of those for whom it stands, where all of them had suffered something else."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "trigger", "figure"),
    [
        ("The militia rounded up hundreds of villagers and executed them.", "executed", ("killed", 200)),
        ("Soldiers arrested five men in Goma and tortured them to death.", "tortured", ("killed", 5)),
        ("Gunmen marched 18 prisoners to the river then shot them.", "shot", ("casualties", 18)),
        ("Rebels captured twelve soldiers and killed three of them.", "killed", ("killed", 3)),
    ],
)
def test_them_are_those_counted_before(claims_of, sentence, trigger, figure):
    found = [claim for claim in claims_of(sentence) if claim.quote("trigger") == trigger]
    assert [(tally.what, tally.low) for claim in found for tally in claim.tallies] == [figure]


@pytest.mark.parametrize("sentence", [
    "Hundreds of protesters marched in Goma and police shot them.",
    "Soldiers arrested five men in Goma and questioned them.",
])
def test_a_crowd_is_not_counted_as_hit_nor_what_does_no_harm(claims_of, sentence):
    assert not [tally for claim in claims_of(sentence) for tally in claim.tallies if tally.what in ("killed", "wounded", "casualties")]
