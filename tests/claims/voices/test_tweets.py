"""Tweets within a report: whoever signs one says it."""

import pytest


def chains(claims):
    return [[speaker.name for speaker in claim.speakers] for claim in claims]


@pytest.mark.parametrize("signature", [
    "pic.twitter.com/Ab1cdEf — Walid Qadri (@wqadri) June 12, 2016\n\n", "— Walid Qadri (@wqadri) June 12, 2016\n\n",
    "pic.twitter.comAb1cdEf Walid Qadri (wqadri) June 12 2016 ", "pic.twitter.comAb1cdEf Walid Qadri (wqadri) 12 июн 2016 ",
    "pic.twitter.comAb1cdEf Walid Qadri (wqadri) 12 2016 ", "— Walid Qadri (@wqadri) 12 June 2016\n\n", "— Walid Qadri (@wqadri) June 12\n\n",
])
def test_whoever_signs_a_tweet_says_it_and_not_what_stands_behind(claims_of, signature):
    text = f"The port burned all day.\n\nHorrible scenes from Homs as jets bombed the market {signature}Rebels shelled Idlib on Monday."
    assert chains(claims_of(text)) == [["Walid Qadri"], []]


def test_a_body_with_its_acronym_and_a_day_signs_nothing(claims_of):
    text = "The port burned all day. Jets bombed the market of Homs by order of the Cham Air Command (CAC) June 12, 2016 was the day."
    assert all(chain == [] for chain in chains(claims_of(text)))
    text = "The port burned all day. Jets bombed the market of Homs by order of Omar Haddad (Taiz) June 12 was the day."
    assert all(chain == [] for chain in chains(claims_of(text)))


def test_nobody_who_speaks_later_is_the_one_who_signed(claims_of):
    text = ("A doctor in Homs told Reuters that jets bombed the market. — Walid Qadri (@wqadri) June 12, 2016\n\nHe said rebels shelled Idlib on Monday.")
    assert all("Walid Qadri" not in chain for chain in chains(claims_of(text))[1:])
