"""Where in a text a pattern may begin: near one of the words without which it matches nothing.

In: a text, a compiled pattern and its anchors. Out: the matches that finditer gives. Decision: patterns that open with
optional words ("early in", "at least") are tried at every word and fail at nearly all; tried only at the few words
before an anchor ("June", "weeks", a number) they find the same in a tenth of the time.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

# Letters and digits apart, so that "Sep 172015" and "5pm" are taken to pieces.
_RUN = re.compile(r"[^\W\d_]+|\d+")
# The anchor that any number stands for.
NUMBER = "0"
# So many words may stand in a match before its anchor; the longest are numbers written out, two of them in a range.
REACH = 24


class Anchored:
    """A text whose words are looked up by form. It serves all patterns that are tried on the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: list[int] = []
        self._at: dict[str, list[int]] = {}
        self._found: dict[tuple[frozenset[str] | tuple[str, ...], int], list[int]] = {}
        for n, run in enumerate(_RUN.finditer(text)):
            word = run.group().lower()
            self._starts.append(run.start())
            self._at.setdefault(NUMBER if word[0].isdigit() else word, []).append(n)

    def matches(self, pattern: re.Pattern[str], anchors: frozenset[str] | tuple[str, ...], reach: int = REACH) -> Iterator[re.Match[str]]:
        """The matches of a pattern, in order, none overlapping.

        The pattern begins at the first letter of a word or number, and every match holds one of the anchors, with at
        most reach words before it.
        """
        ends = 0
        text, match_at = self.text, pattern.match
        for start in self._near(anchors, reach):
            if start >= ends:
                match = match_at(text, start)
                if match is not None:
                    yield match
                    ends = match.end()

    def openings(self, anchors: frozenset[str] | tuple[str, ...]) -> list[int]:
        """Where the anchors themselves begin, in order."""
        return self._near(anchors, 0)

    def _near(self, anchors: frozenset[str] | tuple[str, ...], reach: int) -> list[int]:
        """The beginnings of the words up to reach before an anchor, in order; several patterns ask for the same."""
        found = self._found.get((anchors, reach))
        if found is None:
            found = self._found[anchors, reach] = []
            tried = 0
            for n in sorted(n for anchor in self._at.keys() & anchors for n in self._at[anchor]):
                found += self._starts[max(tried, n - reach):n + 1]
                tried = max(tried, n + 1)
        return found


@functools.lru_cache(maxsize=4)
def anchored(text: str) -> Anchored:
    """The text with its words looked up, once for all who read it after each other."""
    return Anchored(text)


def first_words(forms: Iterable[str]) -> frozenset[str]:
    """The first word of each form in lower case: the anchors of a pattern that holds one of the forms."""
    runs = (_RUN.search(form) for form in forms)
    return frozenset(NUMBER if run.group()[0].isdigit() else run.group().lower() for run in runs if run is not None)
