"""Reads the words around a name that say what it is: "the town of", "northwestern", "province", and its preposition.

In: a toponym with its bare name. Out: the same with outer span, sense, direction and preposition. Decision: a word
that cannot be true of any bearer of the name ("the state of Iraq") is left alone rather than believed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from warledger.claims.places.choice import FITS
from warledger.claims.places.reading import HYPHENS, POSSESSIVES, Reading, Toponym, text_of
from warledger.claims.places.shapes import KM_PER_UNIT
from warledger.claims.text.tokens import Doc, Token
from warledger.gazetteer.wording import PlaceWords

# After a name of another sort, a word of these senses belongs to what follows ("Turkey Gulf", "Syria Village").
NEVER_AMISS = frozenset(("water", "country", "road", "town"))
# Words that may follow a name without being part of it ("Raqqa stronghold", "Syria state TV").
NOT_AFTER = frozenset(("capital", "state", "country", "stronghold", "bastion"))


def with_context(reading: Reading, toponym: Toponym) -> Toponym:
    """The toponym with the words around it that say what it is."""
    toponym = _word_after(reading, toponym)
    toponym = _direction_before(reading, toponym)
    toponym = _word_before(reading, toponym)
    if not toponym.outright and _is_told_behind(reading, toponym):
        toponym = replace(toponym, outright=True)
    preposition = preposition_before(reading.tokens, toponym.outer_start, reading.words)
    return toponym if preposition is None else replace(toponym, preposition=preposition)


def _word_after(reading: Reading, toponym: Toponym) -> Toponym:
    """"X province", "X refugee camp", "X's countryside"."""
    doc, words = reading.tokens, reading.words
    index = toponym.end
    possessive = index < len(doc) and doc[index].text in POSSESSIVES
    index += possessive
    bare = possessive or toponym.name != text_of(reading, toponym.start, toponym.end)
    while bare and index < len(doc) and doc[index].lower_ in words.directions:
        index += 1
    for skipped in range(3):
        at = index + skipped
        if at >= len(doc) or doc[at].is_space:
            break
        sense = words.kinds.get(doc[at].lower_)
        if sense is not None and doc[at].lower_ not in NOT_AFTER:
            if (bare and sense != "surround") or doc[at].pos_ == "VERB":
                break
            if sense in NEVER_AMISS and not fits_sense(toponym, sense):
                break
            return replace(toponym, outer_end=at + 1, sense=sense, word=doc[at].lower_,
                           outright=not (doc[at].text[:1].isupper() and toponym.title and not toponym.candidates))
        if doc[at].text not in words.compounds:
            break
    return toponym


def _direction_before(reading: Reading, toponym: Toponym) -> Toponym:
    """"northwestern X", "rural X", "southern rural X", "north-west X"."""
    doc, words = reading.tokens, reading.words
    start, direction = toponym.start, None
    while start > 0:
        previous = doc[start - 1]
        compound = text_of(reading, start - 3, start).lower() if start >= 3 else ""
        if compound in words.directions and doc[start - 2].text in HYPHENS:
            start, direction = start - 3, direction or compound
        elif previous.lower_ in words.directions:
            start, direction = start - 1, previous.lower_ if direction in (None, "rural") else direction
        else:
            break
    whole = text_of(reading, start, toponym.end)
    own = tuple(entry for entry in reading.gazetteer.candidates(whole) if entry.match == "exact") if direction else ()
    if own and toponym.end == toponym.outer_end:
        return replace(toponym, start=start, outer_start=start, name=whole, candidates=own)
    return toponym if direction is None else replace(toponym, outer_start=start, direction=direction)


def _word_before(reading: Reading, toponym: Toponym) -> Toponym:
    """"the town of X", "in the village of al-X", "the Syrian city X", "the second city, X,"."""
    doc, words = reading.tokens, reading.words
    index = toponym.outer_start - 1
    if index > 0 and doc[index].text == "," and toponym.outer_end < len(doc) and doc[toponym.outer_end].text in (",", "."):
        index -= 1
    while index > 0 and doc[index].lower_ == "the":
        index -= 1
    linked = index > 0 and doc[index].lower_ in ("of", "in") and doc[index].lower_ != "in"
    at = index - 1 if linked else index
    if at < 0 or (at != index and not linked):
        return toponym
    word = doc[at].lower_
    sense = words.kinds.get(word)
    if sense is None or (not linked and (sense in ("surround", "area", "road") or word == "state")):
        return toponym
    if not linked and (doc[at].dep_ == "ROOT" or doc[at].text[:1].isupper() or doc[at].pos_ not in ("NOUN", "PROPN")):
        return toponym
    if sense == "surround":
        return replace(toponym, outright=linked or toponym.outright)
    if toponym.sense is not None:
        return replace(toponym, outright=linked or toponym.outright)
    if word == "capital" or (word == "state" and doc[at].text[:1].isupper()) or not fits_sense(toponym, sense):
        return toponym
    outer = at if linked and not word.endswith("s") else toponym.outer_start
    return replace(toponym, outer_start=outer, sense=sense, word=word, outright=linked, apposed=not linked)


def _is_told_behind(reading: Reading, toponym: Toponym) -> bool:
    """"X, a village", "X, a small town in", "X, 30 km north of": what stands behind the name says that it is a place."""
    doc, index = reading.tokens, toponym.outer_end + 1
    if index + 1 >= len(doc) or doc[index - 1].text != ",":
        return False
    if doc[index].lower_ in ("some", "about", "around", "just"):
        index += 1
    if doc[index].like_num:
        return any(token.lower_ in KM_PER_UNIT for token in doc[index + 1:index + 3])
    if doc[index].lower_ not in ("a", "an", "the"):
        return False
    for token in doc[index + 1:index + 5]:
        if reading.words.kinds.get(token.lower_) in ("town", "district"):
            return token.dep_ not in ("compound", "amod", "poss")
        if token.pos_ not in ("ADJ", "NOUN", "VERB", "PUNCT", "PROPN", "ADV"):
            return False
    return False


def fits_sense(toponym: Toponym, sense: str) -> bool:
    """Whether any bearer of the name may be of the sort; an unknown name may be of any."""
    return not toponym.candidates or any(entry.kind in FITS[sense] for entry in toponym.candidates)


def preposition_before(doc: Doc | Sequence[Token], start: int, words: PlaceWords) -> str | None:
    """The preposition that hangs a place that begins at a token to its clause, articles and adjectives skipped."""
    index = start - 1
    for _step in range(4):
        if index < 0:
            return None
        token = doc[index]
        if token.pos_ in ("ADP", "SCONJ") or token.lower_ in words.prepositions:
            return token.lower_ if token.lower_ in words.prepositions or token.pos_ == "ADP" else None
        if not (token.pos_ in ("DET", "ADJ") or token.lower_ in ("the", "a", "an")):
            return None
        index -= 1
    return None
