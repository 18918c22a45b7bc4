"""Layer 6: figures, hung on what they count: killed, wounded, displaced, troops.

In: a Happening with its Reading. Out: Tallies with the characters that show them. Decision: a figure counts what the
frame says of the place in which it stands; a number that stands in no such place is no tally, so that distances, ages
and calibres cannot become victims.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from warledger.claims.frames import Match
from warledger.claims.happenings import Happening
from warledger.claims.mentions import QuantityMention
from warledger.claims.reading import Reading
from warledger.claims.roles import parts
from warledger.model import Tally

COUNTED_UNITS = frozenset(("people", "unknown"))
SINGULAR = frozenset(("a", "an", "one"))
ONE_OF = frozenset(("people", "armed", "person", "office"))
# Singular nouns of more than one: "the family was killed" is no count.
COLLECTIVE = frozenset("family couple crowd group team unit patrol convoy enemy crew army force militia police squad gang staff public "
                       "population majority side party household platoon battalion brigade column garrison opposition regime".split())


@dataclass(frozen=True)
class Counted:
    """A tally with the characters of its wording."""

    tally: Tally
    start: int
    end: int


def count(reading: Reading, happening: Happening) -> list[Counted]:
    """The tallies of a happening, in text order, each figure once."""
    found: list[Counted] = []
    for match in happening.matches:
        for role, what in sorted(match.frame.tally.items()):
            heads = _heads(reading, match, role)
            heads += [head for head in parts(reading, heads, [match]) if role != "self" and head not in heads]
            for head in heads:
                found.extend(_at(reading, head, what, role, match.frame.name == "toll"))
    unique: dict[tuple[str, int], Counted] = {}
    for item in sorted(found, key=lambda item: -item.end):  # the same figure with its noun and without is one
        unique.setdefault((item.tally.what, item.start), item)
    return sorted(unique.values(), key=lambda item: (item.start, item.tally.what))


def _heads(reading: Reading, match: Match, role: str) -> list[int]:
    if role == "self":
        return [match.head]
    if role in match.roles:
        heads = list(match.roles[role])
        slots = match.frame.slots(role, match.clause.kind)
    else:
        heads, slots = [], (role,)
    for slot in slots:  # the number in "dozens of civilians" is the outer word
        for head in match.clause.at(slot):
            if head not in heads:
                heads.append(head)
    return heads


def _at(reading: Reading, head: int, what: str, role: str, is_toll: bool) -> list[Counted]:
    quantities = reading.quantities_at(head)
    if is_toll:
        quantities += _toll(reading, head)
    found = []
    for quantity in quantities:
        if quantity.unit not in COUNTED_UNITS and not (quantity.unit == "thing" and role in ("self", "object")):
            continue
        found.append(_counted(reading, head, what, quantity))
    if not found and role != "self":
        single = _single(reading, head, what)
        if single is not None:
            found.append(single)
    return found


def _toll(reading: Reading, head: int) -> list[QuantityMention]:
    """"the death toll rose to 112", "putting the toll at 70": the figure that the sentence gives to a toll."""
    token = reading.doc[head]
    sentence = token.sent
    start, end = sentence.start_char, sentence.end_char
    verb = token.head
    direct = {child.i for child in verb.subtree if child.dep_ in ("dobj", "attr", "pobj", "acomp", "nummod", "oprd", "npadvmod")}
    later = [quantity for quantity in reading.quantities if start <= quantity.start < end and quantity.start > token.idx
             and quantity.unit in COUNTED_UNITS]
    sure = [item for item in later if item.cumulative or item.head in direct]
    return sure[:1]


def _counted(reading: Reading, head: int, what: str, quantity: QuantityMention) -> Counted:
    actor = reading.actor_at(head)
    victims = actor.victims if actor is not None and not quantity.further else "unknown"
    start, end = _wording(reading, quantity, head)
    tally = Tally(what, quantity.low, quantity.high, quantity.best, quantity.approximate, quantity.cumulative,
                  reading.report.day if quantity.cumulative else None, victims,
                  actor.country if actor is not None and actor.sector == "MIL" else None, reading.quote(start, end))
    return Counted(tally, start, end)


def _wording(reading: Reading, quantity: QuantityMention, head: int) -> tuple[int, int]:
    """The number with its bound up to the noun that it counts, where that stands close behind."""
    noun = reading.doc[head]
    end = noun.idx + len(noun.text)
    if quantity.end <= end <= quantity.end + 60 and "\n" not in reading.report.text[quantity.start:end]:
        return quantity.start, end
    return quantity.start, quantity.end


def _has_number(token: Token) -> bool:
    return any(child.dep_ in ("nummod", "poss", "det") for child in token.children)


def _single(reading: Reading, head: int, what: str) -> Counted | None:
    """"a soldier was killed", a person by name: one. A plural without a number is no figure."""
    token = reading.doc[head]
    actor = reading.actor_at(head)
    if actor is None and token.lower_ == "one" and what in ("killed", "wounded"):  # "two were killed and one was wounded"
        end = token.idx + len(token.text)
        return Counted(Tally(what, 1, 1, 1, wording=reading.quote(token.idx, end)), token.idx, end)
    if token.tag_ in ("NNS", "NNPS") or token.pos_ == "PRON" or what in ("displaced", "troops"):
        return None
    if any(child.dep_ in ("conj", "cc") for child in token.children) and actor is None:
        return None
    in_headline = token.idx < reading.report.body_start and token.tag_ in ("NN", "NNP") and not _has_number(token)
    article = next((child for child in token.children if child.lower_ in SINGULAR and child.dep_ in ("det", "nummod")), None)
    is_person = actor is not None and actor.kind == "person"
    is_the_one = token.tag_ == "NN" and token.lemma_.lower() not in COLLECTIVE  # "the teenager died", "his wife was killed"
    is_one = (article is not None or in_headline or is_the_one) and actor is not None and actor.kind in ONE_OF and not actor.plural
    if not (is_person or is_one):
        return None
    assert actor is not None
    start = article.idx if article is not None else actor.start
    end = max(actor.end, token.idx + len(token.text))
    tally = Tally(what, 1, 1, 1, victims=actor.victims, of=actor.country if actor.sector == "MIL" else None,
                  wording=reading.quote(start, end))
    return Counted(tally, start, end)
