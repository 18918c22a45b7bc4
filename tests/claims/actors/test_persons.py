"""Persons: by title, by grammar, never by the parser's label alone."""

from __future__ import annotations

import pytest

from warledger.claims.actors.finder import ActorFinder
from warledger.claims.mentions import ActorMention
from warledger.claims.text.parsing import load_language

FINDER = ActorFinder()


def person(text: str) -> ActorMention:
    return next(mention for mention in FINDER.find(load_language()(text)) if mention.kind == "person")


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("Turkey's President Tayyip Erdogan said so.", "Tayyip Erdogan", "TUR", "GOV"),
        ("Kenyan Defence Minister Aden Wabera said so.", "Aden Wabera", "KEN", "GOV"),
        ("Lt. Gen. Paul Harker of the US Army said so.", "Paul Harker", None, "MIL"),
        ("Observatory head Rami Abdel Rahman said so.", "Rami Abdel Rahman", "SYR", "NGO"),
        ("Anna Verholm, a spokeswoman for the Danish army, said so.", "Anna Verholm", "DNK", "MIL"),
    ],
)
def test_name_is_bare_and_the_office_tells_the_rest(text: str, name: str, country: str | None, sector: str) -> None:
    mention = person(text)
    assert (mention.name, mention.country, mention.sector) == (name, country, sector)


def test_description_stands_for_the_person() -> None:
    mentions = FINDER.find(load_language()("Anna Verholm, a spokeswoman for the Danish army, said so."))
    spokeswoman = next(mention for mention in mentions if mention.text == "spokeswoman")
    assert spokeswoman.definite
    assert spokeswoman.name == "Anna Verholm"


def test_medium_is_no_person_whatever_the_parser_says() -> None:
    mentions = FINDER.find(load_language()("Syrian state TV SANA said the road was open."))
    assert [(mention.name, mention.kind) for mention in mentions] == [("SANA", "media")]


def test_somebody_else_of_a_listed_surname_is_not_the_listed_one() -> None:
    mention = person("Asma al-Assad visited a school.")
    assert mention.actor is None
    assert mention.name.startswith("Asma")


def test_town_behind_in_is_no_person() -> None:
    mentions = FINDER.find(load_language()("Three shells fell in Jisr al-Shughur."))
    assert not [mention for mention in mentions if mention.kind == "person"]


def test_the_tag_of_a_headline_is_no_person() -> None:
    assert not [mention for mention in FINDER.find(load_language()("URGENT 25 killed and wounded in Taiz air raid")) if mention.kind == "person"]
