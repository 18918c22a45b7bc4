"""Layer 1: the commas that a headline has lost."""

import pytest

from warledger.claims.text.headlines import headline_with_comma


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Bomb kills woman wounds 25 in Kabul", "Bomb kills woman,wounds 25 in Kabul"),
        ("Car Bomb Kills Policeman Injures Nine in Aden", "Car Bomb Kills Policeman,Injures Nine in Aden"),
        ("Raid kills 3 soldiers wounds 7 in Goma", "Raid kills 3 soldiers,wounds 7 in Goma"),
    ],
)
def test_the_verb_of_a_second_harm_is_parted_from_whom_the_first_befell(title, told):
    assert headline_with_comma(title) == told


@pytest.mark.parametrize("title", ["Shelling kills 3 wounds 12 in Goma", "Army kills chief of rebels, wounds many", "Nurse treats wounds of 25 in Goma"])
def test_a_headline_that_parts_them_itself_stays(title):
    assert headline_with_comma(title) == title


def test_who_was_killed_and_who_wounded_by_a_headline(claims_of):
    text = "Bomb kills woman wounds 25 in Kabul"
    assert {(tally.what, tally.low) for claim in claims_of("Officials spoke of a blast.", title=text) for tally in claim.tallies} >= {("killed", 1), ("wounded", 25)}
