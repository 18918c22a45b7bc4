"""Chunks: where a phrase ends, and when a capital says something."""

from __future__ import annotations

from warledger.actors.catalog import load_actors
from warledger.claims.clauses.noun_phrases import Chunker, TextWords
from warledger.claims.text.parsing import load_language
from warledger.lexicons.role_lexicon import load_roles

CHUNKER = Chunker(load_actors(), load_roles())


def kinds(text: str) -> list[list[str]]:
    chunks = CHUNKER.chunks(TextWords(load_language()(text)), {})
    return [[piece.kind for piece in chunk.pieces] for chunk in chunks]


def test_phrase_ends_at_a_comma_and_at_a_verb() -> None:
    assert kinds("Russian jets, rebels said, bombed Malian soldiers.") == [["name", "role"], ["role"], ["name", "role"]]


def test_backing_is_read_with_and_without_its_hyphen() -> None:
    assert kinds("Iran-backed militias left.") == kinds("Iranian backed militias left.") == [["name", "backing", "role"]]


def test_weekday_is_no_part_of_a_name() -> None:
    assert kinds("Thursday Syrian troops left.")[0] == ["number", "name", "role"]


def test_capitals_of_a_headline_say_nothing() -> None:
    text = TextWords(load_language()("Five People Killed In Market Blast\n\nThe Blast shook the town."))
    assert not text.capital(1)
    assert text.capital(7)


def test_line_broken_by_its_width_goes_on() -> None:
    line = "The villagers who had been held for weeks were freed by the Free\nSyrian Army on Monday."
    assert any("name" in chunk for chunk in kinds(line))
    text = TextWords(load_language()(line))
    free = next(i for i, word in enumerate(text.lower) if word == "free")
    assert text.soft(free)
