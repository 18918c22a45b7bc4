"""Layer 3: the places that a parsed report names, with what each one is.

In: a Doc, the spans that actors hold, hints from outside. Out: PlaceMentions in order of the text. Decision: the names of
a report are chosen together; a name that both a town and its province bear is the town where the town is large or the
report speaks of a city, else the province, which is an area and no pin (BIG_TOWN; see prefers_area).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from warledger.claims.mentions import PlaceMention
from warledger.claims.places.choice import DEMONYM_WEIGHT, HINT_WEIGHT, Named, choose
from warledger.claims.places.definites import definite_mentions
from warledger.claims.places.reading import Reading, Toponym, surnames_of, title_tokens
from warledger.claims.places.relations import Relations, relate
from warledger.claims.places.relative_places import Wording, wording_before
from warledger.claims.places.shapes import between, in_direction, place_of, surroundings
from warledger.claims.places.spans import find_toponyms
from warledger.claims.places.wording import preposition_before
from warledger.claims.text.parsing import load_language
from warledger.claims.text.tokens import Doc, Token, written
from warledger.gazetteer import Entry, Gazetteer
from warledger.gazetteer.wording import read_place_words
from warledger.model.place import Place

# A town of so many people is meant by its bare name; a smaller provincial capital lends its name to the province.
BIG_TOWN = 300_000
SMALL_WORDS = frozenset(("village", "villages", "hamlet", "hamlets"))


@dataclass(frozen=True)
class PlaceHints:
    """What is known from outside the text: countries (alpha-3) that the source or the settings expect."""

    countries: tuple[str, ...] = ()


NO_HINTS = PlaceHints()


@dataclass(frozen=True)
class Resolved:
    """A toponym with its entry, the position of the toponym that it is said to lie in, and the country (alpha-3) of
    the demonym before it."""

    toponym: Toponym
    entry: Entry | None
    inside: int | None
    nation: str | None


class PlaceFinder:
    """Finds and resolves the places of a report. Holds no state of a report; one serves a whole process."""

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        self.gazetteer = gazetteer or Gazetteer.open()
        self.words = read_place_words()
        self._common = _common_words()

    def find(self, doc: Doc, taken: Sequence[tuple[int, int]] = (),
             hints: PlaceHints = NO_HINTS) -> list[PlaceMention]:
        """The places of a report, in order. taken are the character spans of actors' names; a place is found within
        one only where it is the whole of it, and then both readings stand."""
        countries = self._countries(doc, hints)
        toponyms = find_toponyms(
            Reading(doc, doc.text, list(doc), self.gazetteer, self.words, self._is_common, title_tokens(doc), taken, countries,
                    surnames_of(doc)))
        relations = relate(doc, toponyms, self.gazetteer, self.words)
        entries = choose(_named(toponyms, relations), countries)
        resolved = [Resolved(*parts) for parts in
                    zip(toponyms, entries, relations.inside, relations.nations, strict=True)]
        mentions = self._mentions(doc, resolved)
        definites = definite_mentions(doc, mentions, self.gazetteer, self.words)
        merged = {mention.end for mention in definites}
        kept = [mention for mention in mentions if not (mention.relative and mention.end in merged)]
        return sorted(kept + definites, key=lambda mention: (mention.start, mention.end))

    def _countries(self, doc: Doc, hints: PlaceHints) -> dict[str, float]:
        """The weights of countries from demonyms and from outside."""
        weights: dict[str, float] = {}
        for token in doc:
            if token.text[:1].isupper() and token.is_alpha:
                country = self.gazetteer.demonym(token.text)
                if country is None and token.text.endswith("s"):
                    country = self.gazetteer.demonym(token.text[:-1])
                if country is not None:
                    weights[country] = weights.get(country, 0.0) + DEMONYM_WEIGHT
        for country in hints.countries:
            weights[country] = weights.get(country, 0.0) + HINT_WEIGHT
        return weights

    def _is_common(self, token: Token) -> bool:
        return token.lower_ in self._common or token.lemma_.lower() in self._common

    def _mentions(self, doc: Doc, resolved: list[Resolved]) -> list[PlaceMention]:
        mentions: list[PlaceMention] = []
        heads: dict[int, int] = {}
        skip = -1
        for position, item in enumerate(resolved):
            if position == skip:
                continue
            following = resolved[position + 1] if position + 1 < len(resolved) else None
            pair = _pair(doc, item, following) if following is not None else None
            mention = pair or self._mention(doc, item, resolved)
            if pair is not None:
                skip = position + 1
                heads[skip] = mention.head
            heads[position] = mention.head
            mentions.append(mention)
        holders = {item_position: item.inside for item_position, item in enumerate(resolved)}
        by_head = {head: holders[position] for position, head in sorted(heads.items(), reverse=True)}
        return [replace(mention, inside=heads.get(holder) if (holder := by_head.get(mention.head)) is not None else None)
                for mention in mentions]

    def _mention(self, doc: Doc, item: Resolved, resolved: list[Resolved]) -> PlaceMention:
        toponym = item.toponym
        holder = resolved[item.inside].entry if item.inside is not None else None
        place = shaped(toponym, item.entry, self.words.directions, doc)
        if item.entry is None:
            place = replace(place, country=holder.country if holder is not None else item.nation,
                            admin1=holder.admin1 if holder is not None and holder.kind != "country" else None)
        wording = wording_before(doc, toponym.outer_start, self.words)
        start, relative = toponym.outer_start, False
        if wording is not None:
            start, relative = wording.start, True
            place = wording.applied(place, span_text(doc, start, toponym))
        return _as_mention(doc, start, toponym, place, relative, self._preposition(doc, start, toponym, wording))

    def _preposition(self, doc: Doc, start: int, toponym: Toponym, wording: Wording | None) -> str | None:
        if wording is None or wording.kind == "near":
            return toponym.preposition
        return preposition_before(doc, start, self.words)


def shaped(toponym: Toponym, entry: Entry | None, directions: dict[str, float | None], doc: Doc) -> Place:
    """The Place of a name with the words that belong to it ("northwestern X", "X province", "X countryside")."""
    name = place_name(toponym, doc)
    if entry is None:
        return Place(name, precision="district" if toponym.sense == "district" else "town")
    place = place_of(entry, name)
    if toponym.direction is not None:
        place = in_direction(place, directions.get(toponym.direction))
    return surroundings(place) if toponym.sense == "surround" or toponym.direction == "rural" else place


def place_name(toponym: Toponym, doc: Doc) -> str:
    """The name as written: with its direction and the word after it, without "the town of"."""
    if toponym.outer_end > toponym.end or toponym.name == written(doc[toponym.start:toponym.end]):
        begin = toponym.start
        if toponym.direction is not None:
            while begin > toponym.outer_start and doc[begin - 1].lower_ != "of":
                begin -= 1
        return written(doc[begin:toponym.outer_end])
    return toponym.name if toponym.direction is None else f"{toponym.direction} {toponym.name}"


def span_text(doc: Doc, start: int, toponym: Toponym) -> str:
    """The words from a token to the end of a toponym, without a possessive s that lost its apostrophe."""
    return written(doc[start:toponym.outer_end]).removesuffix("s" if _trimmed(doc, toponym) else "")


def _trimmed(doc: Doc, toponym: Toponym) -> bool:
    """Whether the last letter is the s of a possessive that lost its apostrophe."""
    return toponym.outer_end == toponym.end and toponym.name != written(doc[toponym.start:toponym.end])


def _as_mention(doc: Doc, start: int, toponym: Toponym, place: Place, relative: bool,
                preposition: str | None) -> PlaceMention:
    text = span_text(doc, start, toponym)
    first = doc[start].idx
    return PlaceMention(first, first + len(text), head_of(doc, start, toponym.outer_end), text, place=place,
                        preposition=preposition, relative=relative)


def head_of(doc: Doc, start: int, end: int) -> int:
    """The token of start to end that hangs the rest to the sentence: the last whose own head lies outside, since
    the words before it ("northern", "15 km") may hang to the same word."""
    for index in range(end - 1, start - 1, -1):
        head = doc[index].head.i
        if (head < start or head >= end or head == index) and not doc[index].is_punct:
            return index
    return end - 1


def _pair(doc: Doc, item: Resolved, following: Resolved | None) -> PlaceMention | None:
    """"the X-Y road", "between X and Y": one place between two, where both are towns of one country."""
    if following is None or item.entry is None or following.entry is None:
        return None
    first, second = item.toponym, following.toponym
    gap = [token.lower_ for token in doc[first.outer_end:second.outer_start]]
    road = gap in (["-"], ["–"], ["to"]) and second.sense == "road"
    middle = gap == ["and"] and first.preposition == "between" and first.outer_start > 0
    towns = all(entry.kind in ("city", "town", "village") for entry in (item.entry, following.entry))
    if not (road or middle) or (middle and (not towns or item.entry.country != following.entry.country)):
        return None
    name = written(doc[first.outer_start:second.outer_end])
    place = between(place_of(item.entry, first.name), place_of(following.entry, second.name), name)
    return _as_mention(doc, first.outer_start, replace(second, name=written(doc[second.start:second.end])), place, True,
                       first.preposition)


def _named(toponyms: Sequence[Toponym], relations: Relations) -> list[Named]:
    return [Named(toponym.name, relations.candidates[position], toponym.sense, relations.inside[position],
                  prefers_area(toponyms, relations, position), (toponym.word or "") in SMALL_WORDS)
            for position, toponym in enumerate(toponyms)]


def prefers_area(toponyms: Sequence[Toponym], relations: Relations, position: int) -> bool | None:
    """Whether a bare name that a town and its province share means the province.

    In this order: what lies in it here ("Saraqeb in Idlib": the province; a quarter: the town); what the report calls
    it elsewhere, where that is one thing only; a direction; the size of the town.
    """
    toponym = toponyms[position]
    areas = {entry.country for entry in toponym.candidates if entry.kind == "admin1"}
    towns = [entry for entry in toponym.candidates if entry.kind == "city" and entry.country in areas]
    if not towns:
        return None
    for child, holder in enumerate(relations.inside):
        if holder == position:
            return not _is_quarter(toponyms[child])
    same = [other for other in toponyms if other.name.casefold() == toponym.name.casefold()]
    as_area = any(other.sense in ("province", "surround") or other.direction is not None for other in same)
    as_town = any(other.sense == "town" for other in same)
    if as_area != as_town:
        return as_area
    if toponym.direction is not None:
        return True
    return max(town.population for town in towns) < BIG_TOWN


def _is_quarter(toponym: Toponym) -> bool:
    return toponym.sense == "district" or (
        bool(toponym.candidates) and toponym.candidates[0].kind in ("neighbourhood", "street", "site"))


def _common_words() -> frozenset[str]:
    """The lower-case words of the parser's dictionary; empty where a model brings none."""
    lookups = getattr(load_language().get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or not lookups.has_table("lemma_index"):
        return frozenset()
    table = lookups.get_table("lemma_index")
    return frozenset(word for part in ("noun", "verb", "adj", "adv") if part in table for word in table[part])
