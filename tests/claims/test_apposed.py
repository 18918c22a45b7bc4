"""A name in apposition is no speaker: whoever stands behind its comma speaks."""

import pytest


@pytest.mark.parametrize(("text", "speaker"), [
    ("Gunmen killed a local journalist, Ahmed Saleh, the army said.", "army"),
    ("Gunmen killed a local journalist, Ahmed Saleh, his family said.", "family"),
    ("Gunmen killed Ahmed Saleh, his family said.", "family"),
    ("Gunmen killed the head of the council, Ahmed Saleh, police said.", "police"),
    ("The army killed the group's leader, Abu Bakr, the defence minister said.", "defence minister"),
])
def test_who_suffers_does_not_tell_of_it(claim_of, text, speaker):
    assert [who.name for who in claim_of(text).speakers] == [speaker]


def test_a_medium_is_not_the_one_named_before_it(claim_of):
    claim = claim_of("The junta ordered the arrest of former prime minister Omar Haddad, state television reported.", "COERCE")
    assert [who.name for who in claim.speakers] == ["state television"]
    assert [who.name for who in claim.targets] == ["Omar Haddad"]


@pytest.mark.parametrize("text", [
    "Omar Haddad, the mayor, said four people died in shelling.",
    "The mayor, Omar Haddad, said four people died in shelling.",
    "Four people died in shelling, Omar Haddad, the mayor, said.",
    "Two rockets hit the airport, its director, Omar Haddad, said.",
])
def test_who_is_described_speaks_by_his_name(claim_of, text):
    assert [who.name for who in claim_of(text).speakers] == ["Omar Haddad"]


def test_the_people_of_a_town_are_not_those_who_took_it(claim_of):
    claim = claim_of("After the capture of the town by the M23, its residents began returning home.", "DISPLACEMENT")
    assert [who.name for who in claim.initiators] == ["residents"]


@pytest.mark.parametrize(
    ("named", "taken"),
    [
        ("Tamrat al-Hud, an area southwest of Mosul", True),
        ("Karim, a city councillor", False),
    ],
)
def test_a_name_on_no_map_is_a_place_where_it_is_explained_as_one(claims_of, named, taken):
    claims = claims_of(f"The operation was aimed at the recapture of {named}.")
    assert any(claim.type == "TERRITORY" for claim in claims) is taken
