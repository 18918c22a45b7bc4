"""The lexicon of roles: nouns with their plurals, sides, and slips told with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from warledger.errors import KnowledgeError
from warledger.lexicons.role_lexicon import PATH, RoleLexicon, load_roles


@pytest.mark.parametrize(
    ("word", "kind", "sector", "victims", "plural"),
    [
        ("soldiers", "armed", "MIL", "military", True), ("policemen", "armed", "COP", "police", True),
        ("children", "people", "CVL", "children", True), ("civilian", "people", "CVL", "civilians", False),
        ("rebels", "armed", "REB", "rebels", True), ("regime", "state", "GOV", "unknown", False),
        ("women", "people", "CVL", "women", True), ("journalist", "people", "MED", "journalists", False),
        ("warplanes", "force", "MIL", "military", True), ("medics", "people", "HLH", "medics", True),
    ],
)
def test_noun_knows_its_people(word: str, kind: str, sector: str, victims: str, plural: bool) -> None:
    noun = load_roles().noun(word)
    assert noun is not None
    assert (noun.kind, noun.sector, noun.victims, noun.plural) == (kind, sector, victims, plural)


def test_longest_noun_wins() -> None:
    hit = load_roles().match(["fighter", "jets", "struck"], 0)
    assert hit is not None
    assert (hit[0], hit[1].word) == (1, "fighter jet")


def test_fighters_yield_to_the_side_before_them_and_rebels_do_not() -> None:
    roles = load_roles()
    fighter, rebel = roles.noun("fighters"), roles.noun("rebels")
    assert fighter is not None
    assert rebel is not None
    assert fighter.yields
    assert not rebel.yields
    assert roles.sides["regime"].sector == "MIL"
    assert roles.sides["opposition"].sector == "REB"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("    sector: MIL\n", "    sector: WAR\n", "unknown sector"),
        ("    kind: armed\n", "    kind: dragon\n", "kind must be"),
        ("    victims: military\n", "    victims: knights\n", "victims must be"),
        ("  - words: [army, military, junta]", "  - words: [army, military, junta, soldier]", "stands twice"),
    ],
)
def test_slip_is_told_with_file_and_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    wrong = tmp_path / "roles.yaml"
    text = PATH.read_text(encoding="utf-8")
    assert old in text
    wrong.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=said) as told:
        RoleLexicon(wrong)
    assert f"{wrong}:" in str(told.value)
