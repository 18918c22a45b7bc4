"""Layer 9, who did it by a name that is on no list: "the RRA captured the town", "Okello opened fire", "a raid by the Kamajors".

In: a Reading, a happening and the head that fills the initiator's place. Out: the participant by its words, or None. Decision: the
plain subject or agent of an act that only people do is somebody where it is a proper name that is neither a place nor a thing that
moves or explodes; nothing is known of him but the name.
"""

from __future__ import annotations

from warledger.claims.acts.happenings import Happening
from warledger.claims.acts.participant import Filled
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.role_lexicon import load_roles
from warledger.model import Participant

# Types of acts that somebody does bodily.
DEEDS = frozenset(("ASSAULT", "TERRITORY", "COERCE", "MOBILIZE", "RETREAT", "DISPLACEMENT", "THREATEN"))
# Places of an act in which its doer stands by name.
SLOTS = {"verb": frozenset(("subject",)), "phrase": frozenset(("subject",)), "noun": frozenset(("by", "between", "with"))}
# Classes of things by name, which do nothing by themselves ("Grad rockets", "sarin").
THINGS = frozenset(("weapon", "munition", "chemical-weapon", "toxic", "disaster", "event", "place", "building", "infrastructure", "supplies",
                    "disease", "acts"))
# What the parser calls by these names acts not; a date or a law is nobody.
NO_DOERS = frozenset(("DATE", "TIME", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "FAC", "LOC", "LANGUAGE", "CARDINAL", "ORDINAL", "QUANTITY", "MONEY"))
# The most words of a name.
LONGEST = 6


def unlisted_doer(reading: Reading, happening: Happening, head: int) -> Filled | None:
    """The participant of a head that no list knows, None where it is no name or stands in no doer's place."""
    token = reading.doc[head]
    if token.pos_ == "NOUN":
        return _described(reading, happening, token)
    if token.pos_ != "PROPN" or happening.main.frame.type not in DEEDS or reading.actor_at(head) is not None or reading.place_at(head) is not None:
        return None
    if token.ent_type_ in NO_DOERS or reading.classes(head) & THINGS or not token.text[:1].isupper() or not _does(happening, head):
        return None
    first = _first(token)
    return Filled(Participant(reading.quote(first.idx, token.idx + len(token.text))), first.idx, token.idx + len(token.text), head)


def _described(reading: Reading, happening: Happening, token: Token) -> Filled | None:
    """"an unknown group", "leftist factions": a word for some of whom nothing else is told, by the words before it."""
    role = load_roles().noun(token.lower_)
    before = [child for child in token.children if child.dep_ in ("amod", "compound", "nmod") and child.i < token.i and child.pos_ != "NUM"]
    if role is None or not role.needs_side or role.kind not in ("group", "armed") or not before or reading.actor_at(token.i) is not None \
            or happening.main.frame.type not in DEEDS or not _does(happening, token.i):
        return None
    start = min(child.left_edge.idx for child in before)
    return Filled(Participant(reading.quote(start, token.idx + len(token.text)), sector=role.sector), start, token.idx + len(token.text), token.i)


def _does(happening: Happening, head: int) -> bool:
    return any(argument.head == head and argument.slot in SLOTS.get(match.clause.kind, ())
               for match in happening.matches for argument in match.clause.arguments)


def _first(token: Token) -> Token:
    """The first word of a name that ends with a token."""
    first = token
    while first.i > token.sent.start and token.i - first.i < LONGEST and first.nbor(-1).pos_ == "PROPN" and first.nbor(-1).head.i in range(first.i - 1, token.i + 1):
        first = first.nbor(-1)
    return first
