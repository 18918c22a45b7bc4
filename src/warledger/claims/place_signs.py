"""Layer 9, learned: what can be seen of a place beside an act, as named features for the model of event_location.py.

In: a Reading, an act, the places of its sentence, one of them and what the rules of where.py say. Out: features. Decision: the
parse between act and place, the words and places beside it and its sort are seen, never a name: other names would teach nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from warledger.claims.acts.frames import Match
from warledger.claims.mentions import PlaceMention
from warledger.claims.not_there import acts, leans_on_state, may_be_event_place
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token

# Relations that open a clause or a phrase of its own between a place and an act.
TURNS = frozenset(("relcl", "acl", "advcl", "ccomp", "conj", "appos", "nsubj", "nsubjpass", "dobj", "poss", "parataxis", "compound", "amod",
                   "nmod"))
# Beyond so many steps of the parse, tokens or places, how many tells nothing more.
FARTHEST = 8
# So many places, commas or verbs are many.
MANY = 4
# Within so many words of its beginning a place opens the sentence: "In the town of X, ..."
OPENING = 4
FINENESS = {"exact": 0, "town": 1, "district": 2, "province": 3, "region": 4, "country": 5}


@dataclass(frozen=True)
class Ruling:
    """What the rules say: the place that they take, None for none, and whether it hangs on the act itself."""

    place: PlaceMention | None
    own: bool

    def of(self, mention: PlaceMention) -> str:
        """What they say of one place."""
        if mention is not self.place:
            return "none" if self.place is None else "other"
        return "own" if self.own else "sentence"


@dataclass(frozen=True)
class Sight:
    """One place of a sentence as it stands to an act."""

    reading: Reading
    act: Match
    places: Sequence[PlaceMention]
    mention: PlaceMention
    ruling: Ruling

    @property
    def token(self) -> Token:
        """The word on which the place hangs."""
        return self.reading.doc[self.mention.head]

    @property
    def order(self) -> str:
        """On which side of the act it stands."""
        return "before" if self.mention.head < self.act.head else "behind"

    @property
    def governor(self) -> Token:
        """The word that the place, or its preposition, hangs on."""
        return self.token.head.head if self.token.dep_ == "pobj" else self.token.head

    def between(self) -> range:
        """The words between the place and the act."""
        first, last = sorted((self.mention.head, self.act.head))
        return range(first + 1, last)


def location_features(sight: Sight) -> list[str]:
    """What the model sees of one place."""
    return [*_of_place(sight), *_of_path(sight), *_of_words(sight), *_of_places(sight), *_of_act(sight)]


def _of_place(sight: Sight) -> Iterator[str]:
    """Its sort, its preposition, and what the rules say of it."""
    mention = sight.mention
    preposition, precision, rule = str(mention.preposition), mention.place.precision, sight.ruling.of(mention)
    actor = sight.reading.actor_at(mention.head)
    yield f"preposition={preposition}"
    yield f"precision={precision}"
    yield f"rule={rule}"
    yield f"actor={actor.kind if actor is not None else ''}"
    yield f"definite={mention.definite}"
    yield f"relative={mention.relative}"
    yield f"known={mention.place.lat is not None}"
    yield f"relation={sight.token.dep_}"
    yield f"label={sight.token.ent_type_}"
    for refused in _refusals(sight):
        yield refused
        yield f"{refused} {preposition}"
        yield f"{refused} {precision}"
    yield f"{preposition} {precision}"
    yield f"{rule} {preposition}"
    yield f"{rule} {precision}"
    yield f"{rule} {sight.act.frame.type}"
    yield f"{rule} {sight.ruling.own} {preposition} {precision} {sight.order}"


def _refusals(sight: Sight) -> Iterator[str]:
    """Why the rules would not have it."""
    if acts(sight.reading, sight.token, True):
        yield "stands for somebody"
    if not may_be_event_place(sight.reading, sight.mention):
        yield "is of somebody or elsewhere"
    if leans_on_state(sight.reading, sight.mention):
        yield "leans on a state"


def _of_path(sight: Sight) -> Iterator[str]:
    """The parse between it and the act."""
    act = sight.reading.doc[sight.act.head]
    above, below = _path(sight.token, act)
    preposition, rule, order = str(sight.mention.preposition), sight.ruling.of(sight.mention), sight.order
    turns, down = "|".join(step for step in above if step in TURNS), "/".join(below[:3])
    clause = next((token for token in (sight.token, *sight.token.ancestors) if token.i in sight.reading.verbs), None)
    same = clause is not None and clause.i == act.i
    yield f"turns={turns}"
    yield f"down={down}"
    yield f"first={'/'.join(above[:2])}"
    yield f"steps={min(len(above), FARTHEST)}"
    yield f"deep={min(len(below), FARTHEST)}"
    yield f"{preposition} {turns}"
    yield f"{turns}>{down}"
    yield f"{preposition}|{turns}|{down}"
    yield f"{rule} {turns}"
    yield f"{order} {turns}"
    yield f"same={same} {preposition}"
    yield f"{preposition}|{sight.mention.place.precision}|{order}|{same}"
    yield f"clause={clause.lemma_ if clause is not None and not same else ''}"


def _of_words(sight: Sight) -> Iterator[str]:
    """The words beside it and between it and the act."""
    doc, mention, preposition = sight.reading.doc, sight.mention, str(sight.mention.preposition)
    first, last = _bounds(sight)
    verbs = sum(index in sight.reading.verbs for index in sight.between())
    commas = sum(doc[index].text == "," for index in sight.between())
    before = _word(doc[first - 1]) if first else "^"
    governor, classes = _word(sight.governor, lemma=True), "|".join(sorted(sight.reading.classes(sight.governor.i))[:3])
    yield f"order={sight.order}"
    yield f"far={min(abs(mention.head - sight.act.head) // 4, FARTHEST)}"
    yield f"before={before}"
    yield f"before={_word(doc[first - 2]) if first > 1 else '^'} {before}"
    yield f"after={_word(doc[last]) if last < len(doc) else '$'}"
    yield f"verbs={min(verbs, MANY)}"
    yield f"commas={min(commas, MANY - 1)}"
    yield f"{sight.order} {min(verbs, MANY - 1)} {preposition}"
    yield f"opens={mention.head - sight.token.sent.start < OPENING} {preposition}"
    yield f"governor={governor}"
    yield f"{preposition} governor={governor}"
    yield f"{preposition} classes={classes}"


def _of_places(sight: Sight) -> Iterator[str]:
    """How it stands to the other places of the sentence."""
    places, mention, doc = sight.places, sight.mention, sight.reading.doc
    preposition, precision = str(mention.preposition), mention.place.precision
    number, act = places.index(mention), sight.act.head
    finer = sum(_fineness(other) < _fineness(mention) for other in places)
    earlier = sum(_fineness(other) == _fineness(mention) for other in places[:number])
    nearest = min(places, key=lambda other: (abs(other.head - act), other.head)) is mention
    crossed = sum(other.head in sight.between() for other in places)
    holder = next((other for other in places if other.head == mention.inside), None)
    first, last = _bounds(sight)
    yield f"holds={any(other.inside == mention.head for other in places)}"
    yield f"inside={mention.inside is not None}"
    yield f"holder={holder.place.precision if holder is not None else ''} {precision}"
    yield f"places={min(len(places), MANY)}"
    yield f"places={min(len(places), MANY)} {precision} {min(finer, 2)}"
    yield f"number={number}"
    yield f"rank={finer + earlier}"
    yield f"finer={min(finer, MANY - 1)}"
    yield f"crossed={min(crossed, MANY - 1)}"
    yield f"nearest={nearest} {sight.order}"
    yield f"nearest={nearest} {preposition}"
    yield f"next={_gap(doc[last:], places[number + 1].start) if number + 1 < len(places) else '$'}"
    yield f"last={_gap(doc[:first], None) if number else '^'}"


def _of_act(sight: Sight) -> Iterator[str]:
    """What the act is, and by which word it is told."""
    act, preposition = sight.act, str(sight.mention.preposition)
    lemma = sight.reading.doc[act.head].lemma_.lower()
    yield f"type={act.frame.type}"
    yield f"mode={act.frame.mode}"
    yield f"act={lemma}"
    yield f"act={lemma} {preposition}"
    yield f"act={lemma} {sight.mention.place.precision}"
    yield f"passive={act.clause.passive}"
    yield f"kind={act.clause.kind} {preposition}"


def _fineness(mention: PlaceMention) -> int:
    return FINENESS.get(mention.place.precision, len(FINENESS))


def _bounds(sight: Sight) -> tuple[int, int]:
    """The first word of the place, and the one behind its last."""
    doc, first, last = sight.reading.doc, sight.mention.head, sight.mention.head + 1
    while first and doc[first - 1].idx >= sight.mention.start:
        first -= 1
    while last < len(doc) and doc[last].idx < sight.mention.end:
        last += 1
    return first, last


def _word(token: Token, lemma: bool = False) -> str:
    """A word that is no name."""
    return "a name" if token.pos_ == "PROPN" else token.lemma_.lower() if lemma else token.lower_


def _gap(tokens: list[Token], end: int | None) -> str:
    """The two words on the near side of the gap to the next place, which begins at a character, or to the last one."""
    beside = tokens[-2:] if end is None else [token for token in tokens[:2] if token.idx < end]
    return " ".join(_word(token) for token in beside)


def _path(token: Token, act: Token) -> tuple[list[str], list[str]]:
    """The relations from a place up to what it shares with an act, and from the act up to the same."""
    lines = [act, *act.ancestors]
    depth = {above.i: step for step, above in enumerate(lines)}
    above = []
    while token.i not in depth and token.head.i != token.i:
        above.append(f"prep:{token.lower_}" if token.dep_ == "prep" else token.dep_)
        token = token.head
    shared = depth.get(token.i, len(lines))
    return above, [step.dep_ for step in lines[:shared]]
