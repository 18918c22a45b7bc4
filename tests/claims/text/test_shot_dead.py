""""shot dead" is one act of whoever stands before it, done to whoever stands behind it."""

import pytest


@pytest.mark.parametrize(("text", "who", "whom"), [
    ("A sniper shot dead a woman in Taiz.", "sniper", "woman"),
    ("Two gunmen on a motorbike shot dead a priest in Jos.", "gunmen", "priest"),
    ("Unidentified gunmen shot dead the deputy governor of Kandahar as he left a mosque.", "gunmen", "deputy governor"),
    ("Residents said a soldier shot dead a boy.", "soldier", "boy"),
    ("Israeli soldiers shot dead two Palestinians at a checkpoint.", "Israeli soldiers", "Palestinians"),
])
def test_whoever_stands_before_it_shot_whoever_stands_behind_it(claim_of, text, who, whom):
    claim = claim_of(text)
    assert [party.name for party in claim.initiators] == [who]
    assert [party.name for party in claim.targets] == [whom]
    assert [tally.what for tally in claim.tallies] == ["killed"]


def test_who_was_shot_dead_stays_the_one_who_suffered(claim_of):
    claim = claim_of("A teacher was shot dead by gunmen in Bamenda on Monday.")
    assert [party.name for party in claim.initiators] == ["gunmen"]
    assert [party.name for party in claim.targets] == ["teacher"]
