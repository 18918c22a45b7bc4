"""Layer 3, capitals that say nothing: a text in capitals, a first line in title case.

In: a text. Out: whether all of it is in capitals, and where its first line ends if that is a headline in title case. Decision: shares of its
letters and of its longer words.
"""

from __future__ import annotations

SAMPLE = 2000  # letters that tell whether a text is in capitals
CAPITALS_SHARE = 0.8  # of the letters of a text in capitals: its capitals say nothing
TITLED_SHARE = 0.7  # of the longer words of a first line in capitals: it is a headline, and capitals say nothing there


def are_capitals(text: str) -> bool:
    """Whether the whole text is in capitals, as old wire copy is."""
    letters = [letter for letter in text[:SAMPLE] if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) > CAPITALS_SHARE * len(letters)


def end_of_titled_line(text: str) -> int:
    """Where a first line in capitals ends, 0 where the first line is a sentence like others."""
    line, blank, _ = text.partition("\n\n")
    long = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    if not blank or not long or sum(word[0].isupper() for word in long) < TITLED_SHARE * len(long):
        return 0
    return len(line)
