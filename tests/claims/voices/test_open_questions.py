"""Who leaves a question about an act open tells that there was one."""

import pytest


def speakers_of(claims, word):
    return next([speaker.name for speaker in claim.speakers] for claim in claims if word in claim.quote("trigger"))


@pytest.mark.parametrize(("text", "word", "speakers"), [
    ("The charity could not confirm how many of the casualties were farmers.", "casualties", ["charity"]),
    ("The Libya Observatory could not immediately confirm whether the strike was carried out by Haftar's forces.", "strike", ["Libya Observatory"]),
    ("Police did not specify the nature of the blast.", "blast", ["Police"]),
    ("President Macky Sall condemned the killings but did not say who was behind the attack.", "attack", ["Macky Sall"]),
    ("The army did not confirm the attack.", "attack", []),
    ("The army did not say that it had bombed the school.", "bombed", []),
])
def test_a_question_left_open(claims_of, text, word, speakers):
    assert speakers_of(claims_of(text), word) == speakers


def test_a_question_is_no_statement(claims_of):
    claims = claims_of("The raid wounded nine farmers the Observatory said but it could not tell whether the jets were Ethiopian or Eritrean.")
    assert all(claim.type != "STATEMENT" for claim in claims)


def test_what_describes_a_noun_of_the_question_is_the_reports(claims_of):
    claims = claims_of("Radio Goma did not specify whether the explosion came from an attack or from a mine left over from the years of fighting in Kivu.")
    assert speakers_of(claims, "fighting") == []
