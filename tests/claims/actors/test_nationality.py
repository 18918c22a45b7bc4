"""Layer 3: whose country somebody is of, by the words around them and by the one country that a report names."""

from __future__ import annotations

import pytest

from warledger.claims.actors.finder import ActorFinder
from warledger.claims.text.parsing import load_language

FINDER = ActorFinder()


def countries(text: str, theatre: str | None = None) -> dict[str, str | None]:
    return {mention.text: mention.country for mention in FINDER.find(load_language()(text), theatre)}


@pytest.mark.parametrize(
    ("sentence", "name", "country"),
    [
        ("Opposition groups in Chad met a French envoy.", "Opposition groups", "TCD"),
        ("Rebels in the Ivory Coast rejected a Senegalese plan.", "Rebels", "CIV"),
        ("Students in northern Iraq criticized Turkey.", "Students", "IRQ"),
        ("Bosnian Serbs met a Croatian envoy.", "Serbs", "BIH"),
        ("Iraqi Kurds met a Turkish envoy.", "Kurds", "IRQ"),
        ("Ethnic Albanians met a Serbian envoy.", "Albanians", "SRB"),
        ("Students protested in Kenya.", "Students", "KEN"),
        ("President Okello Mbeya promised reforms in Kenya.", "Okello Mbeya", "KEN"),
    ],
)
def test_somebody_is_of_the_country_that_is_told_with_them(sentence: str, name: str, country: str) -> None:
    assert countries(sentence)[name] == country


def test_of_two_countries_none_is_home_to_somebody_who_is_of_neither() -> None:
    assert countries("Students criticized France and Chad.")["Students"] is None


@pytest.mark.parametrize(("sentence", "name"), [("Gunmen attacked a bus in Kenya.", "Gunmen"), ("Foreign fighters met in Kenya.", "Foreign fighters"),
                                                ("Soldiers were wounded in Mali.", "Soldiers"), ("Jets bombed a bridge in Yemen.", "Jets")])
def test_who_may_be_from_anywhere_is_of_no_country(sentence: str, name: str) -> None:
    assert countries(sentence)[name] is None


def test_the_place_of_a_report_is_home_too() -> None:
    assert countries("Teachers demanded more pay.", "GHA")["Teachers"] == "GHA"
