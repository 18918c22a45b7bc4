"""Finds the stretches of a parsed report that may name places, longest first, with the words that speak for and against.

In: a Doc and the gazetteer. Out: Toponyms, each with its candidates and its evidence. Decision: being in the gazetteer
makes nothing a place, since half the dictionary is a village somewhere; the words around must speak for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from warledger.claims.places.evidence import evidence_for, is_stood_in
from warledger.claims.places.reading import ARTICLES, HYPHENS, POSSESSIVES, Reading, Toponym, text_of
from warledger.claims.places.renown import ABOUT_COUNTRY, doc_place, is_major, sure_countries
from warledger.claims.places.wording import with_context
from warledger.claims.text.tokens import Token
from warledger.gazetteer import Entry, Gazetteer
from warledger.gazetteer.wording import PlaceWords

LONGEST = 7
NUMBERED = re.compile(r"^\d{1,4}$")
STOPS = frozenset((".", *POSSESSIVES))
INNER = re.compile(r"^[\w'’`ʿʻ.\-]+$")
# A name of so many letters, of which only the one without its s is known, is a possessive.
SURE_STEM = 7
# Below this a name of the gazetteer is taken for something else.
ENOUGH = 2.5
# An unknown name is a place where the words around it say so outright.
SAID_OUTRIGHT = 3.0


def find_toponyms(reading: Reading) -> list[Toponym]:
    """The toponyms of a report in order of their beginning; none overlaps another.

    The report is read twice: a name that is a place in one sentence is likelier one in the next, and so are places
    of countries that the first reading found.
    """
    names = Names(reading)
    first = _read(reading, names)
    countries = dict(reading.countries)
    for toponym in first:
        for code in sure_countries(toponym.candidates):
            countries[code] = countries.get(code, 0.0) + 1.0
    accepted = frozenset(toponym.name.casefold() for toponym in first)
    again = replace(reading, countries=countries, accepted=accepted,
                    begins=frozenset(toponym.outer_start for toponym in first),
                    ends=frozenset(toponym.outer_end for toponym in first),
                    listed=frozenset(toponym.outer_end for toponym in _in_lists(reading, first)
                                     if toponym.word is not None and toponym.word.endswith("s")))
    return _in_lists(again, _read(again, names))


class Names:
    """What may be a name in a report and what stands around it: the same in both readings, and read once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._ends: dict[int, tuple[int, ...]] = {}
        self._listed: dict[tuple[int, int], tuple[tuple[Entry, ...], str] | None] = {}
        self._toponyms: dict[tuple[int, int, str, bool], Toponym] = {}
        self._barred: dict[int, bool] = {}
        self.starts = [start for start in range(len(reading.tokens)) if self.ends(start)]

    def ends(self, start: int) -> tuple[int, ...]:
        """Where a name that begins at a token may end, farthest first; empty where none may begin."""
        if start not in self._ends:
            self._ends[start] = _possible_ends(self._reading, start) if _may_begin(self._reading, start) else ()
        return self._ends[start]

    def barred(self, index: int) -> bool:
        """Whether a token is one of those that look like places and are none, or names whose people or things."""
        if index not in self._barred:
            text, never = self._reading.tokens[index].text, self._reading.words.never
            self._barred[index] = text in never or text.capitalize() in never or bool(self._reading.gazetteer.demonym(text))
        return self._barred[index]

    def listed(self, start: int, end: int) -> tuple[tuple[Entry, ...], str] | None:
        """The candidates of these tokens and the name, None where the gazetteer has none or no place may be meant."""
        if (start, end) not in self._listed:
            self._listed[start, end] = _as_listed(self._reading, start, end)
        return self._listed[start, end]

    def toponym(self, start: int, end: int, name: str, candidates: tuple[Entry, ...]) -> Toponym:
        """The toponym of these tokens with the words around it."""
        key = (start, end, name, bool(candidates))
        if key not in self._toponyms:
            bare = Toponym(start, end, start, end, name, candidates, title=start in self._reading.titles)
            self._toponyms[key] = with_context(self._reading, bare)
        return self._toponyms[key]


def _read(reading: Reading, names: Names) -> list[Toponym]:
    found: list[Toponym] = []
    position = 0
    for start in names.starts:
        toponym = _longest_of(reading, names, start, names.ends(start)) if start >= position else None
        if toponym is not None:
            found.append(toponym)
            position = toponym.end
    return found


def _may_begin(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    text = token.text
    if text[:1].isupper() or (not text.isascii() and token.is_alpha and not text.islower()):
        return True
    following = reading.tokens[index + 1].text if index + 1 < len(reading.tokens) else ""
    if text.lower() in ARTICLES and following in HYPHENS:
        return index + 2 < len(reading.tokens) and reading.tokens[index + 2].text[:1].isupper()
    if "-" in text and text.split("-")[0].lower() in ARTICLES:
        return text.split("-")[1][:1].isupper()
    return bool(NUMBERED.match(text)) and following[:1].isupper()


def _longest_of(reading: Reading, names: Names, start: int, ends: Sequence[int]) -> Toponym | None:
    """The longest accepted toponym that begins at a token."""
    for end in ends:
        toponym = _as_known(reading, names, start, end)
        if toponym is not None:
            return toponym
    return _as_said(reading, names, start, ends)


def _possible_ends(reading: Reading, start: int) -> tuple[int, ...]:
    farthest = _reach(reading.tokens, start, reading.words)
    return tuple(end for end in range(farthest, start, -1)
                 if _may_end(reading.tokens, start, end, reading.words) and not _is_taken(reading, start, end))


def _reach(tokens: Sequence[Token], start: int, words: PlaceWords) -> int:
    """Up to where a name that begins at start may run: only linkers and articles within it are small."""
    end = start
    limit = min(len(tokens), start + LONGEST)
    while end < limit:
        token = tokens[end]
        text = token.text
        if token.is_space or not (INNER.match(text) or text in HYPHENS) or text in STOPS or (
                end > start and token.is_sent_start):
            break
        end += 1
        small = text[:1].islower() and text.lower() not in words.linkers and text.lower() not in ARTICLES
        if small and end - 1 > start and "-" not in text:
            break
        if text.endswith(".") and len(text) > 3 and text[1:-1].islower() and text not in ("Sgt.", "Fort."):
            break
    return end


def _may_end(tokens: Sequence[Token], start: int, end: int, words: PlaceWords) -> bool:
    """Whether a name may end before the token end: on a capital, a number, or a word such as "airbase"."""
    last = tokens[end - 1]
    text = last.text
    if text in HYPHENS:
        return False
    if text[:1].isupper() or "-" in text or (end - start > 1 and text in words.kinds):
        return True
    return bool(NUMBERED.match(text)) or (not text.isascii() and last.is_alpha)


def _is_taken(reading: Reading, start: int, end: int) -> bool:
    """Whether an actor's name holds a part of these tokens; a name that is the whole of them may be both."""
    doc = reading.tokens
    first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    return any(left < last and first < right and not (left >= first and right <= last)
               for left, right in reading.taken)


def _as_known(reading: Reading, names: Names, start: int, end: int) -> Toponym | None:
    """The toponym of these tokens if the gazetteer knows the name and the words around speak for it."""
    listed = names.listed(start, end)
    if listed is None:
        return None
    candidates, shown = listed
    if candidates[0].match == "family" and not _family_fits(reading, candidates, start, end):
        return None
    toponym = names.toponym(start, end, shown, candidates)
    score = evidence_for(reading, toponym)
    return replace(toponym, evidence=score) if score >= ENOUGH else None


def _as_listed(reading: Reading, start: int, end: int) -> tuple[tuple[Entry, ...], str] | None:
    """The gazetteer's places of a name and the name, where it is none of what only looks like a place."""
    candidates, shown = known_as(reading.gazetteer, text_of(reading, start, end))
    if not candidates or _is_never(shown, reading.words) or reading.gazetteer.demonym(shown) is not None:
        return None
    last = reading.tokens[end - 1]
    if last.lower_ in reading.words.kinds and end < len(reading.tokens) and (
            reading.tokens[end].lower_ in reading.words.kinds):
        return None
    if all(_is_generic(reading.tokens[index], reading.words) for index in range(start, end)):
        return None
    return candidates, shown


def known_as(gazetteer: Gazetteer, name: str) -> tuple[tuple[Entry, ...], str]:
    """The candidates of a name, and the name without the s of a possessive that lost its apostrophe ("Syrias")."""
    found = tuple(gazetteer.candidates(name))
    if len(name) > 4 and name.endswith("s") and not name.endswith("ss") and not _is_well_known(found):
        stem = tuple(gazetteer.candidates(name[:-1]))
        if _is_well_known(stem) or (not found and len(name) >= SURE_STEM and stem and stem[0].match == "exact"):
            return stem, name[:-1]
    return found, name


def _is_well_known(entries: Sequence[Entry]) -> bool:
    return bool(entries) and entries[0].match == "exact" and any(map(is_major, entries))


def _family_fits(reading: Reading, candidates: tuple[Entry, ...], start: int, end: int) -> bool:
    """A name that is merely alike is a place only of a country that the report is about."""
    last = reading.tokens[end - 1]
    if any(token.text == "The" or doc_place(reading, token) for token in reading.tokens[start:end]):
        return False
    return (not last.text[:1].islower() and last.text not in reading.words.never
            and any(reading.countries.get(entry.country or "", 0.0) >= ABOUT_COUNTRY for entry in candidates))


def _is_generic(token: Token, words: PlaceWords) -> bool:
    """Whether a word names no place by itself: "the", "Camp", "Northern", "Wadi"."""
    lower = token.lower_
    return (lower in words.kinds or lower in words.compounds or lower in words.directions or lower in words.generic
            or lower in ("the", "grand"))


def _is_never(name: str, words: PlaceWords) -> bool:
    """Whether a name is of those that look like places and are none; "FRIDAY" as well as "Friday"."""
    return name in words.never or (name.isupper() and len(name) > 3 and name.capitalize() in words.never)


def _as_said(reading: Reading, names: Names, start: int, ends: Sequence[int]) -> Toponym | None:
    """A name that the gazetteer lacks where the words say outright that it is a place ("the village of Xyz")."""
    doc = reading.tokens
    for end in ends:
        if end > start + 4 or doc[end - 1].text[:1].islower():
            continue
        if any(names.barred(index) for index in range(start, end)):
            continue
        toponym = names.toponym(start, end, text_of(reading, start, end), ())
        listed = start > 1 and doc[start - 1].lower_ in (",", "and") and bool({start - 1, start - 2} & reading.listed)
        if not (toponym.outright or toponym.apposed or listed or is_stood_in(reading, toponym)) or toponym.title or toponym.sense in ("country", "water", "surround"):
            continue
        if end < len(doc) and toponym.outer_end == end and doc[end].text[:1].isupper() and not doc[end].is_punct:
            continue
        if all(reading.common(doc[index]) or _is_generic(doc[index], reading.words) for index in range(start, end)):
            continue
        return replace(toponym, evidence=SAID_OUTRIGHT)
    return None


def _in_lists(reading: Reading, found: list[Toponym]) -> list[Toponym]:
    """No word belongs to two toponyms, and those of a list share what is said of the list: "the towns of A, B and C" makes all three towns."""
    doc = reading.tokens
    result: list[Toponym] = []
    for toponym in found:
        if result and toponym.outer_start < result[-1].outer_end:
            toponym = replace(toponym, outer_start=max(result[-1].outer_end, toponym.start), sense=None, word=None)
        if result and toponym.sense is None:
            before = result[-1]
            between = [token.lower_ for token in doc[before.outer_end:toponym.outer_start]]
            plural = before.word is not None and before.word.endswith("s")
            if plural and between and all(word in (",", "and", "or", "&") for word in between):
                toponym = replace(toponym, sense=before.sense, word=before.word, outright=True,
                                  preposition=toponym.preposition or before.preposition)
        result.append(toponym)
    return result
