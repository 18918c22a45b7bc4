""""took 12 soldiers captive": soldiers were taken, none who are called "soldiers captive"."""

import pytest


@pytest.mark.parametrize(("text", "type_", "whom", "count"), [
    ("The rebels took 12 soldiers captive.", "COERCE", "soldiers", 12),
    ("The rebels took 12 soldiers prisoner near Kidal.", "COERCE", "soldiers", 12),
    ("The rebels took 12 soldiers hostage.", "ASSAULT", "soldiers", 12),
    ("The rebels took a soldier prisoner in Kidal.", "COERCE", "soldier", 1),
    ("The rebels held two nurses captive for a week.", "COERCE", "nurses", 2),
])
def test_whoever_was_taken_is_named_by_his_own_words(claim_of, text, type_, whom, count):
    claim = claim_of(text, type_)
    assert [party.name for party in claim.initiators] == ["rebels"]
    assert [party.name for party in claim.targets] == [whom]
    assert [tally.low for tally in claim.tallies] == [count]


def test_a_prisoner_by_himself_stays_one(claim_of):
    assert [party.name for party in claim_of("The army freed a prisoner.", "RETREAT").targets] == ["prisoner"]
