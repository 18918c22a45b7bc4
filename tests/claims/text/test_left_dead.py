"""Who leaves others killed or wounded goes nowhere: "leaving some of them killed or injured"."""

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
