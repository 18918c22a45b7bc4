"""Layer 4: what was not done, by the verb's own words and by those right before it."""

import pytest


@pytest.mark.parametrize("sentence", [
    "The two sides neither fired on each other nor spoke in Taiz.",
    "The militia talks with the army rather than fighting it.",
    "The militia talked with the army instead of fighting it.",
    "The rebels never attacked the army.",
])
def test_an_act_that_was_not_done_is_negated(claim_of, sentence):
    assert claim_of(sentence).negated


@pytest.mark.parametrize("sentence", [
    "The bombardment of Taiz had not stopped since Sunday.",
    "Residents of Taiz fled to avoid the battles fought in the suburbs.",
    "The army did not address the attack on Taiz.",
    "The army sent envoys rather than continuing to shell Taiz.",
    "State television made no mention of the attack on Taiz.",
    "Rebels attacked the army after talks with it.",
])
def test_an_act_that_goes_on_or_is_avoided_has_been(claim_of, sentence):
    assert not claim_of(sentence).negated


def test_whose_son_was_killed_was_not_killed_himself(claim_of):
    claim = claim_of("A man whose son was killed in the raid on Taiz wept.")
    assert [target.name for target in claim.targets] == ["son"]
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 1)]


def test_one_of_a_relative_clause_is_killed(claim_of):
    assert [target.name for target in claim_of("The man who was killed in the raid on Taiz was a baker.").targets] == ["man"]
