"""Who breaks a truce fights, and is no party to it by that; the truce that is broken is told beside it."""

import pytest


def told(claims, type_):
    return [[who.name for who in claim.initiators] for claim in claims if claim.type == type_]


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("Rwanda and the militia violated the truce on Monday.", ["Rwanda", "militia"]),
        ("The rebels breached the cessation of hostilities three times in 24 hours.", ["rebels"]),
        ("The army accused the Houthis of breaking the ceasefire.", ["Houthis"]),
        ("The ministry accused the rebels of ceasefire violations.", ["rebels"]),
        ("The government denounced violations of the ceasefire by the M23 rebels.", ["M23 rebels"]),
        ("The ceasefire was violated by the Houthis in Hodeidah.", ["Houthis"]),
    ],
)
def test_who_breaks_a_truce_fights(claims_of, sentence, doers):
    claims = claims_of(sentence)
    assert told(claims, "ASSAULT") == [doers]
    assert told(claims, "AGREE") in ([], [[]])


def test_a_truce_that_was_broken_has_those_who_made_it_and_both_sides_are_they(claims_of):
    claims = claims_of("A ceasefire between government forces and rebels brokered by Kenya and Uganda in May has repeatedly been violated by both sides.")
    assert told(claims, "AGREE") == [["government forces", "rebels"]]
    assert told(claims, "ASSAULT") == [["government forces", "rebels"]]


def test_the_shelling_by_which_it_was_broken_is_the_breach(claims_of):
    assert told(claims_of("The militia breached the ceasefire agreement by shelling Goma."), "ASSAULT") == [["militia"]]


@pytest.mark.parametrize("sentence", ["The minister said the company broke the law.", "Iran breached the agreement on uranium."])
def test_a_law_or_another_agreement_is_broken_without_arms(claims_of, sentence):
    assert told(claims_of(sentence), "ASSAULT") == []
