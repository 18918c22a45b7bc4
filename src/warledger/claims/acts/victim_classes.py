"""Layer 6, what kind of people a figure counts: "three more civilians", "30 army and rebel fighters", "12 others".

In: a Reading, the head of those counted and their quantity. Out: the class of victims. Decision: the noun beside the number tells it; further
ones that have no noun ("five others") may be of any kind, and so may those of whom one number is given for two kinds.
"""

from __future__ import annotations

import itertools
import re

from warledger.claims.acts.things import MOSTLY
from warledger.claims.mentions import ActorMention, QuantityMention
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.unit_lexicon import load_units, singular

UNKNOWN, CIVILIANS = "unknown", "civilians"
# Classes of whom one number counts as civilians ("20 women and children").
UNARMED = frozenset((CIVILIANS, "women", "children"))
JOINED = re.compile(r"\s*(?:,|&|,?\s*\b(?:and|or)\b)\s*", re.IGNORECASE)
# Who is further and has no noun of their own.
FURTHER = frozenset(("others", "other", "more", "another"))


def victims_of(reading: Reading, head: int, quantity: QuantityMention) -> str:
    """The class of those whom a quantity counts at a head."""
    actor = reading.actor_at(head)
    if actor is None:
        return _kind_before(reading.doc[head]) if quantity.head == head else UNKNOWN
    if (quantity.further and not _has_noun(reading, quantity)) or _is_mostly(reading, quantity, head):
        return UNKNOWN
    kinds = _kinds_counted(reading, head, quantity)
    if len(kinds) > 1:
        return CIVILIANS if kinds <= UNARMED else UNKNOWN
    return next(iter(kinds), actor.victims)


def _kind_before(noun: Token) -> str:
    """"49 civilian deaths", "ten of the 48 killed were children": of whom a word for what befell people, or a number of them, is told."""
    if noun.pos_ == "NUM" and noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        return next((load_units().class_of(child.lower_) for child in noun.head.children if child.dep_ == "attr"), UNKNOWN)
    if singular(noun.lower_) not in load_units().harm:
        return UNKNOWN
    kinds = {load_units().class_of(child.lower_) for child in noun.children if child.i < noun.i and child.dep_ in ("compound", "amod", "nmod")}
    return next(iter(kinds - {UNKNOWN}), UNKNOWN)


def _is_mostly(reading: Reading, quantity: QuantityMention, head: int) -> bool:
    """"killing 40 mostly women": what most of them are is not what all are; "40 mostly foreign fighters" are all fighters."""
    noun = reading.doc[head]
    return noun.idx > quantity.end and noun.nbor(-1).lower_ in MOSTLY


def _has_noun(reading: Reading, quantity: QuantityMention) -> bool:
    """"three more civilians"; not "five others", "another six"."""
    token = reading.doc[quantity.head]
    return token.pos_ in ("NOUN", "PROPN") and token.lower_ not in FURTHER and token.idx >= quantity.end


def _kinds_counted(reading: Reading, head: int, quantity: QuantityMention) -> set[str]:
    """The classes of the words between a number and its noun, and of a noun coordinated with that.

    Of "20 army and 12 rebel fighters" the first are the army's, "30 army and rebel fighters" and "30 soldiers and rebels" are of both.
    """
    noun = reading.doc[head]
    later = [one.start for one in reading.quantities if quantity.end <= one.start <= noun.idx]
    end = min([noun.idx + len(noun.text), *later])
    told = [mention for mention in reading.actors if quantity.end <= mention.start < end]
    gaps = [reading.report.text[one.end:two.start] for one, two in itertools.pairwise(told)]
    listed = [mention for mention, gap in zip(told, gaps, strict=False) if JOINED.fullmatch(gap)]
    kinds = {mention.victims for mention in (*listed, *told[-1:])}
    return kinds | ({mention.victims for mention in _coordinated(reading, noun)} if noun.idx < end else set())


def _coordinated(reading: Reading, noun: Token) -> list[ActorMention]:
    """"40 rebels and soldiers": those right behind the noun that have neither number nor article of their own."""
    beside = [child for child in noun.children if child.dep_ == "conj" and child.tag_ == noun.tag_ == "NNS" and noun.i + 2 == child.i]
    return [mention for child in beside if not list(child.children) and (mention := reading.actor_by_head.get(child.i)) is not None]
