"""Says which named place lies in which, and which nationality stands before one.

In: the toponyms of a report in order. Out: for each the position of its holder, and its candidates less those that the
wording rules out. Decision: "X, Y" and "X in Y" are taken as containment only where the gazetteer allows it, because
a list of towns is written in the same way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from warledger.claims.places.choice import AREA_KINDS, TOWN_KINDS, lies_in
from warledger.claims.places.reading import POSSESSIVES, Toponym
from warledger.claims.places.renown import is_major
from warledger.claims.text.tokens import Doc, written
from warledger.gazetteer import Entry, Gazetteer
from warledger.gazetteer.wording import PlaceWords

# Tokens that may stand between "X in" and "Y": "in the northern Syrian province of".
FILLERS = frozenset("the a northern southern eastern western central north south east west rebel-held government-held "
                    "war-torn neighbouring neighboring".split())
FARTHEST_GAP = 8


@dataclass(frozen=True)
class Relations:
    """inside[i]: the position of the toponym that holds toponym i, or None. candidates[i]: what it may still be. nations[i]: the
    country (alpha-3) of the demonym before it ("the Syrian town of X"), or None."""

    inside: tuple[int | None, ...]
    candidates: tuple[tuple[Entry, ...], ...]
    nations: tuple[str | None, ...]


def relate(doc: Doc, toponyms: Sequence[Toponym], gazetteer: Gazetteer, words: PlaceWords) -> Relations:
    """The relations of all toponyms of a report."""
    inside: list[int | None] = [None] * len(toponyms)
    for position in range(len(toponyms) - 1):
        one, other = toponyms[position], toponyms[position + 1]
        gap = list(doc[one.outer_end:other.outer_start])
        if len(gap) > FARTHEST_GAP or any(token.is_sent_start for token in gap[1:]) or doc[other.outer_start].is_sent_start:
            continue
        texts = [token.lower_ for token in gap if not token.is_space]
        if _is_part_of(one, other, texts):
            inside[position + 1] = position
        elif _holds_after(texts, words, gazetteer) and _allowed(one, other, not texts or texts[0] == ","):
            inside[position] = position + 1
        elif _possessed(doc, one, texts) and _allowed(other, one, not (texts and other.outright)):
            inside[position + 1] = position
    nations = tuple(_nation(doc, toponym, gazetteer, words) for toponym in toponyms)
    candidates = tuple(_of_nation(toponym, nation) for toponym, nation in zip(toponyms, nations, strict=True))
    return Relations(tuple(inside), candidates, nations)


def _is_part_of(one: Toponym, other: Toponym, texts: list[str]) -> bool:
    """"the Harare township of Highfield", "the California capital Sacramento": the second is a part of the first, which is the larger."""
    if texts == ["capital"]:
        return _allowed(other, one, True)
    part = texts == ["of"] and one.sense in ("town", "district") and one.outer_end > one.end
    return part and any(map(is_major, one.candidates)) and not any(map(is_major, other.candidates))


def _holds_after(texts: list[str], words: PlaceWords, gazetteer: Gazetteer) -> bool:
    """Whether the words between two names say that the second holds the first."""
    if not texts:
        return True
    if texts[0] not in (",", "in", "of", "(", "-", "within"):
        return False
    rest = texts[1:]
    if texts[0] == "," and rest[:1] == ["in"]:
        rest = rest[1:]
    return all(text in FILLERS or text in words.directions or text in words.kinds or text in ("of", "'s", ",")
               or gazetteer.demonym(text) is not None for text in rest)


def _possessed(doc: Doc, one: Toponym, texts: list[str]) -> bool:
    """"Syria's Idlib", "Syrias Idlib", "Aleppo's Salaheddine", and "Aleppo: X" without a word between."""
    rest = [text for text in texts if text not in POSSESSIVES]
    name = written(doc[one.start:one.end])
    marked = len(rest) < len(texts) or name != one.name or not texts
    return marked and all(text in FILLERS or text.endswith("-held") for text in rest)


def _allowed(one: Toponym, holder: Toponym, by_comma: bool) -> bool:
    """Whether some reading of the one lies in some reading of the holder that is larger."""
    areas = [entry for entry in holder.candidates
             if entry.match == "exact" and (entry.kind in AREA_KINDS or entry.kind in TOWN_KINDS)]
    if one.name.casefold() == holder.name.casefold():
        return False
    if by_comma and _is_state(one) and _is_state(holder):
        return False
    if not one.candidates:
        return bool(areas) and not by_comma
    return any(lies_in(entry, area) and _smaller(entry, area) for entry in one.candidates for area in areas)


def _is_state(toponym: Toponym) -> bool:
    return any(entry.kind == "country" for entry in toponym.candidates)


def _smaller(entry: Entry, area: Entry) -> bool:
    if area.kind == "country":
        return entry.kind != "country"
    if area.kind in ("city", "town", "village"):
        return entry.kind not in AREA_KINDS and entry.kind not in ("city",) and entry.is_own
    return entry.kind not in ("country", "admin1")


def _nation(doc: Doc, toponym: Toponym, gazetteer: Gazetteer, words: PlaceWords) -> str | None:
    """The country of the demonym before the words that introduce the name ("the southern Lebanese town of X")."""
    index = toponym.outer_start - 1
    for _step in range(4):
        if index < 0:
            return None
        token = doc[index]
        country = gazetteer.demonym(token.text) if token.text[:1].isupper() else None
        if country is not None:
            return country
        if token.lower_ not in words.directions and token.lower_ not in words.kinds and token.pos_ != "ADJ":
            return None
        index -= 1
    return None


def _of_nation(toponym: Toponym, nation: str | None) -> tuple[Entry, ...]:
    """The candidates that lie in the nation; all of them where none does, or none is named."""
    fitting = tuple(entry for entry in toponym.candidates if entry.country == nation) if nation is not None else ()
    return fitting or toponym.candidates
