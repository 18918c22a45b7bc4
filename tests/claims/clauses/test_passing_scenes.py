"""Layer 4, verbs: what came of an act is the act's, not that of who passed by."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("A suicide bomber struck a market as a guard and a porter were trading jokes, killing 12 people.", ["suicide bomber"]),
        ("A roadside bomb went off when a Kenyan army truck was passing by, wounding three soldiers.", []),
    ],
)
def test_who_only_passes_by_kills_nobody(claims_of, sentence, doers):
    claim = next(claim for claim in claims_of(sentence) if claim.tallies)
    assert [one.name for one in claim.initiators] == doers


def test_an_act_of_violence_in_a_clause_of_time_keeps_its_outcome(claims_of):
    claim = next(claim for claim in claims_of("The mayor was leaving his house when gunmen opened fire, killing two guards.") if claim.tallies)
    assert [one.name for one in claim.initiators] == ["gunmen"]
