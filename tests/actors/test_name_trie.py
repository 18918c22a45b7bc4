"""The trie of names: longest first, capitals where a name would else be a word."""

from __future__ import annotations

from warledger.actors.folding import words
from warledger.actors.name_trie import Name, NameTrie, is_acronym, is_read_as_word
from warledger.model import Actor

NATIONAL = Actor("group.national", "National Front", "group")
ARMY = Actor("group.army", "National Front Army", "group")
AID = Actor("body.aid", "AID", "body")


def _trie() -> NameTrie:
    trie = NameTrie()
    trie.add("National Front", Name(NATIONAL, "name"))
    trie.add("National Front Army", Name(ARMY, "name"))
    trie.add("AID", Name(AID, "name", exact=True))
    trie.settle()
    return trie


def test_longest_name_wins() -> None:
    match = _trie().match(words("National Front Army troops"), 0)
    assert match is not None
    assert match.names[0].actor is ARMY
    assert match.last == 2


def test_shorter_name_stands_where_the_longer_breaks_off() -> None:
    match = _trie().match(words("National Front fighters"), 0)
    assert match is not None
    assert match.names[0].actor is NATIONAL


def test_acronym_needs_its_capitals() -> None:
    assert _trie().match(words("aid came"), 0) is None
    assert _trie().match(words("AID came"), 0) is not None
    assert _trie().match(words("AIDs trucks"), 0) is not None
    assert is_acronym("AID")
    assert not is_acronym("Aid Group")


def test_preferred_actor_comes_first() -> None:
    trie = NameTrie()
    trie.add("ABC", Name(AID, "name"))
    trie.add("ABC", Name(NATIONAL, "name", preferred=True))
    trie.settle()
    match = trie.match(words("ABC"), 0)
    assert match is not None
    assert [name.actor for name in match.names] == [NATIONAL, AID]


def test_acronym_is_read_as_a_word_where_only_its_first_letter_is_a_capital() -> None:
    assert is_read_as_word("Isis")
    assert not is_read_as_word("ISIS")
    assert not is_read_as_word("Hezbollah")
