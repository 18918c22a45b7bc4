"""What a report is about where it is not about a war."""

import pytest

MATCH = ("United beat City 3-1 in the league on Saturday. The striker shot past the goalkeeper in the first half. "
         "The team attacked again and the midfielder scored a goal. The coach praised the players at the stadium.")
FILM = ("The drama opened in cinemas on Friday. The director shot the film in Aleppo. The actor plays a soldier who "
        "attacks a village. The audience at the festival applauded the screenplay.")
WAR = ("The army shelled Taiz on Monday, killing four soldiers. Rebels attacked a stadium and troops fired rockets at a "
       "village. The coach of the local team was wounded, the militia said.")


@pytest.mark.parametrize("text", [MATCH, FILM])
def test_a_match_or_a_film_gives_no_events(claims_of, text):
    assert claims_of(text) == []


@pytest.mark.parametrize(("text", "effect"), [(MATCH, "nothing"), (FILM, "nothing"), (WAR, "none")])
def test_a_topic_needs_more_words_than_the_war(layers_of, text, effect):
    assert layers_of(text).reading.topic.effect == effect


def test_a_war_report_with_words_of_sport_keeps_its_events(claims_of):
    assert "ASSAULT" in {claim.type for claim in claims_of(WAR)}
