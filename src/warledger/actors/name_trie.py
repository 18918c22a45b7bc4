"""Finds the longest listed name that starts at a word of a text.

In: names with what they stand for, then the folded words of a text. Out: for a position, how many words match and what
they may stand for. Decision: a plain trie of dictionaries; the last word may carry an "s" (a possessive or a plural
whose apostrophe was lost), and capitals count only where a name would else be a common word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from warledger.actors.folding import Word, name_key, words
from warledger.model import Actor

# Words that are acronyms of the list and function words of English: in running capitals they are the latter.
_FUNCTION_WORDS = frozenset("is us who it am as at an so be do car map may care fact time aim pa".split())
_LEAF = ""


@dataclass(frozen=True)
class Name:
    """What a listed name stands for. form is name, adjective ("Syrian"), people ("Syrians") or capital ("Ankara").

    exact: the letters must be capitals as in the list ("IS", "US"); preferred: it wins where two actors share it;
    small: its last word needs no capital ("Syrian army").
    """

    actor: Actor
    form: str
    exact: bool = False
    preferred: bool = False
    small: bool = False


@dataclass(frozen=True)
class Match:
    """A listed name in a text: words first to last (inclusive), what it may stand for, best first."""

    first: int
    last: int
    names: tuple[Name, ...]
    possessive: bool


class NameTrie:
    """Names by their folded words."""

    def __init__(self) -> None:
        self._root: dict[str, Any] = {}

    def add(self, alias: str, name: Name) -> tuple[str, ...]:
        """Adds one name; returns the key that it is kept under."""
        key = name_key(alias)
        node = self._root
        for part in key:
            node = node.setdefault(part, {})
        node.setdefault(_LEAF, []).append(name)
        return key

    def settle(self) -> None:
        """Puts the preferred names first; to be called once after the last name was added."""
        stack = [self._root]
        while stack:
            node = stack.pop()
            for key, child in node.items():
                if key == _LEAF:
                    child.sort(key=lambda name: (not name.preferred, name.exact, name.actor.id))
                else:
                    stack.append(child)

    def match(self, text_words: Sequence[Word], first: int) -> Match | None:
        """The longest name that starts at the word, None where there is none."""
        if text_words[first].folded not in self._root and not text_words[first].folded.endswith("s"):
            return None
        node: dict[str, Any] | None = self._root
        i = first
        best: Match | None = None
        while node is not None and i < len(text_words):
            word = text_words[i]
            if word.article and i > first and "al" not in node:
                i += 1
                continue
            if word.folded.endswith("s"):
                names = _fitting(node.get(word.folded[:-1]), text_words, first, i)
                best = Match(first, i, names, True) if names else best
            node = node.get(word.folded)
            if node is None:
                break
            names = _fitting(node, text_words, first, i)
            best = Match(first, i, names, False) if names else best
            i += 1
        return best


def _fitting(node: dict[str, Any] | None, text_words: Sequence[Word], first: int, last: int) -> tuple[Name, ...]:
    """The names that end at a node and whose capitals fit."""
    if node is None or _LEAF not in node:
        return ()
    return tuple(name for name in node[_LEAF] if _cased(name, text_words, first, last))


def _cased(name: Name, text_words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the letters are capitals where the name needs them."""
    head = text_words[first + 1] if text_words[first].article and last > first else text_words[first]
    if not name.exact:
        if not name.small and last > first and text_words[last].text[0].islower():
            return False
        return head.text[0].isupper() or head.text[0].isdigit() or name.actor.name[0].islower()
    word = text_words[last].text
    letters = word[:-1] if word.endswith("s") and len(word) > 2 else word
    if not letters.replace(".", "").replace("’", "").replace("'", "").isupper():
        return False
    return head.folded not in _FUNCTION_WORDS or not _in_capitals(text_words, first, last)


def _in_capitals(text_words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the words around are all capitals, as in a headline of capitals: then an acronym cannot be told."""
    around = [*text_words[max(0, first - 3) : first], *text_words[last + 1 : last + 4]]
    long = [word for word in around if len(word.text) > 2]
    return bool(long) and all(word.text.isupper() for word in long)


def is_read_as_word(alias: str) -> bool:
    """"Isis", "Nato": an acronym that some papers write as an ordinary name, beside its capitals."""
    return alias.istitle() and is_acronym(alias.upper())


def is_acronym(alias: str) -> bool:
    """Whether a name is to be matched in capitals only: one short word of capitals."""
    parts = words(alias)
    return len(parts) == 1 and parts[0].text.isupper() and len(parts[0].folded) <= 5
