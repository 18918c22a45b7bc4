"""Layer 9: a displacement is where people left; where they went stands beside it."""

import pytest


@pytest.mark.parametrize(("sentence", "place", "went"), [
    ("More than 20,000 people fled from Ituri to Uganda in a week.", "Ituri", [("Uganda", "UGA")]),
    ("Some 3,000 families were displaced from Hawija to Kirkuk.", "Hawija", [("Kirkuk", "IRQ")]),
    ("Refugees from Tigray crossed into Sudan.", "Tigray", [("Sudan", "SDN")]),
    ("About 400 people were evacuated from Homs to Aleppo on Thursday.", "Homs", [("Aleppo", "SYR")]),
])
def test_where_people_fled_to_is_not_where_they_fled_from(claim_of, sentence, place, went):
    claim = claim_of(sentence, "DISPLACEMENT")
    assert claim.place.name == place
    assert [(other.name, other.country) for other in claim.others] == went


def test_a_flight_of_which_only_the_goal_is_told_has_no_place_there(claim_of):
    claim = claim_of("Thousands of Syrians fled to Turkey.", "DISPLACEMENT")
    assert ([other.name for other in claim.others], claim.place) == (["Turkey"], None)


def test_a_goal_without_a_name_stands_by_its_own_words(claim_of):
    claim = claim_of("Villagers fled to nearby towns.", "DISPLACEMENT")
    assert [(other.name, other.country) for other in claim.others] == [("nearby towns", None)]
