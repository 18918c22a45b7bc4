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


@pytest.mark.parametrize(
    ("sentence", "doers", "hit"),
    [
        ("Kenyan soldiers clashed with militants who tried to slip into the village, killing and wounding dozens of them.", "Kenyan soldiers", "militants"),
        ("The guards fought with gunmen who tried to storm the prison, killing nine of them.", "guards", "gunmen"),
        ("Kenyan troops pursued militants who had entered the village, killing six of them.", "Kenyan troops", "militants"),
    ],
)
def test_of_those_who_are_fought_nobody_kills_himself(claims_of, sentence, doers, hit):
    claim = next(claim for claim in claims_of(sentence) if claim.tallies)
    assert doers in [one.name for one in claim.initiators]
    assert [one.name for one in claim.targets] == [hit]


def test_who_is_fought_may_have_killed_somebody_else(claims_of):
    claim = next(claim for claim in claims_of("The police clashed with militants who tried to storm the prison, killing nine guards.") if claim.tallies)
    assert "guards" in [one.name for one in claim.targets]
    assert "militants" not in [one.name for one in claim.targets]


def test_an_act_of_violence_in_a_clause_of_time_keeps_its_outcome(claims_of):
    claim = next(claim for claim in claims_of("The mayor was leaving his house when gunmen opened fire, killing two guards.") if claim.tallies)
    assert [one.name for one in claim.initiators] == ["gunmen"]
