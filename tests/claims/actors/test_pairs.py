"""Words for two who were named before."""

from __future__ import annotations

import pytest

from warledger.claims.actors.finder import ActorFinder
from warledger.claims.mentions import ActorMention
from warledger.claims.text.parsing import load_language

FINDER = ActorFinder()


def mentions(text: str) -> list[ActorMention]:
    return FINDER.find(load_language()(text))


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Armenia and Azerbaijan held talks. The two countries share a border.", "countries", "Armenia and Azerbaijan"),
        ("The army fought Tuareg rebels in Kidal. Both sides claimed victory.", "sides", "army and Tuareg rebels"),
        ("Ethiopian troops and the Ethiopian government met the TPLF. The two sides signed.", "sides", "Ethiopian government and TPLF"),
        ("The Houthis shelled Saudi soldiers. The warring sides agreed to talk.", "sides", "Houthis and Saudi soldiers"),
    ],
)
def test_a_pair_stands_for_the_two_named_last_that_are_not_of_one_side(text: str, word: str, name: str) -> None:
    pair = next(mention for mention in mentions(text) if mention.text == word)
    assert pair.name == name
    assert len(pair.members) == 2


def test_two_sides_that_nobody_named_stay_what_they_are() -> None:
    assert all(not mention.members for mention in mentions("The two sides met in Geneva."))


def test_the_two_sides_of_a_clash_are_two_parties(claim_of, claims_of) -> None:
    claims = claims_of("The army is at odds with the Rapid Support Forces. Clashes between the two sides killed nine in Omdurman.")
    clash = next(claim for claim in claims if claim.quote("trigger") == "Clashes")
    assert [person.name for person in clash.initiators] == ["army", "Rapid Support Forces"]


def test_soldiers_and_the_forces_that_they_belong_to_are_one_side() -> None:
    text = "IS fighters killed soldiers of the government forces. The two groups fought on."
    pair = next(mention for mention in mentions(text) if mention.text == "groups")
    assert pair.name.startswith("IS fighters and ")


def test_forces_of_a_people_are_another_side_than_the_state(claims_of) -> None:
    claims = claims_of("Kurdish forces hold Sinjar while the rest is held by Iraqi troops. Clashes between the two forces killed nine.")
    clash = next(claim for claim in claims if claim.quote("trigger") == "Clashes")
    assert [person.name for person in clash.initiators] == ["Kurdish forces", "Iraqi troops"]


def test_who_backs_a_side_is_none_by_himself(claims_of):
    claims = claims_of("Fighting raged between the army and rebels backed by Uganda. Both sides shelled the town.")
    shelled = next(claim for claim in claims if claim.quote("trigger") == "shelled")
    assert [who.name for who in shelled.initiators] == ["army", "rebels"]
