"""Layer 9: the day of what the news followed."""

import pytest


@pytest.mark.parametrize(("sentence", "mode", "day"), [
    ("The attack on the clinic comes two days after army jets bombed an aid convoy near Lyman.", "aerial", "2020-02-03"),
    ("Wednesday's shelling came a day after rebels clashed with a patrol near Lyman.", "clash", "2020-02-04"),
    ("The shelling came a week after a car bomb exploded in Lyman.", "explosives", "2020-01-29"),
])
def test_what_the_news_followed_is_counted_back(claims_of, sentence, mode, day):
    claim = next(claim for claim in claims_of(sentence) if claim.mode == mode)
    assert (claim.when.start, claim.when.end) == (day, day)


@pytest.mark.parametrize("sentence", [
    "The shelling came two days after a car bomb exploded in Lyman on Sunday.",
    "The shelling came days after a car bomb exploded in Lyman on Sunday.",
])
def test_an_act_with_a_day_of_its_own_keeps_it(claims_of, sentence):
    claim = next(claim for claim in claims_of(sentence) if claim.mode == "explosives")
    assert claim.when.start == "2020-02-02"
