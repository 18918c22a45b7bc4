"""Layer 5 to 9, what a sentence shows of whether two of its acts are one: the features by which one_act decides.

In: a Reading and two Happenings of one type in one sentence, in the order of their triggers. Out: names of features. Decision: how
the parse ties the two, what opens between them, who and how many each has of its own, and the two words themselves. Training and
use share this page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from warledger.claims.acts.happenings import Happening
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.speech_lexicon import load_speech

# Words between two acts that are told apart.
LINKS = frozenset(("after", "while", "as", "when", "before", "since", "where", "which", "that", "and", "but", "during", "in", "by", "with", "from",
                   "following", "amid", "including", "for", "because", "until", "to", "of", ",", ";", '"', "said", "who", "whose", "also", "another", "on"))
# Determiners and adjectives of an event noun that say whether the reader knows the act, or that it is another.
DETERMINERS = frozenset(("the", "a", "an", "this", "that", "these", "another"))
TELLING = frozenset(("new", "previous", "earlier", "similar", "other", "recent", "separate", "latest", "renewed", "further", "heavy", "intense", "fierce"))
# Relations below which a clause or a second act opens.
OPENING = frozenset(("advcl", "relcl", "ccomp", "conj"))
# Words of a stretch between two acts; what is counted beyond the most is one feature.
STRETCH, MOST = 4, 6


@dataclass(frozen=True)
class _Side:
    """One of the two: its happening, the token of its main trigger, and what kind of telling it is (outcome, general word, verb, noun, wording)."""

    happening: Happening
    token: Token
    kind: str


def one_act_signs(reading: Reading, first: Happening, second: Happening, beside: int) -> Iterator[str]:
    """The features of two acts; beside is how many acts of their type the sentence tells."""
    one, two = _side(reading, first), _side(reading, second)
    kinds = one.kind + two.kind
    yield f"acts {min(MOST, beside)}"
    yield from _words(one, two, kinds)
    yield from _path(one.token, two.token, kinds)
    yield from _between(reading, one.token, two.token, kinds)
    yield from _parties(reading, first, second, kinds)
    yield from _figures(reading, first, second, kinds)
    yield from _scenes(reading, one.token, two.token)
    yield from _nouns(one.token, two.token)
    yield from _over(reading, one.token, two.token, kinds)
    yield f"headline {one.token.idx < reading.layout.body_start}"


def _side(reading: Reading, happening: Happening) -> _Side:
    main = happening.main
    kind = "R" if main.frame.result else "g" if main.frame.general else main.clause.kind[0]
    return _Side(happening, reading.doc[main.head], kind)


def _words(one: _Side, two: _Side, kinds: str) -> Iterator[str]:
    a, b = one.happening.main, two.happening.main
    word, other = one.token.lemma_.lower(), two.token.lemma_.lower()
    yield f"type {a.frame.type}"
    yield f"kinds {kinds} {a.frame.type}"
    yield f"frames {a.frame.name} {b.frame.name}"
    yield f"first frame {a.frame.name}"
    yield f"second frame {b.frame.name}"
    yield f"words {word} {other}"
    yield f"first word {word}"
    yield f"second word {other}"
    yield f"same word {word == other} {a.frame.type}"
    yield f"same frame {a.frame.name == b.frame.name}"
    yield f"stances {a.frame.stance} {b.frame.stance}"
    yield f"both sides {a.frame.both_sides} {b.frame.both_sides}"
    yield f"negated {a.clause.negated} {b.clause.negated}"
    yield f"tenses {a.clause.tense} {b.clause.tense}"
    yield f"tags {one.token.tag_} {two.token.tag_}"
    yield f"numbers {one.token.tag_[-1:]}{two.token.tag_[-1:]} {kinds}"


def _path(one: Token, two: Token, kinds: str) -> Iterator[str]:
    """How the two hang below the word that they have in common."""
    above, beyond = [one, *one.ancestors], [two, *two.ancestors]
    shared = {token.i for token in above} & {token.i for token in beyond}
    paths = [[token for token in tokens if token.i not in shared] for tokens in (above, beyond)]
    tops = " ".join(path[-1].dep_ if path else "=" for path in paths)
    yield f"tops {tops}"
    yield f"tops {tops} {kinds}"
    yield "depths {} {}".format(*(min(STRETCH, len(path)) for path in paths))
    for place, path in zip(("first", "second"), paths, strict=True):
        for token in path:
            yield f"{place} path {token.dep_}"
            if token.dep_ in ("prep", "agent"):
                yield f"{place} under {token.lower_}"
                yield f"{place} under {token.lower_} {kinds}"
            for opening in _opened_by(token):
                yield f"{place} opened {opening}"
                yield f"{place} opened {opening} {kinds}"


def _opened_by(token: Token) -> list[str]:
    """The conjunctions that open the clause of a verb."""
    if token.dep_ not in OPENING:
        return []
    return [child.lower_ for child in token.children if child.dep_ == "mark" or (child.dep_ == "advmod" and child.tag_ == "WRB")]


def _between(reading: Reading, one: Token, two: Token, kinds: str) -> Iterator[str]:
    low, high = sorted((one.i, two.i))
    between = [reading.doc[i] for i in range(low + 1, high)]
    for word in sorted({token.lower_ for token in between} & LINKS):
        yield f"between {word}"
        yield f"between {word} {kinds}"
    yield f"away {min(MOST, (high - low) // STRETCH)}"
    yield f"quoted {sum(token.text == chr(34) for token in between) % 2}"
    heads = {actor.head for token in between if (actor := reading.actor_at(token.i)) is not None}
    yield f"actors between {min(STRETCH, len(heads))}"


def _parties(reading: Reading, first: Happening, second: Happening, kinds: str) -> Iterator[str]:
    doers = [names_of(reading, happening, "initiator") for happening in (first, second)]
    targets = [names_of(reading, happening, "target") for happening in (first, second)]
    for role, (a, b) in (("doers", doers), ("targets", targets)):
        yield f"{role} {bool(a)} {bool(b)} {bool(a & b)}"
        yield f"{role} {bool(a)} {bool(b)} {bool(a & b)} {kinds}"
    yield f"crossed {bool(doers[0] & targets[1])} {bool(targets[0] & doers[1])}"
    yield f"full {bool(doers[0])} {bool(targets[0])} {bool(doers[1])} {bool(targets[1])}"


def names_of(reading: Reading, happening: Happening, role: str) -> frozenset[str]:
    """Who fills a role in so many words: known actors by what they are, others by their noun."""
    heads = {i for head in happening.role(role) for i in reading.fillers(head)}
    actors = {i: reading.actor_at(i) for i in heads}
    return frozenset((actor.actor or actor.name if actor is not None else reading.doc[i].lemma_).lower() for i, actor in actors.items())


def _figures(reading: Reading, first: Happening, second: Happening, kinds: str) -> Iterator[str]:
    """What befell whom, and whether a number says of how many."""
    a, b = fates_of(first), fates_of(second)
    yield f"fates {bool(a)} {bool(b)} {bool(a & b)}"
    counted = " ".join(str(_is_counted(reading, happening)) for happening in (first, second))
    yield f"figures {counted}"
    yield f"figures {counted} {kinds}"


def fates_of(happening: Happening) -> frozenset[str]:
    """What the words of a happening say of those whom it befell: killed, wounded, abducted, ..."""
    return frozenset(fate for match in happening.matches for fate in match.frame.tally.values())


def _is_counted(reading: Reading, happening: Happening) -> bool:
    return any(quantity.unit in ("people", "unknown") for head in happening.role("target") for i in reading.fillers(head) for quantity in reading.quantities_at(i))


def _scenes(reading: Reading, one: Token, two: Token) -> Iterator[str]:
    """Whether each has a place and a time below its own word."""
    placed = [any(token.is_ancestor(reading.doc[place.head]) for place in reading.places) for token in (one, two)]
    timed = [any(token.is_ancestor(reading.doc[i]) for i in sorted(reading.time_tokens)) for token in (one, two)]
    yield f"placed {placed}"
    yield f"timed {timed}"


def _nouns(one: Token, two: Token) -> Iterator[str]:
    known = [_determiner(token) for token in (one, two)]
    yield f"known {known}"
    yield f"second known {known[1]}"
    for place, token in (("first", one), ("second", two)):
        for child in token.children:
            if child.dep_ == "amod" and child.lower_ in TELLING:
                yield f"{place} told {child.lower_}"


def _determiner(token: Token) -> str:
    if token.pos_ not in ("NOUN", "PROPN"):
        return "verb"
    word = next((child.lower_ for child in token.children if child.dep_ == "det"), "none")
    return word if word in DETERMINERS or word == "none" else "other"


def _over(reading: Reading, one: Token, two: Token, kinds: str) -> Iterator[str]:
    """Whether one verb carries both, and whether the same words of saying stand over them."""
    verbs = [next((above.i for above in (token, *token.ancestors) if above.i in reading.verbs and above.i not in reading.event_words), None) for token in (one, two)]
    same = verbs[0] is not None and verbs[0] == verbs[1]
    yield f"same verb {same}"
    yield f"same verb {same} {kinds}"
    saying = load_speech().content
    said = [[above.i for above in token.ancestors if above.lemma_.lower() in saying] for token in (one, two)]
    yield f"same voice {said[0] == said[1]}"
