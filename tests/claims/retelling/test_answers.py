"""Layer 9: what is answered is another happening than the answer, and the answer points to it."""

import pytest


@pytest.mark.parametrize(("sentence", "answer", "answered"), [
    ("In retaliation for the killing of three soldiers, Turkish artillery pounded Kurdish positions in Afrin.", "pounded", "killing"),
    ("Israel bombed Gaza in response to rocket fire.", "bombed", "rocket fire"),
    ("The army retaliated for the ambush by shelling two villages in Kivu.", "shelling", "ambush"),
    ("Iran fired missiles at a base in Anbar in revenge for the killing of a general.", "fired", "killing"),
])
def test_an_answer_points_to_what_its_sentence_says_that_it_answers(claims_of, sentence, answer, answered):
    claims = {claim.quote("trigger"): claim for claim in claims_of(sentence) if claim.type == "ASSAULT"}
    assert set(claims) == {answer, answered}
    assert claims[answer].responds_to == claims[answered].id
    assert (claims[answered].responds_to, claims[answer].same_as, claims[answered].same_as) == (None, None, None)


def test_who_answers_is_not_who_did_what_is_answered(claims_of):
    claims = claims_of("Israel bombed Gaza in response to rocket fire.")
    assert [[p.name for p in claim.initiators] for claim in claims] == [["Israel"], []]


def test_the_place_of_what_is_answered_is_not_that_of_the_answer(claims_of):
    claims = claims_of("The army shelled Taiz in response to the rebels' attack on Aden.")
    assert [claim.place.name for claim in claims] == ["Taiz", "Aden"]


def test_a_counter_attack_answers_the_attack_on_the_army(claims_of):
    claims = claims_of("Rebels attacked an army base in Kidal, killing 10 soldiers. The army launched a counter-attack.")
    assert claims[1].responds_to == claims[0].id
