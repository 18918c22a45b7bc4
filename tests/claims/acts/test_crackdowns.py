"""A crackdown on those who protest is a measure; whom it killed is told beside it."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "doers", "targets"),
    [
        ("The government cracked down on pro-democracy protests in Yangon.", ["government"], ["pro-democracy protests"]),
        ("The junta unleashed a crackdown on dissent in Yangon.", ["junta"], ["dissent"]),
        ("The war began with the repression of student demonstrations in Sagaing.", [], ["student demonstrations"]),
    ],
)
def test_a_crackdown_on_protests_is_a_measure(claims_of, sentence, doers, targets):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "COERCE")
    assert ([who.name for who in claim.initiators], [who.name for who in claim.targets]) == (doers, targets)


def test_whom_it_killed_is_told_beside_it(claims_of):
    claims = claims_of("Ten people were killed in a crackdown on protests in Khartoum.")
    assert [(tally.what, tally.low) for claim in claims if claim.type == "ASSAULT" for tally in claim.tallies] == [("killed", 10)]
    assert "COERCE" in [claim.type for claim in claims]
