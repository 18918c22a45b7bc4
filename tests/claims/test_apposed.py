"""A name in apposition is no speaker: whoever stands behind its comma speaks."""

import pytest
from spacy.tokens import Doc

from warledger.claims.apposed import names_behind
from warledger.claims.text.parsing import load_language
from warledger.claims.text.tokens import read_tokens


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


WORDS = "M23 attacked troops , mainly recruits"


def test_what_narrows_the_object_down_does_not_name_the_subject():
    hung_on_subject = Doc(load_language().vocab, words=WORDS.split(), heads=[1, 1, 1, 1, 5, 0], deps=["nsubj", "ROOT", "dobj", "punct", "advmod", "appos"])
    hung_on_object = Doc(load_language().vocab, words=WORDS.split(), heads=[1, 1, 1, 1, 5, 2], deps=["nsubj", "ROOT", "dobj", "punct", "advmod", "appos"])
    assert names_behind(read_tokens(hung_on_subject)[0]) == []
    assert [token.text for token in names_behind(read_tokens(hung_on_object)[2])] == ["recruits"]


def test_a_name_behind_the_subject_names_it():
    words = "group , M23 , attacked troops".split()
    doc = Doc(load_language().vocab, words=words, heads=[4, 0, 0, 4, 4, 4], deps=["nsubj", "punct", "appos", "punct", "ROOT", "dobj"])
    assert [token.text for token in names_behind(read_tokens(doc)[0])] == ["M23"]


def test_a_grouping_that_is_named_did_it_and_not_whom_it_includes(claims_of):
    told = "A grouping called the Badr Brigade which includes Boko Haram and its allies seized the town of Baga."
    assert [one.name for one in claims_of(told)[0].initiators] == ["Badr Brigade"]
    assert [one.name for one in claims_of("An outfit called the Badr Brigade shelled the port.")[0].initiators] == ["Badr Brigade"]
    assert "M23" in [one.name for one in claims_of("The alliance, which includes the M23 and its allies, took the town of Sake.")[0].initiators]
