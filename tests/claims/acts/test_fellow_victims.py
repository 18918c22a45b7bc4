"""Layer 9, who suffered with somebody: parts of the victims, and those who are told beside them."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "targets", "killed"),
    [
        ("The farmer was shot dead together with his two sons near Bamako.", ["farmer", "sons"], [1, 2]),
        ("A teacher alongside nine of her pupils were killed in Sagaing.", ["teacher", "pupils"], [1, 9]),
        ("Rebels executed the mayor along with his family in Masisi.", ["mayor", "family"], [1]),
        ("The raid killed 15 civilians including women and children in Taiz.", ["civilians", "women", "children"], [15]),
    ],
)
def test_who_is_told_beside_a_victim_is_a_victim(claim_of, sentence, targets, killed):
    claim = claim_of(sentence)
    assert [target.name for target in claim.targets] == targets
    assert [tally.low for tally in claim.tallies if tally.what == "killed"] == killed


def test_who_fights_beside_somebody_is_no_victim(claim_of):
    claim = claim_of("The army attacked the village along with Wagner fighters.")
    assert [person.name for person in claim.initiators] == ["army", "Wagner fighters"]
    assert "Wagner fighters" not in [target.name for target in claim.targets]


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("Five women were among at least 12 people killed in air strikes on Taiz.", [5, 12]),
        ("Three boys and two women were among the nine dead in the shelling of Taiz.", [3, 2, 9]),
        ("Two women among nine killed in raid on Taiz.", [2, 9]),
    ],
)
def test_who_is_told_to_be_among_the_dead_is_part_of_them(claim_of, sentence, killed):
    assert [tally.low for tally in claim_of(sentence).tallies if tally.what == "killed"] == killed
