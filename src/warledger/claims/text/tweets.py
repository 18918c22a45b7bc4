"""Layer 1: the signatures of tweets that a page prints within its text: "... hit the market pic.twitter.com/Ab1 — Omar Haddad (@ohaddad) June 12, 2016".

In: a text. Out: where each signature's name stands and where the signature ends. Decision: a signature is a handle in brackets with a day behind it;
the name reaches back to the dash or the link before it, else over words with capitals; an acronym in brackets ("(UN) June 12") signs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# "June 12, 2016", "12 June 2016", "12.6.2016", the month in another alphabet or lost; behind a handle that shows its mark "(@haddad)" the year may be left out.
DAY = rf"(?:(?:{MONTHS}) \d{{1,2}},? \d{{4}}|\d{{1,2}} (?:(?:{MONTHS}|[^\x00-\x7f]{{1,12}}),? )?\d{{4}}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{4}})"
SHORT_DAY = rf"(?:(?:{MONTHS}) \d{{1,2}}|\d{{1,2}} (?:{MONTHS}))"
HANDLE = re.compile(rf" \((?P<handle>@?\w{{2,20}}(?=\),? {DAY}\b)|@\w{{2,20}})\),? (?:{DAY}|{SHORT_DAY})\b")
# What parts a name from the tweet: a dash between blanks, or the address of a picture or a page, which may have lost its marks.
PARTING = re.compile(r"(?:^|\s)(?:[-–—]+\s*|(?:pic\.twitter\.com|https?)\S*\s+(?:[-–—]+\s*)?)")
CAPITALS = re.compile(r"(?:[A-Z][\w.'’-]*\s?){1,2}$")
# A name has no more characters.
LONGEST_NAME = 50


@dataclass(frozen=True)
class Signature:
    """The characters of a name, and those of the whole signature from the name on."""

    name: tuple[int, int]
    end: int


def signatures(text: str) -> Iterator[Signature]:
    """The signatures of a text, in order."""
    for match in HANDLE.finditer(text) if "(" in text else ():
        low = max(0, match.start() - LONGEST_NAME, text.rfind("\n", 0, match.start()) + 1)
        before = text[low:match.start()]
        parting = next(iter(reversed(list(PARTING.finditer(before)))), None)
        named = parting.end() if parting is not None else None
        if named is None and (capitals := CAPITALS.search(before)) is not None and not match["handle"].isupper():
            named = capitals.start()
        if named is not None and before[named:].strip():
            yield Signature((low + named, match.start()), match.end())
