"""The actor list: what it must hold, how it is asked, and that a slip in it is told with file and line."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from warledger.actors.catalog import load_actors
from warledger.actors.folding import words
from warledger.errors import KnowledgeError


def _listed(name: str) -> str | None:
    parts = words(name)
    match = load_actors().match(parts, 0)
    return match.names[0].actor.id if match is not None and match.last == len(parts) - 1 else None


def test_list_is_as_broad_as_the_wars_since_2010() -> None:
    kinds = Counter(actor.kind for actor in load_actors())
    assert kinds["state"] >= 193
    assert kinds["group"] >= 150
    assert kinds["body"] >= 80
    assert kinds["media"] >= 150


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("Nusra Front", "group.nusra"), ("Jabhat an-Nusra", "group.nusra"), ("al-Nusra", "group.nusra"),
        ("Hayat Tahrir al Sham", "group.hts"), ("Da'esh", "group.isis"), ("DAESH", "group.isis"), ("ISIL", "group.isis"),
        ("U.N.", "body.un"), ("Médecins Sans Frontières", "body.msf"), ("Türkiye", "state.tur"),
        ("Recep Tayyip Erdoğan", "office.tur.erdogan"), ("the Kremlin", None), ("Kremlin", "state.rus"),
        ("SANA", "media.sana"), ("Anadolu Agency", "media.aa"), ("Syrian army", "force.syr.army"),
    ],
)
def test_spellings_of_one_name_are_one_actor(name: str, actor: str | None) -> None:
    assert _listed(name) == actor


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("Soviets", "state.soviet-union"), ("Soviet Union", "state.soviet-union"), ("USSR", "state.soviet-union"), ("Yugoslav", "state.yugoslavia"),
        ("Ottomans", "state.ottoman-empire"), ("Allied", "group.allied-powers"), ("Western Allies", "group.allied-powers"),
        ("Axis", "group.axis-powers"), ("Axis of Resistance", "group.axis-of-resistance"), ("Confederates", "group.confederate-states"),
        ("Viet Minh", "group.viet-minh"), ("allied", None), ("axis", None),
    ],
)
def test_states_and_alliances_that_are_no_more_are_known(name: str, actor: str | None) -> None:
    assert _listed(name) == actor


def test_lost_apostrophe_is_a_possessive() -> None:
    match = load_actors().match(words("Syrias ally"), 0)
    assert match is not None
    assert match.possessive
    assert match.names[0].actor.country == "SYR"


@pytest.mark.parametrize("text", ["is this all", "let us go", "an islamic state", "WHAT IS THERE LEFT"])
def test_common_words_are_no_names(text: str) -> None:
    parts = words(text)
    assert all(load_actors().match(parts, i) is None for i in range(len(parts)))


def test_state_media_are_told_from_independent_ones() -> None:
    actors = load_actors()
    kinds = {name: actors.by_id(f"media.{name}") for name in ("sana", "reuters", "bbc", "manar")}
    assert {name: actor.media_kind for name, actor in kinds.items() if actor} == {
        "sana": "state", "reuters": "agency", "bbc": "independent", "manar": "party",
    }


def test_unknown_id_is_none() -> None:
    assert load_actors().by_id("group.nobody") is None
    assert load_actors().state("ZZZ") is None


def test_extra_file_adds_actors(tmp_path: Path) -> None:
    extra = tmp_path / "mine.yaml"
    extra.write_text("- id: group.river-guard\n  name: River Guard\n  country: SDN\n  sector: UAF\n", encoding="utf-8")
    actor = load_actors(extra).by_id("group.river-guard")
    assert actor is not None
    assert actor.country == "SDN"


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("- id: group.isis\n  name: Another One\n", "stands twice"),
        ("- id: group.x\n  name: Reuters\n", "is also of media.reuters"),
        ("- id: group.x\n  name: X Men\n  country: XYZ\n", "unknown country"),
        ("- id: group.x\n  name: X Men\n  sector: GUNS\n", "unknown sector"),
        ("- id: group.x\n  name: X Men\n  backers: [{value: group.none}]\n", "unknown backer"),
        ("- id: group.x\n  name: X Men\n  since: yesterday\n", "ISO date"),
        ("- id: club.x\n  name: X Men\n", "must begin with"),
        ("- id: media.x\n  name: X Men\n", "media_kind"),
        ("- id: group.x\n  name: X Men\n  colour: red\n", "unknown key"),
    ],
)
def test_slip_is_told_with_file_and_line(tmp_path: Path, entry: str, said: str) -> None:
    extra = tmp_path / "mine.yaml"
    extra.write_text("# a comment\n" + entry, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=said) as told:
        load_actors(extra)
    assert f"{extra}:" in str(told.value)


@pytest.mark.parametrize(
    ("name", "country"),
    [("Mikhail Gorbachev", "RUS"), ("Yasser Arafat", "PSE"), ("Nelson Mandela", "ZAF"), ("Saddam Hussein", "IRQ"), ("Indira Gandhi", "IND")],
)
def test_leaders_before_the_wars_of_this_century_are_known_with_their_country(name: str, country: str) -> None:
    assert {actor.country for actor in load_actors() if actor.name == name} == {country}


def test_a_common_surname_stands_for_a_leader_only_with_the_office() -> None:
    names = {alias for actor in load_actors() if actor.kind == "office" for alias in actor.aliases}
    assert "President Bush" in names
    assert not {"Bush", "Clinton", "Ford", "Major", "Ortega"} & names
