"""Layer 3, names in a list of places: "the villages of Kutum, Abu Omar Hassan and Sharifa", "the Aziz and Ali Hassan neighbourhoods".

In: the words of a report and where a name begins and ends. Out: whether it is one of such a list. Decision: nothing but names, commas and
"and" stands between it and a plural for places, before it with or without "of" or right behind the last.
"""

from __future__ import annotations

from warledger.claims.clauses.noun_phrases import TextWords

_PLACES = frozenset("villages towns cities neighborhoods neighbourhoods districts suburbs areas quarters hamlets settlements provinces "
                    "governorates hills".split())
_LISTING = (", ", ",")


def is_listed_place(text: TextWords, first: int, last: int) -> bool:
    """Whether the words first to last (inclusive) are a name in a list of places."""
    return _opened_by_places(text, first) or _closed_by_places(text, last)


def _opened_by_places(text: TextWords, first: int) -> bool:
    at = first - 1
    while at >= 0 and _is_of_list(text, at):
        at -= 1
    if at + 1 < first and text.lower[at + 1] == "and":
        return False  # "residents of the villages and Omar Hassan"
    at -= at >= 0 and text.lower[at] == "of"
    return at >= 0 and text.lower[at] in _PLACES and all(_joins(text, i) for i in range(at, first))


def _closed_by_places(text: TextWords, last: int) -> bool:
    at = last + 1
    while at < len(text) and _is_of_list(text, at) and text.lower[at] not in _PLACES:
        at += 1
    return at < len(text) and text.lower[at] in _PLACES and all(_joins(text, i) for i in range(last, at))


def _is_of_list(text: TextWords, i: int) -> bool:
    """A word of a name, or "and" between two."""
    return text.lower[i] == "and" or text.items[i].article or text.items[i].text[0].isupper()


def _joins(text: TextWords, i: int) -> bool:
    return text.soft(i) or text.gap[i] in _LISTING
