"""A name in a list of places is no person, nor is a row of places."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "sentence",
    [
        "The army stormed posts in the villages of Halfa, Kutum, Unq al-Hawa, Abu Hawad Hassan and Sharifa on Tuesday.",
        "Jets on Monday bombed the towns of Halfa Hayan, Kutum, Omar Messibin, Nabil, and Anjar in Darfur.",
        "Gunmen fired rockets that hit al-Aziziyeh and al-Sayyed Ali Hassan neighborhoods in Mukalla.",
        "Jets bombed the districts Kutum, Omar Hassan and Abu Karim.",
    ],
)
def test_a_name_among_places_is_no_person(layers_of, sentence):
    assert all(mention.kind != "person" for mention in layers_of(sentence).reading.actors)


@pytest.mark.parametrize(
    ("sentence", "persons"),
    [
        ("Rebels killed Omar Haddad, Ali Hassan and Abdul Karim in Taiz.", ["Omar Haddad", "Ali Hassan", "Abdul Karim"]),
        ("Residents of the villages and Omar Haddad were killed by the army.", ["Omar Haddad"]),
        ("The towns that Omar Haddad attacked were hit by the army.", ["Omar Haddad"]),
    ],
)
def test_a_person_beside_places_stays_one(layers_of, sentence, persons):
    assert [mention.name for mention in layers_of(sentence).reading.actors if mention.kind == "person"] == persons


def test_an_act_at_the_head_of_a_headline_is_no_person(claim_of):
    assert claim_of("Raid kills 12 in Hodeida").initiators == ()
