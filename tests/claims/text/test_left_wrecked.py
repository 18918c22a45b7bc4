""""left a number of houses destroyed and caused a fire": the houses, and all of a list, are what the act hit."""

import pytest


@pytest.mark.parametrize(("sentence", "hit"), [
    ("The raid has left a number of houses destroyed and caused a fire in Taiz.", ["houses"]),
    ("The strike left four houses destroyed.", ["houses"]),
    ("The raid left several shops and a school damaged.", ["several shops", "school"]),
    ("The shelling left a mosque, two houses and a clinic completely destroyed.", ["mosque", "houses", "clinic"]),
])
def test_what_was_left_in_ruins_is_hit(claims_of, sentence, hit):
    [claim] = claims_of(sentence)
    assert [party.name for party in claim.targets] == hit


def test_who_has_a_fate_of_his_own_keeps_it(claims_of):
    [claim] = claims_of("The blast left a girl dead and three others wounded.")
    assert sorted((tally.what, tally.low) for tally in claim.tallies) == [("killed", 1), ("wounded", 3)]
