"""Layer 6: harm that is only tried leaves no victim."""

import pytest


@pytest.mark.parametrize(
    "sentence",
    [
        "Two gunmen tried to kill a judge in Goma on Monday.",
        "The prosecutor spoke of an attempt to murder the envoy in Kaduna.",
    ],
)
def test_nobody_died_of_what_was_only_tried(claims_of, sentence):
    assert not [tally for claim in claims_of(sentence) for tally in claim.tallies]


def test_a_figure_of_those_whom_somebody_tried_to_kill_is_told(claims_of):
    told = [tally.low for claim in claims_of("Gunmen tried to kill 12 guards in Goma on Monday.") for tally in claim.tallies]
    assert told == [12]
