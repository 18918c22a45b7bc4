"""Whose a question is that lost its quotation marks."""

import pytest


def speakers_of(claims, word):
    return next([speaker.name for speaker in claim.speakers] for claim in claims if word in claim.quote("trigger"))


@pytest.mark.parametrize(("text", "word", "speakers"), [
    ("Envoy Igor Petrov said the rebels were strong. Do they mean to hamper the offensive of the army? Is it a way out under air strikes? he questioned.",
     "offensive", ["Igor Petrov"]),
    ("Envoy Igor Petrov said the rebels were strong. Do they mean to hamper the offensive of the army? Is it a way out under air strikes? he questioned.",
     "air strikes", ["Igor Petrov"]),
    ("What do we do when jets bomb the clinic! Musa Diallo said in a voice message.", "bomb", ["Musa Diallo"]),
    ("Are the rebels gone? Jets bombed Nyala on Monday. The army said so.", "bombed", []),
    ("Why do rebels shell Nyala? The army said they had no choice.", "shell", []),
])
def test_a_question_is_his_who_alone_stands_behind_it(claims_of, text, word, speakers):
    assert speakers_of(claims_of(text), word) == speakers
