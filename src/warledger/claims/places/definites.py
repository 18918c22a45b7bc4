"""Finds "the town", "the area", "the Syrian capital": descriptions that stand for a place named elsewhere.

In: the report's named places in order. Out: mentions with definite=True, the antecedent's head, and its place marked as
inferred. Decision: what was just named is meant, else what the headline and lead are about; a description with no
fitting place before it is returned without a place rather than tied to one that does not fit.
"""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from warledger.claims.mentions import PlaceMention
from warledger.claims.places.shapes import place_of
from warledger.claims.places.wording import preposition_before
from warledger.claims.text.tokens import Doc, Token, written
from warledger.gazetteer import Gazetteer
from warledger.gazetteer.wording import PlaceWords
from warledger.model.place import Place

RULE = "definite description"
CAPITAL_RULE = "capital of the country named"
SEAT_RULE = "capital of the province named"
PROVINCIAL = frozenset(("provincial", "regional", "governorate"))
PROVINCES = frozenset(("province", "provinces", "governorate", "governorates", "region"))
DETERMINERS = frozenset(("the", "this", "that"))
# The antecedent is looked for in this many sentences back (the own one counts as none) before the lead is asked.
SENTENCES_BACK = 1
LEAD_SENTENCES = 3
PRECISIONS = {
    "town": ("town",), "province": ("province",), "district": ("district", "exact"), "site": ("exact",),
    "area": ("town", "district", "exact", "region"), "country": ("country",), "water": ("region",),
}
UNLIKE = frozenset((("city", "town"), ("city", "village"), ("village", "city"), ("village", "town")))
WIDE_WORDS = {"region": ("province", "region"), "valley": ("region",)}


def definite_mentions(doc: Doc, named: Sequence[PlaceMention], gazetteer: Gazetteer,
                      words: PlaceWords) -> list[PlaceMention]:
    """The descriptions of a report that stand for places, in order."""
    covered = [(mention.start, mention.end) for mention in named]
    known = sorted(named, key=lambda mention: mention.start)
    found: list[PlaceMention] = []
    sentences = [sentence.start_char for sentence in doc.sents]
    for token in doc:
        if token.lower_ not in words.definite or _inside(covered, token.idx):
            continue
        start = _article(doc, token.i, words, gazetteer)
        if start is None or _goes_on(doc, token, covered, words):
            continue
        mention = _described(doc, token, start, known, gazetteer, words, sentences)
        if mention is not None:
            found.append(mention)
            known = [one for one in known if not (one.relative and one.end == mention.end)]
            bisect.insort(known, mention, key=lambda one: one.start)
    return found


def _inside(covered: Sequence[tuple[int, int]], offset: int) -> bool:
    return any(start <= offset < end for start, end in covered)


def _article(doc: Doc, index: int, words: PlaceWords, gazetteer: Gazetteer) -> int | None:
    """The first token of the description after its article, or None where there is no article."""
    start = index
    for _step in range(5):
        if start == 0:
            return None
        previous = doc[start - 1]
        if previous.lower_ in DETERMINERS:
            return start
        fits = (previous.pos_ in ("ADJ", "VERB", "ADV", "NOUN", "PUNCT") or previous.lower_ in words.directions
                or previous.lower_ in words.compounds or gazetteer.demonym(previous.text) is not None)
        if not fits or previous.text in ",.;:()\"":
            return None
        start -= 1
    return None


def _goes_on(doc: Doc, token: Token, covered: Sequence[tuple[int, int]], words: PlaceWords) -> bool:
    """Whether the word is not the end of its description: "the city council", "the town of", "the base camp"."""
    if token.i + 1 >= len(doc):
        return False
    following = doc[token.i + 1]
    if following.lower_ == "of":
        return True
    if following.pos_ in ("NOUN", "PROPN") and not _inside(covered, following.idx) and following.text[:1].islower():
        return following.dep_ != "npadvmod" and token.dep_ == "compound"
    return token.dep_ == "compound" and not _inside(covered, following.idx) and following.text not in ("'s", "’s")


def _described(doc: Doc, token: Token, start: int, known: Sequence[PlaceMention], gazetteer: Gazetteer,
               words: PlaceWords, sentences: Sequence[int]) -> PlaceMention | None:
    end = token.idx + len(token)
    first = doc[start].idx
    text = written(doc[start:token.i + 1])
    preposition = preposition_before(doc, start, words)
    mention = PlaceMention(first, end, token.i, text, place=Place(text),
                           preposition=preposition, definite=True)
    if token.lower_ == "capital":
        return _capital(doc, start, token, mention, known, gazetteer)
    antecedent = _antecedent(token, known, words, sentences)
    follower = next((one for one in known if one.relative and 0 <= one.start - end <= 2), None)
    if follower is not None:
        mention = replace(mention, end=follower.end, text=_up_to(doc, start, follower))
    if antecedent is None and words.kinds.get(token.lower_) == "country":
        return _country(doc, token, mention, known, gazetteer)
    if antecedent is None:
        return replace(mention, place=replace(follower.place, name=mention.text)) if follower is not None else None
    place = replace(antecedent.place, inferred=RULE)
    return replace(mention, place=place, antecedent=antecedent.head)


def _country(doc: Doc, token: Token, mention: PlaceMention, known: Sequence[PlaceMention], gazetteer: Gazetteer) -> PlaceMention | None:
    """"the country" where none is named: that of most places named before, else of the last nationality."""
    counts = Counter(one.place.country for one in known if one.start < mention.start and one.place.country is not None)
    nations = (gazetteer.demonym(before.text) for before in reversed(doc[:token.i]) if before.text[:1].isupper())
    code = counts.most_common(1)[0][0] if counts else next((nation for nation in nations if nation is not None), None)
    entry = gazetteer.country(code) if code is not None else None
    return None if entry is None else replace(mention, place=replace(place_of(entry, entry.name), inferred=RULE))


def _up_to(doc: Doc, start: int, follower: PlaceMention) -> str:
    """The words from the token start to the end of the mention that follows."""
    return doc.text[doc[start].idx:follower.end]


def _capital(doc: Doc, start: int, token: Token, mention: PlaceMention, known: Sequence[PlaceMention],
             gazetteer: Gazetteer) -> PlaceMention | None:
    """"the Syrian capital": the capital of that country, named or not."""
    of_province = any(above.dep_ == "relcl" and above.head.lower_ in PROVINCES for above in token.ancestors)  # "the province where the capital is held"
    nations = [nation for index in range(start, token.i) if (nation := gazetteer.demonym(doc[index].text)) is not None]
    if any(doc[index].lower_ in PROVINCIAL for index in range(start, token.i)) or (of_province and not nations):
        return _provincial(mention, known, gazetteer)
    country = next(iter(nations), None)
    if country is None:
        before = [one for one in known if one.start < mention.start and one.place.country is not None]
        country = before[-1].place.country if before else None
    entry = gazetteer.capital(country) if country is not None else None
    if entry is None:
        return None
    same = [one for one in known if one.place.geonames == entry.geonames and not one.definite]
    place = replace(place_of(entry, entry.name), inferred=CAPITAL_RULE)
    return replace(mention, place=place, antecedent=same[0].head if same else None)


def _provincial(mention: PlaceMention, known: Sequence[PlaceMention], gazetteer: Gazetteer) -> PlaceMention | None:
    """"the provincial capital": the town that has the name of the province told last, named or not; another one is not known."""
    province = next((one for one in reversed(known) if one.start < mention.start and one.place.precision == "province"), None)
    if province is None:
        return None
    bare = " ".join(word for word in province.place.name.split() if word.lower() not in PROVINCES)
    towns = [entry for entry in gazetteer.candidates(bare) if entry.kind == "city" and entry.country == province.place.country
             and entry.admin1 == province.place.admin1]
    if not towns:
        return None
    seat = max(towns, key=lambda entry: (entry.population, entry.id))
    place = replace(place_of(seat, seat.name), inferred=SEAT_RULE)
    return replace(mention, place=place)


def _antecedent(token: Token, known: Sequence[PlaceMention], words: PlaceWords,
                sentences: Sequence[int]) -> PlaceMention | None:
    """The place meant: just named, else in the headline or lead, else the last that fits."""
    sense = words.kinds.get(token.lower_, "area")
    wanted = WIDE_WORDS.get(token.lower_) or PRECISIONS.get(sense, ("town",))
    before = [one for one in known if one.start < token.idx and one.place.precision in wanted
              and not (one.relative and one.place.relative and one.start + 40 > token.idx > one.start)
              and _same_sort(one, token.lower_, sense)]
    if not before:
        return None
    own = bisect.bisect_right(sentences, token.idx) - 1
    since = sentences[max(0, own - SENTENCES_BACK)]
    near = [one for one in before if one.start >= since]
    if sense == "country" and not any(one.start >= sentences[own] for one in near):
        near = _theatre(before, known) or near
    if near:
        return near[-1]
    lead = [one for one in before if bisect.bisect_right(sentences, one.start) <= LEAD_SENTENCES]
    return lead[0] if lead else before[-1]


def _theatre(countries: Sequence[PlaceMention], known: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The country that most of the places named lie in, where it is named: "the country" of a report is that one."""
    counts = Counter(one.place.country for one in known if one.place.country is not None and one.place.precision != "country")
    return [one for one in countries if counts and counts[one.place.country or ""] == max(counts.values())]


def _same_sort(mention: PlaceMention, word: str, sense: str) -> bool:
    """A camp is no airport: among sites the word must be in the name. A city is not called a village elsewhere."""
    if sense != "site":
        first = mention.text.split(" ", 1)[0].lower()
        return (word, first) not in UNLIKE
    return word in mention.text.lower() or word in mention.place.name.lower()
