"""Layer 9: whose an act told again is not, though an act told before has its doers."""

import pytest


def taken_over(claims, trigger):
    return [person.name for claim in claims if claim.quote("trigger") == trigger for person in claim.initiators if person.inferred]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        # one side, however many march in it
        ("M23 rebels and Twirwaneho fighters began an offensive near Goma on Monday. The fighting sent thousands across the border.", "fighting"),
        ("Rebels fought off the police in Sake. The renewed fighting reached Goma.", "fighting"),
        # a fight is no attack of both its sides, nor of the one side told
        ("The army and the M23 rebels fought in Sake on Monday. The attack killed nine people.", "attack"),
        ("Many of the farmers were fighting to defend their homes in Sake. The killings went on for two days.", "killings"),
        ("At least 45 M23 rebels and 20 Congolese soldiers were killed in Sake. The attack was launched at dawn.", "attack"),
        # only one source lays it to somebody
        ("The opposition accused the army of the raid on Taiz. The attack killed nine people.", "attack"),
        ("The opposition accused the army of shelling a market in Taiz. The attack killed nine people, the Red Cross said.", "attack"),
        # its victims are others
        ("Ethiopian jets killed three children in Mekelle. The killing of the Western tourists was condemned.", "killing"),
        # it answers what they did
        ("Hamas fired rockets at Ashkelon on Monday. Israel said the barrage was a response to rockets fired by Hamas.", "barrage"),
        # what is done all the time
        ("Adwa is regularly targeted by Ethiopian jets. A chemical attack hit the town of Adwa.", "chemical attack"),
    ],
)
def test_an_act_told_apart_takes_over_nobody(claims_of, text, trigger):
    claims = claims_of(text)
    assert any(claim.quote("trigger") == trigger for claim in claims)
    assert taken_over(claims, trigger) == []


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("The army clashed with M23 rebels near Sake. The fighting sent thousands across the border.", "fighting", ["army", "M23 rebels"]),
        ("The army and its allies began an offensive near Sake. The offensive killed nine people.", "offensive", ["army", "allies"]),
        ("M23 rebels fought back near Sake to retake the road. The offensive began at dawn.", "offensive", ["M23 rebels"]),
        ("The opposition accused the army of the raid on Taiz. The attack killed nine people, the opposition said.", "attack", ["army"]),
        ("Ethiopian jets killed three children in Mekelle. The killing of the children was condemned.", "killing", ["Ethiopian jets"]),
        ("Ethiopian jets killed nine people in Mekelle. The killing of civilians was condemned.", "killing", ["Ethiopian jets"]),
    ],
)
def test_nothing_tells_these_apart(claims_of, text, trigger, doers):
    assert taken_over(claims_of(text), trigger) == doers


def test_a_massacre_since_which_somebody_fired_is_not_his_by_that(claims_of):
    claims = claims_of("M23 rebels have fired rockets 136 times since the Kishishe massacre.")
    assert taken_over(claims, "massacre") == []
