"""Layer 3, acronyms that a report defines itself: "Syrian Centre for Policy Research (SCPR)".

In: the words of a report. Out: for each acronym what it stands for. Decision: an acronym counts only where its letters
are the initials of the capitalised words right before the bracket; it holds within the report only.
"""

from __future__ import annotations

import re

from warledger.actors.catalog import ActorList
from warledger.actors.folding import fold, words
from warledger.actors.name_trie import Match, Name
from warledger.claims.clauses.noun_phrases import TextWords
from warledger.model import Actor

_BRACKET = re.compile(r"\(([A-Z][A-Za-z&.-]{1,9})\)")
_LONGEST = 9  # words of a long name
_SMALL = frozenset("of for and the in on to de du al el against from".split())


def learned_acronyms(text: TextWords, actors: ActorList) -> dict[str, Match]:
    """The acronyms that the report defines, by folded word."""
    found: dict[str, Match] = {}
    for bracket in _BRACKET.finditer(text.text):
        long = _long_form(text.text[max(0, bracket.start() - 120) : bracket.start()].rstrip(), bracket.group(1))
        if long is None:
            continue
        parts = words(long)
        match = actors.match(parts, 0)
        if match is not None and match.last == len(parts) - 1:
            found[fold(bracket.group(1))] = match
        elif fold(bracket.group(1)) not in found:
            name = Name(Actor("", long, "unknown"), "name")
            found[fold(bracket.group(1))] = Match(0, 0, (name,), False)
    return found


def _long_form(before: str, acronym: str) -> str | None:
    """The words before the bracket whose initials the acronym is, None where they are not."""
    letters = [letter.lower() for letter in acronym if letter.isalpha()]
    tokens = before.split()[-_LONGEST:]
    for start in range(len(tokens) - 1, -1, -1):
        part = tokens[start:]
        if not part[0][:1].isupper():
            continue
        content = [word for piece in part for word in piece.split("-") if word and word.lower() not in _SMALL]
        every = [word for piece in part for word in piece.split("-") if word]
        for initials in (content, every):
            if [word[0].lower() for word in initials] == letters and len(letters) > 1:
                return " ".join(part)
    return None
