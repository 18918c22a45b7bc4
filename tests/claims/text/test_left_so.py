"""Layer 2: in what state somebody or something was left."""

import pytest


@pytest.mark.parametrize("text", [
    "Troops shelled groups of gunmen near Maiduguri, leaving some of them killed or injured.",
    "Soldiers ambushed a group of bandits in Zamfara, leaving most of them killed.",
    "The army hit their vehicles near Sinjar, leaving many of them wounded.",
    "Soldiers attacked bandits near Gusau, leaving several of them killed.",
])
def test_who_leaves_others_dead_does_not_withdraw(claims_of, text):
    assert {claim.type for claim in claims_of(text)} == {"ASSAULT"}


@pytest.mark.parametrize("text", [
    "The rebels left the town after four of them were killed.",
    "Soldiers withdrew from Kunduz, leaving the town defended by police.",
    "The militants left Sake.",
])
def test_who_leaves_a_place_withdraws(claims_of, text):
    assert "RETREAT" in {claim.type for claim in claims_of(text)}


@pytest.mark.parametrize(("sentence", "hit"), [
    ("The raid left a number of barns destroyed and started a fire in Taiz.", ["barns"]),
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
