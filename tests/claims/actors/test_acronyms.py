"""Acronyms that a report defines itself."""

from __future__ import annotations

from warledger.claims.actors.finder import ActorFinder
from warledger.claims.text.parsing import load_language

FINDER = ActorFinder()


def test_defined_acronym_is_known_later_in_the_report() -> None:
    text = "The Lake Basin Liberation Front (LBLF) took the hill. On Monday LBLF fighters left."
    names = [mention.text for mention in FINDER.find(load_language()(text))]
    assert "LBLF fighters" in names


def test_acronym_in_brackets_is_no_second_actor() -> None:
    mentions = FINDER.find(load_language()("The Syrian Observatory for Human Rights (SOHR) said so."))
    assert [mention.text for mention in mentions] == ["Syrian Observatory for Human Rights"]


def test_bracket_that_is_no_acronym_teaches_nothing() -> None:
    mentions = FINDER.find(load_language()("Heavy rain fell (GMT). The GMT clock stopped."))
    assert not [mention for mention in mentions if mention.text == "GMT"]
