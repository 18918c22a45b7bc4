"""What stands behind a phrase and tells whose it is."""

from __future__ import annotations

import pytest

from warledger.claims.actors.finder import ActorFinder
from warledger.claims.mentions import ActorMention
from warledger.claims.text.parsing import load_language

FINDER = ActorFinder()


def one(text: str, words: str) -> ActorMention:
    return next(mention for mention in FINDER.find(load_language()(text)) if mention.text == words)


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        ("Forces loyal to President Bashar al-Assad advanced.", "Forces", "SYR", "MIL"),
        ("Fighters from the Nusra Front advanced.", "Fighters", "SYR", "REB"),
        ("Members of the Rapid Support Forces advanced.", "Members", "SDN", "REB"),
        ("A spokesman for the Indian army denied it.", "spokesman", "IND", "MIL"),
        ("Militiamen loyal to Khalifa Haftar advanced.", "Militiamen", "LBY", "REB"),
    ],
)
def test_affiliation_gives_country_and_side(text: str, words: str, country: str, sector: str) -> None:
    mention = one(text, words)
    assert (mention.country, mention.sector) == (country, sector)


def test_loyal_to_belongs_to_the_name() -> None:
    assert one("Fighters loyal to Khalifa Haftar advanced.", "Fighters").name == "Fighters loyal to Khalifa Haftar"


def test_backed_by_gives_a_backer_and_no_country() -> None:
    mention = one("Rebel groups backed by Rwanda advanced.", "Rebel groups")
    assert mention.backed_by == ("RWA",)
    assert mention.country != "RWA"


def test_envoy_for_a_country_keeps_the_one_that_sent_him() -> None:
    assert one("The US special envoy for Yemen said so.", "US special envoy").country == "USA"


def test_soldiers_in_a_country_are_not_of_it() -> None:
    assert one("Soldiers in Mali were wounded.", "Soldiers").country != "MLI"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Gunmen from the Nusra Front advanced.", "Gunmen", "Gunmen from the Nusra Front"),
        ("Aircraft of the Arab League bombed the port.", "Aircraft", "Aircraft of the Arab League"),
        ("Jets thought to belong to the Sudanese army bombed the port.", "Jets", "Sudanese army"),
        ("War jets also believed to be Russian bombed the port.", "War jets", "Russian"),
    ],
)
def test_fighters_and_jets_are_told_with_whose_they_are(text: str, words: str, name: str) -> None:
    assert one(text, words).name == name


def test_a_group_is_told_by_the_name_right_behind_its_description() -> None:
    mention = one("An al-Qaeda affiliate the Islamic State burned the dam.", "al-Qaeda affiliate")
    assert (mention.name, mention.actor) == ("Islamic State", "group.isis")


def test_forces_loyal_to_a_countrys_leader_are_his_by_name(claim_of):
    claim = claim_of("Fighters loyal to Libya's eastern commander Khalifa Haftar attacked the airport on Monday.")
    assert [participant.name for participant in claim.initiators] == ["Fighters loyal to Libya's eastern commander Khalifa Haftar"]
