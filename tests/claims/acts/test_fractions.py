"""A fraction of some people is not one of them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(("sentence", "figures"), [
    ("A third of the villagers were killed.", []),
    ("Another of the gunmen was killed.", [1]),
    ("The army killed two men and wounded a third.", [2, 1]),
])
def test_a_fraction_is_not_one_person(claim_of, sentence, figures):
    assert [tally.low for tally in claim_of(sentence).tallies] == figures
