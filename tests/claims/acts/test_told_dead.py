"""Layer 5, whom a sentence tells to be among those harmed."""

import pytest


def told(claims):
    return [([target.name for target in claim.targets], [(tally.what, tally.low) for tally in claim.tallies]) for claim in claims if claim.type == "ASSAULT"]


@pytest.mark.parametrize(
    ("sentence", "targets", "tallies"),
    [
        ("Among the killed were a nurse and two teachers from Goma.", ["nurse", "teachers"], [("killed", 1), ("killed", 2)]),
        ("Among the martyrs were three women and a child.", ["women", "child"], [("killed", 3), ("killed", 1)]),
        ("A nurse and two teachers were among the dead.", ["nurse", "teachers"], [("killed", 1), ("killed", 2)]),
        ("Four children were among the wounded.", ["children"], [("wounded", 4)]),
        ("The dead included a child and two women.", ["child", "women"], [("killed", 1), ("killed", 2)]),
        ("Those killed included six women and three policemen.", ["women", "policemen"], [("killed", 6), ("killed", 3)]),
        ("A hospital in Goma said there were eleven children among the dead.", ["children"], [("killed", 11)]),
    ],
)
def test_who_is_told_among_the_dead_was_killed(claims_of, sentence, targets, tallies):
    assert told(claims_of(sentence)) == [(targets, tallies)]


def test_of_an_act_beside_it_they_are_the_victims(claim_of):
    claim = claim_of("Two women were among the dead in the air strikes on Taiz.")
    assert (claim.quote("trigger"), [target.name for target in claim.targets]) == ("air strikes", ["women"])


@pytest.mark.parametrize("sentence", [
    "The dead were taken to a hospital in Goma.",
    "Aid workers walked among the dead in Goma.",
    "The victims included villages of the north.",
])
def test_the_dead_of_whom_nobody_is_told_make_no_claim(claims_of, sentence):
    assert told(claims_of(sentence)) == []
